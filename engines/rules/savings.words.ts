import type { StepWords } from "./trace.ts";

/** What every trace says of savings. */
export const savingsWords = {
  interest: { label: "intérêts prêtés à l'épargne du foyer", law: "CASF, art. R132-1, R262-6" },
} as const satisfies Record<string, StepWords>;
