/** What counsellors read about consents. */
export const consentScreenWords = {
  fr: {
    title: "Accords",
    readAloud: "À lire à voix haute",
    yes: "Oui",
    no: "Non",
    ask: "Demander",
    askAgain: "Redemander",
    withdraw: "Retirer",
    close: "Plus tard",
    states: { yes: "oui", no: "refusé", withdrawn: "retiré", "to-ask": "à demander" },
    modes: { oral: "oral", online: "en ligne", paper: "papier" },
    noted: (purpose: string, answer: string) => `${purpose} : ${answer}, noté.`,
  },
  en: {
    title: "Consents",
    readAloud: "To read aloud (in French)",
    yes: "Yes",
    no: "No",
    ask: "Ask",
    askAgain: "Ask again",
    withdraw: "Withdraw",
    close: "Later",
    states: { yes: "yes", no: "refused", withdrawn: "withdrawn", "to-ask": "to ask" },
    modes: { oral: "spoken", online: "online", paper: "paper" },
    noted: (purpose: string, answer: string) => `${purpose}: ${answer}, noted.`,
  },
} as const;
