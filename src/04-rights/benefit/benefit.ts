import { addMonths, compareDays, type Day } from "#engines/calendar";
import type { BenefitContent, Condition } from "./benefit.contract.ts";
import type { BenefitFacts, MissingFact } from "./benefit-facts.ts";
import { adultMeets, allOf, anyOf, householdMeets, isAboutAnAdult, type Verdict } from "./condition.ts";

/**
 * Réponse pour une aide : she may have it; she may not, and these conditions say why; or it is to be checked, and these facts are missing.
 * Never « she has it »: who grants it decides, and may ask for more than the closed list says.
 */
export type BenefitAnswer =
  | { readonly kind: "may-have" }
  | { readonly kind: "not"; readonly because: readonly Condition[] }
  | { readonly kind: "to-check"; readonly missing: readonly MissingFact[]; readonly conditions: readonly Condition[] };

/** Conditions × ce que l'on sait : three answers, and what is not known excludes nobody. */
export const answerFor = (benefit: Pick<BenefitContent, "conditions" | "territory">, facts: BenefitFacts): BenefitAnswer => {
  const parts = partsOf(benefit, facts);
  const because = parts.filter(({ verdict }) => verdict.kind === "unmet").flatMap(({ conditions }) => conditions);
  if (because.length > 0) return { kind: "not", because };
  const open = parts.filter(({ verdict }) => verdict.kind === "unknown");
  if (open.length === 0) return { kind: "may-have" };
  return {
    kind: "to-check",
    missing: [...new Set(open.flatMap(({ verdict }) => (verdict.kind === "unknown" ? verdict.missing : [])))],
    conditions: open.flatMap(({ conditions }) => conditions),
  };
};

interface Part {
  readonly conditions: readonly Condition[];
  readonly verdict: Verdict;
}

/** What is asked of one adult is one part, each other condition another. */
const partsOf = ({ conditions, territory }: Pick<BenefitContent, "conditions" | "territory">, facts: BenefitFacts): readonly Part[] => {
  const ofAnAdult = conditions.filter(isAboutAnAdult);
  const others = conditions.flatMap((condition) => (isAboutAnAdult(condition) ? [] : [condition]));
  const oneAdult: readonly Part[] =
    ofAnAdult.length === 0
      ? []
      : [
          {
            // When one condition fails for everybody, it alone is the reason.
            conditions: reasonsOf(ofAnAdult, facts),
            verdict: anyAdult(facts, (adult) => allOf(ofAnAdult.map((condition) => adultMeets(condition, adult)))),
          },
        ];
  return [
    ...oneAdult,
    ...others.map((condition): Part => ({ conditions: [condition], verdict: householdMeets(condition, facts, territory.kind) })),
  ];
};

const anyAdult = (facts: BenefitFacts, meets: (adult: BenefitFacts["adults"][number]) => Verdict): Verdict => {
  const told = anyOf(facts.adults.map(meets));
  // Somebody who may live with her may meet what she does not.
  return facts.areAdultsKnown || told.kind === "met" ? told : anyOf([told, { kind: "unknown", missing: ["partner"] }]);
};

const reasonsOf = (conditions: readonly Parameters<typeof adultMeets>[0][], facts: BenefitFacts): readonly Condition[] => {
  const verdicts = conditions.map((condition) => ({
    condition,
    verdict: anyOf(facts.adults.map((adult) => adultMeets(condition, adult))),
  }));
  const failing = verdicts.filter(({ verdict }) => verdict.kind === "unmet");
  const open = verdicts.filter(({ verdict }) => verdict.kind !== "met");
  const told = failing.length > 0 ? failing : open;
  return (told.length > 0 ? told : verdicts).map(({ condition }) => condition);
};

/** How long a verification is believed. */
export const verifiedForMonths = 12;

/** « À revérifier »: looked at more than twelve months ago. Still shown, and said. */
export const isToVerifyAgain = (verifiedOn: Day, today: Day): boolean => compareDays(addMonths(verifiedOn, verifiedForMonths), today) <= 0;

/** Whether it is offered on a day: begun, and not over. */
export const isOffered = ({ startsOn, endsOn }: Pick<BenefitContent, "startsOn" | "endsOn">, today: Day): boolean =>
  (startsOn === null || compareDays(startsOn, today) <= 0) && (endsOn === null || compareDays(today, endsOn) <= 0);

/** États d'une aide, as they are read: only what somebody did is kept; « to-verify » and « over » come from the day. */
export const benefitStates = ["draft", "to-review", "published", "to-verify", "over", "withdrawn"] as const;
export type BenefitState = (typeof benefitStates)[number];

/** @param version the state of the version that people see, or of the one being written when none is published */
export const stateOf = (
  benefit: {
    readonly isWithdrawn: boolean;
    readonly version: "draft" | "to-review" | "published";
    readonly verifiedOn: Day;
    readonly endsOn: Day | null;
  },
  today: Day,
): BenefitState => {
  if (benefit.isWithdrawn) return "withdrawn";
  if (benefit.version !== "published") return benefit.version;
  if (benefit.endsOn !== null && compareDays(benefit.endsOn, today) < 0) return "over";
  return isToVerifyAgain(benefit.verifiedOn, today) ? "to-verify" : "published";
};
