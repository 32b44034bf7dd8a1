import { plainAt, claim, type Page } from "./mask-page.ts";
import { afterCivility, afterIntroduction, afterKin } from "./mask-announced-name.ts";
import { fromInitial, spelledOut } from "./mask-initials.ts";
import { fromLists } from "./mask-listed-name.ts";
import { type Range } from "./mask-name-extent.ts";
import { unknownCapital } from "./mask-unknown-capital.ts";
import { trait } from "./mask-traits.ts";

/**
 * Noms de personnes : announced (« Mme », « mon fils », « je m'appelle »), in our lists, or written with a capital that French does not ask for.
 * In doubt, masked: a word hidden for nothing costs less than a name that leaks.
 */
export const maskPersons = (page: Page): void => {
  for (let at = 0; at < page.tokens.length; at++) {
    const bits = page.traits[at] ?? 0;
    if ((bits & (trait.word | trait.masked)) !== trait.word) continue;
    const name = nameAt(page, at, bits);
    if (name !== undefined) at = Math.max(at, claim(page, "NOM", name.start, name.end) - 1);
  }
};

const nameAt = (page: Page, at: number, bits: number): Range | undefined => {
  if ((bits & trait.civility) !== 0) return afterCivility(page, at);
  if (plainAt(page, at) === "me" && lawyers.has(plainAt(page, at - 1))) return afterCivility(page, at);
  if ((bits & trait.introduction) !== 0) return afterIntroduction(page, at);
  if ((bits & trait.kin) !== 0) {
    const named = afterKin(page, at);
    if (named !== undefined) return named;
  }
  if ((bits & (trait.firstName | trait.surname)) !== 0) return fromLists(page, at, bits);
  if ((bits & trait.single) !== 0) return fromInitial(page, at) ?? spelledOut(page, at);
  return (bits & trait.capital) !== 0 ? unknownCapital(page, at, bits) : undefined;
};

/** « avocate me sahraoui » : elsewhere « me » is no title. */
const lawyers = new Set(["avocat", "avocate", "huissier", "notaire", "etude"]);
