import type { Reservation } from "./assumption.ts";
import { adultsOf, booleanIn, choicesIn, isAnswered, textIn, type Facts } from "./fact.ts";

/** What this household has that the estimate does not compute. It excludes from nothing. */
export const reservationsOf = (facts: Facts): readonly Reservation[] => {
  const works = adultsOf(facts).map((who) => textIn(facts, `${who}.work`));
  const incomes = adultsOf(facts).flatMap((who) => choicesIn(facts, `${who}.income`) ?? []);
  const home = textIn(facts, "home");
  const isForeign = isAnswered(facts, "french") && booleanIn(facts, "french") !== true;
  const all: readonly (readonly [Reservation, boolean])[] = [
    ["foreign", isForeign],
    ["overseas", /^9[78]/.test(textIn(facts, "commune") ?? "")],
    ["other-incomes", incomes.includes("other")],
    ["self-employed", works.includes("self-employed") || incomes.includes("business")],
    ["institution", home === "institution"],
    ["loan", home === "loan"],
  ];
  return all.filter(([, holds]) => holds).map(([reservation]) => reservation);
};
