import { booleanIn, childrenOf, choicesIn, isAnswered, textIn, type Adult, type Facts } from "./fact.ts";
import { ageOf, hasWorkingAge, isHere, ofPerson } from "./asked-of.ts";
import type { Question } from "./question.ts";

/** Incomes that begin and end, unlike a retirement pension: only these make one ask since when. */
const isPensioned = (facts: Facts, who: Adult): boolean =>
  textIn(facts, `${who}.work`) === "retired" && (choicesIn(facts, `${who}.income`) ?? []).every((kind) => kind === "retirement");

const incomeAmounts = ["wage", "business", "unemployment", "retirement", "invalidity", "alimony"] as const;

/** What one adult does and earns. */
export const adultQuestions = (who: Adult): readonly Question[] => {
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

/** The health of one adult, as far as it opens a right. */
export const healthQuestions = (who: Adult): readonly Question[] => {
  const here = (facts: Facts): boolean => isHere(facts, who);
  return [
    {
      id: `${who}.disability`,
      kind: "choice",
      topic: "health",
      words: `${who}.disability`,
      choices: { set: "disability", ids: ["none", "half", "high", "some"] },
      isAsked: (facts, month) => here(facts) && hasWorkingAge(facts, month, who),
      fields: ofPerson(who, "taux_incapacite", "handicap", "rsdae"),
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

export const bornQuestion = (who: Adult): Question => ({
  id: `${who}.born`,
  kind: "month",
  topic: "household",
  words: `${who}.born`,
  isAsked: (facts) => isHere(facts, who),
  fields: ofPerson(who, "date_naissance"),
  isForCitizens: true,
});
