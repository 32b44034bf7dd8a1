import { situationWords } from "./situation.words.ts";
import type { ClosedReason } from "./situation.ts";
import { needLabel, themeLabel } from "./taxonomy.ts";
import type { UrgencyLevel } from "./urgency.ts";

type Both = { readonly fr: string; readonly en: string };

const channels = {
  fr: { call: "Appel", form: "Formulaire", chat: "Conversation écrite", mail: "Courriel", letter: "Courrier", visit: "Visite" },
  en: { call: "Call", form: "Form", chat: "Chat", mail: "Mail", letter: "Letter", visit: "Visit" },
} as const;
const directions = { fr: { in: "reçu", out: "fait par nous" }, en: { in: "received", out: "made by us" } } as const;

/** The sentences that this room adds to a person's timeline. */
export const timelineWords = {
  contact: (channel: keyof typeof channels.fr, direction: "in" | "out", minutes: number | undefined): Both => ({
    fr: `${channels.fr[channel]} ${directions.fr[direction]}${minutes === undefined ? ", en cours" : `, ${minutes} min`}`,
    en: `${channels.en[channel]} ${directions.en[direction]}${minutes === undefined ? ", still going" : `, ${minutes} min`}`,
  }),
  demand: (theme: string, said: string): Both => ({
    fr: said === "" ? `Demande : ${themeLabel(theme)}` : `Demande : « ${said} »`,
    en: said === "" ? `Demand: ${themeLabel(theme)}` : `Demand: « ${said} »`,
  }),
  need: (need: string, isExpressed: boolean): Both => ({
    fr: `${isExpressed ? "Besoin exprimé" : "Besoin repéré"} : ${needLabel(need)}`,
    en: `${isExpressed ? "Need expressed" : "Need detected"}: ${needLabel(need)}`,
  }),
  urgency: (level: UrgencyLevel): Both => ({
    fr: level === 0 ? "Pas d’urgence" : `Urgence : ${situationWords.fr.urgencyLevels[level].toLowerCase()}`,
    en: level === 0 ? "No urgency" : `Urgency: ${situationWords.en.urgencyLevels[level].toLowerCase()}`,
  }),
  diagnosis: (version: number): Both => ({
    fr: `Tour de la situation signé, version ${version}`,
    en: `Diagnosis signed, version ${version}`,
  }),
  opened: { fr: "Situation ouverte", en: "Situation opened" } satisfies Both,
  closed: (reason: ClosedReason): Both => ({
    fr: `Situation fermée : ${situationWords.fr.closedReasons[reason].toLowerCase()}`,
    en: `Situation closed: ${situationWords.en.closedReasons[reason].toLowerCase()}`,
  }),
};
