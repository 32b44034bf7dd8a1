import type { StepWords } from "./trace.ts";

/** What the trace of the ASS says. */
export const assWords = {
  notOpen: {
    label: "personne en fin de droits au chômage qui cherche un emploi et a travaillé cinq ans sur dix",
    law: "Code du travail, art. L5423-1, R5423-1",
  },
  resources: { label: "ressources du foyer sur douze mois, par mois", law: "Code du travail, art. R5423-2 à R5423-6" },
  ceiling: { label: "plafond de ressources", law: "Code du travail, art. R5423-1" },
  full: { label: "ASS de trente jours", law: "Code du travail, art. L5423-1, L5423-6" },
  above: { label: "ce qui dépasse le plafond", law: "Code du travail, art. R5423-1" },
  tooLow: { label: "moins d'un jour d'allocation : rien n'est versé", law: "Code du travail, art. R5423-1" },
} as const satisfies Record<string, StepWords>;
