import type { StepWords } from "./trace.ts";

/** What the trace of the family allowances says. */
export const afWords = {
  children: { label: "enfants à charge", law: "CSS, art. L521-1, L512-3" },
  resources: { label: "ressources de l'année de référence", law: "CSS, art. D521-4, R532-3" },
  firstCeiling: { label: "premier plafond, pour ces enfants", law: "CSS, art. D521-3" },
  secondCeiling: { label: "second plafond, pour ces enfants", law: "CSS, art. D521-3" },
  base: { label: "allocation pour les enfants à charge", law: "CSS, art. L521-1, D521-1" },
  sharedCustody: { label: "part laissée à l'autre parent, en garde alternée", law: "CSS, art. L521-2, R521-2" },
  olderChildren: { label: "majoration pour âge", law: "CSS, art. L521-3, D521-2" },
  modulation: { label: "part retirée au-dessus d'un plafond de ressources", law: "CSS, art. D521-1" },
  twentyYears: { label: "forfait pour un enfant de vingt ans", law: "CSS, art. L521-1, D521-1" },
  complement: { label: "complément quand un plafond est à peine dépassé", law: "CSS, art. D521-1" },
} as const satisfies Record<string, StepWords>;
