const plural = new Intl.PluralRules("fr");

/** What the server answers to those who listen, when it cannot do what is asked. */
export const exchangeWords = {
  fr: {
    refusals: {
      notesTooLong: "Ces notes sont trop longues. Gardez l’essentiel.",
      notesConflict: "D’autres notes ont été enregistrées entre-temps. Rien n’est perdu : voici les deux textes.",
      noPerson: "Dites d’abord de qui il s’agit, ou gardez l’anonymat. Vos notes sont gardées sur ce poste.",
      purged: "Ces notes ont plus de 90 jours : le texte a été effacé.",
      theme: "Choisissez un thème.",
      need: "Choisissez un besoin dans la liste.",
      answered: "Dites si une réponse a été donnée.",
      demandEmpty: "Notez la demande avec les mots de la personne.",
      tooLong: "C’est trop long. Raccourcissez.",
      what: "Dites quoi : par exemple « Rappeler ».",
      when: "Dites quand : une date et une heure.",
      who: "Dites qui.",
      past: "Cette heure est passée. Choisissez un moment à venir.",
      unknownOwner: "Cette personne ne travaille pas pour ce service.",
      reason: "Dites pourquoi la situation se ferme.",
      motive: "Choisissez au moins un motif.",
      nextAction: "Il manque une prochaine action : quoi, quand, qui.",
      untold: (count: number) =>
        plural.select(count) === "one"
          ? "1 besoin n’a pas été dit à la personne. Dites-le ou retirez-le."
          : `${count} besoins n’ont pas été dits à la personne. Dites-les ou retirez-les.`,
      dangerFirst: "Les notes semblent dire un danger : répondez d’abord à la question.",
      notYet: "Il manque quelque chose avant de clore.",
      stillOpen: "Cette situation a encore quelque chose d’ouvert.",
      supervisorReason: "Dites la raison, en quelques mots.",
      notAllowed: "Seule la supervision peut fermer une situation qui a encore quelque chose d’ouvert.",
      alreadyClosed: "Cette situation est déjà fermée.",
      alreadyOpen: "Cette situation est déjà ouverte.",
      newerDiagnosis: "Un autre tour a été signé entre-temps. Relisez-le avant de signer.",
      notYourDemand: "Cette demande n’est pas dans cette situation.",
    },
  },
} as const;
