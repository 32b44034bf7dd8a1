import { claim, gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";
import { isCounted } from "./number-run.ts";

/** Adresse : « 48 bis avenue des Carriers, 69190 Saint-Fons », « bât B appt 12 », « lieu-dit Les Gravières, 23400 Bourganeuf ». A commune alone stays. */
export const maskAddresses = (page: Page): void => {
  if ((page.anyTrait & (trait.street | trait.building)) !== 0)
    for (let at = 0; at < page.tokens.length; at++) {
      if (has(page, at, trait.street)) at = Math.max(at, maskStreet(page, at) - 1);
      if (has(page, at, trait.building)) maskBuilding(page, at);
    }
  if ((page.anyTrait & trait.number) !== 0) maskPostalPlaces(page);
};

/** Types de voie that are nothing else: enough behind a number, whatever follows. */
const sureStreets = new Set(
  (
    "rue avenue ave bd boulevard bvd blvd allee allees chemin impasse imp quai square sq ruelle sente venelle lotissement lieudit rte faubourg fbg " +
    "rond-point esplanade chaussee montee traverse rocade corniche drève dreve hameau residence promenade parvis villa"
  ).split(" "),
);
/** Those that may stand without a number, when a name with its capital follows. */
const streetsByName = new Set(
  (
    "rue avenue bd boulevard bvd blvd allee allees chemin impasse imp square ruelle sente venelle lotissement hameau residence resid res faubourg cite esplanade " +
    "quai traverse montee villa mas clos"
  ).split(" "),
);

const maskStreet = (page: Page, at: number): number => {
  const isLieuDit = plainAt(page, at) === "lieudit" || (plainAt(page, at) === "dit" && startOfLieuDit(page, at) < at);
  if (isLieuDit) return maskFrom(page, plainAt(page, at) === "dit" ? startOfLieuDit(page, at) : at, at + 1, true);
  const start = startOfNumber(page, at);
  if (start === at) {
    const name = plainAt(page, at + 1) === "." ? at + 2 : at + 1;
    const named = streetsByName.has(plainAt(page, at)) && hasProperName(page, name);
    if (named) return maskFrom(page, at, name, false);
    const end = streetsByName.has(plainAt(page, at)) ? endBeforeBuilding(page, name) : -1;
    return end === -1 ? at + 1 : claim(page, "ADRESSE", at, withSurroundings(page, end));
  }
  const sure = sureStreets.has(plainAt(page, at)) || (plainAt(page, at) === "r" && /^d(e|u|es|')$/.test(plainAt(page, at + 1)));
  const afterDot = plainAt(page, at + 1) === "." && touches(page, at + 1) ? at + 2 : at + 1;
  if (!sure && !hasProperName(page, afterDot) && !streetTitles.has(plainAt(page, afterDot)) && !hasPostalNear(page, at + 1)) return at + 1;
  if (sure && isCounted(page, at)) return at + 1;
  return maskFrom(page, withTownBefore(page, start), at + 1, sure);
};

/** « Draveil, 8 allée des Ormes », « Les Glycines, 12 bd Lamartine », « 4e étage, 18 quai de Bosc ». */
const withTownBefore = (page: Page, start: number): number => {
  if (plainAt(page, start - 1) !== ",") return start;
  if (plainAt(page, start - 2) === "etage" && has(page, start - 4, trait.number)) return start - 4;
  if (has(page, start - 2, trait.place) && isCapital(page, start - 2)) return start - 2;
  const name = startOfPlaceName(page, start);
  return /^(les|le|la|l'|hotel|foyer|residence|villa|camping|chateau|ferme)$/.test(plainAt(page, name)) ? name : start;
};

/** « lieu-dit », « lieu dit ». */
const startOfLieuDit = (page: Page, dit: number): number => {
  const lieu = plainAt(page, dit - 1) === "-" ? dit - 2 : dit - 1;
  return plainAt(page, lieu) === "lieu" ? lieu : dit;
};

/** « residence les mimosas bat c » : in small letters, what follows tells that an address is being given. */
const endBeforeBuilding = (page: Page, from: number): number => {
  let at = from;
  while (at < from + 2 && isPlainParticle(page, at)) at += 1;
  for (let end = at + 1; end <= at + 2; end++) {
    if (!has(page, end - 1, trait.word)) return -1;
    const next = plainAt(page, end) === "," ? end + 1 : end;
    if (endOfBuilding(page, next) > next || isPostalCode(page, next)) return end;
  }
  return -1;
};

const maskFrom = (page: Page, start: number, from: number, sure: boolean): number => {
  const end = endOfStreetName(page, from, sure);
  return end > from ? claim(page, "ADRESSE", start, end) : from;
};

/** « 48 bis », « 12, », « 12 B », « n° 12 » before the type of street. */
const startOfNumber = (page: Page, street: number): number => {
  for (let at = street - 1; at >= street - 4; at--) {
    if (has(page, at, trait.number)) return plainAt(page, at).length <= 5 ? withRange(page, at) : street;
    const plain = plainAt(page, at);
    const isLetter = /^[a-g]$/.test(plain) && (touches(page, at) || has(page, at, trait.capital));
    if (!isLetter && !/^(bis|ter|quater|,|-|de|la|grand|grande|petite|vieille)$/.test(plain)) return street;
  }
  return street;
};
/** « 12-14 rue », « 12/14 ». */
const withRange = (page: Page, at: number): number =>
  /^[-/]$/.test(plainAt(page, at - 1)) && has(page, at - 2, trait.number) && touches(page, at) ? at - 2 : at;

const isPlainParticle = (page: Page, at: number): boolean => particles.has(plainAt(page, at));
const particles = new Set("de du des d' la le les l' aux au a sur sous et en saint st".split(" "));

/** « (rue) des Tamaris », « (résidence) Les Oliviers », « (rue) jean jaures ». */
const hasProperName = (page: Page, from: number): boolean => {
  let at = from;
  while (at < from + 3 && isPlainParticle(page, at) && !isCapital(page, at)) at += 1;
  if (has(page, at, trait.opening | trait.civility)) return false;
  if (has(page, at, trait.known) && has(page, at, trait.upper)) return false;
  if (isCapital(page, at)) return !has(page, at, trait.single) || touches(page, at + 1);
  return has(page, at, trait.firstName | trait.surname) && !has(page, at, trait.everyday);
};

const isPostalCode = (page: Page, at: number): boolean =>
  has(page, at, trait.number) &&
  plainAt(page, at).length === 5 &&
  !(touches(page, at + 1) && has(page, at + 1, trait.word)) &&
  /^(0[1-9]|[1-8]\d|9[0-578])/.test(plainAt(page, at)) &&
  !isCounted(page, at + 1);
const hasPostalNear = (page: Page, from: number): boolean => {
  for (let at = from; at < from + 6; at++) if (isPostalCode(page, at)) return true;
  return false;
};

const mostTokens = 16;

/** Reads the name of the street and what belongs to it (building, postal code, commune). */
const endOfStreetName = (page: Page, from: number, sure: boolean): number => {
  let end = from;
  let names = 0;
  for (let at = from; at < from + mostTokens;) {
    const next = nextPart(page, at, end, names, sure);
    if (next === undefined) break;
    if (next.names > 0) {
      end = next.end;
      names += next.names;
    }
    at = next.end;
  }
  return withSurroundings(page, end);
};

type Part = { readonly end: number; readonly names: number };
const between = (end: number): Part => ({ end, names: 0 });
const named = (end: number): Part => ({ end, names: 1 });

const nextPart = (page: Page, at: number, end: number, names: number, sure: boolean): Part | undefined => {
  const plain = plainAt(page, at);
  if (has(page, at, trait.line) || has(page, at, trait.masked)) return undefined;
  if (/^[-'.]$/.test(plain) && touches(page, at))
    return plain === "." && (names > 0 || !has(page, at + 1, trait.word)) ? undefined : between(at + 1);
  if (isPostalCode(page, at)) return undefined;
  if (has(page, at, trait.number)) return isNumberOfStreet(page, at, names) ? named(at + 1) : undefined;
  if (!has(page, at, trait.word)) return undefined;
  if (touches(page, at) && plainAt(page, at - 1) === "-") return named(at + 1);
  if (isPlainParticle(page, at) && !isCapital(page, at)) return at <= end + 2 ? between(at + 1) : undefined;
  if (has(page, at, trait.single) && isCapital(page, at) && plainAt(page, at + 1) === "." && isCapital(page, at + 2)) return named(at + 2);
  if (isCapital(page, at) && !has(page, at, trait.opening)) return named(at + 1);
  if (names === 0) return sure || isLikelyStreetWord(page, at) ? named(at + 1) : undefined;
  if (isLikelyStreetWord(page, at)) return named(at + 1);
  // « rue du Four à chaux, » : a word of every day, when the street ends with it.
  return at <= end + 2 && isStreetEnd(page, at + 1) && has(page, at - 1, trait.particle | trait.word) && names <= 2
    ? named(at + 1)
    : undefined;
};
const isStreetEnd = (page: Page, at: number): boolean =>
  page.tokens[at] === undefined || plainAt(page, at) === "," || isPostalCode(page, at);

/** « rue du 8 mai 1945 » ; a number that counts nothing and is not the next sentence. */
const isNumberOfStreet = (page: Page, at: number, names: number): boolean =>
  has(page, at + 1, trait.month) || (names > 0 && has(page, at - 1, trait.month) && plainAt(page, at).length === 4);

const streetTitles = new Set(
  "general gal marechal mal docteur dr president pdt saint sainte st ste abbe colonel capitaine prof professeur jean jules victor pierre marie notre dame mai juin novembre septembre republique liberation resistance mairie gare eglise".split(
    " ",
  ),
);
const isLikelyStreetWord = (page: Page, at: number): boolean => {
  if (has(page, at, trait.building)) return false;
  if (streetTitles.has(plainAt(page, at)) || has(page, at, trait.month)) return true;
  // « av jean moulin » : after a first name or a rank, a surname, were it a word.
  if (streetTitles.has(plainAt(page, at - 1)) && has(page, at, trait.surname)) return true;
  return !has(page, at, trait.everyday) && has(page, at, trait.firstName | trait.surname | trait.place);
};

/** After a street, or before it: building, floor, postal code, commune. */
const withSurroundings = (page: Page, end: number): number => {
  let last = end;
  for (let parts = 0; parts < 4; parts++) {
    const at = plainAt(page, last) === "," || plainAt(page, last) === "-" ? last + 1 : last;
    if (has(page, at, trait.line) && !isPostalCode(page, at)) return last;
    const town = at > last || isTo(page, at) || isTown(page, at) ? endOfCommune(page, at) : -1;
    const next = Math.max(endOfBuilding(page, at), endOfPostal(page, at), town, isTown(page, at) ? endOfHyphens(page, at + 1) : -1);
    if (next <= at) return last;
    last = next;
  }
  return last;
};
/** « appt 12 creil », « bat C Vénissieux ». */
const isTown = (page: Page, at: number): boolean =>
  has(page, at, trait.place) && !has(page, at, trait.everyday | trait.firstName | trait.line) && gapBefore(page, at) <= 1;
const isTo = (page: Page, at: number): boolean => plainAt(page, at) === "a" && isCapital(page, at + 1);

/** « 66000 Perpignan », « 38400 Saint-Martin-d'Hères », « 69100 villeurbanne ». */
const endOfPostal = (page: Page, at: number): number => {
  if (!isPostalCode(page, at)) return -1;
  const commune = endOfCommune(page, at + 1);
  if (commune > at) return commune;
  return has(page, at + 1, trait.place) || (has(page, at + 1, trait.word) && !has(page, at + 1, trait.everyday))
    ? endOfHyphens(page, at + 2)
    : at + 1;
};

/** A name with its capital: « Béthune », « à Apt », « Paris 16 », « Marseille 15e », « Riom-ès-Montagnes ». */
const endOfCommune = (page: Page, from: number): number => {
  let at = isTo(page, from) ? from + 1 : from;
  if (/^(le|la|les|l')$/.test(plainAt(page, at)) && has(page, at, trait.capital)) at += 1;
  if (!isCapital(page, at) || has(page, at, trait.opening) || isPersonOrWord(page, at, from)) return -1;
  let end = endOfHyphens(page, at + 1);
  while (isCapital(page, end) && has(page, end, trait.place) && gapBefore(page, end) === 1) end = endOfHyphens(page, end + 1);
  if (has(page, end, trait.number) && plainAt(page, end).length <= 2) {
    if (/^(e|er|eme)$/.test(plainAt(page, end + 1)) && touches(page, end + 1)) end += 2;
    else if (!isCounted(page, end + 1)) end += 1;
  }
  if (plainAt(page, end) === "cedex") end += has(page, end + 1, trait.number) ? 2 : 1;
  return end;
};
const isPersonOrWord = (page: Page, at: number, from: number): boolean => {
  if (has(page, at, trait.place)) return false;
  if (plainAt(page, at + 1) === "-" && touches(page, at + 1)) return false;
  return has(page, at, trait.firstName | trait.known | trait.everyday | trait.civility) && !isPostalCode(page, from - 1);
};
const endOfHyphens = (page: Page, from: number): number => {
  let end = from;
  while (
    end < from + 12 &&
    touches(page, end) &&
    (plainAt(page, end) === "-" || /'$/.test(plainAt(page, end - 1)) || plainAt(page, end - 1) === "-") &&
    (has(page, end + 1, trait.word) || has(page, end, trait.word))
  )
    end += 1;
  return end;
};

const sureBuildings = new Set("batiment bat bt appartement appart appt apt apprt app escalier esc".split(" "));

/** « bât B », « appt 12 », « appt n° 71 », « 4e étage », « esc. 3 ». */
const endOfBuilding = (page: Page, from: number): number => {
  let at = from;
  if (has(page, at, trait.number) && /^(e|er|eme)$/.test(plainAt(page, at + 1)) && /^(etage|et)$/.test(plainAt(page, at + 2)))
    return plainAt(page, at + 3) === "." ? at + 4 : at + 3;
  if (plainAt(page, at) === "n" && /^[°º]/.test(page.tokens[at + 1]?.text ?? "") && has(page, at + 2, trait.number)) return at + 3;
  if (plainAt(page, at) === "ch" && plainAt(page, at + 1) === "." && has(page, at + 2, trait.number)) return at + 3;
  if (!has(page, at, trait.building)) return -1;
  at += 1;
  if (plainAt(page, at) === "." && touches(page, at)) at += 1;
  if (/^(n|no|numero)$/.test(plainAt(page, at))) at += 1;
  if (/^[°º]/.test(page.tokens[at]?.text ?? "")) at += 1;
  if (has(page, at, trait.number)) {
    if (plainAt(page, at).length > 5 || /^(pieces?|p|m|m2|euros?|e|ans|mois|€)$/.test(plainAt(page, at + 1))) return -1;
    return has(page, at + 1, trait.single) && touches(page, at + 1) ? at + 2 : at + 1;
  }
  const isAlone = !has(page, at + 1, trait.word) || has(page, at + 1, trait.building);
  const isLetter =
    has(page, at, trait.single) &&
    (isCapital(page, at) || page.shouted || (isAlone && /^[a-h]$/.test(plainAt(page, at)))) &&
    !plainAt(page, at).endsWith("'");
  if (!isLetter) return -1;
  return has(page, at + 1, trait.number) && touches(page, at + 1) ? at + 2 : at + 1;
};

const maskBuilding = (page: Page, at: number): void => {
  if (namedBuildings.has(plainAt(page, at))) {
    const name = plainAt(page, at + 1) === "." ? at + 2 : at + 1;
    if (hasProperName(page, name) && !has(page, name, trait.single)) maskFrom(page, at, name, false);
  }
  const end = endOfBuilding(page, at);
  if (end === -1) return;
  const isPaired = has(page, end, trait.building) || has(page, plainAt(page, end) === "," ? end + 1 : end, trait.building | trait.street);
  if (sureBuildings.has(plainAt(page, at)) || isPaired) claim(page, "ADRESSE", at, withSurroundings(page, end));
};

/** « bât. Renoir », « Imm. Les Arbousiers », « tour Vercors ». */
const namedBuildings = new Set(["bat", "batiment", "imm", "immeuble", "tour"]);

/** « La Combe, 24580 Rouffignac », « Quartier Pré-Lacour, 07270 Lamastre », « 79000 Niort » : what stands before the code is where someone lives. */
const maskPostalPlaces = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    if (!isPostalCode(page, at)) continue;
    const end = endOfPostal(page, at);
    if (end > at + 1) claim(page, "ADRESSE", startOfPlaceName(page, at), end);
  }
};

const startOfPlaceName = (page: Page, postal: number): number => {
  if (plainAt(page, postal - 1) !== ",") return postal;
  let start = postal;
  for (let at = postal - 2; at > postal - 10; at--) {
    if (has(page, at, trait.masked) || !isNamePart(page, at)) break;
    if (isCapital(page, at)) start = at;
    if (has(page, at, trait.opening)) break;
  }
  return start;
};
const isNamePart = (page: Page, at: number): boolean =>
  isCapital(page, at) || isPlainParticle(page, at) || plainAt(page, at) === "-" || has(page, at, trait.number);
