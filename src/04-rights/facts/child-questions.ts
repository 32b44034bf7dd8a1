import { ageOf, mayBe, ofPerson } from "./asked-of.ts";
import { booleanIn, childrenOf } from "./fact.ts";
import type { Question } from "./question.ts";

/** The most children that are asked about one after the other. */
export const mostChildren = 12;

/** Who each child is. */
export const childQuestions = (child: number): readonly Question[] => [
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
export const childDetails = (child: number): readonly Question[] => [
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

export const eachChild = (questions: (child: number) => readonly Question[]): readonly Question[] =>
  Array.from({ length: mostChildren }, (_, at) => questions(at + 1)).flat();
