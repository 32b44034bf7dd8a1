import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { activities, amountPeriods, BenefitContentContract, tenures, type BenefitContent } from "./benefit.contract.ts";
import { changesOf, benefitInWords } from "./benefit-change.ts";
import { fileText, readLine, writtenLine } from "./benefit-file.ts";
import { readBenefitFile } from "./benefit-file.source.ts";
import { keyFrom } from "./benefit-key.ts";
import { mobilityCheque } from "../../../house/testing/benefits.ts";
import { conditionsInWords } from "./condition.words.ts";
import { readTyped, typedFrom } from "./typed-benefit.ts";

const today = day("2026-11-20");
const word = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.replaceAll(/[\r|]/g, "").trim() || "mot");
const some = <Id extends string>(ids: readonly Id[]) => fc.subarray([...ids], { minLength: 1 });
const bounds = fc
  .tuple(fc.option(fc.nat(60), { nil: null }), fc.option(fc.integer({ min: 60, max: 120 }), { nil: null }))
  .filter(([from, to]) => from !== null || to !== null)
  .map(([from, to]) => ({ from, to }));
const conditions = fc
  .tuple(
    ...[
      bounds.map((each): object => ({ kind: "age", ...each })),
      some(activities).map((anyOf) => ({ kind: "activity", anyOf })),
      fc.integer({ min: 1, max: 100 }).map((percentFrom) => ({ kind: "disability", of: "person", percentFrom })),
      fc.integer({ min: 1, max: 100 }).map((percentFrom) => ({ kind: "disability", of: "child", percentFrom })),
      fc.integer({ min: 1, max: 15 }).map((atLeast) => ({ kind: "children", atLeast })),
      bounds.map((each) => ({ kind: "child-age", ...each })),
      fc.constant({ kind: "minor-child" }),
      fc.constant({ kind: "alone-with-children" }),
      some(tenures).map((anyOf) => ({ kind: "housing", anyOf })),
      fc.integer({ min: 1, max: 500_000 }).map((atMostCents) => ({ kind: "resources", by: "consumption-unit", atMostCents })),
      fc.integer({ min: 1, max: 500_000 }).map((atMostCents) => ({ kind: "resources", by: "quotient", atMostCents })),
      some(rightIds).map((anyOf) => ({ kind: "receives", anyOf })),
      fc.integer({ min: 1, max: 600 }).map((months) => ({ kind: "residence", months })),
    ].map((each) => fc.option(each, { nil: undefined })),
  )
  .map((all) => all.filter((each) => each !== undefined));
const benefits: fc.Arbitrary<BenefitContent> = fc
  .record({
    name: word,
    gives: word,
    amount: fc.option(
      fc.record({ cents: fc.integer({ min: 1, max: 9_999_999 }), isAtMost: fc.boolean(), period: fc.constantFrom(...amountPeriods) }),
      { nil: null },
    ),
    conditions,
    bring: fc.array(word, { maxLength: 4 }),
    otherConditions: fc.oneof(fc.constant(""), word),
  })
  .map((change) =>
    BenefitContentContract.parse({
      ...mobilityCheque,
      ...change,
      bring: change.bring.map((each) => each.replaceAll("\n", " ").trim() || "mot"),
    }),
  );

describe("a benefit goes through the file and through the form without changing", () => {
  const throughFile = (content: BenefitContent) => {
    const text = fileText([writtenLine({ key: keyFrom(content) || "x1", content }, { territory: "Creuse", state: "published" })]);
    const file = readBenefitFile(text);
    if (file.kind !== "read") throw new Error(file.sentence);
    return readLine(file.lines[0]?.cells ?? {});
  };
  test("the sample", () => {
    expect(throughFile(mobilityCheque)).toEqual({ kind: "read", key: "departement-23-cheque-mobilite", content: mobilityCheque });
  });
  test.each(["=1+1", "'=1+1", "''-2", "@somme", "'ordinaire", 'avec ";" et "guillemets"'])(
    "a name that a spreadsheet would read otherwise: %s",
    (name) => {
      expect(throughFile({ ...mobilityCheque, name })).toMatchObject({ kind: "read", content: { name } });
    },
  );
  test("any one, through the file", () => {
    fc.assert(
      fc.property(benefits, (content) => {
        expect(throughFile(content)).toMatchObject({ kind: "read", content });
      }),
      { numRuns: 600 },
    );
  });
  test("any one, through the form", () => {
    fc.assert(
      fc.property(benefits, (content) => {
        expect(readTyped(typedFrom(content, today))).toEqual({ kind: "read", content });
      }),
      { numRuns: 600 },
    );
  });
});

describe("what is typed wrong is said beside its field", () => {
  const typed = typedFrom(mobilityCheque, today);
  test.each([
    [{ name: " " }, "name"],
    [{ territory: undefined }, "territory"],
    [{ amount: "beaucoup" }, "amount"],
    [{ ageFrom: "vieux" }, "condition-age"],
    [{ ageFrom: "65", ageTo: "18" }, "condition-age"],
    [{ activities: [] }, "condition-activity"],
    [{ phone: "demander à l’accueil" }, "phone"],
    [{ startsOn: "2027-02-01", endsOn: "2027-01-01" }, "endsOn"],
    [{ sourceUrl: "creuse" }, "sourceUrl"],
    [{ gives: "a".repeat(10_000) }, "gives"],
  ])("%j: %s", (change, field) => {
    const read = readTyped({ ...typed, ...change });
    expect(read.kind === "wrong" && read.errors.map((each) => each.field)).toEqual([field]);
  });
  test("the condition that is wrong is the one that is named, whatever comes before it", () => {
    const read = readTyped({ ...typed, chosen: [...typed.chosen, "residence", "receives"], months: "longtemps", receives: ["rsa"] });
    expect(read).toMatchObject({ kind: "wrong", errors: [{ field: "condition-residence" }] });
  });
});

describe("conditions in the words of the person", () => {
  test.each<[BenefitContent["conditions"], string]>([
    [[{ kind: "age", from: 60, to: null }], "60 ans ou plus"],
    [[{ kind: "age", from: null, to: 25 }], "moins de 26 ans"],
    [[{ kind: "child-age", from: 3, to: 11 }], "un enfant de 3 à 11 ans"],
    [[{ kind: "child-age", from: null, to: 2 }], "un enfant de moins de 3 ans"],
    [[{ kind: "receives", anyOf: ["rsa", "aah"] }], "personne ou foyer qui reçoit le RSA ou l’AAH"],
    [[{ kind: "resources", by: "quotient", atMostCents: 60_000 }], "quotient familial jusqu’à 600 €"],
    [
      [
        { kind: "activity", anyOf: ["retired"] },
        { kind: "residence", months: 6 },
      ],
      "à la retraite ; habiter ici depuis 6 mois ou plus",
    ],
  ])("%j: %s", (conditions_, sentence) => {
    expect(conditionsInWords(conditions_).replaceAll("\u00a0", " ")).toBe(sentence);
  });
});

test("side by side, only what reads differently is shown", () => {
  const names = { theme: (id: string) => id, territory: () => "Creuse" };
  const [before, after] = [mobilityCheque, { ...mobilityCheque, name: "Chèque transport", bring: [] }].map((each) =>
    benefitInWords(each, names),
  );
  expect(before && after && changesOf(before, after)).toEqual([
    { field: "name", before: "Chèque mobilité", after: "Chèque transport" },
    { field: "bring", before: "Une pièce d’identité ; L’inscription à France Travail", after: "" },
  ]);
});
