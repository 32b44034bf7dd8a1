import { estimate, nextQuestions, rightIds, staleScales, type Estimate, type PartialHousehold, type RightId } from "#engines/rules";
import type { Day, Month } from "#engines/calendar";
import { rightsReceived } from "../facts/received-of.ts";
import { numberIn, type Facts, type QuestionId } from "../facts/fact.ts";
import { firstQuestions, questionOfField, questionsFor } from "../facts/questions.ts";
import { readFacts } from "./read-household.ts";
import type { RightShown, RightsShown } from "./rights.contract.ts";

/** Estimation d'une situation : all that is decided from the facts, without who said them. */
export type Estimated = Pick<
  RightsShown,
  "month" | "next" | "rights" | "notTakenUp" | "assumptions" | "complaints" | "scalesFrom" | "oldScales"
> & {
  readonly asked: readonly QuestionId[];
};

const nothing = { lowMonthCents: 0, highMonthCents: 0, lowYearCents: 0, highYearCents: 0 };

/**
 * Estime ce que ce foyer pourrait avoir, from plain facts.
 * @param month the month of the rights  @param on the day on which the age of the scales is counted
 */
export const estimateFacts = (facts: Facts, month: Month, on: Day): Estimated => {
  const read = readFacts(facts, month);
  const shared = {
    month,
    asked: questionsFor(facts, month).map(({ id }) => id),
    assumptions: [...read.assumptions],
    complaints: read.complaints.map(({ question, sentence }) => ({ question: question ?? null, sentence })),
    oldScales: staleScales(on).map(({ label, lastDate, months }) => ({ label, lastDate, months })),
  };
  if (read.household === undefined) return { ...shared, next: null, rights: [], notTakenUp: nothing, scalesFrom: null };
  const estimated = estimate(read.household);
  const rights = rightIds.map((right) => shownRight(right, estimated, facts, month));
  return {
    ...shared,
    next: nextQuestion(read.household, facts, month),
    rights,
    notTakenUp: lostIn(estimated, rights, facts),
    scalesFrom: newestScale(estimated),
  };
};

export const shownRight = (right: RightId, estimated: Estimate, facts: Facts, month: Month): RightShown => {
  const found = estimated.rights[right];
  const told = rightsReceived(facts);
  const received = told === undefined ? "unknown" : told.has(right) ? "yes" : "no";
  const lost = isReceivedSomehow(right, facts) ? nothingLost : estimated.nonTakeUp.byRight[right];
  return {
    right,
    state: found.state,
    period: found.period,
    lowCents: found.lowCents,
    highCents: found.highCents,
    likelyCents: found.likelyCents,
    health: [...(found.health ?? [])],
    received,
    lostLowCents: lost.lowCents,
    lostHighCents: lost.highCents,
    missing: [...new Set(found.missing.flatMap((field) => questionOfField(field, facts, month)?.id ?? []))],
    doubts: found.doubts
      .filter(({ kind }) => kind !== "missing")
      .map(({ kind, reason, document }) => ({ kind, reason, document: document ?? null })),
  };
};

/** She said that it comes, and not how much (of yearly sums nobody asks): it is received, and nothing of it is counted as lost. */
const isReceivedSomehow = (right: RightId, facts: Facts): boolean =>
  right !== "css" && rightsReceived(facts)?.has(right) === true && numberIn(facts, `received.${right}`) === undefined;

const nothingLost = { lowCents: 0, highCents: 0 };

/** What is not received in a month, and in a year: what comes once a year counts for a year, and for nothing in a month. */
export const lostIn = ({ nonTakeUp }: Estimate, rights: readonly RightShown[], facts: Facts): Estimated["notTakenUp"] => {
  const { lowMonthCents, highMonthCents, lowOnceAYearCents, highOnceAYearCents } = rights.some(({ right }) =>
    isReceivedSomehow(right, facts),
  )
    ? lostByRight(rights)
    : nonTakeUp;
  return {
    lowMonthCents,
    highMonthCents,
    lowYearCents: 12 * lowMonthCents + lowOnceAYearCents,
    highYearCents: 12 * highMonthCents + highOnceAYearCents,
  };
};

const lostByRight = (rights: readonly RightShown[]) => {
  const sum = (period: RightShown["period"], end: "lostLowCents" | "lostHighCents"): number =>
    rights.filter((right) => right.period === period).reduce((total, right) => total + right[end], 0);
  return {
    lowMonthCents: sum("month", "lostLowCents"),
    highMonthCents: sum("month", "lostHighCents"),
    lowOnceAYearCents: sum("year", "lostLowCents"),
    highOnceAYearCents: sum("year", "lostHighCents"),
  };
};

/** Who lives here comes first, since the engine cannot ask it; then the field that could change most. */
const nextQuestion = (household: PartialHousehold, facts: Facts, month: Month): Estimated["next"] => {
  const [first] = firstQuestions(facts, month);
  if (first) return { question: first.id, couldChangeCents: null };
  for (const { field, couldChangeCents } of nextQuestions(household)) {
    const question = questionOfField(field, facts, month);
    if (question && couldChangeCents > 0) return { question: question.id, couldChangeCents };
  }
  return null;
};

export const newestScale = (estimated: Estimate): string | null =>
  rightIds
    .flatMap((right) => estimated.rights[right].trace)
    .reduce<string | null>(
      (newest, { scaleDate }) => (scaleDate !== null && (newest === null || scaleDate > newest) ? scaleDate : newest),
      null,
    );
