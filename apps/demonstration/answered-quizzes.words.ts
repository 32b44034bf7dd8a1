/** Ce que des personnes inventées ont répondu en ligne, and let us keep for the call that they asked for. */
export const answeredQuizzes = [
  {
    quiz: "budget",
    answers: {
      compte: "decouvert",
      factures: "une",
      laquelle: "loyer",
      credits: "un",
      "credit-sur-credit": "non",
      renoncer: "sorties",
      droits: "non",
      change: "travail",
      moral: "lourd",
      mot: "Je n’ouvre plus mon courrier. J’aimerais qu’on regarde ensemble.",
    },
  },
  {
    quiz: "aidant",
    answers: {
      qui: "conjoint",
      temps: "toujours",
      nuits: "souvent",
      repos: "jamais",
      relais: "non",
      sante: "oui",
      travail: "sans",
      argent: "ne-sais-pas",
      patience: "cris",
      moral: "a-bout",
      mot: "passe",
    },
  },
  {
    quiz: "isolement",
    answers: {
      parole: "longtemps",
      appeler: "personne",
      sortir: "rarement",
      retient: "transport",
      perte: "recent",
      ecrans: "peu",
      retrouver: "parler",
      mal: "non",
      moral: "lourd",
      mot: "Depuis la mort de ma sœur, les dimanches sont longs.",
    },
  },
  {
    quiz: "logement",
    answers: { statut: "locataire", loyer: "non", etat: "humide", energie: "retard", convient: "oui", conflit: "bailleur", moral: "bien" },
  },
] as const;
