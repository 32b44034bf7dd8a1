import { claim, gapBefore, has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { endOfCompany, isAge } from "./mask-company-extent.ts";
import { isOfPlaceOrBody } from "./mask-public-name.ts";
import { trait } from "./mask-traits.ts";

/** « Granulats du Morvan », « Sérénité Plus 47 », « L'Escale du Lot » : several capitals that name neither a person nor a body known to all. */
export const startsCapitals = (page: Page, at: number): boolean =>
  isCapital(page, at) &&
  !has(page, at, trait.civility | trait.masked | trait.month | trait.kin) &&
  !isPersonal(page, at) &&
  !isAcronym(page, at) &&
  (plainAt(page, at).endsWith("'") ? isCapital(page, at + 1) : !has(page, at, trait.single));

export const isAcronym = (page: Page, at: number): boolean => has(page, at, trait.upper) && plainAt(page, at).length <= 6;

const isPersonal = (page: Page, at: number): boolean =>
  has(page, at, trait.firstName) && !has(page, at, trait.everyday | trait.companyWord);

export const opensSentence = (page: Page, at: number): boolean =>
  has(page, at, trait.line) || (has(page, at, trait.opening) && /^[.!?…]/.test(plainAt(page, at - 1)));

export const maskCapitals = (page: Page, at: number): void => {
  if (isCapital(page, at - 1) && !has(page, at, trait.opening) && gapBefore(page, at) <= 1) return;
  if (isOfPlaceOrBody(page, at)) return;
  const before = plainAt(page, at - 1) === "." ? at - 2 : at - 1;
  if ((has(page, before, trait.civility) && plainAt(page, before) !== "famille") || (touches(page, at) && plainAt(page, at - 1) === "-"))
    return;
  const end = endOfCompany(page, at);
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

/** « prélevé par Lumière » : a word of every day, with a capital that nothing asks for. */
export const isLoneCapital = (page: Page, at: number): boolean =>
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
