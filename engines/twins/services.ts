import { plainName } from "#engines/places";
import { probability } from "./decide.ts";
import type { Evidence, TwinClass, TwinPair } from "./pair.ts";
import { doublonFrom, incertainFrom, serviceWeights } from "./weights.ts";
import { isTie, sharedCount } from "./words.ts";

/** Service d'une structure: what is compared once two structures are known to be one. */
export interface TwinService {
  readonly id: string;
  readonly structureId: string;
  readonly source: string;
  readonly name: string;
  /** Thématiques of data·inclusion. */
  readonly themes: readonly string[];
  readonly communeCode?: string;
}

export type ServiceTwin = TwinPair & { readonly level: "service" };

/**
 * Services en double: the same help described by both records of one structure. A service is the twin of one other at most, and never surer than its
 * structures are.
 */
export const serviceTwins = (services: readonly TwinService[], structureTwins: readonly TwinPair[]): readonly ServiceTwin[] => {
  const of = Map.groupBy(services, ({ structureId }) => structureId);
  return structureTwins
    .filter(({ level }) => level === "structure")
    .flatMap((structures) => twinsBetween(of.get(structures.a) ?? [], of.get(structures.b) ?? [], structures.class))
    .toSorted((x, y) => (keyOf(x) < keyOf(y) ? -1 : 1));
};

const keyOf = ({ a, b }: TwinPair): string => JSON.stringify([a, b]);

const twinsBetween = (some: readonly TwinService[], others: readonly TwinService[], structures: TwinClass): readonly ServiceTwin[] => {
  const taken = new Set<string>();
  return some
    .flatMap((one) => others.map((other) => (one.id < other.id ? weighed(one, other, structures) : weighed(other, one, structures))))
    .filter(({ total }) => total >= incertainFrom)
    .toSorted((x, y) => y.total - x.total || (keyOf(x.pair) < keyOf(y.pair) ? -1 : 1))
    .flatMap(({ pair }) => {
      if (taken.has(pair.a) || taken.has(pair.b)) return [];
      taken.add(pair.a).add(pair.b);
      return [pair];
    });
};

const weighed = (a: TwinService, b: TwinService, structures: TwinClass): { readonly pair: ServiceTwin; readonly total: number } => {
  const evidence: readonly Evidence[] = [
    { of: "structure" as const, weight: structures === "doublon" ? serviceWeights.oneStructure : serviceWeights.uncertainStructure },
    { of: "name" as const, weight: nameWeight(a, b), a: a.name, b: b.name },
    { of: "themes" as const, weight: themesWeight(a.themes, b.themes), a: a.themes.join(", "), b: b.themes.join(", ") },
    { of: "commune" as const, weight: communeWeight(a, b), a: a.communeCode ?? "", b: b.communeCode ?? "" },
  ].filter(({ weight }) => weight !== 0);
  const total = evidence.reduce((sum, { weight }) => sum + weight, 0);
  const own = structures === "doublon" && total >= doublonFrom ? "doublon" : "incertain";
  return { pair: { a: a.id, b: b.id, level: "service", class: own, score: probability(total), evidence }, total };
};

const nameWeight = (a: TwinService, b: TwinService): number => {
  const [ofA, ofB] = [wordsOf(a.name), wordsOf(b.name)];
  const shared = (2 * sharedCount(ofA, ofB)) / Math.max(1, ofA.length + ofB.length);
  if (shared >= 0.8) return serviceWeights.sameName;
  return shared >= 0.4 ? serviceWeights.nameShared : shared > 0 ? 0 : serviceWeights.otherName;
};

const wordsOf = (name: string): readonly string[] => [
  ...new Set(
    plainName(name)
      .split(" ")
      .filter((word) => word !== "" && !isTie(word)),
  ),
];

const themesWeight = (a: readonly string[], b: readonly string[]): number => {
  if (a.length === 0 || b.length === 0) return 0;
  const shared = a.filter((theme) => b.includes(theme)).length;
  if (shared === 0) return serviceWeights.otherThemes;
  return shared === new Set([...a, ...b]).size ? serviceWeights.sameThemes : serviceWeights.themesShared;
};

const communeWeight = ({ communeCode: a }: TwinService, { communeCode: b }: TwinService): number =>
  a !== undefined && b !== undefined && a !== b ? serviceWeights.otherCommune : 0;
