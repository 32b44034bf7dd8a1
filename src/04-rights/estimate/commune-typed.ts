import type { Communes } from "#contact";
import { plainName } from "#engines/places";

/** Commune écrite : its code when a name or a postal code names one alone; otherwise the text as it was, which is then refused. */
export const communeTyped = (communes: Communes, typed: string): string => {
  const text = typed.trim();
  if (communes.byCode(text)) {
    // « 23000 » is a postal code before it is the code of a commune: a human types the first.
    const byPost = communes.search(text, { limit: 2 }).filter(({ postalCodes }) => postalCodes.includes(text));
    return byPost.length === 1 && byPost[0] ? byPost[0].code : text;
  }
  const found = communes.search(text, { limit: 6 });
  const exact = found.filter(({ name, postalCodes }) => plainName(name) === plainName(text) || postalCodes.includes(text));
  const [only, ...others] = exact.length > 0 ? exact : found;
  return only && others.length === 0 ? only.code : text;
};
