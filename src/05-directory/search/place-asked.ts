import { plainName, type Commune, type Gazetteer } from "#engines/places";

/** Lieu demandé : what the place typed stands for. Never a guess between two communes: the person chooses. */
export type PlaceAsked =
  | { readonly kind: "none" }
  | { readonly kind: "one"; readonly commune: Commune }
  | { readonly kind: "several"; readonly communes: readonly Commune[] }
  | { readonly kind: "unknown"; readonly typed: string };

/** @param chosen INSEE code already chosen: it wins over what is typed */
export const placeAsked = (places: Pick<Gazetteer, "byCode" | "search">, typed: string, chosen?: string): PlaceAsked => {
  const picked = chosen === undefined || chosen === "" ? undefined : places.byCode(chosen);
  if (picked) return { kind: "one", commune: picked };
  if (typed.trim() === "") return { kind: "none" };
  const found = places.search(typed, { limit: 10 });
  const name = nameIn(typed);
  const exact = found.filter((commune) => plainName(commune.name) === name);
  const [only, ...namesakes] = exact;
  if (only && namesakes.length === 0 && !found.some((other) => isMoreLikely(other, only, name))) return { kind: "one", commune: only };
  const [single, ...others] = found;
  if (!single) return { kind: "unknown", typed: typed.trim() };
  // A postal code that serves one commune only is as good as its name; a lone resemblance is not.
  return others.length === 0 && name === "" ? { kind: "one", commune: single } : { kind: "several", communes: found };
};

/** The words of what was typed, without the figures of a postal code or of a département. */
const nameIn = (typed: string): string =>
  plainName(typed)
    .split(" ")
    .filter((word) => !/^(\d+|2[ab])$/.test(word))
    .join(" ");

/** « Romans » is a village of the Ain, and how everyone calls Romans-sur-Isère. */
const isMoreLikely = (other: Commune, exact: Commune, name: string): boolean =>
  other.code !== exact.code && other.population > exact.population && plainName(other.name).startsWith(`${name} `);
