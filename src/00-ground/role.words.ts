import type { Role } from "./role.ts";

/** Names of the roles, as staff read them: what one does, without a gender. */
export const roleWords = {
  fr: {
    counsellor: "Écoute et conseil",
    referent: "Référence de situation",
    supervisor: "Supervision",
    "quality-auditor": "Audit qualité",
    "data-referent": "Référence data",
    "commissioner-viewer": "Chiffres du donneur d’ordre",
  },
  en: {
    counsellor: "Listening and advice",
    referent: "Situation lead",
    supervisor: "Supervision",
    "quality-auditor": "Quality audit",
    "data-referent": "Directory data",
    "commissioner-viewer": "Commissioner’s figures",
  },
} as const satisfies Record<string, Record<Role, string>>;
