import { claim, gapBefore, has, plainAt, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** Numéro dicté : « zéro six trente-neuf quatre-vingt-dix-huit quarante et un zéro sept », figures and words mixed or not. */
export const maskSpokenNumbers = (page: Page): void => {
  if ((page.anyTrait & trait.numberWord) === 0) return;
  for (let at = 0; at < page.tokens.length; at++) {
    if (!has(page, at, trait.numberWord)) continue;
    const start = withFiguresBefore(page, at);
    const spoken = readSpoken(page, start);
    if (spoken.digits >= 12 && spoken.items >= 5) claim(page, "NIR", start, spoken.end);
    else if (isPhone(spoken)) claim(page, "TEL", start, spoken.end);
    at = Math.max(at, spoken.end - 1);
  }
};

type Spoken = { readonly end: number; readonly digits: number; readonly items: number; readonly opensOnZero: boolean };

/** Eight to eleven figures that open on zero, or as many in five pairs: nobody counts so. */
const isPhone = ({ digits, items, opensOnZero }: Spoken): boolean =>
  digits >= 8 && digits <= 12 && items >= 5 ? opensOnZero || items <= 6 : false;

const withFiguresBefore = (page: Page, at: number): number => {
  let start = at;
  while (isShortNumber(page, start - 1) && gapBefore(page, start) <= 2) start -= 1;
  return start;
};
const isShortNumber = (page: Page, at: number): boolean => has(page, at, trait.number) && plainAt(page, at).length <= 2;

const readSpoken = (page: Page, start: number): Spoken => {
  let at = start;
  let end = start;
  let digits = 0;
  let items = 0;
  while (items < 40) {
    const item = readItem(page, at);
    if (item === undefined) break;
    digits += item.digits;
    items += 1;
    end = item.end;
    at = skipPause(page, end);
  }
  return { end, digits, items, opensOnZero: /^(zero|zeros|0\d?)$/.test(plainAt(page, start)) };
};

/** « zéro six, trente-neuf… quatre-vingt-dix-huit » : people breathe while they dictate. */
const skipPause = (page: Page, at: number): number => {
  let next = at;
  while (next < at + 3 && (pauses.has(plainAt(page, next)) || (next > at && plainAt(page, next) === "alors"))) next += 1;
  return next;
};
const pauses = new Set([",", ".", "-", "...", "…", "..", "/", "puis", "ensuite", "euh", "et"]);

type Item = { readonly end: number; readonly digits: number };
const tens = new Set(["vingt", "trente", "quarante", "cinquante", "soixante", "septante", "huitante", "nonante"]);
const units = new Set(["un", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"]);
const teens = new Set(["dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"]);

const readItem = (page: Page, at: number): Item | undefined => {
  const plain = plainAt(page, at);
  if (isShortNumber(page, at)) return { end: at + 1, digits: plain.length };
  if (plain === "zero" || plain === "zeros") return { end: at + 1, digits: 1 };
  if (plain === "quatre" && /^vingts?$/.test(plainAt(page, skipHyphen(page, at + 1))))
    return { end: endOfRest(page, skipHyphen(page, at + 1) + 1, true), digits: 2 };
  if (tens.has(plain)) return { end: endOfRest(page, at + 1, plain === "soixante"), digits: 2 };
  if (teens.has(plain)) return { end: endOfTeen(page, at), digits: 2 };
  if (/^cents?$/.test(plain)) return { end: endOfHundred(page, at + 1), digits: 3 };
  if (!units.has(plain)) return undefined;
  const hundred = skipHyphen(page, at + 1);
  return /^cents?$/.test(plainAt(page, hundred)) ? { end: endOfHundred(page, hundred + 1), digits: 3 } : { end: at + 1, digits: 1 };
};

/** « quatre cent dix-sept » is three figures of a NIR. */
const endOfHundred = (page: Page, from: number): number => {
  const rest = has(page, from, trait.numberWord) && !/^(cents?|zeros?|mille)$/.test(plainAt(page, from)) ? readItem(page, from) : undefined;
  return rest?.end ?? from;
};

/** « (trente)-neuf », « (soixante) et onze », « (quatre-vingt) dix-huit ». A unit after a space belongs to the ten: « vingt deux ». */
const endOfRest = (page: Page, from: number, takesTeens: boolean): number => {
  const next = plainAt(page, from) === "et" ? from + 1 : skipHyphen(page, from);
  const plain = plainAt(page, next);
  if (takesTeens && teens.has(plain)) return endOfTeen(page, next);
  return units.has(plain) ? next + 1 : from;
};
const endOfTeen = (page: Page, at: number): number => {
  const next = skipHyphen(page, at + 1);
  return plainAt(page, at) === "dix" && /^(sept|huit|neuf)$/.test(plainAt(page, next)) ? next + 1 : at + 1;
};
const skipHyphen = (page: Page, at: number): number => (plainAt(page, at) === "-" ? at + 1 : at);
