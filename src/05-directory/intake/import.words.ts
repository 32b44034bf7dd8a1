import type { CleanRemark } from "./clean-draft.ts";
import type { PlaceRemark } from "./located.ts";

const remarks: Readonly<Record<PlaceRemark, string>> = {
  swapped: "Latitude et longitude sont inversées : le centre de la commune est pris à la place.",
  "outside-france": "Le point donné n’est pas en France : le centre de la commune est pris à la place.",
  "half-a-point": "Il manque la latitude ou la longitude : le centre de la commune est pris à la place.",
  "far-from-commune": "Le point donné est à plus de 60 km de la commune : le centre de la commune est pris à la place.",
  "unknown-commune-code": "Ce code de commune n’existe pas : la commune est cherchée par le code postal et le nom.",
  "no-place": "Ni le point ni la commune ne sont reconnus : ce lieu ne sera trouvé que par son nom.",
};

/** What could be somebody's home is told without being repeated: this list is downloaded and sent by mail. */
const clean: Readonly<Record<CleanRemark, string>> = {
  html: "Ce texte contenait des balises de page web : seul le texte est gardé.",
  "hours-unread": "Les horaires ne sont pas compris : ils sont montrés tels quels, et ce service n’est jamais donné comme ouvert.",
  "personal-mail": "Le courriel semble être celui d’une personne : il n’est pas gardé.",
  "at-someone": "L’adresse semble être le domicile d’une personne : seule la commune est gardée.",
  "person-name": "Le nom semble être celui d’une personne : seule la commune est gardée, sans adresse ni courriel ni portable.",
  "lone-person": "Ces contacts semblent être ceux d’une personne seule : seule la commune est gardée.",
};

/** What a data referent reads about a file, a mapping and a line. */
export const importWords = {
  remarks,
  leftOut: (sentence: string): string => `${sentence} Ce champ est laissé vide.`,
  fileDated: (sentence: string): string => `${sentence} La date du fichier est prise à la place.`,
  notAsked: (column: string, value: string, key: string | undefined): string =>
    `La correspondance laisse cette ligne de côté : « ${column} » vaut « ${value} »${key === undefined ? "" : ` (${key})`}.`,
  wrongExtension: (field: string): string => `« ${field} » n’a pas une valeur connue. Ce champ est laissé vide.`,
  clean,
  twice: (line: number): string => `Cet identifiant est déjà à la ligne ${line} du fichier.`,
  structureMissing: (key: string): string => `Sa structure « ${key} » n’est ni dans le fichier ni dans l’annuaire, ou elle a été refusée.`,
  columnCount: (found: number, expected: number): string => `La ligne a ${found} colonnes au lieu de ${expected}.`,
  encoding: {
    "windows-1252": "Le fichier n’est pas en UTF-8 : il est lu en Latin-1 (Windows-1252). Vérifiez les accents.",
    "utf-16le": "Le fichier est en UTF-16 : il est lu ainsi.",
    "utf-16be": "Le fichier est en UTF-16 : il est lu ainsi.",
  } as Readonly<Record<string, string>>,
  quoteNotClosed: (line: number): string =>
    `Un guillemet ouvert à la ligne ${line} n’est jamais refermé, ou le fichier est coupé. Rien n’a été changé dans l’annuaire.`,
  quoteMisplaced: (line: number): string => `Un guillemet est mal placé à la ligne ${line}. Rien n’a été changé dans l’annuaire.`,
  lineTooLong: (line: number): string =>
    `La ligne ${line} est trop longue : un guillemet n’est sans doute pas refermé. Rien n’a été changé dans l’annuaire.`,
  jsonBroken: (after: number): string =>
    `Le fichier JSON est coupé ou mal écrit après l’élément ${after}. Rien n’a été changé dans l’annuaire.`,
  jsonShape: "Ce fichier JSON n’est ni une liste, ni un objet avec « structures » et « services ». Rien n’a été changé dans l’annuaire.",
  notText: "Ce fichier n’est ni un CSV ni un JSON. Depuis un tableur, enregistrez-le en CSV.",
  empty: "Le fichier est vide.",
  neverBegun: "Le fichier a attendu plus d’un jour : il a été effacé. Envoyez-le de nouveau.",
  fileLost: "Le fichier n’est plus sur cette machine. Envoyez-le de nouveau.",
  noFile: (name: string): string => `Le fichier « ${name} » n’existe pas ou ne peut pas être lu.`,
  nothingKept: (refused: number): string => `Aucune ligne n’est acceptée (${refused} refusées). Rien n’a été changé dans l’annuaire.`,
  interrupted: "L’import a été interrompu. Rien n’a été changé dans l’annuaire.",
  alreadyRunning: "Un import de cette source est déjà en cours.",
  headerMissing: (missing: readonly string[], found: readonly string[]): string =>
    `Le fichier n’a pas ${missing.length > 1 ? "les colonnes" : "la colonne"} ${quoted(missing)}. Ses colonnes : ${quoted(found)}.`,
  sourceId: "L’identifiant de la source : de 2 à 61 lettres minuscules sans accent, chiffres, points ou tirets.",
  sourceName: "Donnez le nom de la source.",
  licence: "Donnez la licence de la source, par exemple « Licence Ouverte 2.0 ».",
  dataDate: "La date des données s’écrit AAAA-MM-JJ et n’est pas dans le futur.",
  mappingJson: "La correspondance n’est pas un fichier JSON bien écrit.",
  mappingTable: (name: string): string => `La table « ${name} » n’est pas donnée dans « tables ».`,
  mappingField: (field: string): string => `« ${field} » n’est pas un champ du format national.`,
  mappingExpression: "une valeur s’écrit avec « column », « constant », « first », « join », « all » ou « fileDate ».",
};

const quoted = (names: readonly string[]): string =>
  names
    .slice(0, 40)
    .map((name) => `« ${name} »`)
    .join(", ");

/** What is said when a directory is read from its API. */
export const apiWords = {
  unsafe: "L’adresse de l’API commence par https:// : le jeton y passe.",
  token: "L’API refuse le jeton. Vérifiez TU_DATA_INCLUSION_TOKEN. Rien n’a été changé dans l’annuaire.",
  status: (status: number): string => `L’API a répondu ${status}. Vérifiez son adresse. Rien n’a été changé dans l’annuaire.`,
  shape: "L’API n’a pas répondu comme le format le dit (items, total, page). Rien n’a été changé dans l’annuaire.",
  silent: (list: string, page: number): string =>
    `L’API ne répond pas (${list}, page ${page}). Les pages déjà lues sont gardées un jour : relancez la commande pour continuer.`,
  moved: (list: string): string => `La liste « ${list} » a changé pendant la lecture. Relancez la commande : elle reprend du début.`,
  short: (list: string, items: number, total: number): string =>
    `L’API annonce ${total} ${list} et n’en donne que ${items}. Rien n’a été changé dans l’annuaire.`,
};
