/** What a counsellor reads about the connection, whatever the screen. */
export const deskWords = {
  fr: {
    offline: "La connexion est coupée. Ce que vous écrivez est gardé sur ce poste.",
    failed: "Nous n’avons pas pu lire ces informations. Rien n’est perdu.",
    retry: "Réessayer",
    signedOut: "Votre session est terminée. Reconnectez-vous : votre texte est gardé.",
    searching: "Recherche…",
  },
  en: {
    offline: "The connection is lost. What you write is kept on this computer.",
    failed: "We could not read this. Nothing is lost.",
    retry: "Try again",
    signedOut: "Your session has ended. Sign in again: your text is kept.",
    searching: "Searching…",
  },
} as const;
