import type { Communes } from "#contact";
import { plainName } from "#engines/places";

const byInsee = /^insee:(\w{5})$/;

/** How a screen sends the commune that was chosen in a list: five figures alone are a postal code, since that is what people type. */
export const chosenCommune = (code: string): string => `insee:${code}`;

/** Commune écrite : its code when a name or a postal code names one alone; otherwise the text as it was, which is then refused. */
export const communeTyped = (communes: Communes, typed: string): string => {
  const text = typed.trim();
  const code = byInsee.exec(text)?.[1];
  if (code !== undefined) return code;
  const found = communes.search(text, { limit: 10 });
  const exact = found.filter(({ name, postalCodes }) => plainName(name) === plainName(text) || postalCodes.includes(text));
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (only === undefined) return text;
  // A code of our own list that is also a postal code would be another town: it is refused like any name that several bear.
  return others.length === 0 ? only.code : `${text} ?`;
};
