import type { HoursRemark } from "#engines/hours";
import { timeInWords, type ClockTime } from "#engines/calendar";

const time = (minutes: number): string =>
  timeInWords(`${String(Math.floor((minutes % 1440) / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}` as ClockTime);

const hoursRemark = (remark: HoursRemark): string => {
  switch (remark.kind) {
    case "not-understood":
      return `Nous ne comprenons pas la fin des horaires : « ${remark.rest.slice(0, 40)} ». Écrivez par exemple Mo-Fr 09:00-12:00.`;
    case "overlap":
      return `Deux plages d’un même jour se chevauchent, de ${time(remark.from)} à ${time(remark.to)}.`;
    case "next-day":
      return `De ${time(remark.from)} à ${time(remark.to)} : l’heure de fin vient avant celle du début.`;
    case "replaced":
      return "Un jour est écrit deux fois : la seconde fois remplace la première. Mettez les deux plages ensemble, séparées d’une virgule.";
  }
};

/** What a data referent reads to write a service by hand. */
export const entryWords = {
  fr: {
    add: "Ajouter un service",
    edit: "Modifier un service",
    lead: "Pour ce qu’aucun fichier ne donne. La fiche est visible par tous dès qu’elle est enregistrée.",
    notAllowed: "Les services sont saisis par les référents data.",
    notOurs: "Cette fiche vient d’une autre source : signalez l’erreur, ou corrigez chez la source.",
    sourceName: "Saisie des référents",
    licence: "Licence Ouverte 2.0",
    nature: "De quoi s’agit-il ?",
    natures: { service: "Un service", initiative: "Une activité ou une rencontre" },
    natureHints: { service: "Une aide, une démarche, un accueil", initiative: "Pas un droit : un café, un atelier, une marche" },
    structure: "Structure",
    structureHint: "Qui le propose",
    name: "Nom",
    description: "Ce que ça fait",
    themes: "Sujets",
    publics: "Pour qui",
    publicsDetails: "Précision sur le public",
    ageFrom: "Âge, à partir de",
    ageTo: "Âge, jusqu’à",
    conditions: "Conditions",
    languages: "Langues parlées, en plus du français",
    cost: "Prix",
    costDetails: "Détail du prix",
    access: "Comment",
    phone: "Téléphone",
    mail: "Courriel",
    website: "Site",
    websiteHint: "Une adresse qui commence par https://",
    street: "Adresse",
    postalCode: "Code postal",
    commune: "Commune",
    zone: "Réservé aux habitants",
    zones: { none: "Non, ouvert à tous", commune: "de la commune", departement: "du département", same: "Comme aujourd’hui" },
    hours: "Horaires",
    hoursHint: "Mo-Fr 09:00-12:00,13:30-17:00; Sa 09:00-12:00",
    alert: "À savoir avant de venir",
    alertHint: "Une fermeture, un changement",
    alertUntil: "Jusqu’au",
    checkedBy: "Qui le dit ?",
    checkers: { structure: "La structure elle-même", staff: "Nos équipes, qui ont vérifié" },
    save: "Enregistrer",
    withdraw: "Retirer cette fiche",
    withdrawLead: "Elle n’est plus trouvée. Son adresse dit qu’elle n’existe plus.",
    bringBack: "Remettre cette fiche",
    hoursRemark,
    languageCodes: ["ar", "en", "es", "pt", "it", "de", "ru", "uk", "tr", "fa", "ps", "zh", "vi", "bn", "ta", "so", "lsf"],
    wrong: {
      nature: "Dites si c’est un service ou une activité.",
      structure: "Dites qui le propose.",
      name: "Donnez un nom, en 150 caractères au plus.",
      themes: "Choisissez au moins un sujet : c’est par lui qu’on trouve.",
      age: "Un âge est un nombre entre 0 et 120.",
      ageOrder: "Le second âge est plus petit que le premier.",
      phone: "Écrivez un numéro à dix chiffres.",
      mail: "Écrivez une adresse de courriel complète.",
      website: "L’adresse du site commence par https://.",
      commune: "Indiquez une commune et son code postal.",
      communeAmong: (names: readonly string[]) => `Avec ce code postal, choisissez : ${names.join(", ")}.`,
      tooLong: "Raccourcissez ce texte.",
      alertUntil: "Indiquez un jour qui existe.",
      checkedBy: "Dites d’où viennent ces informations.",
    },
  },
};
