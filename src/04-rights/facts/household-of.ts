import { adultOf } from "./adult-of.ts";
import type { Assumption, Reservation } from "./assumption.ts";
import { childOf } from "./child-of.ts";
import { adultsOf, booleanIn, childPlaces, hasPartner, numberIn, textIn, type Facts } from "./fact.ts";
import { Gathering, type HouseholdAt } from "./gathering.ts";
import { homeOf } from "./home-of.ts";
import { factsAsked } from "./questions.ts";
import { receivedOf, taxIncomesOf } from "./received-of.ts";
import { reservationsOf } from "./reservations.ts";

export type { HouseholdAt } from "./gathering.ts";
export { rightsReceived } from "./received-of.ts";

/** Ménage tiré des faits : what `readHousehold` of the engine reads, with null wherever nothing was told, and all that was supposed. */
export interface HouseholdOfFacts {
  readonly menage: Record<string, unknown>;
  readonly assumptions: readonly Assumption[];
  /** What this household has that the estimate does not compute. */
  readonly reservations: readonly Reservation[];
}

/** From plain facts to the household of the engine. Nothing is supposed without being said; what cannot be supposed stays null. */
export const householdOf = (told: Facts, at: HouseholdAt): HouseholdOfFacts => {
  const facts = factsAsked(told, at.month);
  const gathering = new Gathering(facts, at);
  if (numberIn(facts, "children") === undefined) gathering.suppose({ kind: "no-children" });
  const menage = {
    mois: at.month,
    situation_familiale: unions[textIn(facts, "union") ?? ""] ?? null,
    isolement_recent: recentlyAlone(facts),
    personnes: [...adultsOf(facts).map((who) => adultOf(gathering, who)), ...childPlaces(facts).map((child) => childOf(gathering, child))],
    logement: homeOf(gathering),
    prestations_percues: receivedOf(facts),
    foyers_fiscaux_rfr_n2: taxIncomesOf(facts),
  };
  return { menage, assumptions: gathering.assumptions, reservations: reservationsOf(facts) };
};

const unions: Readonly<Record<string, string>> = {
  single: "celibataire",
  married: "marie",
  "civil-union": "pacse",
  cohabiting: "concubinage",
};

const recentlyAlone = (facts: Facts): boolean | null => {
  if (hasPartner(facts) === true || numberIn(facts, "children") === 0) return false;
  return booleanIn(facts, "recently-alone") ?? null;
};
