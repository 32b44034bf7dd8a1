import type { StepWords } from "./trace.ts";

/** What the trace of the allocation d'éducation de l'enfant handicapé says. */
export const aeehWords = {
  children: { label: "enfants handicapés de moins de vingt ans", law: "CSS, art. L541-1, R541-1" },
  base: { label: "allocation de base", law: "CSS, art. L541-1, D541-1" },
} as const satisfies Record<string, StepWords>;
