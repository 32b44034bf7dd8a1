import { has, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** Date écrite : « 14/03/1964 », « 3 mars 61 », « 1er mars », « mars 1961 », « 1961-03-14 », « douze avril mille neuf cent cinquante-huit ». */
export type WrittenDate = {
  /** Index of the token after the last. */
  readonly end: number;
  /** As written: 1964, 64. */
  readonly year: number | undefined;
};

export const readDate = (page: Page, at: number): WrittenDate | undefined =>
  has(page, at, trait.number)
    ? (inFigures(page, at) ?? dayAndMonth(page, at))
    : has(page, at, trait.month)
      ? monthAndYear(page, at)
      : inWords(page, at);

const numberAt = (page: Page, at: number): number => (has(page, at, trait.number) ? Number(plainAt(page, at)) : NaN);

const inFigures = (page: Page, at: number): WrittenDate | undefined => {
  const sign = plainAt(page, at + 1);
  const parts = [numberAt(page, at), numberAt(page, at + 2), numberAt(page, at + 4)] as const;
  if (/^[-/.]$/.test(sign) && plainAt(page, at + 3) === sign && touches(page, at + 1))
    return datedFrom(parts, at + 5, plainAt(page, at + 4).length);
  // « 12 04 1958 » : parted by spaces, a year in four figures tells a date.
  const spaced = [numberAt(page, at), numberAt(page, at + 1), numberAt(page, at + 2)] as const;
  if (plainAt(page, at + 2).length === 4 && /^(19|20)/.test(plainAt(page, at + 2))) return datedFrom(spaced, at + 3, 4);
  return undefined;
};

const datedFrom = ([a, b, c]: readonly [number, number, number], end: number, lastLength: number): WrittenDate | undefined => {
  if (a >= 1 && a <= 31 && b >= 1 && b <= 12 && (lastLength === 2 || lastLength === 4) && c >= 0) return { end, year: c };
  if (a >= 1900 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31) return { end, year: a };
  // Month before day, as foreign papers write it.
  return a >= 1 && a <= 12 && b >= 1 && b <= 31 && lastLength === 4 && c >= 1900 ? { end, year: c } : undefined;
};

const dayAndMonth = (page: Page, at: number): WrittenDate | undefined => {
  if (!(numberAt(page, at) <= 31)) return undefined;
  const month = plainAt(page, at + 1) === "er" ? at + 2 : at + 1;
  if (has(page, month, trait.month)) return withYear(page, skipDot(page, month + 1));
  // « le 12/04 ».
  return plainAt(page, at + 1) === "/" &&
    numberAt(page, at + 2) <= 12 &&
    touches(page, at + 1) &&
    touches(page, at + 2) &&
    !touches(page, at + 3)
    ? { end: at + 3, year: undefined }
    : undefined;
};

const monthAndYear = (page: Page, at: number): WrittenDate | undefined => {
  const date = withYear(page, skipDot(page, at + 1));
  return date.year === undefined ? undefined : date;
};

const skipDot = (page: Page, at: number): number =>
  plainAt(page, at) === "." && touches(page, at) && has(page, at + 1, trait.number) ? at + 1 : at;

const withYear = (page: Page, at: number): WrittenDate => {
  const length = plainAt(page, at).length;
  if (has(page, at, trait.number) && (length === 2 || (length === 4 && /^(19|20)/.test(plainAt(page, at)))))
    return { end: at + 1, year: numberAt(page, at) };
  const end = endOfNumberWords(page, at);
  return end > at ? { end, year: 0 } : { end: at, year: undefined };
};

/** « le premier mars mille neuf cent soixante et un », « douze avril cinquante-huit ». */
const inWords = (page: Page, at: number): WrittenDate | undefined => {
  const end = plainAt(page, at) === "premier" ? at + 1 : endOfNumberWords(page, at);
  return end > at && has(page, end, trait.month) ? withYear(page, end + 1) : undefined;
};

export const endOfNumberWords = (page: Page, from: number): number => {
  let end = from;
  for (let at = from; at < from + 16; at++) {
    if (has(page, at, trait.numberWord)) end = at + 1;
    else if (!/^(-|et)$/.test(plainAt(page, at))) break;
  }
  return end;
};
