import type { Commune, FoundCommune } from "./commune.ts";
import { knownFrom, type Known } from "./likeness.ts";
import { weightOf } from "./ranking.ts";
import { makeSieve, type Traits } from "./sieve.ts";

/** A commune, its name made ready to be compared, and its weight among others. */
export type Entry = { readonly commune: FoundCommune; readonly known: Known; readonly weight: number };

/** Index des noms: entries by falling population, with what finds quickly those that a text may mean. */
export type NameIndex = {
  readonly entries: readonly Entry[];
  /** Whether a text may resemble the entry at this rank. */
  readonly mayResemble: (text: Traits, at: number) => boolean;
  /** Entries by whole name, spaces left out. */
  readonly namesakes: ReadonlyMap<string, readonly Entry[]>;
};

export const entriesOf = (communes: readonly Commune[]): Entry[] =>
  communes
    .flatMap((commune): Entry[] => [
      { commune, known: knownFrom(commune.name), weight: weightOf(commune) },
      // Nobody counts the inhabitants of a former commune: it comes after any commune of today that bears the name.
      ...(commune.parts ?? []).map(({ name }) => ({ commune: { ...commune, foundAs: name }, known: knownFrom(name), weight: 0 })),
    ])
    .sort((a, b) => b.weight - a.weight);

export const nameIndexOf = (entries: readonly Entry[]): NameIndex => ({
  entries,
  mayResemble: makeSieve(entries.map(({ known }) => known.traits)),
  namesakes: Map.groupBy(entries, ({ known }) => known.compact),
});

/** Who bears all the figures typed: the code of a département, or the beginning of a postal code from two figures on. */
export const makeBearers = (entries: readonly Entry[]): ((figures: readonly string[]) => Entry[]) => {
  const bearers = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    const beginnings = entry.commune.postalCodes.flatMap((postalCode) => [2, 3, 4, 5].map((length) => postalCode.slice(0, length)));
    for (const figures of [entry.commune.departement.code.toLowerCase(), ...beginnings]) {
      bearers.set(figures, (bearers.get(figures) ?? new Set()).add(entry));
    }
  }
  return ([first = "", ...others]) =>
    [...(bearers.get(first) ?? [])].filter((entry) => others.every((figures) => bearers.get(figures)?.has(entry)));
};
