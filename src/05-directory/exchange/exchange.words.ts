/** What people and machines read of the data of the directory. */
export const exchangeWords = {
  fr: {
    title: "Les données de l’annuaire",
    lead: "L’annuaire est à tous. Vous pouvez le prendre en entier, et le tenir à jour chez vous.",
    filesTitle: "Les fichiers",
    files: [
      { name: "services.csv", about: "les services, pour un tableur" },
      { name: "structures.csv", about: "les structures qui les rendent, pour un tableur" },
      { name: "services.json", about: "les services, pour un programme" },
      { name: "structures.json", about: "les structures, pour un programme" },
    ],
    formatTitle: "Le format",
    format: [
      "C’est le format national data·inclusion, version 1. Les noms des colonnes sont les siens.",
      "Nous ajoutons : la licence, l’âge, les langues, une alerte et son dernier jour, le jour de la dernière vérification.",
      "Deux fiches qui disent la même chose n’en font qu’une.",
    ],
    licenceTitle: "Ce que vous pouvez en faire",
    licence: [
      "Chaque ligne dit sa source et sa licence. Citez la source, avec la date de mise à jour.",
      "Les adresses électroniques qui pourraient être celles d’une personne n’y sont pas.",
      "Une ligne « est_demonstration » est inventée : elle sert à montrer le service.",
    ],
    changesTitle: "Suivre les changements",
    changes: (address: string): string =>
      `À l’adresse ${address}, chaque ligne est un changement, disparitions comprises. Reprenez avec « since » et la valeur « place » de la dernière ligne reçue. Rien n’est oublié pendant 30 jours.`,
    badPlace: "La place donnée par « since » n’est pas une de celles que nous avons écrites.",
    tooOld: "Cette place est trop ancienne : reprenez les fichiers entiers, puis suivez les changements depuis « /api/changes/place ».",
  },
};
