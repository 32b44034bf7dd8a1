import { looksFrench } from "./french-ending.ts";
import { claim, gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { isOfPlaceOrBody } from "./mask-public-name.ts";
import { trait } from "./mask-traits.ts";

/** Entreprise : employer, landlord, private provider. Public bodies and brands that everyone knows (`bodies-and-brands`) are not masked. */
export const maskCompanies = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    if (plainAt(page, at) === "chez") maskNamed(page, at + 1, true);
    if (isLegalForm(page, at)) maskBesideForm(page, at);
    if (isCue(page, at)) maskNamed(page, startOfName(page, at), false, isCapital(page, at) ? at : undefined);
    else if (has(page, at, trait.companyWord) && isCapital(page, at) && maskCompound(page, at)) continue;
    else if (startsCapitals(page, at)) maskCapitals(page, at);
    else if (contracts.has(plainAt(page, at)) && isUnknownInSmall(page, at + 1) && !looksFrench(plainAt(page, at + 1)))
      claim(page, "ENTREPRISE", at + 1, at + 2);
  }
  if ((page.anyTrait & trait.capital) !== 0)
    for (let at = 0; at < page.tokens.length; at++) if (isLoneCapital(page, at)) claim(page, "ENTREPRISE", at, at + 1);
};

/** « sa », « inc » are words unless in capitals. */
const isLegalForm = (page: Page, at: number): boolean =>
  has(page, at, trait.legalForm) &&
  (has(page, at, trait.upper) ||
    (!has(page, at, trait.everyday) && plainAt(page, at).length >= 3) ||
    /^(sarl|sasu|sci|eurl)$/.test(plainAt(page, at)));

/** « société », and « lusine », « lagence » of those who type no apostrophe. */
const isCue = (page: Page, at: number): boolean => has(page, at, trait.companyCue);

/** « (employeur) : », « (société) dénommée », « (agence) d'intérim », « (bailleur) social », « (étude) de Maître ». */
const startOfName = (page: Page, cue: number): number => {
  let at = cue + 1;
  while (at < cue + 6 && isIntroduction(page, at)) at += 1;
  return at;
};
const introductions = new Set(
  (
    ": ( , « \" “ - ' nommee nomme denommee denomme appelee appele qui s' appelle d' de du interim immobiliere immobilier social sociale sociaux hlm prive privee familiale familial " +
    "de la le les l' des notre mon ma actuel actuelle principal ancien ancienne ."
  ).split(" "),
);
const isIntroduction = (page: Page, at: number): boolean =>
  introductions.has(plainAt(page, at)) && (!isCapital(page, at) || has(page, at, trait.companyCue)) && !has(page, at, trait.line);

/** @param cue « SCI », « Cabinet », « Groupe » with a capital: the name begins there */
const maskNamed = (page: Page, from: number, afterChez: boolean, cue?: number): void => {
  if (opensSentence(page, from) || (isAcronym(page, from) && !afterChez && plainAt(page, from).length <= 4)) return;
  const end = endOfName(page, from);
  if (end > from && isCompanyName(page, from, end, afterChez)) claim(page, "ENTREPRISE", cue ?? from, end);
  else if (end === from && isUnknownInSmall(page, from) && (afterChez || gapBefore(page, from) <= 1))
    claim(page, "ENTREPRISE", from, from + 1);
};

/** « la societe lumivert » : a word that French does not have. */
const isUnknownInSmall = (page: Page, at: number): boolean =>
  has(page, at, trait.word) &&
  !has(
    page,
    at,
    trait.capital |
      trait.everyday |
      trait.place |
      trait.known |
      trait.firstName |
      trait.particle |
      trait.companyCue |
      trait.single |
      trait.numberWord |
      trait.month,
  ) &&
  plainAt(page, at).length >= 4 &&
  (has(page, at - 1, trait.companyCue) || plainAt(page, at - 1) === "chez" || contracts.has(plainAt(page, at - 1)));

/** « facture iberdrola », « contrat voltalia ». */
const contracts = new Set(["facture", "factures", "contrat", "abonnement", "credit", "pret", "dette", "prelevement", "livreur"]);

const isCompanyName = (page: Page, from: number, end: number, afterChez: boolean): boolean => {
  if (has(page, from, trait.civility) && !has(page, from, trait.companyWord)) return /^maitres$/.test(plainAt(page, from));
  const first = (traitsOfName: number): boolean => has(page, from, traitsOfName);
  if (end === from + 1) {
    if (first(trait.known | trait.single)) return false;
    if (first(trait.place)) return false;
    if (first(trait.firstName) && !first(trait.companyWord)) return false;
    if (first(trait.everyday) && !first(trait.surname))
      return (
        !/^(moi|toi|lui|elle|eux|nous|vous|elles|soi|les|le|la|mon|ma|mes|ses|son|sa|un|une|des|l')$/.test(plainAt(page, from)) &&
        plainAt(page, from).length >= 4 &&
        !has(page, from, trait.opening | trait.upper) &&
        !first(trait.companyCue)
      );
    return !has(page, from, trait.upper) || plainAt(page, from).length >= 5 || afterChez;
  }
  // « l'agence de Lyon », « la mutuelle France Travail »: what everyone knows is not masked.
  for (let at = from; at < end; at++) if (isTelling(page, at)) return true;
  return false;
};
const isTelling = (page: Page, at: number): boolean =>
  has(page, at, trait.word) && has(page, at, trait.capital) && !has(page, at, trait.known | trait.place | trait.particle);

const mostWords = 8;

/** Words with a capital, and what binds them: « & », « et », « de », figures after a word. */
const endOfName = (page: Page, from: number): number => {
  let at = from;
  if (/^(le|la|les|l')$/.test(plainAt(page, at)) && !isCapital(page, at)) return from;
  if (!isCapital(page, at) || has(page, at, trait.masked)) return from;
  let end = at + 1;
  at = end;
  let words = 1;
  while (words < mostWords) {
    if (has(page, at, trait.opening) || has(page, at, trait.masked)) return end;
    if (isCapital(page, at) && (gapBefore(page, at) <= 2 || touches(page, at))) {
      if (has(page, at, trait.civility) && !has(page, at, trait.companyWord)) return end;
      end = ++at;
      words += 1;
    } else if (
      at === end &&
      has(page, at, trait.number) &&
      gapBefore(page, at) <= 1 &&
      plainAt(page, at).length <= 4 &&
      !isAmountOrAge(page, at + 1)
    ) {
      end = ++at;
    } else if (isLegalForm(page, at)) {
      end = ++at;
    } else if (touches(page, at) && /[-']$/.test(plainAt(page, at - 1)) && has(page, at, trait.word)) {
      end = ++at;
    } else if (binds(page, at)) at += 1;
    else return end;
    if (at > end + 3) return end;
  }
  return end;
};
/** « Vve 76 a », « Jne 20 ans », « Aide 1er ». */
const isAge = (page: Page, at: number): boolean => /^(a|ans|m|mois|sem|semaines|j|er|e|h)$/.test(plainAt(page, at));
const isAmountOrAge = (page: Page, at: number): boolean =>
  /^[€%]/.test(plainAt(page, at)) || has(page, at, trait.number) || /^(ans|mois|jours|h|euros|e|eur|km|fois)$/.test(plainAt(page, at));
const binders = new Set("& et de du des d' la le les l' en sur aux au a - ' +".split(" "));
const binds = (page: Page, at: number): boolean => {
  if (!binders.has(plainAt(page, at))) return false;
  const sign = !has(page, at, trait.word);
  return sign ? plainAt(page, at) === "&" || plainAt(page, at) === "+" || touches(page, at) : true;
};

/** « Gîte et Patrimoine SAS », « Premium Bien Etre Ltd » : back over the capitals before the form. */
const maskBesideForm = (page: Page, form: number): void => {
  let start = form;
  for (let at = form - 1; at > form - 8; at--) {
    if (has(page, at, trait.masked)) break;
    if (isCapital(page, at) && !has(page, at, trait.known)) start = at;
    else if (!binds(page, at)) break;
    if (has(page, at, trait.opening)) break;
  }
  if (start < form) claim(page, "ENTREPRISE", start, form + 1);
};

/** « Transports Gaudry & Fils », « Beauce Habitat », « Habitat Doubs Loue » : several capitals, one of them a trade. */
const maskCompound = (page: Page, at: number): boolean => {
  let start = at;
  if (!has(page, at, trait.opening))
    for (let before = at - 1; before > at - 5; before--) {
      if (!isCapital(page, before) || has(page, before, trait.known | trait.civility | trait.single | trait.masked)) break;
      if (has(page, before, trait.opening) && has(page, before, trait.everyday | trait.particle)) break;
      start = before;
      if (has(page, before, trait.opening)) break;
    }
  const end = endOfName(page, start);
  const opens = has(page, start, trait.opening) && !/^[(:«"]/.test(plainAt(page, start - 1));
  const needed = opens ? trait.surname | trait.firstName : 0;
  if (end <= start + 1) return false;
  let telling = 0;
  for (let word = start; word < end; word++) {
    const isStrange = isTelling(page, word) && word !== at;
    if (isStrange && (needed === 0 || !has(page, word, trait.everyday))) telling += 1;
  }
  if (telling > 0) claim(page, "ENTREPRISE", start, end);
  return telling > 0;
};

/** « Granulats du Morvan », « Sérénité Plus 47 », « L'Escale du Lot » : several capitals that name neither a person nor a body known to all. */
const startsCapitals = (page: Page, at: number): boolean =>
  isCapital(page, at) &&
  !has(page, at, trait.civility | trait.masked | trait.month | trait.kin) &&
  !isPersonal(page, at) &&
  !isAcronym(page, at) &&
  (plainAt(page, at).endsWith("'") ? isCapital(page, at + 1) : !has(page, at, trait.single));
const isAcronym = (page: Page, at: number): boolean => has(page, at, trait.upper) && plainAt(page, at).length <= 6;
const isPersonal = (page: Page, at: number): boolean =>
  has(page, at, trait.firstName) && !has(page, at, trait.everyday | trait.companyWord);
const opensSentence = (page: Page, at: number): boolean =>
  has(page, at, trait.line) || (has(page, at, trait.opening) && /^[.!?…]/.test(plainAt(page, at - 1)));

/** « prélevé par Lumière » : a word of every day, with a capital that nothing asks for. */
const isLoneCapital = (page: Page, at: number): boolean =>
  isCapital(page, at) &&
  has(page, at, trait.everyday) &&
  !has(
    page,
    at,
    trait.opening |
      trait.upper |
      trait.known |
      trait.civility |
      trait.kin |
      trait.place |
      trait.particle |
      trait.firstName |
      trait.surname |
      trait.month |
      trait.numberWord |
      trait.single |
      trait.masked |
      trait.street |
      trait.building,
  ) &&
  plainAt(page, at).length >= 4;

const maskCapitals = (page: Page, at: number): void => {
  if (isCapital(page, at - 1) && !has(page, at, trait.opening) && gapBefore(page, at) <= 1) return;
  if (isOfPlaceOrBody(page, at)) return;
  const before = plainAt(page, at - 1) === "." ? at - 2 : at - 1;
  if ((has(page, before, trait.civility) && plainAt(page, before) !== "famille") || (touches(page, at) && plainAt(page, at - 1) === "-"))
    return;
  const end = endOfName(page, at);
  if (end === at + 1) return;
  const opens = opensSentence(page, at);
  // At the head of a sentence, a word of every day has its capital anyway.
  const isFree =
    opens &&
    has(page, at, trait.everyday | trait.known | trait.place) &&
    !has(page, at, trait.companyWord) &&
    !/^[-']$/.test(plainAt(page, at + 1));
  let capitals = 0;
  let ordinary = 0;
  let strange = 0;
  let places = 0;
  for (let word = isFree ? at + 1 : at; word < end; word++) {
    if (
      has(page, word, trait.civility | trait.masked) ||
      isAcronym(page, word) ||
      (isPersonal(page, word) && !has(page, at, trait.companyWord))
    )
      return;
    if (has(page, word, trait.number)) ordinary += 1;
    if (!isCapital(page, word) || (has(page, word, trait.particle) && word > at)) continue;
    capitals += 1;
    if (has(page, word, trait.everyday | trait.place | trait.known)) ordinary += 1;
    if (has(page, word, trait.place)) places += 1;
    else if (!has(page, word, trait.known | trait.particle)) strange += 1;
  }
  const isTrade = has(page, at, trait.companyWord) && capitals >= 2 && strange + places >= (has(page, at, trait.known) ? 1 : 2);
  const isNumbered = has(page, end - 1, trait.number) && strange >= 1 && (capitals >= 2 || !isAge(page, end));
  if (!isTrade && !isNumbered && (ordinary === 0 || strange === 0 || capitals < 2)) return;
  claim(page, "ENTREPRISE", isFree && !(isCapital(page, at + 1) && (capitals >= 2 || isNumbered)) ? at + 1 : at, end);
};
