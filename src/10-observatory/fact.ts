import { monthOf, type Month } from "#engines/calendar";
import { departementOf } from "./departement.ts";

/** Orientation close, as a fact: what was asked for, and how it ended. */
export interface ReferralFact {
  readonly need: string;
  /** As the referral says it: "delivered", "exhausted", "unknown"… */
  readonly outcome: string;
}

/** Droit non utilisé, as a fact: acquired, and confirmed not to be received; its amount is a band, never a sum. */
export interface RightNotUsedFact {
  readonly right: string;
  readonly band: string;
}

/** Situation connue : what `factsOfSituation` of the situation's room says of it, and the referrals that ended. */
export interface KnownSituation {
  readonly situationId: string;
  readonly personId: string;
  readonly openedAt: Date;
  readonly communeCode?: string;
  readonly population?: string;
  readonly demands: readonly { readonly theme: string }[];
  readonly needs: readonly { readonly theme: string; readonly need: string; readonly origin: string; readonly severity: number }[];
  readonly emotions: readonly { readonly emotion: string; readonly intensity: number }[];
  readonly referrals?: readonly ReferralFact[];
  readonly rightsNotUsed?: readonly RightNotUsedFact[];
}

/** Fait sans identité : one line of what the observatory keeps. No name, no address, no word; persons and situations are pseudonyms. */
export interface Fact {
  readonly kind: "situation" | "demand" | "need" | "emotion" | "referral" | "right";
  /** Pseudonyms of this month, in hexadecimal. */
  readonly situation: string;
  readonly person: string;
  readonly departement: string | undefined;
  readonly population: string | undefined;
  readonly theme?: string;
  readonly need?: string;
  readonly origin?: string;
  readonly severity?: number;
  readonly emotion?: string;
  readonly intensity?: number;
  readonly outcome?: string;
  readonly right?: string;
  readonly band?: string;
}

/** The month whose facts these are: the one in which the situation was opened, in Paris. */
export const monthOfFacts = (known: Pick<KnownSituation, "openedAt">): Month => monthOf(known.openedAt);

/**
 * Faits d'une situation, written under the pseudonyms of its month. A demand said twice makes one fact, so that the same news told twice
 * gives the same facts.
 */
export const factsFrom = (known: KnownSituation, pseudonym: (kind: "person" | "situation", id: string) => string): readonly Fact[] => {
  const shared = {
    situation: pseudonym("situation", known.situationId),
    person: pseudonym("person", known.personId),
    departement: known.communeCode === undefined ? undefined : departementOf(known.communeCode),
    population: known.population,
  };
  return [
    { ...shared, kind: "situation" },
    ...[...new Set(known.demands.map(({ theme }) => theme))].map((theme): Fact => ({ ...shared, kind: "demand", theme })),
    ...known.needs.map(({ theme, need, origin, severity }): Fact => ({ ...shared, kind: "need", theme, need, origin, severity })),
    ...known.emotions.map(({ emotion, intensity }): Fact => ({ ...shared, kind: "emotion", emotion, intensity })),
    ...(known.referrals ?? []).map(({ need, outcome }): Fact => ({ ...shared, kind: "referral", need, outcome })),
    ...(known.rightsNotUsed ?? []).map(({ right, band }): Fact => ({ ...shared, kind: "right", right, band })),
  ];
};
