import { momentInWords } from "./referral.words.ts";

/** Where a request stands, as the person reads it: never the need, never the provider's name. */
export const followUpWords = {
  fr: {
    asked: "Un professionnel est sollicité",
    askedDetail: (due: Date) => `Il doit vous appeler avant ${momentInWords(due)}.`,
    accepted: "Un professionnel a dit oui",
    acceptedDetail: (due: Date) => `Il vous appelle avant ${momentInWords(due)}.`,
    calls: "Il vous appelle",
    missed: "Un professionnel a essayé de vous appeler",
    missedDetail: "Il va essayer encore. Vous pouvez aussi nous appeler.",
    reached: "Un professionnel vous a appelé",
    searching: "Nous cherchons qui peut vous appeler",
    searchingDetail: "Quelqu’un de l’équipe s’en occupe. Vous n’avez rien à faire.",
    done: "C’est terminé",
    stopped: "La demande est arrêtée",
  },
};

type Both = { readonly fr: string; readonly en: string };

/** The sentences that this room adds to the timeline of a file. */
export const timelineWords = {
  handedOver: (need: string): Both => ({ fr: `Transmis : ${need}`, en: `Handed over: ${need}` }),
  informed: (need: string, name: string): Both => ({ fr: `Contact donné : ${name} (${need})`, en: `Contact given: ${name} (${need})` }),
  offered: (name: string): Both => ({ fr: `${name} est sollicité`, en: `${name} is asked` }),
  accepted: { fr: "Le prestataire a accepté", en: "The provider accepted" } satisfies Both,
  called: { fr: "Premier appel du prestataire", en: "First call by the provider" } satisfies Both,
  closed: (fr: string, en: string): Both => ({
    fr: `Transmission close : ${fr.toLowerCase()}`,
    en: `Handover closed: ${en.toLowerCase()}`,
  }),
};
