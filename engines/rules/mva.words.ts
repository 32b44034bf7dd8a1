import type { StepWords } from "./trace.ts";

/** What the trace of the majoration pour la vie autonome says. */
export const mvaWords = {
  notOpen: { label: "réservée à qui a l'AAH ou l'ASI, avec 80 % d'incapacité", law: "CSS, art. L821-1-2" },
  raise: { label: "majoration pour la vie autonome", law: "CSS, art. L821-1-2, D821-3" },
  worked: { label: "un salaire depuis moins d'un an : pas de majoration", law: "CSS, art. L821-1-2" },
  noAid: { label: "aide au logement nécessaire", law: "CSS, art. L821-1-2" },
} as const satisfies Record<string, StepWords>;
