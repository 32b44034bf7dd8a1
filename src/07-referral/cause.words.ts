import type { Cause } from "#engines/turns";

/** Why a provider could not be asked, as a counsellor reads it. */
export const causeWords: Readonly<Record<"fr" | "en", Readonly<Record<Cause | "unknown", string>>>> = {
  fr: {
    "outside-zone": "hors de sa zone",
    "not-approved": "agrément absent ou terminé",
    paused: "en pause",
    full: "complet",
    "already-asked": "déjà sollicité pour cette demande",
    unknown: "ne répond pas à ce besoin",
  },
  en: {
    "outside-zone": "outside its zone",
    "not-approved": "not approved, or no longer",
    paused: "paused",
    full: "full",
    "already-asked": "already asked for this request",
    unknown: "does not answer this need",
  },
};
