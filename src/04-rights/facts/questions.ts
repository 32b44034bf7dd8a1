import type { Month } from "#engines/calendar";
import type { FieldPath } from "#engines/rules";
import { adultQuestions, bornQuestion, healthQuestions } from "./adult-questions.ts";
import { ageOf, always, fixed, mayBe, ofChildren, ofPerson } from "./asked-of.ts";
import { childDetails, childQuestions, eachChild } from "./child-questions.ts";
import { adultsOf, childPlaces, childrenOf, hasPartner, isAnswered, textIn, type Facts, type FactValue, type QuestionId } from "./fact.ts";
import type { Question } from "./question.ts";
import { familyOnly, receivedEachMonth, receivedOtherwise, receivedQuestions } from "./received-questions.ts";

export { mostChildren } from "./child-questions.ts";

const tenants = ["social", "rented", "furnished"];
const isTenant = (facts: Facts): boolean => tenants.includes(textIn(facts, "home") ?? "");
const hasChildren = (facts: Facts): boolean => childrenOf(facts) > 0;

/**
 * Every question, in the one calm order in which they are asked: who lives here, where, what comes in, what is already received, health,
 * and what is read on the tax notice. A question looks only at answers before it.
 */
const allQuestions: readonly Question[] = [
  {
    id: "union",
    kind: "choice",
    topic: "household",
    words: "union",
    choices: { set: "union", ids: ["single", "married", "civil-union", "cohabiting"] },
    isAsked: always,
    fields: fixed("situation_familiale"),
    isForCitizens: true,
  },
  bornQuestion("me"),
  bornQuestion("partner"),
  {
    id: "children",
    kind: "count",
    topic: "household",
    words: "children",
    isAsked: always,
    // The engine reads as many children as it is told of: no field of it asks for one more.
    fields: fixed(),
    isForCitizens: true,
  },
  ...eachChild(childQuestions),
  {
    id: "recently-alone",
    kind: "yes-no",
    topic: "household",
    words: "recently-alone",
    isAsked: (facts) => hasPartner(facts) === false && hasChildren(facts),
    fields: fixed("isolement_recent"),
    isForCitizens: true,
  },
  {
    id: "commune",
    kind: "commune",
    topic: "home",
    words: "commune",
    isAsked: always,
    fields: fixed("logement.zone_apl"),
    isForCitizens: true,
  },
  {
    id: "home",
    kind: "choice",
    topic: "home",
    words: "home",
    choices: { set: "home", ids: ["social", "rented", "furnished", "owner", "loan", "free", "institution", "none"] },
    isAsked: always,
    fields: fixed("logement.statut", "logement"),
    isForCitizens: true,
  },
  {
    id: "rent",
    kind: "amount",
    topic: "home",
    words: "rent",
    isAsked: isTenant,
    fields: fixed("logement.loyer"),
    isForCitizens: true,
  },
  {
    id: "flat-share",
    kind: "choice",
    topic: "home",
    words: "flat-share",
    choices: { set: "flat-share", ids: ["alone", "shared", "room"] },
    isAsked: isTenant,
    fields: fixed("logement.colocation", "logement.chambre"),
    isForCitizens: false,
  },
  {
    id: "shares-costs",
    kind: "yes-no",
    topic: "home",
    words: "shares-costs",
    isAsked: (facts) => textIn(facts, "home") === "free",
    fields: fixed("logement.participation_frais"),
    isForCitizens: false,
  },
  ...adultQuestions("me"),
  ...adultQuestions("partner"),
  {
    id: "children.earn",
    kind: "yes-no",
    topic: "incomes",
    words: "children.earn",
    isAsked: (facts, month) => childPlaces(facts).some((child) => (ageOf(facts, month, `child.${child}.born`) ?? 0) >= 16),
    fields: ofChildren("revenus"),
    isForCitizens: true,
  },
  ...eachChild((child) => childDetails(child).filter(({ topic }) => topic === "incomes")),
  {
    id: "savings",
    kind: "amount",
    topic: "incomes",
    words: "savings",
    isLarge: true,
    isAsked: always,
    fields: ofPerson("me", "livret_a", "epargne_non_imposable"),
    isForCitizens: true,
  },
  {
    id: "received",
    kind: "several",
    topic: "received",
    words: "received",
    choices: { set: "received", ids: [...receivedEachMonth, ...receivedOtherwise, "none"] },
    isAsked: always,
    fields: fixed("prestations_percues"),
    isForCitizens: true,
  },
  ...receivedQuestions,
  ...healthQuestions("me"),
  ...healthQuestions("partner"),
  {
    id: "pregnancy",
    kind: "choice",
    topic: "health",
    words: "pregnancy",
    choices: { set: "pregnancy", ids: ["none", "me", "partner"] },
    isAsked: (facts, month) => adultsOf(facts).some((who) => mayBe(ageOf(facts, month, `${who}.born`), 14, 54)),
    fields: (facts) => adultsOf(facts).flatMap((who) => ofPerson(who, "enceinte")(facts)),
    isForCitizens: true,
  },
  {
    id: "children.handicap",
    kind: "yes-no",
    topic: "health",
    words: "children.handicap",
    isAsked: hasChildren,
    fields: ofChildren("handicap"),
    isForCitizens: true,
  },
  ...eachChild((child) => childDetails(child).filter(({ id }) => id.endsWith(".handicap"))),
  {
    id: "children.custody",
    kind: "yes-no",
    topic: "health",
    words: "children.custody",
    isAsked: hasChildren,
    fields: ofChildren("garde_alternee"),
    isForCitizens: true,
  },
  ...eachChild((child) => childDetails(child).filter(({ id }) => id.endsWith(".custody"))),
  {
    id: "rfr",
    kind: "amount",
    topic: "rest",
    words: "rfr",
    isLarge: true,
    isAsked: always,
    fields: fixed("foyers_fiscaux_rfr_n2.a", "foyers_fiscaux_rfr_n2"),
    isForCitizens: true,
  },
  {
    id: "partner.rfr",
    kind: "amount",
    topic: "rest",
    words: "partner.rfr",
    isLarge: true,
    // Married or in a civil union, they share one tax notice.
    isAsked: (facts) => textIn(facts, "union") === "cohabiting",
    fields: fixed("foyers_fiscaux_rfr_n2.b"),
    isForCitizens: true,
  },
  {
    id: "french",
    kind: "yes-no",
    topic: "rest",
    words: "french",
    isAsked: always,
    fields: (facts) => adultsOf(facts).flatMap((who) => ofPerson(who, "nationalite")(facts)),
    isForCitizens: true,
  },
];

const byId = new Map(allQuestions.map((question) => [question.id, question]));

/** The question of this id; undefined when there is none. */
export const findQuestion = (id: QuestionId): Question | undefined => byId.get(id);

/** Questions à poser : those that have a sense given what is known, answered or not, in their calm order. */
export const questionsFor = (facts: Facts, month: Month): readonly Question[] =>
  allQuestions.filter(({ isAsked }) => isAsked(facts, month));

/**
 * Only the answers that have a sense now: what was said of three children when there are two again, or of a rent that is paid no more, is
 * left out. It is not forgotten: a question asked again shows it again.
 */
export const factsAsked = (facts: Facts, month: Month): Facts => {
  const kept: Record<QuestionId, FactValue> = {};
  for (const { id, isAsked } of allQuestions) {
    const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
    if (value !== undefined && isAsked(kept, month)) kept[id] = value;
  }
  return kept;
};

/** Which benefits of the list may be received here: those of families only when there are children. */
export const choicesOf = (question: Question, facts: Facts): readonly string[] => {
  const ids = question.choices?.ids ?? [];
  if (question.id === "received" && !hasChildren(facts)) return ids.filter((id) => !familyOnly.includes(id) && id !== "ars");
  if (question.id === "pregnancy" && hasPartner(facts) !== true) return ids.filter((id) => id !== "partner");
  return ids;
};

/** Whose number or existence the engine cannot ask: as long as these are unknown, they come before whatever it ranks. */
export const firstQuestions = (facts: Facts, month: Month): readonly Question[] =>
  questionsFor(facts, month).filter(({ id }) => ["union", "children"].includes(id) && !isAnswered(facts, id));

const concerns = (asked: FieldPath, field: FieldPath): boolean =>
  asked === field || field.startsWith(`${asked}.`) || asked.startsWith(`${field}.`);

/** The plain questions that would still settle a field: those not asked yet, and those to which she did not know what to say. */
export const openQuestionsOf = (field: FieldPath, facts: Facts, month: Month): readonly Question[] => {
  const open = questionsFor(facts, month).filter(({ id }) => !isAnswered(facts, id) || facts[id] === null);
  const exact = open.filter((question) => question.fields(facts).includes(field));
  return exact.length > 0 ? exact : open.filter((question) => question.fields(facts).some((asked) => concerns(asked, field)));
};

/** From a field of the engine to the plain question that settles it; undefined when none is left to ask. An exact field comes first. */
export const questionOfField = (field: FieldPath, facts: Facts, month: Month): Question | undefined => {
  const open = questionsFor(facts, month).filter(({ id }) => !isAnswered(facts, id));
  return (
    open.find((question) => question.fields(facts).includes(field)) ??
    open.find((question) => question.fields(facts).some((asked) => concerns(asked, field)))
  );
};
