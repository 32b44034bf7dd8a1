import { dayOf } from "#engines/calendar";
import { needLabel } from "#situation";
import type { Cost, Public } from "./code-lists.ts";
import { codeWords } from "./code-lists.words.ts";
import { hoursWords } from "./hours.words.ts";
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
    case "public":
      return `pour : ${codeWords.public(reason.public as Public).toLowerCase()}`;
    case "language":
      return `on y parle : ${languageName(reason.language, "fr")}`;
    case "age":
      return agesFr(reason);
    case "cost":
      return codeWords.cost(reason.cost as Cost).toLowerCase();
    case "walk-in":
      return "sans rendez-vous";
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
    case "public":
      return `for: ${codeWords.public(reason.public as Public).toLowerCase()}`;
    case "language":
      return `spoken there: ${languageName(reason.language, "en")}`;
    case "age":
      return agesEn(reason);
    case "cost":
      return reason.cost === "gratuit" ? "free of charge" : "paid";
    case "walk-in":
      return "without an appointment";
  }
};

interface Ages {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}
const agesFr = ({ from, to }: Ages): string => {
  if (from === undefined) return `jusqu’à ${to} ans`;
  return to === undefined ? `à partir de ${from} ans` : `de ${from} à ${to} ans`;
};
const agesEn = ({ from, to }: Ages): string => {
  if (from === undefined) return `up to ${to} years`;
  return to === undefined ? `from ${from} years on` : `from ${from} to ${to} years`;
};

const languageNames = {
  fr: new Intl.DisplayNames("fr", { type: "language" }),
  en: new Intl.DisplayNames("en", { type: "language" }),
};
/** « arabe »; the sign language has no code of two letters. */
export const languageName = (code: string, language: "fr" | "en"): string => {
  if (code === "lsf") return language === "fr" ? "langue des signes" : "French sign language";
  return /^[a-z]{2,3}$/.test(code) ? (languageNames[language].of(code) ?? code) : code;
};

/** What is said of hours at an instant. */
type OpeningSaid =
  | { readonly kind: "open"; readonly closes?: string | undefined }
  | { readonly kind: "closed"; readonly opens?: string | undefined }
  | { readonly kind: "maybe" };

const instant = (iso: string | undefined): Date | undefined => (iso === undefined ? undefined : new Date(iso));
const openingFr = (opening: OpeningSaid, now: Date): string => {
  if (opening.kind === "open") return hoursWords.state({ kind: "open", closes: instant(opening.closes) }, now);
  return opening.kind === "closed"
    ? hoursWords.state({ kind: "closed", opens: instant(opening.opens) }, now)
    : hoursWords.state({ kind: "maybe" }, now);
};

const clockEn = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", hour: "numeric", minute: "2-digit" });
const dayEn = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", weekday: "long", day: "numeric", month: "long" });
const momentEn = (when: Date, now: Date): string =>
  dayOf(when) === dayOf(now) ? clockEn.format(when) : `${dayEn.format(when)}, ${clockEn.format(when)}`;
const openingEn = (opening: OpeningSaid, now: Date): string => {
  switch (opening.kind) {
    case "open":
      return opening.closes === undefined ? "open day and night" : `open until ${momentEn(new Date(opening.closes), now)}`;
    case "closed":
      return opening.opens === undefined ? "closed" : `closed, opens ${momentEn(new Date(opening.opens), now)}`;
    case "maybe":
      return "by appointment";
  }
};

/** Words of a search and of its results; counsellors read them in both languages, visitors in French. */
export const searchWords = {
  fr: {
    reason: reasonFr,
    opening: openingFr,
    unknownHours: (count: number) =>
      `${counted("fr", count, "autre service ne dit pas ses horaires et n’est pas dans cette liste", "autres services ne disent pas leurs horaires et ne sont pas dans cette liste")}.`,
    distance: (meters: number) => distance(meters, "fr-FR"),
    fresh: (days: number) => `Vérifié ${days === 0 ? "aujourd’hui" : days === 1 ? "hier" : frenchSpan(days)}`,
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
      radiusOf: (kilometers: number) => `${kilometers} km`,
      filters: "Filtres",
      moreFilters: "Pour qui, langue, âge",
      open: "Ouvert maintenant",
      free: "Gratuit",
      walkIn: "Sans rendez-vous",
      remote: "À distance",
      initiative: "Activités et rencontres",
      publics: "Pour",
      anyPublic: "Tout le monde",
      language: "Langue parlée",
      anyLanguage: "Peu importe",
      age: "Âge",
      order: "Ordre",
      orders: { best: "Du plus utile", distance: "Du plus proche" },
      phone: "tél.",
      first: "Revenir au début de la liste",
      noFilter: "Chercher sans filtre",
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
    opening: openingEn,
    unknownHours: (count: number) =>
      `${counted("en", count, "other service does not tell its hours and is not in this list", "other services do not tell their hours and are not in this list")}.`,
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
      radiusOf: (kilometers: number) => `${kilometers} km`,
      filters: "Filters",
      moreFilters: "For whom, language, age",
      open: "Open now",
      free: "Free of charge",
      walkIn: "Without an appointment",
      remote: "At a distance",
      initiative: "Activities and meetings",
      publics: "For",
      anyPublic: "Everyone",
      language: "Language spoken",
      anyLanguage: "Any",
      age: "Age",
      order: "Order",
      orders: { best: "Most useful first", distance: "Nearest first" },
      phone: "tel.",
      first: "Back to the beginning of the list",
      noFilter: "Search without filter",
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
