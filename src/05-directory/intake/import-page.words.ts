import type { ImportState } from "./import.ts";

const states: Readonly<Record<ImportState, string>> = {
  waiting: "à confirmer",
  trying: "à l’essai",
  running: "en cours",
  held: "retenu : à vous de dire",
  refused: "refusé",
  done: "terminé",
  undone: "défait",
  failed: "arrêté",
  interrupted: "interrompu",
};

/** What a data referent reads on the pages of imports. */
export const importPageWords = {
  fr: {
    title: "Imports de l’annuaire",
    lead: "Envoyez un fichier CSV ou JSON. Rien n’entre dans l’annuaire avant que vous ayez vu les premières lignes.",
    notAllowed: "Les imports sont réservés aux référents data et aux administrateurs.",
    noFile: "Choisissez un fichier CSV ou JSON.",
    unknownMapping: "Cette correspondance n’existe pas.",
    form: {
      title: "Nouvel import",
      file: "Fichier",
      fileHint: "CSV ou JSON, de n’importe quelle taille",
      mapping: "Comment lire ce fichier",
      nationalFormat: "Format national (data·inclusion v1)",
      ownMapping: "Ou votre correspondance",
      ownMappingHint: "Un fichier JSON, décrit dans la documentation de l’annuaire",
      source: "Identifiant de la source",
      sourceHint: "Minuscules, chiffres et tirets : departement-38",
      name: "Nom de la source",
      licence: "Licence",
      licenceHint: "Par exemple : Licence Ouverte 2.0",
      date: "Jour des données",
      dateHint: "Si les lignes n’ont pas de date",
      send: "Voir les premières lignes",
    },
    past: "Imports passés",
    pastTable: "Tableau des imports",
    noPast: "Aucun import pour l’instant.",
    columns: { source: "Source", file: "Fichier", when: "Début", state: "État", kept: "Gardées", refused: "Refusées" },
    states,
    trial: {
      title: "Premières lignes",
      lead: (lines: number) => `Voici ce que deviendraient les ${lines} premières lignes. Rien n’est encore écrit.`,
      columns: ["Ligne", "Structure", "Service", "Commune", "À savoir"],
      refused: "refusée",
      noService: "pas de service",
      begin: "Importer tout le fichier",
    },
    running: {
      title: "Import en cours",
      lead: "Cette page se met à jour seule. Vous pouvez la quitter : l’import continue.",
      progress: (percent: number, received: number) => `${percent} % du fichier lu, ${number(received)} lignes`,
      switching: "Le fichier est lu. L’annuaire est mis à jour d’un seul coup.",
    },
    report: {
      title: "Compte rendu",
      failed: "Import arrêté",
      interrupted:
        "L’import s’est interrompu : le serveur a sans doute redémarré. Rien n’a été changé dans l’annuaire. Envoyez le fichier de nouveau.",
      facts: {
        received: "Lignes reçues",
        kept: "Gardées, nouvelles ou changées",
        unchanged: "Sans changement",
        refused: "Refusées",
        remarked: "Gardées avec une remarque",
        gone: "Parties de la source",
      },
      rules: "Ce qui revient le plus",
      ruleColumns: ["Champ", "Raison", "Lignes"],
      lines: "Premières lignes concernées",
      lineColumns: ["Ligne", "Identifiant", "Raison"],
      allRight: "Aucune ligne refusée, aucune remarque.",
      download: "Télécharger toutes les raisons (CSV)",
      kept: "gardée",
    },
    back: "Tous les imports",
    of: (source: string, licence: string) => `${source}, licence : ${licence}`,
  },
};

const number = (value: number): string => new Intl.NumberFormat("fr-FR").format(value);
export const numberInWords = number;
