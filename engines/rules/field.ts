/**
 * Champ : the way to a piece of a household in the shape that enters (`menage`), with dots and indexes.
 * "logement.loyer", "personnes.0.date_naissance", "personnes.1.revenus", "prestations_percues.aah.p1".
 */
export type FieldPath = string;

/** The way made of its pieces: `fieldPath("personnes", 0, "activite")` is "personnes.0.activite". */
export const fieldPath = (...pieces: readonly (string | number)[]): FieldPath => pieces.join(".");
