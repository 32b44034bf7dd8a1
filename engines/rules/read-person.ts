import { type FieldPath } from "./field.ts";
import type { Activity, PartialPerson, Role } from "./household.ts";
import { readIncomes, readYearlyIncomes } from "./read-income.ts";
import { fieldWords, readingWords as words } from "./reading.words.ts";
import { way, type Piece, type Reading } from "./reading.ts";

const longestId = 100;
const roles: Readonly<Record<string, Role>> = { demandeur: "claimant", conjoint: "partner", enfant: "child" };
const nationalities = { francaise: "french", etrangere: "foreign" } as const;
const activities: Readonly<Record<string, Activity>> = {
  actif: "working",
  chomeur: "unemployed",
  etudiant: "student",
  retraite: "retired",
  inactif: "inactive",
};

/** Personne : what is known of one member; only a name and a role are needed. */
export const readPerson = (reading: Reading, piece: Piece, at: FieldPath): PartialPerson | null => {
  const id = readId(reading, piece["id"], way(at, "id"));
  const role = reading.oneOf(piece["role"], way(at, "role"), "role", roles) ?? missingRole(reading, piece, way(at, "role"));
  const known = {
    birthDate: reading.day(piece["date_naissance"], way(at, "date_naissance"), "date_naissance"),
    nationality:
      piece["nationalite"] === undefined
        ? ("french" as const)
        : reading.oneOf(piece["nationalite"], way(at, "nationalite"), "nationalite", nationalities),
    activity: reading.oneOf(piece["activite"], way(at, "activite"), "activite", activities),
    incomes: readIncomes(reading, piece["revenus"], way(at, "revenus")),
    yearlyIncomes: readYearlyIncomes(reading, piece["revenus_annuels_n2"], way(at, "revenus_annuels_n2")),
    unemployedSince: readUnemployment(reading, piece, at),
    disabilityRate: reading.rate(piece, at, "taux_incapacite"),
    hasWorkRestriction: reading.yesNo(piece, at, "rsdae"),
    isDisabled: reading.yesNo(piece, at, "handicap"),
    isUnfitForWork: reading.yesNo(piece, at, "inapte_travail"),
    isPregnant: reading.yesNo(piece, at, "enceinte"),
    hasScholarship: reading.yesNo(piece, at, "boursier"),
    isInSharedCustody: reading.yesNo(piece, at, "garde_alternee"),
    hasWorkedForYouthRsa: reading.yesNo(piece, at, "rsa_jeune_condition_heures"),
    hasWorkedForAss: reading.yesNo(piece, at, "ass_condition_activite_anterieure"),
    livretACents: reading.cents(piece["livret_a"], way(at, "livret_a"), "livret_a", 0),
    otherSavingsCents: reading.cents(piece["epargne_non_imposable"], way(at, "epargne_non_imposable"), "epargne_non_imposable", 0),
  };
  return id === null || role === null ? null : { id, role, ...known };
};

/** A name that objects of the language already bear would be mistaken for them. */
const readId = (reading: Reading, value: unknown, path: FieldPath): string | null => {
  if (typeof value === "string" && value.trim() !== "" && value.length <= longestId && value !== "__proto__") return value;
  return reading.complain(path, words.emptyId);
};

const missingRole = (reading: Reading, piece: Piece, path: FieldPath): null =>
  piece["role"] === undefined || piece["role"] === null ? reading.complain(path, words.required(fieldWords.role)) : null;

/** The day matters only for who is, or may be, unemployed. */
const readUnemployment = (reading: Reading, piece: Piece, at: FieldPath): PartialPerson["unemployedSince"] => {
  const value = piece["date_debut_chomage"];
  if (value === undefined) return "never";
  const since = reading.day(value, way(at, "date_debut_chomage"), "date_debut_chomage");
  const mayBeUnemployed = piece["activite"] === "chomeur" || piece["activite"] === undefined || piece["activite"] === null;
  return since === null && !mayBeUnemployed ? "never" : since;
};
