/** What people read when a page or an answer cannot be given. */
export const webWords = {
  fr: {
    notFoundTitle: "Cette page n’existe pas",
    notFound: "L’adresse est peut-être incomplète, ou la page a été déplacée.",
    refusedTitle: "Cela n’a pas été fait",
    errorTitle: "Une erreur est survenue",
    error: (incident: string) => `Rien n’a été perdu de ce qui était enregistré. Si cela recommence, donnez ce numéro : ${incident}.`,
    badText: "Ce texte contient un caractère que nous ne pouvons pas garder. Effacez-le et recommencez.",
    badInput: "Une valeur n’est pas comprise.",
    tooLarge: "C’est trop long pour nous. Raccourcissez et recommencez.",
    unavailable: "Le service ne répond pas pour l’instant. Rien n’a été fait. Réessayez dans une minute.",
    tooMany: "Trop d’essais. Attendez une minute et recommencez.",
    signInAgain: "Votre session est terminée. Reconnectez-vous : votre texte est gardé sur ce poste.",
    otherSite: "Cette demande ne vient pas de nos pages. Rien n’a été fait.",
    keyMissing: "Il manque la clé d’idempotence (en-tête Idempotency-Key).",
    keyReused: "Cette clé d’idempotence a déjà servi pour autre chose. Rien n’a été fait.",
    notAllowed: "Votre rôle ne permet pas cette action.",
    home: "Revenir à l’accueil",
  },
};
