/** What a visitor reads on the first page: of a service, or of the house when no service is chosen. */
export const homeWords = {
  fr: {
    title: (service: string) => `${service}, service d’écoute`,
    question: "Quelque chose vous pèse ?",
    promise: "On vous écoute. C’est gratuit.",
    call: (phone: string) => `Appeler le ${phone}`,
    doors: {
      callback: { path: "/rappel/1", label: "Être rappelé", hint: "Choisissez un moment, nous vous appelons." },
      quiz: {
        path: "/faire-le-point",
        label: "Faire le point, 3 minutes",
        hint: "Quelques questions, sans donner votre nom. Rien n’est enregistré.",
      },
      rights: {
        path: "/mes-droits",
        label: "Voir mes droits",
        hint: "Ce que vous pourriez avoir, sans donner votre nom.",
      },
      sheets: { path: "/fiches", label: "Lire une fiche", hint: "Ce qu’on peut faire dès aujourd’hui, et qui peut aider." },
      directory: {
        path: "/annuaire",
        label: "Trouver une aide près de chez moi",
        hint: "Des services, avec leurs horaires et leur adresse.",
      },
    },
    hours: "Nos horaires",
    holidays: "Fermé les jours fériés.",
    danger: "Quelqu’un est en danger ?",
    dangerLink: "Les numéros à appeler tout de suite",
    servicesTitle: "Services d’écoute",
    services: "Choisissez votre service",
    servicesLead: "Chaque service écoute les personnes de son organisme ou de son territoire, et les met en lien avec une aide.",
    noService: "Aucun service n’est encore ouvert ici.",
    enter: "Entrer",
    alsoHere: "Aussi sur ce site",
    observatory: "L’Observatoire de l’écoute : ce que les gens demandent, mois par mois",
    directory: "L’annuaire des services d’aide",
    signIn: "Connexion des équipes",
    privacy: "Vos données",
  },
};
