/** What counsellors read about consents. */
export const consentScreenWords = {
  fr: {
    title: "Accords",
    readAloud: "À lire à voix haute",
    since: (day: string) => `Noté le ${day}.`,
    yes: "Oui",
    no: "Non",
    ask: "Demander",
    withdraw: "Retirer",
    close: "Plus tard",
    states: { yes: "oui", no: "refusé", withdrawn: "retiré", "to-ask": "à demander" },
    modes: { oral: "oral", online: "en ligne", paper: "papier" },
    noted: (purpose: string, answer: string) => `${purpose} : ${answer}, noté.`,
  },
  en: {
    title: "Consents",
    readAloud: "To read aloud (in French)",
    since: (day: string) => `Noted on ${day}.`,
    yes: "Yes",
    no: "No",
    ask: "Ask",
    withdraw: "Withdraw",
    close: "Later",
    states: { yes: "yes", no: "refused", withdrawn: "withdrawn", "to-ask": "to ask" },
    modes: { oral: "spoken", online: "online", paper: "paper" },
    noted: (purpose: string, answer: string) => `${purpose}: ${answer}, noted.`,
  },
} as const;
