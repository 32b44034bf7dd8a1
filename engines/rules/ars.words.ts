import type { StepWords } from "./trace.ts";

/** What the trace of the allocation de rentrée scolaire says. */
export const arsWords = {
  children: { label: "enfants de l'âge scolaire à la rentrée", law: "CSS, art. L543-1, R543-1 à R543-3" },
  resources: { label: "ressources de l'année de référence", law: "CSS, art. R543-5, R532-3" },
  ceiling: { label: "plafond de ressources du foyer", law: "CSS, art. R543-5" },
  primary: { label: "de 6 à 10 ans", law: "CSS, art. D543-1" },
  college: { label: "de 11 à 14 ans", law: "CSS, art. D543-1" },
  lycee: { label: "de 15 à 18 ans", law: "CSS, art. D543-1" },
  above: { label: "ce qui dépasse le plafond", law: "CSS, art. R543-6" },
  tooLow: { label: "montant trop faible pour être versé", law: "CSS, art. D543-2" },
} as const satisfies Record<string, StepWords>;
