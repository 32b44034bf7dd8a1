import type { Compared } from "./compared.ts";
import { evidenceOf } from "./evidence.ts";
import type { TwinClass, TwinLevel, TwinPair } from "./pair.ts";
import { seatsOf } from "./rivals.ts";
import { isNamed } from "./weigh.ts";
import { doublonFrom, hesitation, incertainFrom, samePlaceFrom, unnamedFrom, weights } from "./weights.ts";

/** What a pair is by itself, before its rivals are looked at; undefined when it is nothing to show. */
export const classOf = ({ weighed }: Compared): TwinClass | undefined => {
  const { relation, total } = weighed;
  if (relation === "different") return undefined;
  if (!isNamed(weighed) || relation === "kept") return total >= unnamedFrom && !areStrangers(weighed) ? "incertain" : undefined;
  if (total >= doublonFrom && !isAtOdds(weighed) && (relation !== "unknown" || saysWhere(weighed))) return "doublon";
  return total >= incertainFrom ? "incertain" : undefined;
};

/** A house of associations has one address and twenty names: without a contact in common, nobody is asked to look at each two of them. */
const areStrangers = ({ parts }: Compared["weighed"]): boolean =>
  parts.name < 0 && parts.phone <= 0 && parts.mail < weights.sameMail && parts.siret <= 0;

/** A name alone is not enough when the kind is not known: something must also bring them to one place. */
const saysWhere = ({ parts }: Compared["weighed"]): boolean => parts.street + parts.distance + parts.phone + parts.mail + parts.siret > 0;

/**
 * What contacts cannot make up for: the telephone of a network rings for all its houses. Two names that disagree at two addresses, or two communes without
 * one address or one name.
 */
const isAtOdds = ({ parts, street }: Compared["weighed"]): boolean => {
  if (parts.distance > 0 || (street !== undefined && street !== "different")) return false;
  const isNamedOtherwise = parts.name === weights.otherName && street === "different";
  return isNamedOtherwise || (parts.commune <= weights.otherCommune && parts.name < weights.sameName);
};

/**
 * One record has one twin at most in each other source: the strongest pair is kept first, then the strongest of what is left. A pair that lost is shown only
 * when it lost by little.
 */
export const decide = (pairs: readonly Compared[]): readonly TwinPair[] => {
  const strongest = new Map<string, number>();
  const decided = pairs
    .flatMap((pair) => {
      const own = classOf(pair);
      return own === undefined ? [] : [{ pair, own }];
    })
    .toSorted((x, y) => y.pair.weighed.total - x.pair.weighed.total || inOrder(x.pair, y.pair))
    .flatMap(({ pair, own }) => {
      const seats = seatsOf(pair);
      const { total } = pair.weighed;
      const taken = Math.max(...seats.map((seat) => strongest.get(seat) ?? -Infinity));
      if (taken - total > hesitation) return [];
      if (taken === -Infinity && own === "doublon") seats.forEach((seat) => strongest.set(seat, total));
      return [{ pair, own: taken === -Infinity ? own : "incertain" } as const];
    });
  return decided.toSorted((x, y) => inOrder(x.pair, y.pair)).map(({ pair, own }) => pairFrom(pair, "structure", own, pair.weighed.total));
};

/** Same place: one address, or one point of the map, whoever is behind the door. Said beside the twins, never merged. */
export const samePlaces = (pairs: readonly Compared[]): readonly TwinPair[] =>
  pairs
    .toSorted(inOrder)
    .map((pair) => ({ pair, place: placeWeight(pair) }))
    .filter(({ place }) => place >= incertainFrom)
    .map(({ pair, place }) => pairFrom(pair, "place", place >= samePlaceFrom ? "doublon" : "incertain", place));

const placeWeight = ({ weighed: { parts, street } }: Compared): number =>
  street === "same" || parts.distance >= samePlaceFrom / 2 ? parts.commune + parts.street + parts.distance : -Infinity;

const inOrder = (x: Compared, y: Compared): number =>
  compareText(x.a.record.id, y.a.record.id) || compareText(x.b.record.id, y.b.record.id);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const pairFrom = ({ a, b, weighed }: Compared, level: TwinLevel, own: TwinClass, total: number): TwinPair => ({
  a: a.record.id,
  b: b.record.id,
  level,
  class: own,
  score: probability(total),
  evidence: evidenceOf(a, b, weighed),
});

/** Odds in powers of ten, as a probability of four figures. */
export const probability = (powersOfTen: number): number => Math.round(10_000 / (1 + 10 ** -powersOfTen)) / 10_000;
