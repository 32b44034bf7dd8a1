import type { Commune } from "./commune.ts";
import { knownFrom, likeness, wantedFrom, type Known, type Likeness, type Wanted } from "./likeness.ts";
import { plainName } from "./plain-name.ts";
import { mayBeMisspelt, mayBeRight, type Traits } from "./sieve.ts";

export type SearchSettings = {
  /** Code of the département of the caller: its communes come sooner. */
  readonly departement?: string;
  /** How many communes at most; 10 unless told. */
  readonly limit?: number;
};
export type Search = (text: string, settings?: SearchSettings) => Commune[];

/**
 * What each likeness is worth, in powers of ten of population: a whole name (1) comes before a name that only begins so,
 * unless the latter is ten times larger (« Romans » is more often Romans-sur-Isère, 33,000, than Romans, 700).
 * Chosen on the queries of `bench/places-search.ts`.
 */
const worth: Readonly<Record<Likeness, number>> = {
  whole: 1,
  "first-words": 0.5,
  beginning: 0,
  words: -1,
  misspelt: -0.5,
  "misspelt-beginning": -2,
};
/** The caller's département: enough for the village of 500 where one lives to come before the city of the same name elsewhere. */
const worthOfHome = 2.5;
/** When the text is the exact name of a commune, what merely resembles it comes after. */
const worthOfDoubt = -3;

/** Recherche: communes by name, postal code or both, the likeliest first. */
export const makeSearch = (communes: readonly Commune[]): Search => {
  const everywhere = indexOf(communes.map(entryOf).sort((a, b) => b.weight - a.weight));
  const bearers = bearersOf(everywhere.entries);
  return (text, { departement, limit = 10 } = {}) => {
    const { name, figures } = partsOf(text);
    const asked: Asked = { wanted: wantedFrom(name), departement, limit };
    const there = figures.length > 0 ? indexOf(bearers(figures)) : everywhere;
    if (name === "") return figures.length > 0 ? inOrder(likeliest(there, asked, () => "whole")) : [];
    const found = byName(there, asked);
    // Figures that no commune of that name bears (a CEDEX, an old code) are forgotten.
    return inOrder(found.length > 0 ? found : byName(everywhere, asked));
  };
};

type Entry = { readonly commune: Commune; readonly known: Known; readonly weight: number };
type Asked = { readonly wanted: Wanted; readonly departement: string | undefined; readonly limit: number };
type Scored = { readonly commune: Commune; readonly score: number };

const entryOf = (commune: Commune): Entry => ({
  commune,
  known: knownFrom(commune.name),
  weight: Math.log10(commune.population + 10),
});

/** Entries come by falling population, their traits beside, in the same order. */
type Index = {
  readonly entries: readonly Entry[];
  readonly letters: Int32Array;
  readonly pairs: Int32Array;
  readonly lengths: Int32Array;
  readonly namesakes: ReadonlyMap<string, readonly Entry[]>;
};

const indexOf = (entries: readonly Entry[]): Index => ({
  entries,
  letters: Int32Array.from(entries, ({ known }) => known.traits.letters),
  pairs: Int32Array.from(entries, ({ known }) => known.traits.pairs),
  lengths: Int32Array.from(entries, ({ known }) => known.traits.length),
  namesakes: Map.groupBy(entries, ({ known }) => known.compact),
});

/** Who bears some figures: the code of the département, or the beginning of a postal code from two figures on. */
const bearersOf = (entries: readonly Entry[]): ((figures: readonly string[]) => Entry[]) => {
  const bearers = new Map<string, Set<Entry>>();
  for (const entry of entries) {
    const beginnings = entry.commune.postalCodes.flatMap((postalCode) => [2, 3, 4, 5].map((length) => postalCode.slice(0, length)));
    for (const figures of [entry.commune.departement.code.toLowerCase(), ...beginnings])
      bearers.set(figures, (bearers.get(figures) ?? new Set()).add(entry));
  }
  return ([first = "", ...others]) =>
    [...(bearers.get(first) ?? [])].filter((entry) => others.every((figures) => bearers.get(figures)?.has(entry)));
};

/** « Voiron 38500 », « Saint-Denis (974) », « Grenoble 38025 CEDEX 1 », « Lyon 3e »: the name, and the figures of a postal code or of a département. */
const partsOf = (text: string): { name: string; figures: readonly string[] } => {
  const words = plainName(text)
    .replace(/\bcedex( \d{1,2})?\b/, "")
    .replace(/\b\d{1,2}(e|er|eme)\b|\barrondissement\b/g, "")
    .split(" ")
    .filter((word) => word !== "");
  const isFigure = (word: string): boolean => /^(\d+|2[ab])$/.test(word);
  return { name: words.filter((word) => !isFigure(word)).join(" "), figures: words.filter(isFigure) };
};

/** Communes of exactly that name are always given, however small, or they could never be chosen; the others share what room is left. */
const byName = (index: Index, asked: Asked): Scored[] => {
  const namesakes = index.namesakes.get(asked.wanted.compact) ?? [];
  const exact = namesakes
    .map((entry) => scored(entry, "whole", asked, false))
    .sort(byScore)
    .slice(0, asked.limit);
  const others = likeliest(index, { ...asked, limit: asked.limit - exact.length }, ({ known }) => {
    const found = likeness(asked.wanted, known);
    return found === "whole" ? undefined : found;
  });
  return [...exact, ...others];
};

/** The best of the entries; the walk ends when nobody further on, being smaller, can do better than those kept. */
const likeliest = (index: Index, asked: Asked, resemble: (entry: Entry) => Likeness | undefined): Scored[] => {
  const isName = index.namesakes.has(asked.wanted.compact);
  const most = mostWorth + (asked.departement ? worthOfHome : 0);
  const kept: Scored[] = [];
  for (let at = 0; at < index.entries.length && asked.limit > 0; at++) {
    if (!passes(asked.wanted.traits, index, at)) continue;
    const entry = index.entries[at];
    const worst = kept[asked.limit - 1];
    if (!entry || (worst && entry.weight + most < worst.score)) break;
    const found = resemble(entry);
    if (found) keepBest(kept, scored(entry, found, asked, isName), asked.limit);
  }
  return kept;
};

const passes = (text: Traits, { letters, pairs, lengths }: Index, at: number): boolean =>
  mayBeRight(text, letters[at] ?? 0, pairs[at] ?? 0) || mayBeMisspelt(text, letters[at] ?? 0, pairs[at] ?? 0, lengths[at] ?? 0);

const mostWorth = Math.max(...Object.values(worth));

const scored = ({ commune, weight }: Entry, found: Likeness, { departement }: Asked, isName: boolean): Scored => {
  const isDoubtful = isName && (found === "misspelt" || found === "misspelt-beginning");
  const home = commune.departement.code === departement ? worthOfHome : 0;
  return { commune, score: weight + worth[found] + home + (isDoubtful ? worthOfDoubt : 0) };
};

/** Puts one more at its place in a short list, best first, and lets the last go when the list is full. */
const keepBest = (kept: Scored[], one: Scored, limit: number): void => {
  const after = kept.findIndex((other) => byScore(one, other) < 0);
  kept.splice(after === -1 ? kept.length : after, 0, one);
  if (kept.length > limit) kept.pop();
};

/** Equal scores follow the code, so that the same question always has the same answer. */
const byScore = (a: Scored, b: Scored): number => b.score - a.score || (a.commune.code < b.commune.code ? -1 : 1);

const inOrder = (found: readonly Scored[]): Commune[] => found.toSorted(byScore).map(({ commune }) => commune);
