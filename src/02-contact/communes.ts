import { plainName, type Commune } from "#engines/places";

/** Communes : how a typed name or postal code is read. Given by whoever starts the server, since the list belongs to a later room. */
export interface Communes {
  readonly byCode: (code: string) => Commune | undefined;
  readonly search: (text: string, settings?: { readonly limit?: number }) => readonly Commune[];
}

export type ReadCommune =
  | { readonly kind: "none" }
  | { readonly kind: "commune"; readonly commune: Commune }
  /** Several bear this name, or share this postal code. */
  | { readonly kind: "several"; readonly communes: readonly Commune[] }
  | { readonly kind: "unknown" };

/** Lit une commune : the one that was typed exactly, when it is alone; otherwise the person chooses. */
export const readCommune = (communes: Communes, typed: string, chosen: string | undefined): ReadCommune => {
  if (typed.trim() === "" || chosen === "passer") return { kind: "none" };
  const found = communes.search(typed, { limit: 6 });
  const picked = found.find((commune) => commune.code === chosen);
  if (picked) return { kind: "commune", commune: picked };
  const exact = found.filter((commune) => plainName(commune.name) === plainName(typed) || commune.postalCodes.includes(typed.trim()));
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (!only) return { kind: "unknown" };
  return others.length === 0 ? { kind: "commune", commune: only } : { kind: "several", communes: [only, ...others] };
};

/** « Saint-Denis (La Réunion) »: two like names are told apart. */
export const communeInWords = (commune: Commune): string => `${commune.name} (${commune.departement.name})`;
