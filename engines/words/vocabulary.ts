/**
 * Vocabulaire : what may be said of a text. It belongs to the rooms, so it comes in; a model remembers the version that it learned.
 */
export interface Vocabulary {
  readonly taxonomyVersion: string;
  /** Theme of each need: `{ loyer: "logement" }`. */
  readonly themeOfNeed: Readonly<Record<string, string>>;
  readonly emotions: readonly string[];
  /** Motives of urgency: "suicide", "coupure"… */
  readonly motives: readonly string[];
  readonly fragilities: readonly string[];
}

/** Registre : how a text was written. The models do not ask for it; measures are told apart by it. */
export const registers = ["oral", "note_conseiller", "courrier_formel", "sms"] as const;
export type Register = (typeof registers)[number];

/** Niveau d'urgence : 0 information, 1 difficulty, 2 an essential breaks or a deadline of days, 3 danger to life or safety now. */
export type UrgencyLevel = 0 | 1 | 2 | 3;
