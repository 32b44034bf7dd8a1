/** What somebody reads who tells that nothing suits, on the public pages. */
export const gapWords = {
  fr: {
    link: "Rien qui convient ? Signaler un manque ici",
    title: "Signaler un manque",
    lead: (commune: string, departement: string) => `Autour de ${commune} (${departement})`,
    nothingOfYou: "Nous ne vous demandons ni votre nom ni vos coordonnées, et nous n’en gardons rien.",
    what: "De quoi manque-t-on ?",
    choose: "Choisir",
    missing: "Choisissez de quoi on manque.",
    radius: "Jusqu’où avez-vous cherché ?",
    radiusOf: (kilometers: number) => `${kilometers} km`,
    send: "Signaler",
    elsewhere: "Chercher autour d’une autre commune",
    thanks: "Merci, c’est compté",
    next: (service: string, times: number) =>
      `Quand le même manque est signalé ${times} fois en 30 jours, une personne de ${service} en parle à ceux qui peuvent agir.`,
    noAnswer: "Nous ne pouvons pas vous répondre, puisque nous ne savons pas qui vous êtes.",
    help: "Vous avez besoin d’aide maintenant ?",
    call: (phone: string) => `Appeler le ${phone}`,
    search: "Revenir à l’annuaire",
  },
};
