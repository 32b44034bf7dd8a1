import type { StepWords } from "./trace.ts";

/** What the trace of the Aspa says. */
export const aspaWords = {
  eligible: { label: "personnes en âge d'avoir l'Aspa", law: "CSS, art. L815-1, R815-1" },
  resources: { label: "ressources du trimestre, par mois", law: "CSS, art. L815-9, R815-22 et s." },
  ceiling: { label: "plafond de ressources", law: "CSS, art. L815-9, D815-1" },
  full: { label: "Aspa à taux plein", law: "CSS, art. L815-4, D815-1" },
  fullWithAsi: { label: "moitié de l'Aspa d'un couple, l'autre ayant l'ASI", law: "CSS, art. L815-4, D815-1" },
  above: { label: "ce qui dépasse le plafond", law: "CSS, art. L815-9" },
} as const satisfies Record<string, StepWords>;
