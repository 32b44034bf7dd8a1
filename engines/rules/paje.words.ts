import type { StepWords } from "./trace.ts";

/** What the trace of the basic allowance of the Paje says. */
export const pajeWords = {
  infants: { label: "enfants de moins de trois ans", law: "CSS, art. L531-1, L531-3" },
  resources: { label: "ressources de l'année de référence", law: "CSS, art. R531-1, R532-3" },
  fullCeiling: { label: "plafond du taux plein", law: "CSS, art. R531-1" },
  halfCeiling: { label: "plafond du taux partiel", law: "CSS, art. R531-1" },
  full: { label: "allocation de base à taux plein", law: "CSS, art. L531-3, D531-2" },
  half: { label: "allocation de base à taux partiel", law: "CSS, art. L531-3, D531-2" },
} as const satisfies Record<string, StepWords>;
