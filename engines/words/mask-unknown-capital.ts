import { has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { looksFrench } from "./french-ending.ts";
import { type Range, withBefore } from "./mask-name-extent.ts";
import { besideFirstName, isName, isNameLike } from "./mask-name-words.ts";
import { isOfPlaceOrBody } from "./mask-public-name.ts";
import { trait } from "./mask-traits.ts";

/** A capital in the middle of a sentence, on a word that French does not have and no list explains. */
export const unknownCapital = (page: Page, at: number, bits: number): Range | undefined => {
  if (!isCapital(page, at) || (bits & (trait.everyday | trait.known | trait.place | trait.particle | trait.month | trait.numberWord)) !== 0)
    return undefined;
  const plain = plainAt(page, at);
  if (plain.length < 3) return undefined;
  if ((bits & trait.upper) !== 0 && !isNameLike(page, at + 1) && !besideFirstName(page, at)) return undefined;
  if (isInCompound(page, at) || isOfPlaceOrBody(page, at)) return undefined;
  if ((bits & trait.opening) !== 0) return opensWithName(page, at) ? withBefore(page, at) : undefined;
  if (/^(a|en|vers)$/.test(plainAt(page, at - 1)) && !isCapital(page, at + 1)) return undefined;
  return withBefore(page, at);
};

/** « Vidalenc Roselyne », « Belhadj, rappelé » : a stranger at the head of a sentence. */
const opensWithName = (page: Page, at: number): boolean => {
  const plain = plainAt(page, at);
  if (looksFrench(plain)) return isCapital(page, at + 1) && isName(page, at + 1);
  return (
    plain.length >= 4 &&
    !(
      plainAt(page, at + 1) === "." &&
      page.tokens[at + 2] !== undefined &&
      touches(page, at + 1) &&
      plain.length <= 9 &&
      isAbbreviation(page, at + 2)
    )
  );
};

/** « Transm. CTA », « Renouvellt. droits » : shortened words of notes, whose full stop is followed by the rest of the sentence. */
const isAbbreviation = (page: Page, next: number): boolean => !isCapital(page, next) || has(page, next, trait.upper);

/** « Porte-monnaie », « Saint-Pierre », « Rez-de-chaussée », « qu'Airbnb » : bound to a word that is not a name. */
const isInCompound = (page: Page, at: number): boolean => {
  const bound = plainAt(page, at + 1) === "-" && touches(page, at + 1) && touches(page, at + 2);
  if (bound && has(page, at + 2, trait.everyday) && !has(page, at + 2, trait.surname | trait.firstName)) return true;
  const boundBefore = plainAt(page, at - 1) === "-" && touches(page, at) && touches(page, at - 1);
  return (
    boundBefore && has(page, at - 2, trait.everyday | trait.place | trait.known) && !has(page, at - 2, trait.firstName | trait.surname)
  );
};
