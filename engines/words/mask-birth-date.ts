import { claim, gapBefore, has, maskedPlain, plainAt, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";
import { readDate } from "./written-date.ts";

/** Date de naissance : « né le 3 mars 1961 », « DDN 12/04/58 », « née en mars 61 », « [NOM], 12/05/1938 ». Other dates tell nobody. */
export const maskBirthDates = (page: Page): void => {
  if ((page.anyTrait & (trait.number | trait.month)) === 0) return;
  for (let at = 0; at < page.tokens.length; at++) {
    if (has(page, at, trait.birth)) maskAfterCue(page, at);
    else if (has(page, at, trait.masked) && plainAt(page, at) === maskedPlain("NOM")) maskAfterName(page, at);
    else if (has(page, at, trait.number) && /^d[ue]$/.test(plainAt(page, at - 1)) && /^(suis|est|sommes)$/.test(plainAt(page, at - 2)))
      maskOfYear(page, at, 1900, 2012);
  }
};

/** « (née) à Oran le », « (date de naissance) : », « (né)(e) un ». */
const maskAfterCue = (page: Page, cue: number): void => {
  for (let at = cue + 1; at < cue + 9; at++) {
    const date = readDate(page, at);
    const end = date !== undefined && (date.end > at + 1 || date.year !== undefined) ? date.end : endOfLoneYear(page, at);
    if (end > at) {
      claim(page, "DATE_NAISSANCE", at, end);
      return;
    }
    if (!isBetween(page, cue, at)) return;
  }
};

const betweens = new Set(
  "le la en un une vers du de d' l' an annee courant e ) ( : le a au aux lundi mardi mercredi jeudi vendredi samedi dimanche - . est , date".split(
    " ",
  ),
);
/** A place may stand between: « né à Alger le ». The word « ne » of « il ne peut » is followed by a verb, and stops here. */
const isBetween = (page: Page, cue: number, at: number): boolean => {
  const plain = plainAt(page, at);
  if (betweens.has(plain)) return plain !== "." || at === cue + 1;
  return (
    at > cue + 1 &&
    (has(page, at, trait.place | trait.capital) || plain === "-" || plain === maskedPlain("NOM")) &&
    plainAt(page, cue + 1).length <= 3
  );
};

/** « né en 61 », « née 1961 », « né vers 1932 », « DDN 12041958 ». */
const endOfLoneYear = (page: Page, at: number): number => {
  if (!has(page, at, trait.number)) return -1;
  const plain = plainAt(page, at);
  if (/^(19\d\d|200\d|201\d|202\d)$/.test(plain) || /^([0-2]\d|3[01])(0\d|1[0-2])(19|20)?\d\d$/.test(plain)) return at + 1;
  return /^\d\d$/.test(plain) && /^(en|vers|annee)$/.test(plainAt(page, at - 1)) ? at + 1 : -1;
};

/** « [NOM], 12/05/1938 », « [NOM] (12/05/38) » : a past date close to a name. */
const maskAfterName = (page: Page, at: number): void => {
  const next = /^[,(]$/.test(plainAt(page, at + 1)) ? at + 2 : at + 1;
  if (has(page, next, trait.number) && gapBefore(page, next) <= 2) maskOfYear(page, next, 1900, 2012);
};

const maskOfYear = (page: Page, at: number, from: number, to: number): void => {
  const date = readDate(page, at);
  if (date?.year === undefined || date.end <= at + 1) return;
  const year = date.year < 100 ? (date.year > 26 ? 1900 : 2000) + date.year : date.year;
  if (year >= from && year <= to) claim(page, "DATE_NAISSANCE", at, date.end);
};
