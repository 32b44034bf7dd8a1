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
  for (let back = at - 1; back >= at - 4; back--) {
    if (bodies.has(plainAt(page, back))) return true;
    if (!/^(de|du|d'|des|la|le|-|les)$/.test(plainAt(page, back)) && !(has(page, back, trait.capital) && has(page, back, trait.firstName)))
      return false;
  }
  return false;
};

const isSaint = (page: Page, at: number): boolean => /^(saint|sainte|st|ste|notre)$/.test(plainAt(page, at));

const bodies = new Set(
  "hopital hosp clinique lycee college ecole universite fac faculte stade gare metro station maladie syndrome loi amendement prix fondation institut musee theatre caserne prison maison place rue avenue boulevard bd quartier cite fort pont tour gymnase piscine parc bibliotheque mediatheque centre chu hotel-dieu plan livret allocation corps operation ouragan tempete plage".split(
    " ",
  ),
);
