/** The page given to the person. French only: it is hers. */
export const summaryPageWords = {
  fr: {
    title: "Résumé de notre échange",
    of: (day: string) => `Échange du ${day}`,
    for: (name: string) => `Pour ${name}`,
    sections: {
      asked: "Ce que vous avez demandé",
      agreed: "Ce que nous avons vu ensemble",
      steps: "Ce qui va se passer",
      people: "Qui appeler",
    },
    word: "Un mot pour vous",
    next: (what: string, day: string, time: string) => `${what} : ${day} à ${time}.`,
    callUs: (name: string, phone: string) => `${name} : ${phone}`,
    purposes: { handed: "remis à la personne", post: "envoyé par courrier", request: "à la demande de la personne" },
    printed: (by: string, on: string, at: string, why: string) => `Imprimé par ${by}, le ${on} à ${at} : ${why}.`,
    yours: "Ce papier est à vous. Vous pouvez demander à le corriger, ou à faire effacer ce que nous gardons.",
    service: (name: string) => `${name}, avec Trait d’union`,
  },
} as const;
