/** Where a request for a right stands, as the person reads it online: neither the right nor an amount. */
export const followUpWords = {
  fr: {
    toDo: "Une demande d’aide est à faire avec vous",
    toDoDetail: (by: string) => `De préférence avant le ${by}. Nous pouvons la préparer ensemble.`,
    asked: (on: string) => `Votre demande est partie le ${on}`,
    askedDetail: (by: string) => `Une réponse est attendue avant le ${by}. Sans réponse, appelez-nous : nous relançons ensemble.`,
    refused: "Une demande a été refusée",
    refusedDetail: (until: string) => `Vous pouvez le contester jusqu’au ${until}. Appelez-nous, nous préparons la lettre ensemble.`,
    appealed: (on: string) => `Votre recours est parti le ${on}`,
    granted: "Une demande a été acceptée",
    grantedDetail: "L’argent doit maintenant arriver. S’il tarde, dites-le-nous.",
    paid: "Une aide est arrivée",
    /** On the paper that is given to her: there the right has its name. */
    summary: {
      ask: (right: string, by: string) => `${right} : demande à faire avant le ${by}.`,
      answer: (right: string, by: string) => `${right} : demande partie, réponse attendue avant le ${by}.`,
      appeal: (right: string, until: string) => `${right} : refusé, recours possible jusqu’au ${until}.`,
      "appeal-answer": (right: string, by: string) => `${right} : recours parti, réponse attendue avant le ${by}.`,
      money: (right: string, by: string) => `${right} : accordé, l’argent doit venir avant le ${by}.`,
    },
  },
};
