import type { Register } from "./register.ts";

/**
 * Identité civile : what a register asks to know who somebody is. Given to it at the time of the call, never written in a log; kept sealed
 * so that it is asked once, as long as she agrees to be looked up.
 */
export interface CivilIdentity {
  /** Nom de naissance: registers do not know the name of use. */
  readonly birthName?: string | undefined;
  readonly firstNames?: readonly string[] | undefined;
  /** AAAA-MM-JJ. */
  readonly birthDate?: string | undefined;
  /** As on her papers: no register asks otherwise. */
  readonly sex?: "F" | "M" | undefined;
  /** INSEE code of the commune of birth, or of the country when she was not born in France. */
  readonly birthPlace?: string | undefined;
  /** Identifiant France Travail: that register knows people by nothing else. */
  readonly jobSeekerNumber?: string | undefined;
}

export const identityFields = ["birthName", "firstNames", "birthDate", "sex", "birthPlace", "jobSeekerNumber"] as const;
export type IdentityField = (typeof identityFields)[number];

const civil: readonly IdentityField[] = ["birthName", "firstNames", "birthDate", "sex", "birthPlace"];

/** What this register needs to know who she is. */
export const neededBy = (register: Register): readonly IdentityField[] => (register === "demandeur_emploi" ? ["jobSeekerNumber"] : civil);

const isThere = (value: CivilIdentity[IdentityField]): boolean => value !== undefined && value.length > 0;

/** What must still be asked before this register may be. */
export const missingFor = (register: Register, identity: CivilIdentity): readonly IdentityField[] =>
  neededBy(register).filter((field) => !isThere(identity[field]));

/** Only what this register needs: nothing else of her leaves. */
export const onlyNeeded = (register: Register, identity: CivilIdentity): CivilIdentity =>
  Object.fromEntries(neededBy(register).map((field) => [field, identity[field]]));

/** Countries begin with 99; France is 99100. */
export const isCountry = (place: string): boolean => place.startsWith("99");
export const france = "99100";
