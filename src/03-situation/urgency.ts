/** Niveau d'urgence : 0 none, 1 to watch, 2 soon, 3 danger now. Set by a human, never lowered by software. */
export const urgencyLevels = [0, 1, 2, 3] as const;
export type UrgencyLevel = (typeof urgencyLevels)[number];

export const urgencyMotives = [
  "suicide",
  "violence",
  "danger_enfant",
  "danger_vulnerable",
  "sante_vitale",
  "rue",
  "coupure",
  "expulsion",
  "sans_ressource",
  "sans_nourriture",
  "echeance",
] as const;
export type UrgencyMotive = (typeof urgencyMotives)[number];

/** Urgence : what was flagged, by whom and when. */
export interface Urgency {
  readonly level: UrgencyLevel;
  readonly motives: readonly UrgencyMotive[];
  readonly flaggedAt: Date;
  readonly flaggedBy: string;
}

/** One list of numbers, everywhere. 114 is a text to send, never dialled; the others may be called with the person on the line. */
export const emergencyNumbers = [
  { number: "15", how: "call" },
  { number: "17", how: "call" },
  { number: "18", how: "call" },
  { number: "112", how: "call" },
  { number: "115", how: "call" },
  { number: "119", how: "call" },
  { number: "3114", how: "call" },
  { number: "3919", how: "call" },
  { number: "3977", how: "call" },
  { number: "114", how: "text" },
] as const;
export type EmergencyNumber = (typeof emergencyNumbers)[number]["number"];
