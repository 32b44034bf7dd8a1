import { plainName } from "#engines/places";
import { themes, type NeedLabel } from "#situation";

/** Besoins qui répondent à des mots : those whose label has a word that begins with each word typed; at most five. */
export const needsMatching = (typed: string): readonly NeedLabel[] => {
  const words = plainName(typed)
    .split(" ")
    .filter((word) => word.length > 2);
  if (words.length === 0) return [];
  return themes
    .flatMap((theme) => theme.needs)
    .filter(({ label }) => {
      const known = plainName(label).split(" ");
      return words.every((word) => known.some((each) => each.startsWith(word)));
    })
    .slice(0, 5);
};
