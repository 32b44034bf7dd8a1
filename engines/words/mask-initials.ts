import { gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { type Range, endOfName } from "./mask-name-extent.ts";
import { isName } from "./mask-name-words.ts";
import { trait } from "./mask-traits.ts";

/** « R. Delahaye », « K Belhadj ». */
export const fromInitial = (page: Page, at: number): Range | undefined => {
  if (!isCapital(page, at) || plainAt(page, at).endsWith("'")) return undefined;
  const initials = endOfInitials(page, at);
  if (initials > at) return { start: at, end: initials };
  let next = at + 1;
  if (plainAt(page, next) === "." && touches(page, next)) next += 1;
  else if (has(page, at, trait.opening) && /^[ayo]$/.test(plainAt(page, at))) return undefined;
  if (next > at + 1 && plainAt(page, next) === "-" && touches(page, next)) next += 1;
  if (next > at + 1 && has(page, next, trait.single) && isCapital(page, next) && plainAt(page, next + 1) === ".") next += 2;
  if (!isCapital(page, next) || has(page, next, trait.single) || gapBefore(page, next) > 2) return undefined;
  if (!isName(page, next) && (has(page, next, trait.everyday | trait.known | trait.place) || has(page, next, trait.upper)))
    return undefined;
  if (next === at + 1 && !isName(page, next)) return undefined;
  return { start: at, end: endOfName(page, next, true) };
};

/** « A. B. », « M.-T. B. », « H. de B. » : two or three initials and nothing more. */
const endOfInitials = (page: Page, from: number): number => {
  let at = from;
  let initials = 0;
  while (initials < 4 && has(page, at, trait.single) && isCapital(page, at) && plainAt(page, at + 1) === "." && touches(page, at + 1)) {
    initials += 1;
    at += 2;
    if (plainAt(page, at) === "-" || /^(de|d'|du)$/.test(plainAt(page, at))) at += 1;
  }
  return (initials === 2 || initials === 3) && (page.tokens[at] === undefined || has(page, at, trait.opening) || !has(page, at, trait.word))
    ? at
    : -1;
};

/** « B E L H A D J », « b-e-l-h-a-d-j » : four letters or more, one by one. */
export const spelledOut = (page: Page, at: number): Range | undefined => {
  let end = at;
  let letters = 0;
  for (let next = at; next < at + 80; next++) {
    if (has(page, next, trait.single) && !plainAt(page, next).endsWith("'")) {
      letters += 1;
      end = next + 1;
    } else if (!/^[-.,]$/.test(plainAt(page, next)) || next > end) break;
  }
  return letters >= 4 ? { start: at, end } : undefined;
};
