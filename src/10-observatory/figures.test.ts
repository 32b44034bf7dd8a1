import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emotions, needIds } from "#situation";
import { isShown, type Count } from "./count.ts";
import { faultsOf, unknownWords } from "./faults.ts";
import type { Figures } from "./figures.contract.ts";
import { figuresOf } from "./figures.ts";
import { headlineOf } from "./headline.ts";
import { csvOf, fileNames, tableOf } from "./table.ts";
import type { Tally } from "./tally.ts";

const nobody: Tally = {
  persons: 0,
  situations: 0,
  contributors: 0,
  isDemonstration: false,
  severalThemes: 0,
  somethingDetected: 0,
  needs: [],
  emotions: [],
  departements: [],
  populations: [],
  referred: 0,
  outcomeKnown: 0,
  withoutSolution: 0,
  withoutSolutionByNeed: [],
};
const list = [
  { code: "38", name: "Isère", region: { code: "84", name: "Auvergne-Rhône-Alpes" } },
  { code: "73", name: "Savoie", region: { code: "84", name: "Auvergne-Rhône-Alpes" } },
  { code: "44", name: "Loire-Atlantique", region: { code: "52", name: "Pays de la Loire" } },
];
const month = (given: Partial<Tally>, previous?: Figures, name: "2026-09" | "2026-10" = "2026-10"): Figures =>
  figuresOf(name, { ...nobody, ...given }, list, previous);
const needOf = (figures: Figures, need: string) => figures.needs.find((each) => each.need === need);

describe("observatory 8: small numbers", () => {
  const figures = month({
    persons: 200,
    situations: 230,
    contributors: 2,
    needs: [
      { need: "fins_de_mois", persons: 60, expressed: 22 },
      { need: "energie", persons: 40, expressed: 35 },
      { need: "garde", persons: 4, expressed: 4 },
    ],
  });

  test("a need of 4 persons and a need of nobody are written alike, and all the needs are listed", () => {
    expect(figures.needs).toHaveLength(needIds.length);
    expect(needOf(figures, "garde")).toMatchObject({ persons: "< 11", expressed: "< 11", detected: "< 11" });
    expect(needOf(figures, "deuil")).toMatchObject({ persons: "< 11", expressed: "< 11", detected: "< 11" });
  });
  test("said and found add up; when one is small the other is hidden", () => {
    expect(needOf(figures, "fins_de_mois")).toMatchObject({ persons: 60, expressed: 22, detected: 38, rank: 1 });
    expect(needOf(figures, "energie")).toMatchObject({ persons: 40, expressed: "masqué", detected: "< 11" });
  });
  test("two organisations are not counted aloud", () => {
    expect(figures.organisations).toBe("moins de 3");
    expect(month({ persons: 200, contributors: 3 }).organisations).toBe(3);
  });
  test("one situation more than persons would tell that someone came back", () => {
    expect(month({ persons: 200, situations: 201 }).situations).toBe("masqué");
    expect(figures.situations).toBe(230);
  });
  test("those in whom something was found are hidden when one need found tells almost all of them", () => {
    const told = month({ persons: 200, somethingDetected: 40, needs: [{ need: "non_recours", persons: 38, expressed: 0 }] });
    expect(told.somethingDetected.persons).toBe(40);
    const exposed = month({ persons: 200, somethingDetected: 40, needs: [{ need: "non_recours", persons: 60, expressed: 25 }] });
    expect(exposed.somethingDetected.persons).toBe("masqué");
  });
});

test("under 22 persons only their number is given: neither places, populations nor needs are cut", () => {
  const heard = { m1: 8, c2: 7 };
  const figures = month({
    persons: 15,
    needs: [{ need: "energie", persons: 13, expressed: 12 }],
    departements: [{ code: "38", byContributor: heard }],
    populations: [{ code: "retraite", byContributor: heard }],
  });
  expect(figures.persons).toBe(15);
  expect(new Set(figures.needs.map(({ persons }) => persons))).toEqual(new Set(["masqué"]));
  expect(new Set(figures.populations.map(({ persons }) => persons))).toEqual(new Set(["masqué"]));
  expect(figures.places.map(({ name, persons }) => `${name} ${persons}`)).toEqual(["France 15"]);
});

describe("what changed is said only when it is established", () => {
  const september = month(
    {
      persons: 1000,
      needs: [
        { need: "fins_de_mois", persons: 240, expressed: 100 },
        { need: "energie", persons: 120, expressed: 60 },
      ],
    },
    undefined,
    "2026-09",
  );
  test.each([
    ["energy rises by 8 points", 200, "En octobre, la facture d’énergie monte : une personne sur cinq en parle.", "energie"],
    ["energy moves by one point", 130, "En octobre, les fins de mois difficiles devant la facture d’énergie.", "fins_de_mois"],
    ["energy falls by 8 points", 40, "En octobre, les fins de mois difficiles devant la facture d’énergie.", "fins_de_mois"],
  ])("%s", (_, persons, title, need) => {
    const october = month(
      {
        persons: 1000,
        needs: [
          { need: "fins_de_mois", persons: 240, expressed: 100 },
          { need: "energie", persons, expressed: 20 },
        ],
      },
      september,
    );
    expect(headlineOf(october)).toMatchObject({ title, need });
  });
  test("nothing to say is said so", () => {
    expect(headlineOf(month({ persons: 5 })).title).toBe("En octobre, trop peu de personnes pour en dire plus.");
  });
});

describe("closing is refused with reasons", () => {
  const figures = month({ persons: 200, needs: [{ need: "fins_de_mois", persons: 60, expressed: 22 }] });
  test("figures that we made have no fault", () => {
    expect(faultsOf(figures)).toEqual([]);
  });
  test.each([
    [
      "a sum that differs",
      { ...figures, needs: figures.needs.map((need) => (need.need === "fins_de_mois" ? { ...need, detected: 40 } : need)) },
      "« Fins de mois difficiles », dit et repéré, font 62 pour un total de 60",
    ],
    [
      "a number under 11",
      { ...figures, populations: figures.populations.map((population) => ({ ...population, persons: 3 })) },
      "n’a pas une forme publiable",
    ],
  ])("%s", (_, faulty, reason) => {
    expect(faultsOf(faulty).join(" ")).toContain(reason);
  });
  test("an emotion that nobody knows", () => {
    expect(unknownWords({ ...nobody, emotions: [{ emotion: "spleen", persons: 20, strong: 2 }] })).toHaveLength(1);
  });
});

/** Small months: what each person holds, from which the tally is counted as the database would. */
const anyTally = fc
  .array(
    fc.record({
      needs: fc.uniqueArray(fc.record({ need: fc.constantFrom(...needIds.slice(0, 4)), isSaid: fc.boolean() }), {
        maxLength: 3,
        selector: ({ need }) => need,
      }),
      emotion: fc.option(fc.record({ emotion: fc.constantFrom(...emotions.slice(0, 3)), intensity: fc.integer({ min: 1, max: 3 }) })),
      departement: fc.option(fc.constantFrom("38", "73", "44")),
      population: fc.option(fc.constantFrom("retraite", "actif_prive")),
      contributor: fc.constantFrom("m1", "m1", "c2"),
      outcome: fc.option(fc.constantFrom("delivered", "unknown", "exhausted")),
    }),
    { minLength: 1, maxLength: 90 },
  )
  .map((persons): Tally => {
    const withNeed = (need: string) => persons.flatMap((person) => person.needs.filter((each) => each.need === need));
    const cells = (code: (person: (typeof persons)[number]) => string | null) =>
      [...Map.groupBy(persons, code)].map(([key, held]) => ({
        code: key ?? undefined,
        byContributor: Object.fromEntries([...Map.groupBy(held, ({ contributor }) => contributor)].map(([id, each]) => [id, each.length])),
      }));
    return {
      ...nobody,
      persons: persons.length,
      situations: persons.length,
      contributors: new Set(persons.map(({ contributor }) => contributor)).size,
      somethingDetected: persons.filter(({ needs }) => needs.some(({ isSaid }) => !isSaid)).length,
      severalThemes: persons.filter(({ needs }) => needs.length > 1).length,
      needs: needIds
        .slice(0, 4)
        .map((need) => ({ need, persons: withNeed(need).length, expressed: withNeed(need).filter(({ isSaid }) => isSaid).length }))
        .filter((each) => each.persons > 0),
      emotions: emotions.slice(0, 3).map((emotion) => {
        const felt = persons.filter((person) => person.emotion?.emotion === emotion);
        return { emotion, persons: felt.length, strong: felt.filter((person) => (person.emotion?.intensity ?? 0) >= 2).length };
      }),
      departements: cells(({ departement }) => departement),
      populations: cells(({ population }) => population),
      referred: persons.filter(({ outcome }) => outcome !== null).length,
      outcomeKnown: persons.filter(({ outcome }) => outcome !== null && outcome !== "unknown").length,
      withoutSolution: persons.filter(({ outcome }) => outcome === "exhausted").length,
      withoutSolutionByNeed: needIds.slice(0, 4).flatMap((need) => {
        const count = persons.filter((person) => person.outcome === "exhausted" && person.needs.some((each) => each.need === need)).length;
        return count === 0 ? [] : [{ need, persons: count }];
      }),
    };
  });

/** Everything that somebody could subtract: a published part, and the published whole that holds it. */
const nested = (figures: Figures): readonly (readonly [Count, Count])[] => [
  ...figures.needs.flatMap((need): [Count, Count][] => [
    [need.persons, figures.persons],
    [need.expressed, need.persons],
    [need.detected, need.persons],
    [need.detected, figures.somethingDetected.persons],
  ]),
  ...figures.emotions.flatMap((emotion): [Count, Count][] => [
    [emotion.persons, figures.persons],
    [emotion.strong.persons, emotion.persons],
  ]),
  ...[figures.severalThemes, figures.somethingDetected, figures.referred].map(({ persons }): [Count, Count] => [persons, figures.persons]),
  [figures.outcomeKnown.persons, figures.referred.persons],
  [figures.withoutSolution.persons, figures.outcomeKnown.persons],
  ...figures.withoutSolution.needs.map(({ persons }): [Count, Count] => [persons, figures.withoutSolution.persons]),
];

describe("observatory 8: nobody is found in a published month", () => {
  test("no file holds a number of persons under 11, and no subtraction gives one", () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const figures = month(tally);
        expect(faultsOf(figures)).toEqual([]);
        for (const [part, whole] of nested(figures)) if (isShown(part) && isShown(whole)) expect(whole - part).toBeGreaterThanOrEqual(11);
        for (const file of fileNames) {
          const { columns, rows } = tableOf(file, figures);
          for (const row of rows)
            for (const [at, { page, file: written }] of row.entries()) {
              if (!["Personnes", "Nombre", "Dit par la personne", "Repéré pendant l’échange", "Entendue forte"].includes(columns[at] ?? ""))
                continue;
              if (row[0]?.page === "Organismes") continue;
              const isMark = written === "< 11" || written === "masqué";
              expect(isMark || Number(written) >= 11).toBe(true);
              if (isMark) expect(page).toBe(written);
            }
          expect(csvOf({ columns, rows }).startsWith("\uFEFF")).toBe(true);
        }
        const small = tally.needs.filter(({ persons }) => persons < 11).map(({ need }) => needOf(figures, need)?.persons);
        expect(small.every((count) => count === (tally.persons >= 11 && tally.persons < 22 ? "masqué" : "< 11"))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("populations: nobody holds a hidden one within five persons", () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const { populations, persons } = month(tally);
        if (!isShown(persons) || persons < 22) return;
        const hidden = populations.filter((each) => !isShown(each.persons));
        const left = persons - populations.reduce((sum, each) => sum + (isShown(each.persons) ? each.persons : 0), 0);
        // What an attacker who reads the marks may hold of one hidden cell, the others taking what they can.
        for (const cell of hidden) {
          const others = hidden.filter((each) => each !== cell);
          const least = (each: { persons: Count }) => (each.persons === "< 11" ? 0 : 11);
          const most = (each: { persons: Count }) => (each.persons === "< 11" ? 10 : Infinity);
          const high = Math.min(most(cell), left - others.reduce((sum, each) => sum + least(each), 0));
          const low = Math.max(least(cell), left - others.reduce((sum, each) => sum + most(each), 0));
          const isAllMarked = populations.every((each) => each.persons === "masqué");
          expect(isAllMarked || high - low >= 10).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
