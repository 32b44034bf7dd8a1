import type { StepWords } from "./trace.ts";

/** What the trace of the AAH says. */
export const aahWords = {
  notOpen: { label: "aucun taux d'incapacité, ni âge, qui ouvre l'AAH", law: "CSS, art. L821-1, L821-2, D821-1" },
  rate: { label: "taux d'incapacité reconnu", law: "CSS, art. L821-1, L821-2, D821-1" },
  earned: { label: "revenus d'activité de l'année de référence", law: "CSS, art. R821-4" },
  earnedThisQuarter: { label: "revenus d'activité du trimestre, sur un an", law: "CSS, art. R821-4-1" },
  earnedKept: { label: "revenus d'activité comptés après abattement", law: "CSS, art. R821-4, D821-9" },
  others: { label: "autres ressources de l'année de référence", law: "CSS, art. R821-4" },
  othersThisQuarter: { label: "autres ressources du trimestre, sur un an", law: "CSS, art. R821-4-1" },
  ceiling: { label: "plafond mensuel, majoré pour les enfants à charge", law: "CSS, art. L821-3, D821-2" },
  full: { label: "AAH à taux plein", law: "CSS, art. L821-3-1, D821-3" },
  resources: { label: "ce que les ressources retirent", law: "CSS, art. L821-3, R821-4" },
  pension: { label: "pension d'invalidité et ASI déjà versées", law: "CSS, art. L821-1" },
} as const satisfies Record<string, StepWords>;
