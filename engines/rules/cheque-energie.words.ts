import type { StepWords } from "./trace.ts";

/** What the trace of the energy cheque says. */
export const chequeEnergieWords = {
  noHome: { label: "pas de logement à son nom", law: "Code de l'énergie, art. L124-1" },
  taxIncome: { label: "revenus fiscaux de référence du foyer", law: "Code de l'énergie, art. L124-1, R124-1" },
  units: { label: "unités de consommation", law: "Code de l'énergie, art. R124-1" },
  perUnit: { label: "revenu par unité de consommation", law: "Code de l'énergie, art. R124-1, R124-3" },
  cheque: { label: "chèque énergie", law: "Code de l'énergie, art. R124-3 ; arrêté du 26/12/2018" },
} as const satisfies Record<string, StepWords>;
