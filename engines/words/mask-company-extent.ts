import { gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

const mostWords = 8;

/** Words with a capital, and what binds them: « & », « et », « de », figures after a word. */
export const endOfCompany = (page: Page, from: number): number => {
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
export const isAge = (page: Page, at: number): boolean => /^(a|ans|m|mois|sem|semaines|j|er|e|h)$/.test(plainAt(page, at));

const isAmountOrAge = (page: Page, at: number): boolean =>
  /^[€%]/.test(plainAt(page, at)) || has(page, at, trait.number) || /^(ans|mois|jours|h|euros|e|eur|km|fois)$/.test(plainAt(page, at));

const binders = new Set("& et de du des d' la le les l' en sur aux au a - ' +".split(" "));

export const binds = (page: Page, at: number): boolean => {
  if (!binders.has(plainAt(page, at))) return false;
  const sign = !has(page, at, trait.word);
  return sign ? plainAt(page, at) === "&" || plainAt(page, at) === "+" || touches(page, at) : true;
};

export const isTelling = (page: Page, at: number): boolean =>
  has(page, at, trait.word) && has(page, at, trait.capital) && !has(page, at, trait.known | trait.place | trait.particle);

/** « sa », « inc » are words unless in capitals. */
export const isLegalForm = (page: Page, at: number): boolean =>
  has(page, at, trait.legalForm) &&
  (has(page, at, trait.upper) ||
    (!has(page, at, trait.everyday) && plainAt(page, at).length >= 3) ||
    /^(sarl|sasu|sci|eurl)$/.test(plainAt(page, at)));
