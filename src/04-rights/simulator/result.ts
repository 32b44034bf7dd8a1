import { eurosFromCents } from "#ground";
import { estimate, rightIds, staleScales, type Estimate, type RightId, type Step } from "#engines/rules";
import type { Day, Month } from "#engines/calendar";
import { papersFor, type PaperKind } from "../application/paper.ts";
import { ruleOf, type Body } from "../application/right-rule.ts";
import { lostIn, newestScale, shownRight, type Estimated } from "../estimate/estimate.ts";
import { readFacts } from "../estimate/read-household.ts";
import type { RightShown } from "../estimate/rights.contract.ts";
import { rightWords } from "../estimate/right.words.ts";
import { booleanIn, isAnswered, numberIn, type Facts } from "../facts/fact.ts";
import { questionInWords } from "../facts/question-text.ts";
import { openQuestionsOf } from "../facts/questions.ts";
import type { Question } from "../facts/question.ts";
import { rightReasonWords } from "./right-reason.words.ts";
import { reasonAgainst, reasonInWords } from "./right-reason.ts";
import { resultWords } from "./result.words.ts";

const words = resultWords.fr;

/** Un droit dans le résultat, as she reads it. */
export interface RightInResult {
  readonly right: RightId;
  readonly name: string;
  readonly is: string;
  /** « environ 210 € par mois », « de 160 € à 230 € par mois », « gratuite »; undefined when there is nothing to say. */
  readonly amount: string | undefined;
  readonly why: string;
  /** She said that she receives it: how much, when she told. */
  readonly received: string | undefined;
  /** The short names of the questions that would settle it. */
  readonly missing: readonly string[];
  /** What would settle it: papers named by the engine. */
  readonly documents: readonly string[];
  /** Where the estimate departs from the law, in sentences. */
  readonly doubts: readonly string[];
  readonly body: Body;
  readonly papers: readonly PaperKind[];
  readonly steps: readonly Step[];
}

/** Résultat : three groups, and what stands around them. */
export interface RightsResult {
  readonly may: readonly RightInResult[];
  readonly check: readonly RightInResult[];
  /** To be checked too, but for little hope: named only. */
  readonly checkToo: readonly RightInResult[];
  readonly not: readonly RightInResult[];
  /** Not this time, as they are for other situations: another age, children, a rent. */
  readonly notForYou: readonly RightInResult[];
  /** What is not received each month and each year; undefined as long as she did not say what she receives. */
  readonly notReceived: { readonly month: string | undefined; readonly year: string | undefined } | undefined;
  readonly assumptions: readonly string[];
  /** What does not fit together, in sentences. Then nothing was computed. */
  readonly complaints: readonly string[];
  readonly scalesFrom: string | undefined;
  /** Some scales are older than 13 months. */
  readonly hasOldScales: boolean;
}

/** From plain answers to what she reads. @param on the day on which the age of the scales is counted */
export const resultOf = (facts: Facts, month: Month, on: Day): RightsResult => {
  const read = readFacts(facts, month);
  const around = {
    assumptions: read.assumptions,
    complaints: read.complaints.map(({ sentence }) => sentence),
    hasOldScales: staleScales(on).length > 0,
  };
  if (read.household === undefined) return { ...around, may: [], check: [], checkToo: [], not: [], notForYou: [], ...nothingKnown };
  const estimated = estimate(read.household);
  const rights = rightIds.map((right) => shownRight(right, estimated, facts, month));
  const hasToldReceived = rights.every(({ received }) => received !== "unknown");
  return {
    ...around,
    ...groupsOf(rights, { facts, month, estimated }),
    notReceived: hasToldReceived ? lost(lostIn(estimated, rights, facts)) : undefined,
    scalesFrom: newestScale(estimated) ?? undefined,
  };
};

const nothingKnown = { notReceived: undefined, scalesFrom: undefined };

/** What was computed, and from what. */
interface Computed {
  readonly facts: Facts;
  readonly month: Month;
  readonly estimated: Estimate;
}

type Groups = Pick<RightsResult, "may" | "check" | "checkToo" | "not" | "notForYou">;

const groupsOf = (rights: readonly RightShown[], computed: Computed): Groups => {
  const { facts, month } = computed;
  // The rules of residence are not computed: to whoever is, or may be, a foreigner, nothing is concluded, neither for nor against.
  const isForeign = isAnswered(facts, "french") && booleanIn(facts, "french") !== true;
  const cautious = isForeign ? rights.map((right) => ({ ...right, state: "uncertain" as const })) : rights;
  const isByResources = (right: RightId): boolean => reasonAgainst(right, facts, month) === "resources";
  const group = (is: (right: RightShown) => boolean): readonly RightInResult[] =>
    cautious
      .filter(is)
      .toSorted((a, b) => monthly(b) - monthly(a))
      .map((right) => inResult(right, computed));
  return {
    may: group(({ state }) => state === "acquired"),
    check: group((right) => right.state === "uncertain" && hasHope(right)),
    checkToo: group((right) => right.state === "uncertain" && !hasHope(right)),
    not: group(({ right, state }) => state === "excluded" && isByResources(right)),
    notForYou: group(({ right, state }) => state === "excluded" && !isByResources(right)),
  };
};

/** What could be worth a request. */
const hasHope = ({ highCents, health }: RightShown): boolean => highCents > 0 || health.some((cover) => cover !== "none");

const monthly = ({ highCents, period }: RightShown): number => (period === "year" ? highCents / 12 : highCents);

const inResult = (shown: RightShown, { facts, month, estimated }: Computed): RightInResult => {
  const { right, state } = shown;
  const asked = { kind: "computed", right } as const;
  const fields = estimated.rights[right].missing;
  const missing = [
    ...new Set(fields.flatMap((field) => openQuestionsOf(field, facts, month)).map((question) => labelOf(question, facts, month))),
  ];
  return {
    right,
    name: rightWords.fr[right].name,
    is: rightReasonWords.fr[right].is,
    amount: amountOf(shown),
    why: whyOf(shown, missing.length > 0, facts, month),
    received: receivedOf(shown, facts),
    missing,
    documents: [...new Set(shown.doubts.flatMap(({ document }) => document ?? []))],
    doubts: [...new Set(shown.doubts.map(({ kind, reason }) => (kind === "old-scale" ? words.oldScale : reason)))],
    body: ruleOf(asked).body,
    papers: papersFor(asked),
    steps: state === "excluded" ? [] : estimated.rights[right].trace,
  };
};

/** Uncertain by what she did not say, or by what we do not compute: only the first is hers to settle. */
const whyOf = ({ right, state, lowCents }: RightShown, isMissing: boolean, facts: Facts, month: Month): string => {
  if (state === "excluded") return reasonInWords(right, reasonAgainst(right, facts, month));
  const { may } = rightReasonWords.fr[right];
  if (state === "acquired") return may;
  if (isMissing) return words.uncertain;
  return lowCents > 0 ? `${may} ${words.toConfirm}` : words.toConfirm;
};

const labelOf = (question: Question, facts: Facts, month: Month): string => questionInWords(question, facts, month).label;

/** Whole euros: an estimate told to the cent would promise too much. */
const euros = (cents: number): string => eurosFromCents(100 * Math.round(cents / 100), "fr");

export const rangeInWords = (lowCents: number, highCents: number): string => {
  if (euros(lowCents) === euros(highCents)) return words.about(euros(highCents));
  return lowCents < 100 ? words.upTo(euros(highCents)) : words.between(euros(lowCents), euros(highCents));
};

const amountOf = ({ state, period, lowCents, highCents, health }: RightShown): string | undefined => {
  if (state === "excluded") return undefined;
  if (health.length > 0) return healthInWords(health);
  return highCents === 0 ? undefined : words.per[period](rangeInWords(lowCents, highCents));
};

/** A cover is no money: free, with a share to pay, or one of several. */
const healthInWords = (covers: RightShown["health"]): string | undefined => {
  const [best, ...others] = covers;
  if (best === undefined || best === "none") return undefined;
  if (others.length === 0) return best === "free" ? words.free : words.paid;
  return best === "free" ? words.freePerhaps : words.paidPerhaps;
};

const receivedOf = ({ right, received }: RightShown, facts: Facts): string | undefined => {
  if (received !== "yes") return undefined;
  const cents = numberIn(facts, `received.${right}`);
  return cents === undefined ? words.receivedAlready : words.receivedAmount(euros(cents));
};

const lost = (notTakenUp: Estimated["notTakenUp"]): { readonly month: string | undefined; readonly year: string | undefined } => {
  const { lowMonthCents, highMonthCents, lowYearCents, highYearCents } = notTakenUp;
  return {
    month: highMonthCents < 100 ? undefined : rangeInWords(lowMonthCents, highMonthCents),
    year: highYearCents < 100 ? undefined : rangeInWords(lowYearCents, highYearCents),
  };
};
