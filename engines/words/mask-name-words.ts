import { gapBefore, has, isCapital, maskedPlain, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** In our lists, and not a word of every day. */
export const isName = (page: Page, at: number): boolean =>
  has(page, at, trait.firstName | trait.surname) && !has(page, at, trait.everyday | trait.masked);

/** In none of our lists. */
export const isStranger = (page: Page, at: number): boolean =>
  has(page, at, trait.word) &&
  !has(
    page,
    at,
    trait.everyday |
      trait.known |
      trait.place |
      trait.particle |
      trait.numberWord |
      trait.month |
      trait.single |
      trait.masked |
      trait.civility |
      trait.street |
      trait.companyCue |
      trait.building |
      trait.identifierCue |
      trait.phoneCue |
      trait.birth,
  ) &&
  plainAt(page, at).length >= 3;

/** A word that may go on a name: a capital that nothing else explains, or a name of our lists. */
export const isNameLike = (page: Page, at: number): boolean => {
  if (!has(page, at, trait.word) || has(page, at, trait.masked | trait.opening | trait.civility)) return false;
  if (isCapital(page, at)) {
    if (has(page, at, trait.single)) return false;
    if (has(page, at, trait.firstName | trait.surname)) return !has(page, at, trait.known) || !has(page, at, trait.upper);
    if (has(page, at, trait.upper) && plainAt(page, at).length <= 4) return false;
    return !has(page, at, trait.everyday | trait.known | trait.place | trait.month);
  }
  if (isCompoundFirstName(page, at)) return true;
  return isName(page, at) && plainAt(page, at).length >= (page.shouted ? 2 : 4) && !has(page, at, trait.place);
};

/** « jean pierre », « marie rose ». */
const isCompoundFirstName = (page: Page, at: number): boolean =>
  /^(jean|marie|anne|pierre|paul|rose)$/.test(plainAt(page, at - 1)) &&
  has(page, at, trait.firstName) &&
  !has(page, at, trait.month | trait.masked) &&
  !neverAfterKin.has(plainAt(page, at));

export const neverAfterKin = new Set(
  "solo juste sage gentil prudent sam max dan val dom mars mai avril juin que ami amie date truc lien kine tri bac tram vache mine moche tais prem done imam quan lies anes deni rie tien mette lance aime aimee ange indu sol ben mal papa doudou desire desiree innocent constant parfait modeste violet jose hui loc recep deni fa arcade".split(
    " ",
  ),
);

/** What comes after a name that stands alone: the end, a comma, a number masked. */
export const closesName = (page: Page, at: number): boolean =>
  page.tokens[at] === undefined ||
  has(page, at, trait.masked) ||
  /^[,()!]$/.test(plainAt(page, at)) ||
  (/^[–-]$/.test(plainAt(page, at)) && !touches(page, at)) ||
  (plainAt(page, at) === "." && page.tokens[at + 1] === undefined);

export const besideFirstName = (page: Page, at: number): boolean =>
  (has(page, at - 1, trait.firstName) && has(page, at - 1, trait.capital)) ||
  (has(page, at + 1, trait.firstName) && has(page, at + 1, trait.capital) && gapBefore(page, at + 1) <= 2) ||
  plainAt(page, at - 1) === maskedPlain("NOM");
