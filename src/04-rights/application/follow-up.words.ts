/** Where a request for a right stands, as the person reads it: neither the right nor an amount. */
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
  },
};
