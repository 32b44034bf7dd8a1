import type { StepWords } from "./trace.ts";

/** What the trace of the RSA says. */
export const rsaWords = {
  persons: { label: "personnes du foyer", law: "CASF, art. L262-2, R262-1, R262-3" },
  notOpen: { label: "ni 25 ans, ni enfant, ni les heures du RSA jeune, ou études en cours", law: "CASF, art. L262-4, L262-7-1" },
  flatAmount: { label: "montant forfaitaire du foyer", law: "CASF, art. L262-2, R262-1" },
  raisedAmount: { label: "montant forfaitaire majoré d'un parent seul", law: "CASF, art. L262-9, R262-1" },
  housing: { label: "forfait logement", law: "CASF, art. L262-3, R262-9, R262-10" },
  income: { label: "revenus et pensions, moyenne de trois mois", law: "CASF, art. R262-6, R262-7, R262-12, R262-13" },
  familyBenefits: { label: "prestations familiales du mois", law: "CASF, art. R262-10-1, R262-11" },
  minima: { label: "Aspa, ASS, AAH, ASI et majoration pour la vie autonome", law: "CASF, art. R262-6, R262-11" },
  whole: { label: "ressources plus hautes que le montant forfaitaire", law: "CASF, art. L262-2" },
  tooLow: { label: "montant trop faible pour être versé", law: "CASF, art. R262-39" },
} as const satisfies Record<string, StepWords>;
