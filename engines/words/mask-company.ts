import { claim, gapBefore, has, isCapital, plainAt, type Page } from "./mask-page.ts";
import { looksFrench } from "./french-ending.ts";
import { isAcronym, isLoneCapital, maskCapitals, opensSentence, startsCapitals } from "./mask-capital-run.ts";
import { binds, endOfCompany, isLegalForm, isTelling } from "./mask-company-extent.ts";
import { trait } from "./mask-traits.ts";

/** Entreprise : employer, landlord, private provider. Public bodies and brands that everyone knows (`bodies-and-brands`) are not masked. */
export const maskCompanies = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    if (plainAt(page, at) === "chez") maskNamed(page, at + 1, true);
    if (isLegalForm(page, at)) maskBesideForm(page, at);
    if (isCue(page, at) || (isLegalForm(page, at) && has(page, at, trait.upper)))
      maskNamed(page, startOfName(page, at), false, isCapital(page, at) || isBoundToName(page, at) ? at : undefined);
    else if (has(page, at, trait.companyWord) && isCapital(page, at) && maskCompound(page, at)) continue;
    else if (startsCapitals(page, at)) maskCapitals(page, at);
    else if (contracts.has(plainAt(page, at)) && isUnknownInSmall(page, at + 1)) claim(page, "ENTREPRISE", at + 1, at + 2);
  }
  if ((page.anyTrait & trait.capital) !== 0)
    for (let at = 0; at < page.tokens.length; at++) if (isLoneCapital(page, at)) claim(page, "ENTREPRISE", at, at + 1);
};

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
    ": ( , « \" “ - ' est c' cest nommee nomme denommee denomme appelee appele qui s' appelle d' de du interim immobiliere immobilier social sociale sociaux hlm prive privee familiale familial " +
    "de la le les l' des notre mon ma actuel actuelle principal ancien ancienne ."
  ).split(" "),
);

const isIntroduction = (page: Page, at: number): boolean =>
  introductions.has(plainAt(page, at)) && (!isCapital(page, at) || has(page, at, trait.companyCue)) && !has(page, at, trait.line);

/** @param cue « SCI », « Cabinet », « Groupe » with a capital: the name begins there */
const maskNamed = (page: Page, from: number, afterChez: boolean, cue?: number): void => {
  if (opensSentence(page, from)) return;
  const end = endOfCompany(page, from);
  if (isLoneAcronym(page, from, end) && !afterChez && !has(page, from - 1, trait.companyCue)) return;
  if (end > from && isCompanyName(page, from, end, afterChez)) claim(page, "ENTREPRISE", cue ?? from, end);
  else if (end === from && isUnknownInSmall(page, from) && (afterChez || gapBefore(page, from) <= 1))
    claim(page, "ENTREPRISE", from, endInSmall(page, from));
};

/** « garage du Bosquet », « ambulances de la Vallée » : the trade is part of the name. */
const isBoundToName = (page: Page, cue: number): boolean =>
  /^(du|des|aux)$/.test(plainAt(page, cue + 1)) || (plainAt(page, cue + 1) === "de" && /^(la|l')$/.test(plainAt(page, cue + 2)));

/** « (HLM,) DCD 15 » ; « (société) GTM Habitat » is a name. */
const isLoneAcronym = (page: Page, from: number, end: number): boolean => {
  for (let at = from; at < end; at++)
    if (has(page, at, trait.capital) && !(isAcronym(page, at) && plainAt(page, at).length <= 4)) return false;
  return true;
};

/** « solar confort », « eco comble 81 » : trades and figures that follow. */
const endInSmall = (page: Page, from: number): number => {
  let end = from + 1;
  while (end < from + 4 && has(page, end, trait.companyWord) && gapBefore(page, end) === 1) end += 1;
  return end;
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
  !looksFrench(plainAt(page, at)) &&
  ((has(page, at - 1, trait.companyCue) &&
    !/^(maison|centre|caisse|banque|assurance|atelier|ecole|ferme|chateau|chantier)$/.test(plainAt(page, at - 1))) ||
    announcements.has(plainAt(page, at - 1)) ||
    contracts.has(plainAt(page, at - 1)));

const announcements = new Set(["chez", "cest", "c'", "est", ":", "nommee", "appelle", "appelee", "prive", "privee"]);

/** « facture iberdrola », « contrat voltalia ». */
const contracts = new Set(["facture", "factures", "contrat", "abonnement", "credit", "pret", "dette", "prelevement", "livreur"]);

const isCompanyName = (page: Page, from: number, end: number, afterChez: boolean): boolean => {
  if (has(page, from, trait.civility) && !has(page, from, trait.companyWord)) return /^maitres$/.test(plainAt(page, from));
  const first = (traitsOfName: number): boolean => has(page, from, traitsOfName);
  if (end === from + 1) {
    if (first(trait.known | trait.single)) return false;
    // « la clinique Sainte-Fauste », « l'agence Occitanie » ; « l'agence de Lyon » is the one of a town.
    if (first(trait.place)) return has(page, from - 1, trait.companyCue) && !afterChez;
    if (first(trait.firstName) && !first(trait.companyWord)) return false;
    if (first(trait.everyday) && !first(trait.surname))
      return (
        !/^(moi|toi|lui|elle|eux|nous|vous|elles|soi|les|le|la|mon|ma|mes|ses|son|sa|un|une|des|l')$/.test(plainAt(page, from)) &&
        plainAt(page, from).length >= 3 &&
        !has(page, from, trait.opening | trait.upper) &&
        !first(trait.companyCue)
      );
    return !has(page, from, trait.upper) || plainAt(page, from).length >= 5 || afterChez || has(page, from - 1, trait.companyCue);
  }
  // « l'agence de Lyon », « la mutuelle France Travail »: what everyone knows is not masked.
  for (let at = from; at < end; at++) if (isTelling(page, at)) return true;
  return first(trait.place) && has(page, from - 1, trait.companyCue) && !afterChez;
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
  const end = endOfCompany(page, start);
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
