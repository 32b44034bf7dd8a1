import type { StepWords } from "./trace.ts";

/** What the trace of the ASI says. */
export const asiWords = {
  notOpen: { label: "personne invalide qui n'a pas encore l'âge de l'Aspa", law: "CSS, art. L815-24" },
  resources: { label: "ressources du trimestre, par mois", law: "CSS, art. R815-22 et s., R815-78" },
  ceiling: { label: "montant qui complète les ressources jusqu'au plafond", law: "CSS, art. L815-24-1, D815-19-1" },
  counted: { label: "ressources comptées", law: "CSS, art. L815-24-1" },
  mixed: { label: "l'autre membre du couple relève de l'Aspa", law: "CSS, art. L815-24" },
} as const satisfies Record<string, StepWords>;
