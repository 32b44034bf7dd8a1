export const fragilities = [
  "isolement",
  "finances",
  "sante",
  "logement",
  "violences",
  "aidant_epuise",
  "illectronisme",
  "risque_suicidaire",
] as const;
/** Fragilité : what makes a difficulty weigh more on somebody. Told by facts that were said, never by a score of the person. */
export type Fragility = (typeof fragilities)[number];
