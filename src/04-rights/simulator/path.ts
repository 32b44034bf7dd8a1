import { nextQuestions, readHousehold, zoneOf, type FieldPath } from "#engines/rules";
import type { Month } from "#engines/calendar";
import { isAnswered, textIn, type Facts, type QuestionId } from "../facts/fact.ts";
import { householdOf } from "../facts/household-of.ts";
import type { Question } from "../facts/question.ts";
import { questionsFor } from "../facts/questions.ts";

/**
 * Asked whatever they could change: without who lives here, where, and what comes in, nothing can be ranked; and of a nationality nothing is
 * ever supposed in the place of the person.
 */
const always =
  /^(union|children|commune|home|rent|received|french|child\..*|children\.earn|(me|partner)\.(born|work|income|steady|since|before.*|wage|business|unemployment|retirement|invalidity|alimony))$|^received\./;

/**
 * Le chemin des questions : those that have a sense for this household, in their calm order. What can change nothing any more is left out;
 * what was answered stays, so that it may be read again and changed.
 */
export const pathOf = (facts: Facts, month: Month): readonly Question[] => {
  const known = found.get(facts);
  if (known?.month === month) return known.path;
  const path = findPath(facts, month);
  found.set(facts, { month, path });
  return path;
};

/** A page looks at its path several times, and each time the engine would try hundreds of households. */
const found = new WeakMap<Facts, { readonly month: Month; readonly path: readonly Question[] }>();

const findPath = (facts: Facts, month: Month): readonly Question[] => {
  const asked = questionsFor(facts, month).filter(({ isForCitizens }) => isForCitizens);
  const open = asked.filter(({ id }) => !isAnswered(facts, id) && !always.test(id));
  if (open.length === 0) return asked;
  const useless = uselessAmong(open, facts, month);
  return asked.filter(({ id }) => !useless.has(id));
};

const uselessAmong = (open: readonly Question[], facts: Facts, month: Month): ReadonlySet<QuestionId> => {
  const commune = textIn(facts, "commune");
  const read = readHousehold(householdOf(facts, { month, zone: commune === undefined ? null : zoneOf(commune) }).menage);
  if (read.kind === "refused") return new Set();
  const useful = nextQuestions(read.household)
    .filter(({ couldChangeCents }) => couldChangeCents > 0)
    .map(({ field }) => field);
  return new Set(open.filter((question) => isUseless(question.fields(facts), read.unknown, useful)).map(({ id }) => id));
};

/** All that it settles is unknown to the engine, which says that nothing of it could change anything. What is supposed stays asked. */
const isUseless = (fields: readonly FieldPath[], unknown: readonly FieldPath[], useful: readonly FieldPath[]): boolean => {
  const concerned = fields.flatMap((field) => unknown.filter((each) => concerns(field, each)));
  return concerned.length > 0 && !fields.some((field) => useful.some((each) => concerns(field, each)));
};

const concerns = (one: FieldPath, other: FieldPath): boolean => one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);

/** The question after another one, or the first; undefined after the last one. */
export const questionAfter = (path: readonly Question[], order: readonly Question[], id: QuestionId | undefined): Question | undefined => {
  if (id === undefined) return path[0];
  const later = new Set(order.slice(order.findIndex((question) => question.id === id) + 1).map((question) => question.id));
  return path.find((question) => later.has(question.id));
};
