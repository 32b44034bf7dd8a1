/** Why an answer may be wrong, apart from the departures. */
export const doubtWords = {
  oldScale: (label: string, lastDate: string) =>
    `Un chiffre du calcul n'a pas été mis à jour depuis plus de treize mois : ${label} (${lastDate}). Le montant peut avoir changé.`,
  foreigner:
    "Pour une personne étrangère, des conditions de titre et de durée de séjour s'ajoutent, que nous ne calculons pas. Rien n'est refusé : faites-vous accompagner.",
  residencePermit: "titre de séjour en cours de validité",
} as const;
