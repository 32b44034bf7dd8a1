import type { StepWords } from "./trace.ts";

/** What the trace of the prime d'activité says. */
export const primeActiviteWords = {
  notOpen: { label: "aucune activité suffisante sur les trois derniers mois", law: "CSS, art. L842-1, L842-2, R842-1" },
  flatAmount: { label: "montant forfaitaire du foyer", law: "CSS, art. L842-3, R842-3" },
  raisedAmount: { label: "montant forfaitaire majoré d'un parent seul", law: "CSS, art. L842-7, R842-3, D843-1" },
  earned: { label: "revenus d'activité du foyer", law: "CSS, art. L842-4, R842-2, R844-1" },
  earnedShare: { label: "part des revenus d'activité ajoutée", law: "CSS, art. L842-3, D843-3" },
  bonus: { label: "bonifications des personnes qui travaillent", law: "CSS, art. L842-3, D843-2" },
  others: { label: "autres ressources du foyer", law: "CSS, art. L842-4, R844-1 à R844-5" },
  housing: { label: "forfait logement", law: "CSS, art. R844-3, R844-4" },
  deducted: { label: "ressources retirées, au moins le montant forfaitaire", law: "CSS, art. L842-3, L842-4" },
  third: { label: "prime de ce mois, pour un tiers", law: "CSS, art. L843-4, R843-1" },
  tooLow: { label: "montant trop faible pour être versé", law: "CSS, art. R846-4" },
} as const satisfies Record<string, StepWords>;
