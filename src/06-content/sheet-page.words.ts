/** Fiches pratiques : what surrounds them. */
export const sheetPageWords = {
  fr: {
    title: "Fiches pratiques",
    lead: "Ce qu’on peut faire dès aujourd’hui, qui peut aider, quoi apporter.",
    search: "Que cherchez-vous ?",
    searchHint: "Un mot suffit : loyer, dette, aidant…",
    find: "Chercher",
    found: (count: number) => (count === 1 ? "1 fiche" : `${count} fiches`),
    none: "Aucune fiche ne parle de cela. Essayez un autre mot, ou parlez-nous.",
    all: "Voir toutes les fiches",
    about: "De quoi s’agit-il ?",
    today: "Ce que vous pouvez faire aujourd’hui",
    whoHelps: "Qui peut aider",
    toBring: "À préparer ou à apporter",
    near: "Près de chez vous",
    nearFor: (need: string) => `Chercher un service : ${need}`,
    inSummary: (title: string, address: string) => `À lire : ${title}, ${address}`,
    talk: "On en parle ?",
    callBack: "Être rappelé",
    point: "Faire le point, 3 minutes",
    written: (day: string) => `Fiche écrite le ${day}. Les règles changent : la personne qui vous écoute vérifie avec vous.`,
  },
} as const;
