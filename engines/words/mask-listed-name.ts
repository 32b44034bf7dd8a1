import { has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { type Range, withBefore } from "./mask-name-extent.ts";
import { besideFirstName, closesName, isNameLike } from "./mask-name-words.ts";
import { isOfPlaceOrBody } from "./mask-public-name.ts";
import { trait } from "./mask-traits.ts";

export const fromLists = (page: Page, at: number, bits: number): Range | undefined => {
  const capital = isCapital(page, at);
  const isFirst = (bits & trait.firstName) !== 0;
  const isCommon = (bits & (trait.everyday | trait.particle | trait.month | trait.numberWord)) !== 0;
  if ((bits & trait.known) !== 0 && !isFirst && !besideFirstName(page, at)) return undefined;
  if ((bits & trait.known) !== 0 && (bits & trait.upper) !== 0 && !besideFirstName(page, at)) return undefined;
  if ((bits & trait.upper) !== 0 && plainAt(page, at).length <= 3 && !page.shouted && !besideFirstName(page, at)) return undefined;
  if (isOfPlaceOrBody(page, at)) return undefined;
  if (isCommon && !(isFirst && isDoubleFirstName(page, at))) {
    if (!capital) return isFirst && sureFirstNames.has(plainAt(page, at)) && isSubject(page, at) ? withBefore(page, at) : undefined;
    if (has(page, at, trait.particle) && !isNameLike(page, at + 1)) return undefined;
    if (
      isFirst &&
      isCapital(page, at + 1) &&
      !has(page, at + 1, trait.opening) &&
      (isNameLike(page, at + 1) || isClosingInitial(page, at + 1))
    )
      return withBefore(page, at);
    if (has(page, at, trait.opening))
      return isFirst && (closesName(page, at + 1) || sureFirstNames.has(plainAt(page, at)) || acts(page, at + 1)) && isRareOpening(page, at)
        ? withBefore(page, at)
        : undefined;
    return (bits & (trait.known | trait.place | trait.upper)) !== 0 ? undefined : withBefore(page, at);
  }
  if ((bits & trait.place) !== 0 && !isFirst && !besideFirstName(page, at) && isPlaced(page, at)) return undefined;
  if (capital) {
    if ((bits & trait.place) !== 0 && isPlaced(page, at) && !isNameLike(page, at + 1)) return undefined;
    return withBefore(page, at);
  }
  const length = plainAt(page, at).length;
  // « il se marie ».
  if (plainAt(page, at) === "marie" && /^(me|te|se|m'|t'|s'|je|on|il|elle|ils|qui|nous|vous|les)$/.test(plainAt(page, at - 1)))
    return undefined;
  if (isFirst) return length >= 4 || shortNames.has(plainAt(page, at)) ? withBefore(page, at) : undefined;
  return length >= 5 && (bits & (trait.place | trait.companyCue)) === 0 ? withBefore(page, at) : undefined;
};

/** « Constance F. ». */
const isClosingInitial = (page: Page, at: number): boolean =>
  has(page, at, trait.single) && (plainAt(page, at + 1) === "." || closesName(page, at + 1));

/** « Jean-Luc », « Marie-Ange ». */
const isDoubleFirstName = (page: Page, at: number): boolean =>
  plainAt(page, at + 1) === "-" &&
  touches(page, at + 1) &&
  touches(page, at + 2) &&
  has(page, at + 2, trait.firstName) &&
  plainAt(page, at).length > 2;

/** First names that are words too, but that no sentence opens with: « Pierre aussi ». */
const sureFirstNames = new Set(
  "pierre rose claire jean marc marine romain romane aurore clement clemence victor oceane jade ambre luc guy serge laure lise iris pascal maxime robin sacha dominique florence angelique aime aimee jasmine marguerite madeleine martial melodie capucine violette prune charlotte blanche stella prosper sylvestre mona serena vivien".split(
    " ",
  ),
);

/** « pierre ma dit », « avec claire », « chez marc » ; not « la pierre », « pas claire », « en jean ». */
const isSubject = (page: Page, at: number): boolean => {
  const before = plainAt(page, at - 1);
  if (/^(avec|pour|chez|et|que|qu'|a)$/.test(before) && !has(page, at, trait.companyCue))
    return !/^(rose|jade|prune|blanche|claire|jean|violette)$/.test(plainAt(page, at)) || acts(page, at + 1);
  return (has(page, at, trait.opening) || /^(mais|car|donc|quand|si|mr|mme|c'|ce|cest)$/.test(before)) && acts(page, at + 1);
};

const acts = (page: Page, at: number): boolean =>
  /^(a|ma|m'|est|va|ne|n'|veut|dit|et|me|s'|se|nous)$/.test(page.tokens[at]?.text.toLowerCase() ?? "");

/** Names of two or three letters that are no other word, even in small letters. */
const shortNames = new Set("kev seb lea leo zoe noe tom eva ali ines luc guy eve mia lou tim kim ana jad lyo noa mae yan ian".split(" "));

/** « Marc a dit », « Rose, » : at the head of a sentence, only what is seldom a word. */
const isRareOpening = (page: Page, at: number): boolean => !has(page, at, trait.place | trait.known | trait.kin);

/** « à Lourdes », « de Florence » : where a town may be meant. */
const isPlaced = (page: Page, at: number): boolean =>
  placing.has(plainAt(page, at - 1)) || !has(page, at - 1, trait.firstName | trait.civility);

const placing = new Set("a en vers de sur pres d' du au depuis dans".split(" "));
