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
      onScreen: "À l’écran : dire ce que contient chaque colonne",
      kept: (name: string) => `Notre correspondance : ${name}`,
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
      whole: "Essayer tout le fichier, sans rien écrire",
      trying: "Essai en cours",
      tried: "Essai sur tout le fichier",
      triedLead: "Voici ce que l’import garderait. Rien n’est encore écrit.",
      facts: {
        received: "Lignes reçues",
        kept: "Seraient gardées",
        refused: "Seraient refusées",
        remarked: "Dont gardées avec une remarque",
      },
    },
    held: {
      title: "Import retenu",
      lead: (gone: number, before: number) =>
        `Ce fichier ferait disparaître ${number(gone)} des ${number(before)} fiches de cette source. Rien n’a été changé : c’est à vous de dire.`,
      facts: { before: "Fiches aujourd’hui", listed: "Fiches du nouveau fichier", gone: "Disparaîtraient" },
      departements: (codes: readonly string[]) =>
        codes.length > 1
          ? `Plus rien de cette source dans ${number(codes.length)} départements : ${codes.join(", ")}.`
          : `Plus rien de cette source dans le département ${codes.join("")}.`,
      accept: "Accepter : ces fiches disparaissent",
      refuse: "Refuser : garder l’annuaire tel qu’il est",
      waiting: (held: number) =>
        held > 1 ? `${number(held)} imports sont retenus et attendent votre réponse.` : "Un import est retenu et attend votre réponse.",
      refusedLead: "Cet import a été refusé, ou remplacé par un plus récent. L’annuaire n’a pas changé.",
      refused: "Import refusé",
    },
    undo: {
      title: "Défaire cet import",
      what: (undoing: { readonly made: number; readonly changed: number; readonly back: number }) =>
        [
          undoing.changed > 0 ? `${plural(undoing.changed, "fiche redevient", "fiches redeviennent")} comme avant cet import` : "",
          undoing.back > 0 ? `dont ${plural(undoing.back, "qui avait disparu et revient", "qui avaient disparu et reviennent")}` : "",
          undoing.made > 0 ? plural(undoing.made, "fiche nouvelle est retirée", "fiches nouvelles sont retirées") : "",
        ]
          .filter((part) => part !== "")
          .join(", ")
          .replace(/^./, (first) => first.toUpperCase()) + ". Ce qui a été écrit à la main depuis reste.",
      until: "Possible pendant 30 jours, tant qu’aucun import plus récent de cette source n’est passé.",
      go: "Oui, défaire cet import",
      done: "Cet import a été défait : l’annuaire est comme avant lui.",
      doneTitle: "Import défait",
      tooLate: "Cet import ne peut plus être défait : un plus récent est passé, ou trente jours ont passé.",
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
        gone: "Disparues de la source",
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

const plural = (count: number, one: string, many: string): string => `${number(count)} ${count > 1 ? many : one}`;
const number = (value: number): string => new Intl.NumberFormat("fr-FR").format(value);
export const numberInWords = number;
