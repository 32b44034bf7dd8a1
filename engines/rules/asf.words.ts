import type { StepWords } from "./trace.ts";

/** What the trace of the allocation de soutien familial says. */
export const asfWords = {
  couple: { label: "parent en couple : pas de droit", law: "CSS, art. L523-2" },
  children: { label: "enfants élevés par un parent seul", law: "CSS, art. L523-1" },
  support: { label: "soutien pour chaque enfant", law: "CSS, art. L523-1, D523-1" },
  alimony: { label: "pension alimentaire déjà reçue", law: "CSS, art. L523-1, D523-1" },
  tooLow: { label: "montant trop faible pour être versé", law: "CSS, art. D523-1" },
} as const satisfies Record<string, StepWords>;
