import { zoneOf, readHousehold, type FieldPath, type PartialHousehold } from "#engines/rules";
import type { Month } from "#engines/calendar";
import { assumptionsInWords, reservationInWords } from "../facts/assumption.ts";
import { textIn, type Facts, type QuestionId } from "../facts/fact.ts";
import { householdOf } from "../facts/household-of.ts";
import { findQuestion, questionsFor } from "../facts/questions.ts";

/** What is said beside every estimate, and where it comes from. */
export interface HouseholdRead {
  /** Undefined when the answers do not fit together: the complaints say which. */
  readonly household: PartialHousehold | undefined;
  /** What is supposed, and what is not computed, in sentences. */
  readonly assumptions: readonly string[];
  readonly complaints: readonly { readonly question: QuestionId | undefined; readonly sentence: string }[];
}

/** Foyer lu : from the plain facts to the household of the engine. */
export const readFacts = (facts: Facts, month: Month): HouseholdRead => {
  const commune = textIn(facts, "commune");
  const { menage, assumptions, reservations } = householdOf(facts, { month, zone: commune === undefined ? null : zoneOf(commune) });
  const said = [...reservations.map((each) => reservationInWords(each)), ...assumptionsInWords(assumptions)];
  const read = readHousehold(menage);
  if (read.kind === "read") return { household: read.household, assumptions: said, complaints: [] };
  return {
    household: undefined,
    assumptions: said,
    complaints: read.complaints.map(({ field, sentence }) => ({ question: questionAbout(field, facts, month), sentence })),
  };
};

/** The plain question that gave a field, answered or not: an exact field before a piece of it. */
const questionAbout = (field: FieldPath, facts: Facts, month: Month): QuestionId | undefined => {
  const asked = questionsFor(facts, month);
  const exact = asked.find((question) => question.fields(facts).includes(field));
  return (exact ?? asked.find((question) => question.fields(facts).some((each) => field.startsWith(`${each}.`))))?.id;
};

export const isQuestion = (id: QuestionId): boolean => findQuestion(id) !== undefined;
