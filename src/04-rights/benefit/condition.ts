import type { Condition } from "./benefit.contract.ts";
import type { AdultFacts, BenefitFacts, ChildFacts, MissingFact, Span } from "./benefit-facts.ts";
import type { TerritoryKind } from "./territory.ts";

/** Verdict d'une condition. What is not known never makes it « unmet ». */
export type Verdict =
  { readonly kind: "met" } | { readonly kind: "unmet" } | { readonly kind: "unknown"; readonly missing: readonly MissingFact[] };

const met: Verdict = { kind: "met" };
const unmet: Verdict = { kind: "unmet" };
const unknown = (...missing: readonly MissingFact[]): Verdict => ({ kind: "unknown", missing });
const known = (holds: boolean): Verdict => (holds ? met : unmet);

/** All must hold: one that fails decides, then one that is not known. */
export const allOf = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.some(({ kind }) => kind === "unmet")) return unmet;
  return joined(verdicts) ?? met;
};

/** One is enough: one that holds decides, then one that is not known. */
export const anyOf = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.some(({ kind }) => kind === "met")) return met;
  return joined(verdicts) ?? unmet;
};

const joined = (verdicts: readonly Verdict[]): Verdict | undefined => {
  const missing = verdicts.flatMap((verdict) => (verdict.kind === "unknown" ? verdict.missing : []));
  return missing.length === 0 ? undefined : unknown(...new Set(missing));
};

type Of<Kind extends Condition["kind"]> = Extract<Condition, { readonly kind: Kind }>;
type AdultCondition = Of<"age"> | Of<"activity"> | (Of<"disability"> & { readonly of: "person" });
type HouseholdCondition = Exclude<Condition, AdultCondition>;

/** Conditions that one and the same adult must meet together: sixty years and retired is one person, not two. */
export const isAboutAnAdult = (condition: Condition): condition is AdultCondition =>
  condition.kind === "age" || condition.kind === "activity" || (condition.kind === "disability" && condition.of === "person");

export const adultMeets = (condition: AdultCondition, adult: AdultFacts): Verdict => {
  if (condition.kind === "age") return ageVerdict(condition, adult.age, "age");
  if (condition.kind === "disability") return rateVerdict(condition.percentFrom, adult.disability, "disability");
  return anyOf(condition.anyOf.map((activity) => yesOrNo(adult.activities[activity], "activity")));
};

/** @param where whose benefit it is: months lived in a commune are months lived in its département, at least */
export const householdMeets = (condition: HouseholdCondition, facts: BenefitFacts, where: TerritoryKind): Verdict => {
  switch (condition.kind) {
    case "children":
      if (facts.children.length >= condition.atLeast) return met;
      return facts.areChildrenKnown ? unmet : unknown("children");
    case "child-age":
      return aChild(facts, (child) => ageVerdict(condition, child.age, "child-age"));
    case "minor-child":
      return aChild(facts, (child) => ageVerdict({ from: null, to: 17 }, child.age, "child-age"));
    case "disability":
      return aChild(facts, (child) => rateVerdict(condition.percentFrom, child.disability, "child-disability"));
    case "alone-with-children":
      return allOf([alone(facts), aChild(facts, () => met)]);
    case "housing":
      return facts.tenure === undefined ? unknown("tenure") : known((condition.anyOf as readonly string[]).includes(facts.tenure));
    case "resources":
      return condition.by === "quotient"
        ? ceiling(condition.atMostCents, facts.quotientCents, "quotient")
        : ceiling(condition.atMostCents, facts.resourcesPerUnitCents, "resources");
    case "receives":
      return anyOf(condition.anyOf.map((right) => yesOrNo(facts.receives[right], "receives")));
    case "residence":
      if (facts.residenceMonths === undefined) return unknown("residence");
      if (facts.residenceMonths >= condition.months) return met;
      return where === "commune" ? unmet : unknown("residence");
  }
};

const yesOrNo = (value: boolean | undefined, missing: MissingFact): Verdict => (value === undefined ? unknown(missing) : known(value));

/** A span that lies wholly inside is met, wholly outside is not; anything else is to be told. */
const spanVerdict = (bounds: Span, span: Span | undefined, missing: MissingFact): Verdict => {
  if (span === undefined) return unknown(missing);
  if (span.to < bounds.from || span.from > bounds.to) return unmet;
  return span.from >= bounds.from && span.to <= bounds.to ? met : unknown(missing);
};

const ageVerdict = (
  { from, to }: { readonly from: number | null; readonly to: number | null },
  age: Span | undefined,
  missing: MissingFact,
): Verdict => spanVerdict({ from: from ?? 0, to: to ?? Infinity }, age, missing);

const rateVerdict = (from: number, rate: Span | undefined, missing: MissingFact): Verdict =>
  spanVerdict({ from, to: Infinity }, rate, missing);

const ceiling = (most: number, cents: number | undefined, missing: MissingFact): Verdict =>
  cents === undefined ? unknown(missing) : known(cents <= most);

const aChild = (facts: BenefitFacts, meets: (child: ChildFacts) => Verdict): Verdict =>
  anyOf([...facts.children.map(meets), facts.areChildrenKnown ? unmet : unknown("children")]);

const alone = (facts: BenefitFacts): Verdict => {
  if (facts.adults.length > 1) return unmet;
  return facts.areAdultsKnown ? met : unknown("partner");
};
