import { has, isCapital, plainAt, touches, type Page } from "./mask-page.ts";
import { trait } from "./mask-traits.ts";

/** « hôpital Édouard-Herriot », « lycée Jean Moulin », « Saint-Étienne », « maladie de Charcot » : a public place or thing that bears a name. */
export const isOfPlaceOrBody = (page: Page, at: number): boolean => {
  const before = plainAt(page, at - 1);
  if (before === "-" && touches(page, at) && isSaint(page, at - 2)) return true;
  if (
    isSaint(page, at - 1) &&
    (plainAt(page, at - 1) !== "notre" || isCapital(page, at - 1)) &&
    !has(page, at - 2, trait.firstName | trait.civility)
  )
    return true;
  // « le collège de Léa », « la place de Malo » : of someone. « le lycée Jean Moulin » : in his memory.
  let isOwned = false;
  for (let back = at - 1; back >= at - 4; back--) {
    const plain = plainAt(page, back);
    if (bodies.has(plain)) return !isOwned || !has(page, at, trait.firstName);
    if (monuments.has(plain)) return !isOwned;
    if (/^(de|d')$/.test(plain)) isOwned = true;
    else if (!/^(du|des|la|le|-|les)$/.test(plain) && !(has(page, back, trait.capital) && has(page, back, trait.firstName))) return false;
  }
  return false;
};

const isSaint = (page: Page, at: number): boolean => /^(saint|sainte|st|ste|notre)$/.test(plainAt(page, at));

const bodies = new Set(
  (
    "hopital hosp lycee college ecole universite fac faculte stade gare metro station maladie syndrome loi amendement prix " +
    "musee caserne prison quartier gymnase piscine bibliotheque mediatheque chu plan livret corps operation ouragan tempete plage eau"
  ).split(" "),
);
const monuments = new Set("maison place rue avenue boulevard bd pont tour fort cite".split(" "));
