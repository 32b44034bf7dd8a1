import { addToMonth, type Month } from "#engines/calendar";
import { fieldPath, type FieldPath } from "#engines/rules";
import { ageIn } from "./age.ts";
import {
  adultsOf,
  booleanIn,
  childPlaces,
  childrenOf,
  choicesIn,
  hasPartner,
  isAnswered,
  textIn,
  type Adult,
  type Facts,
  type QuestionId,
} from "./fact.ts";
import type { Question } from "./question.ts";

const placeOf = (facts: Facts, who: Adult | number): number =>
  who === "me" ? 0 : who === "partner" ? 1 : who + (hasPartner(facts) === true ? 1 : 0);

const ofPerson =
  (who: Adult | number, ...names: readonly string[]) =>
  (facts: Facts): readonly FieldPath[] =>
    names.map((name) => fieldPath("personnes", placeOf(facts, who), name));

const ofChildren =
  (name: string) =>
  (facts: Facts): readonly FieldPath[] =>
    childPlaces(facts).map((child) => fieldPath("personnes", placeOf(facts, child), name));

const fixed =
  (...fields: readonly FieldPath[]) =>
  (): readonly FieldPath[] =>
    fields;

const always = (): boolean => true;
const isHere = (facts: Facts, who: Adult): boolean => who === "me" || hasPartner(facts) === true;

const ageOf = (facts: Facts, month: Month, id: QuestionId): number | undefined => {
  const born = textIn(facts, id);
  return born === undefined ? undefined : ageIn(month, born);
};

/** Whether an age may stand between two bounds: an unknown age may. */
const mayBe = (age: number | undefined, least: number, most: number): boolean => age === undefined || (age >= least && age <= most);

const hasWorkingAge = (facts: Facts, month: Month, who: Adult): boolean => mayBe(ageOf(facts, month, `${who}.born`), 15, 66);

/** Incomes that begin and end, unlike a retirement pension: only these make one ask since when. */
const isPensioned = (facts: Facts, who: Adult): boolean =>
  textIn(facts, `${who}.work`) === "retired" && (choicesIn(facts, `${who}.income`) ?? []).every((kind) => kind === "retirement");

const incomeAmounts = ["wage", "business", "unemployment", "retirement", "invalidity", "alimony"] as const;

const adultQuestions = (who: Adult): readonly Question[] => {
  const here = (facts: Facts): boolean => isHere(facts, who);
  const hasChanged = (facts: Facts): boolean => here(facts) && booleanIn(facts, `${who}.steady`) === false;
  return [
    {
      id: `${who}.work`,
      kind: "choice",
      topic: "incomes",
      words: `${who}.work`,
      choices: { set: "work", ids: ["employed", "unemployed", "retired", "student", "home", "self-employed"] },
      isAsked: here,
      fields: ofPerson(who, "activite"),
      isForCitizens: true,
    },
    {
      id: `${who}.income`,
      kind: "several",
      topic: "incomes",
      words: `${who}.income`,
      choices: { set: "income", ids: [...incomeAmounts, "other", "none"] },
      isAsked: here,
      fields: ofPerson(who, "revenus"),
      isForCitizens: true,
    },
    ...incomeAmounts.map((kind): Question => ({
      id: `${who}.${kind}`,
      kind: "amount",
      topic: "incomes",
      words: `${who}.${kind}`,
      isAsked: (facts) => here(facts) && (choicesIn(facts, `${who}.income`) ?? []).includes(kind),
      fields: ofPerson(who, "revenus"),
      isForCitizens: true,
    })),
    {
      id: `${who}.steady`,
      kind: "yes-no",
      topic: "incomes",
      words: `${who}.steady`,
      isAsked: (facts) => here(facts) && !isPensioned(facts, who),
      fields: ofPerson(who, "revenus", "revenus_annuels_n2", "date_debut_chomage"),
      isForCitizens: true,
    },
    {
      id: `${who}.since`,
      kind: "month",
      topic: "incomes",
      words: `${who}.since`,
      isAsked: hasChanged,
      fields: ofPerson(who, "revenus", "date_debut_chomage"),
      isForCitizens: true,
    },
    {
      id: `${who}.before`,
      kind: "choice",
      topic: "incomes",
      words: `${who}.before`,
      choices: { set: "before", ids: ["wage", "business", "unemployment", "retirement", "none"] },
      isAsked: hasChanged,
      fields: ofPerson(who, "revenus"),
      isForCitizens: true,
    },
    {
      id: `${who}.before.amount`,
      kind: "amount",
      topic: "incomes",
      words: `${who}.before.amount`,
      isAsked: (facts) => hasChanged(facts) && ![undefined, "none"].includes(textIn(facts, `${who}.before`)),
      fields: ofPerson(who, "revenus"),
      isForCitizens: true,
    },
    {
      id: `${who}.n2`,
      kind: "amount",
      topic: "incomes",
      words: `${who}.n2`,
      isLarge: true,
      // Only the family benefits and the allowance for disabled adults look two years back.
      isAsked: (facts) => hasChanged(facts),
      fields: ofPerson(who, "revenus_annuels_n2"),
      isForCitizens: true,
    },
    {
      id: `${who}.worked-five-years`,
      kind: "yes-no",
      topic: "incomes",
      words: `${who}.worked-five-years`,
      isAsked: (facts) =>
        here(facts) &&
        textIn(facts, `${who}.work`) === "unemployed" &&
        isAnswered(facts, `${who}.income`) &&
        !(choicesIn(facts, `${who}.income`) ?? []).includes("unemployment"),
      fields: ofPerson(who, "ass_condition_activite_anterieure"),
      isForCitizens: true,
    },
    {
      id: `${who}.worked-young`,
      kind: "yes-no",
      topic: "incomes",
      words: `${who}.worked-young`,
      isAsked: (facts, month) => {
        const age = ageOf(facts, month, `${who}.born`);
        return (
          here(facts) && age !== undefined && age >= 18 && age < 25 && childrenOf(facts) === 0 && textIn(facts, `${who}.work`) !== "student"
        );
      },
      fields: ofPerson(who, "rsa_jeune_condition_heures"),
      isForCitizens: true,
    },
    {
      id: `${who}.scholarship`,
      kind: "yes-no",
      topic: "incomes",
      words: `${who}.scholarship`,
      isAsked: (facts) => here(facts) && textIn(facts, `${who}.work`) === "student",
      fields: ofPerson(who, "boursier"),
      isForCitizens: true,
    },
  ];
};

const healthQuestions = (who: Adult): readonly Question[] => {
  const here = (facts: Facts): boolean => isHere(facts, who);
  return [
    {
      id: `${who}.disability`,
      kind: "choice",
      topic: "health",
      words: `${who}.disability`,
      choices: { set: "disability", ids: ["none", "half", "high", "some"] },
      isAsked: (facts, month) => here(facts) && hasWorkingAge(facts, month, who),
      fields: ofPerson(who, "taux_incapacite", "handicap"),
      isForCitizens: true,
    },
    {
      id: `${who}.restriction`,
      kind: "yes-no",
      topic: "health",
      words: `${who}.restriction`,
      isAsked: (facts) => here(facts) && ["half", "some"].includes(textIn(facts, `${who}.disability`) ?? ""),
      fields: ofPerson(who, "rsdae"),
      isForCitizens: true,
    },
    {
      id: `${who}.unfit`,
      kind: "yes-no",
      topic: "health",
      words: `${who}.unfit`,
      isAsked: (facts, month) => {
        const age = ageOf(facts, month, `${who}.born`);
        return here(facts) && age !== undefined && age >= 62 && age < 65;
      },
      fields: ofPerson(who, "inapte_travail"),
      isForCitizens: true,
    },
  ];
};

const bornQuestion = (who: Adult): Question => ({
  id: `${who}.born`,
  kind: "month",
  topic: "household",
  words: `${who}.born`,
  isAsked: (facts) => isHere(facts, who),
  fields: ofPerson(who, "date_naissance"),
  isForCitizens: true,
});

/** The most children that are asked about one after the other. */
export const mostChildren = 12;

const childQuestions = (child: number): readonly Question[] => [
  {
    id: `child.${child}.born`,
    kind: "month",
    topic: "household",
    words: "child.born",
    child,
    isAsked: (facts) => child <= childrenOf(facts),
    fields: ofPerson(child, "date_naissance"),
    isForCitizens: true,
  },
];

/** What is asked of one child in particular, once the family said that it concerns some of them. */
const childDetails = (child: number): readonly Question[] => [
  {
    id: `child.${child}.handicap`,
    kind: "yes-no",
    topic: "health",
    words: "child.handicap",
    child,
    isAsked: (facts) => child <= childrenOf(facts) && childrenOf(facts) > 1 && booleanIn(facts, "children.handicap") === true,
    fields: ofPerson(child, "handicap"),
    isForCitizens: true,
  },
  {
    id: `child.${child}.custody`,
    kind: "yes-no",
    topic: "health",
    words: "child.custody",
    child,
    isAsked: (facts) => child <= childrenOf(facts) && childrenOf(facts) > 1 && booleanIn(facts, "children.custody") === true,
    fields: ofPerson(child, "garde_alternee"),
    isForCitizens: true,
  },
  {
    id: `child.${child}.wage`,
    kind: "amount",
    topic: "incomes",
    words: "child.wage",
    child,
    isAsked: (facts, month) =>
      child <= childrenOf(facts) && booleanIn(facts, "children.earn") === true && mayBe(ageOf(facts, month, `child.${child}.born`), 16, 99),
    fields: ofPerson(child, "revenus"),
    isForCitizens: true,
  },
];

const eachChild = (questions: (child: number) => readonly Question[]): readonly Question[] =>
  Array.from({ length: mostChildren }, (_, at) => questions(at + 1)).flat();

/** Benefits that one may already receive each month, in the order in which people name them. */
export const receivedEachMonth = [
  "aide_logement",
  "rsa",
  "prime_activite",
  "af",
  "asf",
  "cf",
  "paje_base",
  "aah",
  "mva",
  "aeeh",
  "ass",
  "asi",
  "aspa",
] as const;

/** Those of which it is enough to know that they came: a yearly sum, or a cover that is no money. */
export const receivedOtherwise = ["css", "ars", "cheque_energie"] as const;

const familyOnly: readonly string[] = ["af", "asf", "cf", "paje_base", "aeeh"];

const receivedFields: Readonly<Record<(typeof receivedEachMonth)[number], FieldPath>> = {
  aide_logement: "prestations_percues.aide_logement",
  rsa: "prestations_percues.rsa",
  prime_activite: "prestations_percues.prime_activite",
  af: "prestations_percues.af",
  asf: "prestations_percues.asf",
  cf: "prestations_percues.cf",
  paje_base: "prestations_percues.paje_base",
  aah: "prestations_percues.aah",
  mva: "prestations_percues.caah",
  aeeh: "prestations_percues.aeeh",
  ass: "prestations_percues.ass",
  asi: "prestations_percues.asi",
  aspa: "prestations_percues.aspa",
};

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
    fields: fixed("personnes"),
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
  ...receivedEachMonth.map((right): Question => ({
    id: `received.${right}`,
    kind: "amount",
    topic: "received",
    words: `received.${right}`,
    isAsked: (facts) => (choicesIn(facts, "received") ?? []).includes(right),
    fields: fixed(receivedFields[right]),
    isForCitizens: true,
  })),
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

/** From a field of the engine to the plain question that settles it; undefined when none is left to ask. An exact field comes first. */
export const questionOfField = (field: FieldPath, facts: Facts, month: Month): Question | undefined => {
  const open = questionsFor(facts, month).filter(({ id }) => !isAnswered(facts, id));
  return (
    open.find((question) => question.fields(facts).includes(field)) ??
    open.find((question) => question.fields(facts).some((asked) => concerns(asked, field)))
  );
};

/** The first month of the history that the engine reads: January of the year before. */
export const historyBegins = (month: Month): Month => `${addToMonth(month, -12).slice(0, 4)}-01` as Month;

/** The year whose incomes the family benefits and the tax notice look at. */
export const referenceYear = (month: Month): number => Number(month.slice(0, 4)) - 2;
