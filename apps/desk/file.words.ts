/** A person's file, on the desk. */
export const fileWords = {
  fr: {
    received: "Un mot ajouté par la personne",
    read: "J’ai lu",
    before: "Avant aujourd’hui",
    seeAll: "Tout voir",
    channels: { call: "appel", form: "formulaire", chat: "messagerie", mail: "courriel", letter: "courrier", visit: "visite" },
    saved: "Les corrections sont enregistrées.",
    notBegun: "L’échange n’a pas pu commencer. Réessayez.",
    printedBy: (name: string, day: string) => `Imprimé par ${name}, ${day}, à la demande de la personne ou pour son suivi.`,
    sections: "Parties du dossier",
  },
  en: {
    received: "A word added by the person",
    read: "I have read it",
    before: "Before today",
    seeAll: "See all",
    channels: { call: "call", form: "form", chat: "chat", mail: "e-mail", letter: "letter", visit: "visit" },
    saved: "The corrections are saved.",
    notBegun: "The exchange could not begin. Try again.",
    printedBy: (name: string, day: string) => `Printed by ${name}, ${day}, at the person’s request or for her follow-up.`,
    sections: "Parts of the file",
  },
} as const;
