import type { Id } from "#ground";

export const populations = ["actif_prive", "actif_public", "retraite", "demandeur_emploi", "etudiant", "autre"] as const;
export type Population = (typeof populations)[number];

export const ageBands = ["under-18", "18-25", "26-39", "40-59", "60-74", "75-plus"] as const;
/** Tranche d'âge : all that is asked of the age of someone who gives no name. */
export type AgeBand = (typeof ageBands)[number];

export const accessNeeds = ["phone-only", "interpreter", "sign-language", "easy-to-read", "no-internet", "wheelchair"] as const;
/** Besoin d'accès : what makes listening possible for her. */
export type AccessNeed = (typeof accessNeeds)[number];

/** Moyen de contact : a telephone, a mail or an address. Never unique: couples share one. */
export interface ContactPoint {
  readonly id: Id<"ContactPoint">;
  readonly channel: "phone" | "mail" | "address";
  /** E.164 or short number, mail address, postal address. */
  readonly value: string;
  readonly holder: "self" | "shared" | "trusted";
  /** Whether a message may be left there. Absence means no. */
  readonly isSafeForMessage: boolean;
}

/** Personne : who is listened to, named or not. The same human being known to two commissioners is two persons. */
export interface Person {
  readonly id: Id<"Person">;
  /** What is read aloud to find a file again: « 4F-2817 ». */
  readonly number: string;
  readonly kind: "identified" | "anonymous";
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  /** AAAA-MM-JJ. */
  readonly birthDate: string | undefined;
  readonly communeCode: string | undefined;
  readonly ageBand: AgeBand | undefined;
  /** When a return code was last given; the code itself is known to her alone. */
  readonly returnCodeAt: Date | undefined;
  readonly population: Population | undefined;
  /** Read in the commissioner's list, or said by her. */
  readonly populationFrom: "entitlement" | "declared" | undefined;
  readonly language: string;
  readonly accessNeeds: readonly AccessNeed[];
  /** No message may be left, no sender may show: someone may be watching. */
  readonly isProtected: boolean;
  readonly householdId: Id<"Household"> | undefined;
  readonly lastContactAt: Date;
  readonly contactPoints: readonly ContactPoint[];
}

/** How a person is called on screens. Someone anonymous is never called « inconnu ». */
export const displayName = (person: Pick<Person, "kind" | "firstName" | "lastName" | "number">): string => {
  const name = [person.firstName, person.lastName].filter((part) => part !== undefined && part !== "").join(" ");
  return name === "" ? `Personne anonyme, dossier ${person.number}` : name;
};

export const phoneOf = (person: Person): ContactPoint | undefined => person.contactPoints.find((point) => point.channel === "phone");
export const mailOf = (person: Person): ContactPoint | undefined => person.contactPoints.find((point) => point.channel === "mail");

/** Âge : whole years on a day. @param birthDate @param on AAAA-MM-JJ */
export const ageOn = (birthDate: string, on: string): number =>
  Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (on.slice(5) < birthDate.slice(5) ? 1 : 0);
