import type { StepWords } from "./trace.ts";

/** What the trace of the complémentaire santé solidaire says. */
export const cssWords = {
  notOwnHousehold: { label: "rattaché au foyer de ses parents", law: "CSS, art. R861-2" },
  persons: { label: "personnes du foyer", law: "CSS, art. R861-2, R861-3" },
  resources: { label: "ressources des douze derniers mois", law: "CSS, art. L861-2, R861-4 à R861-10" },
  leftOut: { label: "part d'un minimum social qui n'est pas comptée", law: "CSS, art. R861-10" },
  ceiling: { label: "plafond de la complémentaire gratuite", law: "CSS, art. L861-1, R861-3" },
  paidCeiling: { label: "plafond de la complémentaire avec participation", law: "CSS, art. L861-1" },
  rsa: { label: "ouverte à qui a droit au RSA", law: "CSS, art. L861-2" },
  cost: { label: "participation demandée, selon les âges", law: "CSS, art. L861-1, D861-9" },
} as const satisfies Record<string, StepWords>;
