import { needLabel } from "#situation";
import { codeWords } from "./code-lists.words.ts";
import type { Reason } from "./reason.ts";

const plurals = { fr: new Intl.PluralRules("fr"), en: new Intl.PluralRules("en") };
const counted = (language: "fr" | "en", count: number, one: string, many: string): string =>
  `${count} ${plurals[language].select(count) === "one" ? one : many}`;

/** « 400 m », « 3,9 km », « 12 km ». */
const distance = (meters: number, locale: "fr-FR" | "en-GB"): string => {
  if (meters < 950) return `${Math.max(50, Math.round(meters / 50) * 50)} m`;
  const digits = meters < 9_950 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(meters / 1000)} km`;
};
const kilometers = (meters: number): string => `${Math.round(meters / 1000)} km`;

const frenchSpan = (days: number): string => {
  if (days < 60) return `il y a ${days} jours`;
  const months = Math.floor(days / 30.4375);
  return months < 24 ? `il y a ${months} mois` : `il y a ${Math.floor(days / 365.25)} ans`;
};
const englishSpan = (days: number): string => {
  if (days < 60) return `${days} days ago`;
  const months = Math.floor(days / 30.4375);
  return months < 24 ? `${months} months ago` : `${Math.floor(days / 365.25)} years ago`;
};

const reasonFr = (reason: Reason): string => {
  switch (reason.kind) {
    case "need":
      return needLabel(reason.need);
    case "theme":
      return codeWords.theme(reason.theme);
    case "words":
      return reason.isExact ? "contient vos mots" : "ressemble à vos mots";
    case "distance":
      return reason.isApproximate ? `à environ ${distance(reason.meters, "fr-FR")}` : `à ${distance(reason.meters, "fr-FR")}`;
    case "remote":
      return "par téléphone ou en ligne";
    case "zone":
      return "couvre cette commune";
  }
};
const reasonEn = (reason: Reason): string => {
  switch (reason.kind) {
    case "need":
      return needLabel(reason.need);
    case "theme":
      return codeWords.theme(reason.theme);
    case "words":
      return reason.isExact ? "has your words" : "resembles your words";
    case "distance":
      return reason.isApproximate ? `about ${distance(reason.meters, "en-GB")} away` : `${distance(reason.meters, "en-GB")} away`;
    case "remote":
      return "by telephone or on line";
    case "zone":
      return "covers this town";
  }
};

/** Words of a search and of its results; counsellors read them in both languages, visitors in French. */
export const searchWords = {
  fr: {
    reason: reasonFr,
    distance: (meters: number) => distance(meters, "fr-FR"),
    fresh: (days: number) => `vérifié ${days === 0 ? "aujourd’hui" : days === 1 ? "hier" : frenchSpan(days)}`,
    why: "Pourquoi :",
    total: (count: number) =>
      count === 0 ? "Aucun service" : `${counted("fr", count, "service", "services")}${count > 1 ? ", du plus utile au plus loin" : ""}`,
    widened: (fromMeters: number, toMeters: number) =>
      `Aucun service à moins de ${kilometers(fromMeters)}. Voici ceux à moins de ${kilometers(toMeters)}.`,
    onlyRemote: (meters: number) => `Aucun service sur place à moins de ${kilometers(meters)}. Ceux-ci aident par téléphone ou en ligne.`,
    none: (meters: number) => `Aucun service à moins de ${kilometers(meters)}.`,
    noneAnywhere: "Aucun service ne répond.",
    noCategory:
      "Ce besoin n’a pas de rubrique dans le format national des services. Ne rien trouver ne prouve donc pas qu’il n’y a rien ici. Cherchez avec vos mots, ou appelez.",
    widen: (meters: number) => `Élargir à ${kilometers(meters)}`,
    finder: {
      title: "Chercher un service",
      near: (place: string, need: string) => `Près de ${place}, pour : ${need}`,
      what: "Quoi",
      orWords: "ou avec des mots",
      where: "Où",
      radius: "Rayon",
      free: "Gratuit",
      remote: "À distance",
      search: "Chercher",
      choosePlace: "Quelle commune ?",
      meant: "Vouliez-vous dire :",
      unknownPlace: "Cette commune n’est pas connue.",
      more: "Voir la suite",
      call: "Appeler",
      openPage: "Voir la fiche",
      old: "à vérifier avant d’y envoyer quelqu’un",
      gap: "Signaler un manque ici",
      gapDone: (times: number) => (times === 1 ? "Manque signalé." : `Manque signalé. ${times} demandes en 30 jours.`),
      gapReported: "Troisième demande en 30 jours : une tâche est créée pour le faire savoir.",
      gapNeedsPlace: "Donnez un besoin et une commune pour signaler un manque.",
      results: "Services trouvés",
      keys: "/ pour chercher, flèches pour se déplacer, 1 à 9 pour ouvrir",
    },
  },
  en: {
    reason: reasonEn,
    distance: (meters: number) => distance(meters, "en-GB"),
    fresh: (days: number) => `checked ${days === 0 ? "today" : days === 1 ? "yesterday" : englishSpan(days)}`,
    why: "Why:",
    total: (count: number) =>
      count === 0 ? "No service" : `${counted("en", count, "service", "services")}${count > 1 ? ", most useful first" : ""}`,
    widened: (fromMeters: number, toMeters: number) =>
      `No service within ${kilometers(fromMeters)}. These are within ${kilometers(toMeters)}.`,
    onlyRemote: (meters: number) => `No service on the spot within ${kilometers(meters)}. These help by telephone or on line.`,
    none: (meters: number) => `No service within ${kilometers(meters)}.`,
    noneAnywhere: "No service answers.",
    noCategory:
      "This need has no category in the national format of services. Finding nothing does not prove that nothing is there. Search with words, or call.",
    widen: (meters: number) => `Widen to ${kilometers(meters)}`,
    finder: {
      title: "Search a service",
      near: (place: string, need: string) => `Near ${place}, for: ${need}`,
      what: "What",
      orWords: "or with words",
      where: "Where",
      radius: "Radius",
      free: "Free of charge",
      remote: "At a distance",
      search: "Search",
      choosePlace: "Which town?",
      meant: "Did you mean:",
      unknownPlace: "This town is not known.",
      more: "See more",
      call: "Call",
      openPage: "See the page",
      old: "to be checked before sending someone",
      gap: "Report a gap here",
      gapDone: (times: number) => (times === 1 ? "Gap reported." : `Gap reported. ${times} demands in 30 days.`),
      gapReported: "Third demand in 30 days: a task is made to let it be known.",
      gapNeedsPlace: "Give a need and a town to report a gap.",
      results: "Services found",
      keys: "/ to search, arrows to move, 1 to 9 to open",
    },
  },
};
