/** Types d'entités : what is masked, with the words of the annotation guide. */
export const entityTypes = ["NOM", "TEL", "EMAIL", "ADRESSE", "NIR", "IBAN", "DATE_NAISSANCE", "ENTREPRISE", "IDENTIFIANT"] as const;
export type EntityType = (typeof entityTypes)[number];

/** Entité : a piece of text that tells who or where someone is. UTF-16 indices in the text as given: `text.slice(start, end)` is `entity.text`. */
export type Entity = {
  readonly type: EntityType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
};
