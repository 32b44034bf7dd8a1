import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { answerFor, isOffered, isToVerifyAgain, stateOf } from "./benefit.ts";
import { activities, ConditionContract, tenures, type Condition } from "./benefit.contract.ts";
import { exactly, nothingKnown, type AdultFacts, type BenefitFacts, type ChildFacts } from "./benefit-facts.ts";
import { typicalHouseholds } from "./typical-households.ts";

const creuse = { kind: "departement", code: "23" } as const;
const gueret = { kind: "commune", code: "23096" } as const;
const asked = (facts: BenefitFacts, ...conditions: readonly Condition[]) =>
  answerFor({ territory: creuse, conditions: [...conditions] }, facts);
const kindOf = (facts: BenefitFacts, ...conditions: readonly Condition[]) => asked(facts, ...conditions).kind;

const mother = typicalHouseholds["lone-mother"];
const retired = typicalHouseholds["retired-couple"];
const family = typicalHouseholds["working-family"];
const student = typicalHouseholds.student;

describe("conditions × what is known: she may have it, not, or it is to be checked", () => {
  test.each<[string, BenefitFacts, Condition, string]>([
    ["sixty or more, given a couple of 74 and 71", retired, { kind: "age", from: 60, to: null }, "may-have"],
    ["sixty or more, given a mother of 31", mother, { kind: "age", from: 60, to: null }, "not"],
    ["under 26, given a student of 20", student, { kind: "age", from: null, to: 25 }, "may-have"],
    ["31 is inside « de 31 à 31 »", mother, { kind: "age", from: 31, to: 31 }, "may-have"],
    ["two children in her care, given two", mother, { kind: "children", atLeast: 2 }, "may-have"],
    ["three children in her care, given two", mother, { kind: "children", atLeast: 3 }, "not"],
    ["a child under three, given one of two", mother, { kind: "child-age", from: null, to: 2 }, "may-have"],
    ["a child from 10 to 12, given 2 and 7", mother, { kind: "child-age", from: 10, to: 12 }, "not"],
    ["a minor child, given a couple without children", retired, { kind: "minor-child" }, "not"],
    ["alone with children, given a lone mother", mother, { kind: "alone-with-children" }, "may-have"],
    ["alone with children, given two parents", family, { kind: "alone-with-children" }, "not"],
    ["alone with children, given a student without child", student, { kind: "alone-with-children" }, "not"],
    ["looking for work, given that she does", mother, { kind: "activity", anyOf: ["job-seeker"] }, "may-have"],
    ["retired or looking for work: one is enough", mother, { kind: "activity", anyOf: ["job-seeker", "retired"] }, "may-have"],
    ["a rate of 80 %, given 80 %", typicalHouseholds["disabled-adult"], { kind: "disability", of: "person", percentFrom: 80 }, "may-have"],
    ["a rate of 80 %, given none", mother, { kind: "disability", of: "person", percentFrom: 80 }, "not"],
    ["a disabled child, given none", mother, { kind: "disability", of: "child", percentFrom: 50 }, "not"],
    ["a tenant, given owners", retired, { kind: "housing", anyOf: ["tenant"] }, "not"],
    ["resources up to 620 €, given exactly 620 €", mother, { kind: "resources", by: "consumption-unit", atMostCents: 62_000 }, "may-have"],
    ["resources up to 619,99 €, given 620 €", mother, { kind: "resources", by: "consumption-unit", atMostCents: 61_999 }, "not"],
    ["a quotient up to 700 €, given 380 €", mother, { kind: "resources", by: "quotient", atMostCents: 70_000 }, "may-have"],
    ["a quotient, given that nobody knows it", student, { kind: "resources", by: "quotient", atMostCents: 70_000 }, "to-check"],
    ["the RSA or the ASPA, given the RSA", mother, { kind: "receives", anyOf: ["aspa", "rsa"] }, "may-have"],
    ["the RSA, given that she does not receive it", student, { kind: "receives", anyOf: ["rsa"] }, "not"],
    ["here for two years, given thirty months", mother, { kind: "residence", months: 24 }, "may-have"],
  ])("%s", (_, facts, condition, expected) => {
    expect(kindOf(facts, condition)).toBe(expected);
  });

  test("without any condition, whoever lives there may have it", () => {
    expect(asked(nothingKnown)).toEqual({ kind: "may-have" });
  });
  test("an answer of no says why; one to be checked says what is missing", () => {
    const [old, tenant] = [{ kind: "age", from: 60, to: null } as const, { kind: "housing", anyOf: ["tenant"] } satisfies Condition];
    expect(asked(mother, old, tenant)).toEqual({ kind: "not", because: [old] });
    expect(asked({ ...mother, adults: [{ activities: {} }] }, old, tenant)).toEqual({
      kind: "to-check",
      missing: ["age"],
      conditions: [old],
    });
  });
  test("sixty years and retired are asked of one and the same adult", () => {
    const [old, atRest] = [{ kind: "age", from: 60, to: null } as const, { kind: "activity", anyOf: ["retired"] } satisfies Condition];
    const couple = (first: AdultFacts, second: AdultFacts): BenefitFacts => ({ ...retired, adults: [first, second] });
    const no = { employed: false, "job-seeker": false, student: false, retired: false };
    expect(
      kindOf(
        couple({ age: exactly(64), activities: { ...no, employed: true } }, { age: exactly(57), activities: { ...no, retired: true } }),
        old,
        atRest,
      ),
    ).toBe("not");
    expect(
      kindOf(couple({ age: exactly(64), activities: { ...no, retired: true } }, { age: exactly(57), activities: no }), old, atRest),
    ).toBe("may-have");
  });
  test("a partner who may be there may meet what she does not", () => {
    const alone = { ...mother, adults: [{ age: exactly(40), activities: {} }] };
    expect(kindOf({ ...alone, areAdultsKnown: true }, { kind: "age", from: 60, to: null })).toBe("not");
    expect(asked({ ...alone, areAdultsKnown: false }, { kind: "age", from: 60, to: null })).toMatchObject({
      kind: "to-check",
      missing: ["partner"],
    });
  });
  test("months lived in a commune are months lived in its département, at least", () => {
    const condition = { kind: "residence", months: 24 } as const;
    const arrived = { ...mother, residenceMonths: 6 };
    expect(answerFor({ territory: gueret, conditions: [condition] }, arrived).kind).toBe("not");
    expect(answerFor({ territory: creuse, conditions: [condition] }, arrived)).toMatchObject({ kind: "to-check", missing: ["residence"] });
  });
});

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const defined = (shape: object) => Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as never;
const span = (most: number) => fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
const years = fc.option(fc.nat(120), { nil: null });
const ages = fc
  .tuple(years, years)
  .filter(([from, to]) => (from !== null || to !== null) && (from === null || to === null || from <= to))
  .map(([from, to]) => ({ from, to }));
const some = <Id extends string>(ids: readonly Id[]) => fc.subarray([...ids], { minLength: 1 });
const conditions: fc.Arbitrary<Condition> = fc.oneof(
  ages.map((each) => ({ kind: "age" as const, ...each })),
  ages.map((each) => ({ kind: "child-age" as const, ...each })),
  fc.integer({ min: 1, max: 5 }).map((atLeast) => ({ kind: "children" as const, atLeast })),
  fc.constantFrom({ kind: "minor-child" as const }, { kind: "alone-with-children" as const }),
  some(activities).map((anyOf) => ({ kind: "activity" as const, anyOf })),
  fc.record({
    kind: fc.constant("disability" as const),
    of: fc.constantFrom("person" as const, "child" as const),
    percentFrom: fc.integer({ min: 1, max: 100 }),
  }),
  some(tenures).map((anyOf) => ({ kind: "housing" as const, anyOf })),
  fc.record({
    kind: fc.constant("resources" as const),
    by: fc.constantFrom("consumption-unit" as const, "quotient" as const),
    atMostCents: fc.integer({ min: 1, max: 200_000 }),
  }),
  some(rightIds).map((anyOf) => ({ kind: "receives" as const, anyOf })),
  fc.integer({ min: 1, max: 60 }).map((months) => ({ kind: "residence" as const, months })),
);
const benefits = fc.record({ conditions: fc.array(conditions, { maxLength: 5 }), territory: fc.constantFrom(creuse, gueret) });
const flags = (ids: readonly string[]) =>
  fc.record(Object.fromEntries(ids.map((id) => [id, maybe(fc.boolean())]))).map((each) => defined(each));
const adults: fc.Arbitrary<AdultFacts> = fc
  .record({ age: maybe(span(120)), activities: flags(activities), disability: maybe(span(100)) })
  .map(defined);
const children: fc.Arbitrary<ChildFacts> = fc.record({ age: maybe(span(24)), disability: maybe(span(100)) }).map(defined);
const households: fc.Arbitrary<BenefitFacts> = fc
  .record({
    adults: fc.array(adults, { minLength: 1, maxLength: 2 }),
    areAdultsKnown: fc.boolean(),
    children: fc.array(children, { maxLength: 3 }),
    areChildrenKnown: fc.boolean(),
    tenure: maybe(fc.constantFrom("tenant" as const, "owner" as const, "other" as const)),
    resourcesPerUnitCents: maybe(fc.nat(200_000)),
    quotientCents: maybe(fc.nat(200_000)),
    receives: flags(rightIds),
    residenceMonths: maybe(fc.nat(80)),
  })
  .map((each): BenefitFacts => ({ ...(defined(each) as BenefitFacts), areAdultsKnown: each.areAdultsKnown || each.adults.length > 1 }));

/** The same household told further: each unknown may get a value, and what was told stays. */
const told = (facts: BenefitFacts): fc.Arbitrary<BenefitFacts> => {
  const inside = ({ from, to }: { from: number; to: number }) =>
    fc
      .tuple(fc.integer({ min: from, max: to }), fc.integer({ min: from, max: to }))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
  const narrower = (each: { from: number; to: number } | undefined, most: number) => (each ? inside(each) : maybe(span(most)));
  const adult = (each: AdultFacts): fc.Arbitrary<AdultFacts> =>
    fc
      .record({
        age: narrower(each.age, 120),
        activities: flags(activities).map((more) => ({ ...(more as object), ...each.activities })),
        disability: narrower(each.disability, 100),
      })
      .map(defined);
  const child = (each: ChildFacts): fc.Arbitrary<ChildFacts> =>
    fc.record({ age: narrower(each.age, 24), disability: narrower(each.disability, 100) }).map(defined);
  return fc
    .record({
      adults: fc
        .tuple(fc.tuple(...facts.adults.map(adult)), facts.areAdultsKnown ? fc.constant([]) : fc.array(adults, { maxLength: 1 }))
        .map(([a, b]) => [...a, ...b]),
      areAdultsKnown: facts.areAdultsKnown ? fc.constant(true) : fc.boolean(),
      children: fc
        .tuple(fc.tuple(...facts.children.map(child)), facts.areChildrenKnown ? fc.constant([]) : fc.array(children, { maxLength: 2 }))
        .map(([a, b]) => [...a, ...b]),
      areChildrenKnown: facts.areChildrenKnown ? fc.constant(true) : fc.boolean(),
      tenure: facts.tenure === undefined ? maybe(fc.constantFrom("tenant" as const, "owner" as const)) : fc.constant(facts.tenure),
      resourcesPerUnitCents: facts.resourcesPerUnitCents === undefined ? maybe(fc.nat(200_000)) : fc.constant(facts.resourcesPerUnitCents),
      quotientCents: facts.quotientCents === undefined ? maybe(fc.nat(200_000)) : fc.constant(facts.quotientCents),
      receives: flags(rightIds).map((more) => ({ ...(more as object), ...facts.receives })),
      residenceMonths: facts.residenceMonths === undefined ? maybe(fc.nat(80)) : fc.constant(facts.residenceMonths),
    })
    .map((each): BenefitFacts => ({ ...(defined(each) as BenefitFacts), areAdultsKnown: each.areAdultsKnown || each.adults.length > 1 }));
};

describe("what is not known excludes nobody", () => {
  test("of somebody of whom nothing is known, nothing is refused", () => {
    fc.assert(
      fc.property(benefits, (benefit) => answerFor(benefit, nothingKnown).kind !== "not"),
      { numRuns: 2000 },
    );
  });
  test("once it is yes or no, telling more changes nothing", () => {
    const pairs = households.chain((facts) => told(facts).map((more) => ({ facts, more })));
    fc.assert(
      fc.property(benefits, pairs, (benefit, { facts, more }) => {
        const [before, after] = [answerFor(benefit, facts).kind, answerFor(benefit, more).kind];
        expect(before === "to-check" || before === after).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
  test("a benefit with one condition more is never given to more people", () => {
    const order = { "may-have": 2, "to-check": 1, not: 0 };
    fc.assert(
      fc.property(benefits, conditions, households, (benefit, one, facts) => {
        const more = { ...benefit, conditions: [...benefit.conditions, one] };
        expect(order[answerFor(more, facts).kind]).toBeLessThanOrEqual(order[answerFor(benefit, facts).kind]);
      }),
      { numRuns: 3000 },
    );
  });
  test("to be checked always names what is missing; no always names a condition", () => {
    fc.assert(
      fc.property(benefits, households, (benefit, facts) => {
        const answer = answerFor(benefit, facts);
        if (answer.kind === "to-check") expect(answer.missing.length).toBeGreaterThan(0);
        if (answer.kind === "not") expect(answer.because.length).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });
  test("the conditions of these laws are conditions that may be written", () => {
    fc.assert(fc.property(conditions, (condition) => ConditionContract.safeParse(condition).success));
  });
});

describe("a verification is believed for twelve months, a benefit lasts until its last day", () => {
  test.each([
    ["2025-11-21", "2026-11-20", false],
    ["2025-11-20", "2026-11-20", true],
    ["2024-02-29", "2025-02-28", true],
  ])("looked at on %s, on %s it is to be verified again: %s", (on, today, expected) => {
    expect(isToVerifyAgain(day(on), day(today))).toBe(expected);
  });
  test.each([
    [null, null, true],
    ["2026-11-20", null, true],
    ["2026-11-21", null, false],
    [null, "2026-11-20", true],
    [null, "2026-11-19", false],
  ])("from %s to %s, on 20 November 2026 it is offered: %s", (from, to, expected) => {
    expect(isOffered({ startsOn: from === null ? null : day(from), endsOn: to === null ? null : day(to) }, day("2026-11-20"))).toBe(
      expected,
    );
  });
  test.each([
    ["withdrawn, whatever it was", { isWithdrawn: true }, "withdrawn"],
    ["a draft", { version: "draft" as const }, "draft"],
    ["published", {}, "published"],
    ["over since yesterday", { endsOn: day("2026-11-19") }, "over"],
    ["looked at long ago", { verifiedOn: day("2025-01-05") }, "to-verify"],
  ])("%s", (_, change, expected) => {
    const kept = { isWithdrawn: false, version: "published" as const, verifiedOn: day("2026-10-01"), endsOn: null };
    expect(stateOf({ ...kept, ...change }, day("2026-11-20"))).toBe(expected);
  });
});
