/** What a counsellor reads about the connection, whatever the screen. */
export const deskWords = {
  fr: {
    offline: "La connexion est coupée. Ce que vous écrivez est gardé sur ce poste.",
    notSaved: "La connexion est coupée : ce geste n’est pas enregistré. Réessayez.",
    failed: "Nous n’avons pas pu lire ces informations. Rien n’est perdu.",
    retry: "Réessayer",
    signedOut: "Votre session est terminée. Reconnectez-vous : votre texte est gardé.",
    searching: "Recherche…",
  },
  en: {
    offline: "The connection is lost. What you write is kept on this computer.",
    notSaved: "The connection is lost: this was not saved. Try again.",
    failed: "We could not read this. Nothing is lost.",
    retry: "Try again",
    signedOut: "Your session has ended. Sign in again: your text is kept.",
    searching: "Searching…",
  },
} as const;
