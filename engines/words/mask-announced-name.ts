import { gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { looksFrench } from "./french-ending.ts";
import { fromInitial } from "./mask-initials.ts";
import { endOfName, skipParticles, type Range } from "./mask-name-extent.ts";
import { isName, isNameLike, isStranger, neverAfterKin } from "./mask-name-words.ts";
import { trait } from "./mask-traits.ts";

/** « Mr Belhadj », « Mme Daoudi Samira », « M. et Mme Pélissier », « Mme veuve Chambaud », « Madame Rose ». */
export const afterCivility = (page: Page, at: number): Range | undefined => {
  const plain = plainAt(page, at);
  if (plain === "famille" && !isCapital(page, at + 1)) return undefined;
  if (plain === "m" && plainAt(page, at + 2) === "-") return fromInitial(page, at);
  if (plain === "m" && !isTitleM(page, at)) return undefined;
  let start = at + 1;
  if (plainAt(page, start) === "." && touches(page, start)) start += 1;
  if (/^(et|ou)$/.test(plainAt(page, start)) && has(page, start + 1, trait.civility)) start += 1;
  while (start < at + 7 && statuses.has(plainAt(page, start))) start += plainAt(page, start + 1) === "." ? 2 : 1;
  if (!mayFollowTitle(page, start)) return undefined;
  // The title goes with the name: the reader who labelled our texts took « Mme Daoudi Samira » whole more often than not, and hiding it tells less.
  return { start: at, end: endOfName(page, start, true) };
};

const statuses = new Set(["veuve", "vve", "veuf", "epouse", "ep", "epse", "nee", "madame", "mme", "monsieur", "docteur", "dr"]);

/** « M. Dupont », « M Dupont », « m. rossignol » ; not « m » for « me » in an SMS. */
const isTitleM = (page: Page, at: number): boolean =>
  has(page, at, trait.capital)
    ? plainAt(page, at + 1) === "." || isCapital(page, at + 1)
    : plainAt(page, at + 1) === "." && has(page, at + 2, trait.firstName | trait.surname) && gapBefore(page, at + 2) === 1;

const mayFollowTitle = (page: Page, at: number): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked | trait.civility | trait.line)) return false;
  const listed = has(page, at, trait.firstName | trait.surname);
  if (isCapital(page, at)) {
    // « Mme Saint-Martin », « Mme Aït-Saïd ».
    if (has(page, at, trait.place | trait.particle) && plainAt(page, at + 1) === "-" && touches(page, at + 1)) return true;
    if (has(page, at, trait.particle))
      return isCapital(page, at + 1) && !has(page, at + 1, trait.everyday)
        ? true
        : isCapital(page, at + 1) && has(page, at + 1, trait.surname | trait.firstName);
    if (has(page, at, trait.single)) return plainAt(page, at + 1) === "." || isCapital(page, at + 1) || !has(page, at + 1, trait.word);
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 3 && !listed) return false;
    return listed || !has(page, at, trait.everyday | trait.known);
  }
  if (has(page, at, trait.particle)) {
    const next = skipParticles(page, at);
    if (isCapital(page, next - 1) && isCapital(page, next)) return true;
    return (
      isName(page, next) ||
      (isCapital(page, next) && isNameLike(page, next)) ||
      (isStranger(page, next) && !/^(des|les|du|de)$/.test(plainAt(page, at)))
    );
  }
  if (listed && plainAt(page, at - 1) === "." && plainAt(page, at - 2) === "m") return true;
  return isName(page, at) || smallSurnames.has(plainAt(page, at)) || (isStranger(page, at) && !looksFrench(plainAt(page, at)));
};

/** « mme petit » : words of every day that after a title are names. Trades are not: « mr couvreur, chute ». */
const smallSurnames = new Set(
  "petit roux blanc brun noir rose grand gros gris roi loup renard poulain pigeon poisson fontaine bonnet picard robin martin lamy blanche claire pierre jean marc luc marin romain clement victor moulin lejeune besse perle chevalier rousse lion colombe olive".split(
    " ",
  ),
);

/** « je m'appelle nadia boukhelifa », « prénom : Zélie », « un certain » ; « j'appelle pour » announces nobody. */
export const afterIntroduction = (page: Page, at: number): Range | undefined => {
  let start = at + 1;
  while (start < at + 4 && /^(:|est|c'|«|"|monsieur|madame|mme|mr|-|et|bien|donc|moi|,)$/.test(plainAt(page, start))) start += 1;
  return startsName(page, start, true) ? { start, end: endOfName(page, start, true) } : undefined;
};

/** « mon fils kevin », « ma fille (Inès) », « mon mari, Jean », « sa sœur aînée Léa ». */
export const afterKin = (page: Page, at: number): Range | undefined => {
  let start = at + 1;
  while (start < at + 6 && kinWords.has(plainAt(page, start)) && !isCapital(page, start)) start += 1;
  if (plainAt(page, start - 1) === "," && !isCapital(page, start) && !isName(page, start)) return undefined;
  if (!has(page, start, trait.word) || has(page, start, trait.masked | trait.line | trait.civility)) return undefined;
  return startsName(page, start, start === at + 1) ? { start, end: endOfName(page, start, false) } : undefined;
};

const kinWords = new Set(
  ", ( : « aine ainee cadet cadette s' appelle prenomme prenommee nomme nommee qui unique petit petite grand grande est et handicape autiste malade majeur decede decedee defunt defunte feu - \"".split(
    " ",
  ),
);

/** May this word open a name, where a name is expected? */
const startsName = (page: Page, at: number, allowsCommon: boolean): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked)) return false;
  if (isName(page, at)) return true;
  if (isCapital(page, at)) {
    if (has(page, at, trait.firstName | trait.surname)) return !has(page, at, trait.known | trait.place) || isNameLike(page, at + 1);
    if (has(page, at, trait.single))
      return plainAt(page, at + 1) === "." || (isCapital(page, at + 1) && !has(page, at + 1, trait.everyday));
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 4) return false;
    return !has(page, at, trait.everyday | trait.known | trait.place | trait.particle);
  }
  if (!allowsCommon) return false;
  // « ma fille rose » ; « mon fils juste », « mon fils mars » are not named so.
  if (has(page, at, trait.firstName)) return !neverAfterKin.has(plainAt(page, at)) && !has(page, at, trait.month | trait.particle);
  return isStranger(page, at) && !looksFrench(plainAt(page, at)) && has(page, at - 1, trait.introduction);
};
