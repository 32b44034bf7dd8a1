import { describe, expect, test } from "vitest";
import { day, isDay } from "#engines/calendar";
import { calculationOf } from "./calculation.ts";
import { evaluateQuickly } from "./evaluate.ts";
import { figuresOf } from "./figures.ts";
import type { Household } from "./household.ts";
import {
  at,
  evaluate,
  knownScales,
  rightIds,
  staleScales,
  zoneOf,
  type RightId,
  type Scale,
  type ScaleName,
  type Scales,
} from "./index.ts";
import { adult, answer, household } from "./invented.ts";
import { monthNumber } from "./month-number.ts";
import { sampleHousehold } from "./sample-household.ts";
import { sixteenOf } from "./sixteen.ts";
import { WrittenTrace } from "./trace.ts";

const all = Object.values(knownScales);

describe("each scale", () => {
  test("has its own French words, an article, and lines of existing days in their order", () => {
    const wrong = all.filter(
      ({ label, law, unit, lines }) =>
        label === "" ||
        law === "" ||
        unit === "" ||
        lines.length === 0 ||
        lines.some(({ from }, index) => !isDay(from) || from <= (lines[index - 1]?.from ?? "")),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test("that is revalued says from which text, since 2023 at least", () => {
    const silent = all.flatMap(({ name, revaluedEachYear, lines }) =>
      lines
        .filter(({ from, text, address }) => revaluedEachYear && from >= "2023" && !text && !address)
        .map(({ from }) => `${name} ${from}`),
    );
    expect(silent).toEqual([]);
  });
});

describe("a value at a day", () => {
  const rsa = knownScales["rsa.base"];
  test.each([
    ["2024-03-31", 607.75],
    ["2024-04-01", 635.71],
    ["2025-03-31", 635.71],
    ["2026-11-20", 651.69],
  ])("on %s the RSA is %f €", (on, value) => {
    expect(at(rsa, day(on))?.value).toBe(value);
  });

  test("nothing before the first line", () => {
    expect(at(rsa, day("2021-03-31"))).toBeUndefined();
  });

  test("in the figures of a month, money is in cents and rates are as the law writes them", () => {
    const { rsa: figures, common } = figuresOf(knownScales, monthNumber("2025-03"));
    expect([figures.base, figures.secondPerson, common.smicHourly]).toEqual([635_71, 0.5, 11_88]);
  });

  test("a figure of a month before the scales is never invented", () => {
    expect(() => figuresOf(knownScales, monthNumber("2021-01")).rsa.base).toThrow("rsa.base is not known on 2021-01-01");
  });

  test("the two corrections of our reference: C2S of April 2025, last threshold of the energy cheque", () => {
    expect(at(knownScales["health.ceiling"], day("2025-04-01"))?.value).toBe(10_339);
    expect(at(knownScales["energy.under4"], day("2023-01-01"))?.value).toBe(11_000);
  });
});

describe("old scales", () => {
  const names = (on: string) => staleScales(day(on)).map(({ scale }) => scale);
  test("thirteen months after its last line a figure is not old yet; the day after, it is", () => {
    expect(names("2026-05-01")).not.toContain("health.ceiling");
    expect(names("2026-05-02")).toContain("health.ceiling");
  });
  test("each with its last date and the months gone by, the oldest first", () => {
    const found = staleScales(day("2026-11-20"));
    expect(found).toContainEqual({
      scale: "health.ceiling",
      label: knownScales["health.ceiling"].label,
      lastDate: "2025-04-01",
      months: 19,
    });
    expect(found.map(({ months }) => months)).toEqual(found.map(({ months }) => months).toSorted((a, b) => b - a));
  });
  test("what the law does not revalue never grows old", () => {
    expect(names("2030-01-01")).not.toContain("disability.mva");
  });
  test("a later line proves that nothing changed before it: the Smic of November 2024 lasted until January 2026", () => {
    expect(names("2025-12-31")).not.toContain("common.smicHourly");
  });
  test("figures of the incomes of a year are published in the middle of the next", () => {
    expect(names("2027-07-31")).not.toContain("common.salaryDeductionMin");
    expect(names("2027-08-02")).toContain("common.salaryDeductionMin");
  });
});

describe("a right that rests on an old scale keeps its amount and is uncertain", () => {
  const alone = household([adult("1985-02-10")], { month: "2026-05" });
  test("by default, at the end of its month: the ceiling of the health cover in May 2026, not in April", () => {
    expect(answer("css", alone)).toMatchObject({ health: "free", state: "uncertain", doubts: [{ kind: "old-scale" }] });
    expect(answer("css", { ...alone, month: "2026-04" }).doubts).not.toContainEqual(expect.objectContaining({ kind: "old-scale" }));
  });
  test("at a day that is given", () => {
    const { rsa } = evaluate(alone, knownScales, day("2027-05-02"));
    expect(rsa).toMatchObject({ amountCents: 651_69, state: "uncertain" });
    expect(evaluate(alone, knownScales, day("2027-05-01")).rsa.state).toBe("acquired");
  });
  test("another set of scales may be given", () => {
    const scales: Scales = { ...knownScales, "rsa.base": { ...knownScales["rsa.base"], lines: [{ from: day("2021-04-01"), value: 700 }] } };
    expect(evaluate(alone, scales).rsa).toMatchObject({ amountCents: 700_00, state: "uncertain" });
  });
  test("a right that the household cannot have does not rest on any figure", () => {
    expect(evaluate(alone, knownScales, day("2028-01-01")).aspa.state).toBe("excluded");
  });
});

/** What each right counts of the others. */
const counted: Partial<Record<RightId, readonly RightId[]>> = {
  cf: ["paje_base"],
  ass: ["aah"],
  asi: ["ass", "aah"],
  aspa: ["ass", "aah"],
  aide_logement: ["aah", "ass", "aeeh"],
  mva: ["aah", "asi", "aide_logement"],
  rsa: ["paje_base", "asf", "cf", "af", "aspa", "ass", "aah", "aide_logement"],
  css: ["ass", "aah", "rsa", "aide_logement", "paje_base", "asf", "cf", "af", "aspa"],
};

/** Figures of years gone by, which no revaluation can change, and the Smic that makes a child dependent or not. */
const neverOld = /^common\.(salaryDeduction|pensionDeduction|smicHourly)/;

test("a figure revalued every year that changes an amount is named by a step of that right, or of one that it counts", () => {
  let seed = 7;
  const draw = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const households = Array.from({ length: 60 }, () => sampleHousehold(draw, "2025-03"));
  const usual = households.map((of) => evaluateQuickly(of));
  const used = households.map((of) => scalesUsed(of));
  const forgotten = new Set<string>();
  let seen = 0;
  for (const scale of all.filter(({ name, revaluedEachYear }) => revaluedEachYear && !neverOld.test(name))) {
    const dearer: Scales = {
      ...knownScales,
      [scale.name]: { ...scale, lines: scale.lines.map((line) => ({ ...line, value: line.value * 1.07 })) },
    };
    households.forEach((of, index) => {
      const answers = evaluateQuickly(of, dearer);
      for (const right of rightIds.filter((each) => answers[each].amountCents !== usual[index]?.[each].amountCents)) {
        seen += 1;
        const names = [right, ...(counted[right] ?? [])].flatMap((each) => [...(used[index]?.[each] ?? [])]);
        // Figures of one file with one date come from one text: naming one of them is enough.
        if (!names.some((name) => sameText(knownScales[name], scale))) forgotten.add(`${right}: ${scale.name}`);
      }
    });
  }
  expect([...forgotten]).toEqual([]);
  expect(seen).toBeGreaterThan(200);
});

const scalesUsed = (of: Household): Readonly<Record<RightId, ReadonlySet<ScaleName>>> => {
  const c = calculationOf(of, knownScales);
  const traces = Object.fromEntries(rightIds.map((right) => [right, new WrittenTrace(knownScales, c.month, "mois")])) as Record<
    RightId,
    WrittenTrace
  >;
  sixteenOf(c, (right) => traces[right]);
  return Object.fromEntries(rightIds.map((right) => [right, traces[right].scalesUsed])) as unknown as Record<
    RightId,
    ReadonlySet<ScaleName>
  >;
};

const sameText = (one: Scale, other: Scale): boolean =>
  one.name.split(".")[0] === other.name.split(".")[0] && one.revaluedEachYear && one.lines.at(-1)?.from === other.lines.at(-1)?.from;

describe("zones of the housing aid", () => {
  test.each([
    ["75056", 1, "Paris"],
    ["75113", 1, "an arrondissement of Paris has its zone"],
    ["69123", 2, "Lyon"],
    ["69383", 2, "an arrondissement of Lyon"],
    ["13055", 2, "Marseille"],
    ["13201", 2, "an arrondissement of Marseille"],
    ["23096", 3, "Guéret, that no list names"],
    ["2A004", 2, "Ajaccio"],
    ["99999", 3, "a code that does not exist"],
  ])("%s is in zone %i: %s", (code, zone) => {
    expect(zoneOf(code)).toBe(zone);
  });
});
