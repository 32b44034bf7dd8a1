import type { Commune, FoundCommune } from "./commune.ts";
import { likeness, wantedFrom, type Likeness, type Wanted } from "./likeness.ts";
import { entriesOf, makeBearers, nameIndexOf, type Entry, type NameIndex } from "./name-index.ts";
import { byScore, keepBest, worth, worthOfDoubt, worthOfHome, type Scored } from "./ranking.ts";
import { makeDepartementReader, typedTextFrom, type TypedText } from "./typed-text.ts";

export type SearchSettings = {
  /** Code of the département of the caller: its communes come sooner. */
  readonly departement?: string;
  /** How many communes at most; 10 unless told. */
  readonly limit?: number;
};
export type Search = (text: string, settings?: SearchSettings) => FoundCommune[];

/** Recherche: communes by name, postal code or both, the likeliest first. */
export const makeSearch = (communes: readonly Commune[]): Search => {
  const everywhere = nameIndexOf(entriesOf(communes));
  const bearers = makeBearers(everywhere.entries);
  const departementIn = makeDepartementReader([...new Map(communes.map(({ departement }) => [departement.code, departement])).values()]);

  return (text, { departement, limit = 10 } = {}) => {
    const among = ({ name, figures }: TypedText): Scored[] => {
      const asked: Asked = { wanted: wantedFrom(name), departement, limit };
      const index = figures.length > 0 ? nameIndexOf(bearers(figures)) : everywhere;
      return name === "" ? likeliest(index, asked, () => "whole") : byName(index, asked);
    };
    const typed = typedTextFrom(text);
    if (typed.name === "" && typed.figures.length === 0) return [];
    // When all that was typed finds nobody, its figures are forgotten (a CEDEX, an old code), then its last words read as a département.
    const readings = [typed, ...(typed.name === "" ? [] : [{ name: typed.name, figures: [] }]), departementIn(typed.name)];
    return onceEach(
      firstFruitful(readings, among)
        .toSorted(byScore)
        .map(({ commune }) => commune),
    );
  };
};

/** A commune and parts of it may all answer: the best one speaks for it. */
const onceEach = (found: readonly FoundCommune[]): FoundCommune[] => {
  const seen = new Set<string>();
  return found.filter(({ code }) => !seen.has(code) && seen.add(code));
};

const firstFruitful = (readings: readonly (TypedText | undefined)[], among: (reading: TypedText) => Scored[]): Scored[] => {
  for (const reading of readings) {
    const found = reading ? among(reading) : [];
    if (found.length > 0) return found;
  }
  return [];
};

type Asked = { readonly wanted: Wanted; readonly departement: string | undefined; readonly limit: number };

/** Forty former communes were called Saint-Martin: they leave room to the towns whose name begins so. */
const mostFormer = 3;

/** Communes of exactly that name are always given, however small, or they could never be chosen; the others share what room is left. */
const byName = (index: NameIndex, asked: Asked): Scored[] => {
  const namesakes = index.namesakes.get(asked.wanted.compact) ?? [];
  const best = (entries: readonly Entry[], limit: number): Scored[] =>
    entries
      .map((entry) => scored(entry, "whole", asked, false))
      .sort(byScore)
      .slice(0, limit);
  const today = best(
    namesakes.filter(({ commune }) => commune.foundAs === undefined),
    asked.limit,
  );
  const others = likeliest(index, { ...asked, limit: asked.limit - today.length }, ({ known }) => {
    const found = likeness(asked.wanted, known);
    return found === "whole" ? undefined : found;
  });
  const former = best(
    namesakes.filter(({ commune }) => commune.foundAs !== undefined),
    mostFormer,
  );
  // A commune of today that bears the name is enough; without one, the former ones have a place before what merely resembles.
  const room = today.length === 0 ? former.length : Math.min(former.length, asked.limit - today.length - others.length);
  return [...today, ...former.slice(0, room), ...others.slice(0, asked.limit - today.length - room)];
};

/** The best of the entries; the walk ends when nobody further on, being smaller, can do better than those kept. */
const likeliest = (index: NameIndex, asked: Asked, resemble: (entry: Entry) => Likeness | undefined): Scored[] => {
  const isName = (index.namesakes.get(asked.wanted.compact) ?? []).some(({ commune }) => commune.foundAs === undefined);
  const most = mostWorth + (asked.departement ? worthOfHome : 0);
  const kept: Scored[] = [];
  for (let at = 0; at < index.entries.length && asked.limit > 0; at++) {
    if (!index.mayResemble(asked.wanted.traits, at)) continue;
    const entry = index.entries[at];
    const worst = kept[asked.limit - 1];
    if (!entry || (worst && entry.weight + most < worst.score)) break;
    const found = resemble(entry);
    if (found) keepBest(kept, scored(entry, found, asked, isName), asked.limit);
  }
  return kept;
};

const mostWorth = Math.max(...Object.values(worth));

const scored = ({ commune, weight }: Entry, found: Likeness, { departement }: Asked, isName: boolean): Scored => {
  const isDoubtful = isName && (found === "misspelt" || found === "misspelt-beginning");
  const home = commune.departement.code === departement ? worthOfHome : 0;
  return { commune, score: weight + worth[found] + home + (isDoubtful ? worthOfDoubt : 0) };
};
