import type { StepWords } from "./trace.ts";

/** What the trace of the complément familial says. */
export const cfWords = {
  children: { label: "enfants à charge d'au moins trois ans", law: "CSS, art. L522-1, R522-1" },
  resources: { label: "ressources de l'année de référence", law: "CSS, art. L522-1, R532-3" },
  ceiling: { label: "plafond de ressources du foyer", law: "CSS, art. R522-2" },
  base: { label: "complément familial", law: "CSS, art. L522-1, D522-2" },
  raised: { label: "majoration pour ressources modestes", law: "CSS, art. L522-3, D522-1" },
  differential: { label: "différence avec le plafond, à peine dépassé", law: "CSS, art. L522-2" },
  paje: { label: "pas de cumul avec l'allocation de base de la Paje", law: "CSS, art. L532-2" },
} as const satisfies Record<string, StepWords>;
