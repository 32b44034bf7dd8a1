import { addToMonth, type Month } from "#engines/calendar";
import { childrenOf, choicesIn, hasPartner, numberIn, textIn, type Facts, type FactValue, type QuestionId } from "../facts/fact.ts";
import { mostChildren } from "../facts/questions.ts";

export const changes = ["work", "birth", "separation"] as const;
/** Changement de vie that may be tried on an estimate, without keeping anything. */
export type Change = (typeof changes)[number];

export type Changed =
  { readonly kind: "changed"; readonly facts: Facts } | { readonly kind: "not-possible"; readonly because: ChangeRefusal };
export type ChangeRefusal = "wage" | "no-partner" | "partner-unknown" | "children-unknown" | "too-many";

/** RSA and prime d'activité look at the three months before: after four, the change is wholly counted. */
const monthsAgo = 4;

/** What comes with looking for work, and stops when work begins. */
const stopsAtWork: readonly string[] = ["unemployment", "none"];

/**
 * Essayer un changement : the facts as they would be, four months after work begins, one month after a birth, right after a separation.
 * @param wageCents net wage of a month, for work alone
 */
export const changeFacts = (facts: Facts, change: Change, month: Month, wageCents: number | undefined): Changed => {
  if (change === "work") return wageCents === undefined || wageCents === 0 ? refuse("wage") : changed(atWork(facts, wageCents, month));
  if (change === "birth") return birth(facts, month);
  if (hasPartner(facts) === undefined) return refuse("partner-unknown");
  return hasPartner(facts) === true ? changed(alone(facts)) : refuse("no-partner");
};

const changed = (facts: Facts): Changed => ({ kind: "changed", facts });
const refuse = (because: ChangeRefusal): Changed => ({ kind: "not-possible", because });

const atWork = (facts: Facts, wageCents: number, month: Month): Facts => {
  const before = (choicesIn(facts, "me.income") ?? []).find((kind) => ["wage", "business", "unemployment"].includes(kind));
  const kept = (choicesIn(facts, "me.income") ?? []).filter((kind) => !stopsAtWork.includes(kind) && kind !== "wage");
  const amount = before === undefined ? undefined : numberIn(facts, `me.${before}`);
  return {
    ...facts,
    "me.work": "employed",
    "me.income": ["wage", ...kept],
    "me.wage": wageCents,
    "me.steady": false,
    "me.since": addToMonth(month, -monthsAgo),
    "me.before": before ?? "none",
    ...(amount === undefined ? {} : { "me.before.amount": amount }),
    // Declared or not, what was earned two years ago does not change.
    ...(numberIn(facts, "me.n2") === undefined ? { "me.n2": yearBefore(facts) } : {}),
  };
};

/** The incomes of today, over a year, when they are held to be those of two years ago; unknown otherwise. */
const yearBefore = (facts: Facts): FactValue => {
  const kinds = choicesIn(facts, "me.income");
  if (kinds === undefined || facts["me.steady"] === false) return null;
  const amounts = kinds.filter((kind) => kind !== "none").map((kind) => numberIn(facts, `me.${kind}`));
  return amounts.includes(undefined) ? null : 12 * amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
};

const birth = (facts: Facts, month: Month): Changed => {
  if (numberIn(facts, "children") === undefined) return refuse("children-unknown");
  const place = childrenOf(facts) + 1;
  if (place > mostChildren) return refuse("too-many");
  return changed({
    ...facts,
    children: place,
    [`child.${place}.born`]: addToMonth(month, -1),
    pregnancy: "none",
    ...whoOfTheChildren(facts, place),
  });
};

/** What was said of « one of the children » was said of those who are there, and not of the one who comes. */
const whoOfTheChildren = (facts: Facts, place: number): Facts => {
  const said = (family: string, name: string): Facts =>
    facts[family] === true ? { ...(place === 2 ? { [`child.1.${name}`]: true } : {}), [`child.${place}.${name}`]: false } : {};
  return { ...said("children.handicap", "handicap"), ...said("children.custody", "custody") };
};

/** The person who calls stays in the home with the children; what was said of the partner leaves with the partner. */
const alone = (facts: Facts): Facts => {
  const hers = Object.entries(facts).filter(([question]) => !question.startsWith("partner.") && !isPartnerChoice(facts, question));
  return { ...(Object.fromEntries(hers) as Record<QuestionId, FactValue>), union: "single", "recently-alone": childrenOf(facts) > 0 };
};

const isPartnerChoice = (facts: Facts, question: QuestionId): boolean => question === "pregnancy" && textIn(facts, question) === "partner";
