import { gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { looksFrench } from "./french-ending.ts";
import { isName, isNameLike, isStranger } from "./mask-name-words.ts";
import { trait } from "./mask-traits.ts";

export type Range = { readonly start: number; readonly end: number };

/** « (Vasseur)-Lamy », « (Le) Guellec », « (Anne-Sophie) de Kerlan », « (Karim) Z », « (Yvonne) et Marcel Taburet ». */
export const endOfName = (page: Page, start: number, announced: boolean): number => {
  let end = start + 1;
  for (let words = 1; words < 7;) {
    const next = nextOfName(page, end, start, announced);
    if (next === end) break;
    end = next;
    words += 1;
  }
  return end;
};

const nextOfName = (page: Page, end: number, start: number, announced: boolean): number => {
  if (has(page, end, trait.masked) || has(page, end, trait.line)) return end;
  const isHyphen = /^[-–]$/.test(plainAt(page, end)) && touches(page, end) && touches(page, end + 1) && has(page, end + 1, trait.word);
  if (isHyphen) return has(page, end + 1, trait.masked) ? end : end + 2;
  if (plainAt(page, end) === "." && has(page, end - 1, trait.single) && touches(page, end) && isNameLike(page, end + 1)) return end + 2;
  if (plainAt(page, end - 1).endsWith("'") && touches(page, end) && has(page, end, trait.word)) return end + 1;
  if (!has(page, end, trait.word) || gapBefore(page, end) > 3 || has(page, end, trait.opening)) return end;
  if (isCapital(page, end) && has(page, end, trait.place) && isName(page, end - 1) && has(page, end - 1, trait.firstName)) return end + 1;
  const afterParticles = skipParticles(page, end);
  if (
    afterParticles > end &&
    isCapital(page, afterParticles - 1) &&
    isCapital(page, afterParticles) &&
    !has(page, afterParticles, trait.single | trait.opening)
  )
    return afterParticles + 1;
  if (afterParticles > end)
    return isNameLike(page, afterParticles) || isNobleName(page, end, afterParticles)
      ? afterParticles + 1
      : isCapital(page, end) && isNameLike(page, end) && has(page, end, trait.surname | trait.firstName)
        ? end + 1
        : end;
  if (isMaidenName(page, end)) return end + 2;
  if (has(page, end, trait.single)) return (isCapital(page, end) && isInitial(page, end)) || isLastLetter(page, end) ? end + 1 : end;
  if (
    isNameLike(page, end) ||
    (isCapital(page, end) && has(page, end, trait.place) && isName(page, end - 1) && has(page, end - 1, trait.firstName))
  )
    return end + 1;
  return announced && isStrangerInSmall(page, end, start) ? end + 1 : end;
};

export const skipParticles = (page: Page, from: number): number => {
  let at = from;
  while (at < from + 3 && has(page, at, trait.particle)) {
    at += 1;
    if (plainAt(page, at) === "-" && touches(page, at)) at += 1;
  }
  return at;
};

/** « Hélène de Saint-Priest », « Guy de Laval ». */
const isNobleName = (page: Page, particle: number, at: number): boolean =>
  has(page, particle - 1, trait.firstName) &&
  /^(de|d'|du|des)$/.test(plainAt(page, particle)) &&
  isCapital(page, at) &&
  has(page, at, trait.place) &&
  !has(page, at, trait.opening);

/** « Dupont née Martin », « épouse Martin ». */
const isMaidenName = (page: Page, at: number): boolean =>
  /^(nee|epouse|ep|veuve|vve|divorcee)$/.test(plainAt(page, at)) && isNameLike(page, at + 1) && isCapital(page, at + 1);

/** « jeannine b. », « linda k » at the end of a text. */
const isLastLetter = (page: Page, at: number): boolean =>
  page.tokens[at + 1] === undefined || (plainAt(page, at + 1) === "." && page.tokens[at + 2] === undefined);

const isInitial = (page: Page, at: number): boolean =>
  !/^[ayo]$/.test(plainAt(page, at)) || plainAt(page, at + 1) === "." || !has(page, at + 1, trait.word);

/** « mr belhadj karim », « nadia boukhelifa » in small letters throughout. */
const isStrangerInSmall = (page: Page, at: number, start: number): boolean =>
  !has(page, at, trait.capital) &&
  !has(page, start, trait.capital) &&
  isStranger(page, at) &&
  !looksFrench(plainAt(page, at)) &&
  plainAt(page, at).length >= 4;

/** « Desmoulins Guy », « DAOUDI Samira » : a surname written before. */
export const withBefore = (page: Page, at: number): Range => {
  let start = at;
  while (start > at - 4) {
    const before = start - 1;
    const hyphen = /^[-–]$/.test(plainAt(page, before)) && touches(page, start) && touches(page, before);
    const word = hyphen ? before - 1 : before;
    if (!has(page, word, trait.word) || has(page, word, trait.masked) || has(page, start, trait.opening) || gapBefore(page, start) > 2)
      break;
    if (hyphen ? has(page, word, trait.everyday) && !isCapital(page, word) : !goesBefore(page, word)) break;
    start = word;
  }
  return { start, end: endOfName(page, at, isName(page, at)) };
};

const goesBefore = (page: Page, at: number): boolean => {
  if (has(page, at, trait.civility)) return false;
  if (has(page, at, trait.particle))
    return isCapital(page, at) && (!has(page, at, trait.opening) || !/^(de|du|des|d'|le|la|les|l')$/.test(plainAt(page, at)));
  if (isCapital(page, at) && !has(page, at, trait.single)) {
    if (isName(page, at)) return true;
    return (
      !has(page, at, trait.everyday | trait.known | trait.place | trait.opening) &&
      !(has(page, at, trait.upper) && plainAt(page, at).length <= 4)
    );
  }
  return isName(page, at) && has(page, at, trait.surname) && plainAt(page, at).length >= 5 && !has(page, at, trait.place);
};
