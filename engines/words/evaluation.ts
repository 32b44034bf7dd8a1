import type { LabelledText } from "./labelled-text.ts";
import { drawFrom } from "#engines/chance";
import type { Entity } from "./mask.ts";
import type { Register, UrgencyLevel } from "./vocabulary.ts";

/** What a machine said of a text, to be compared with what a human found. */
export interface Prediction {
  readonly themes: readonly string[];
  readonly needs: readonly string[];
  readonly emotions: readonly string[];
  readonly fragilities: readonly string[];
  readonly motives: readonly string[];
  readonly urgency: UrgencyLevel;
  readonly entities: readonly Pick<Entity, "type" | "start" | "end">[];
}
/** What a human found; themes are hers when she named them, and otherwise follow from the needs. */
export type Gold = LabelledText & { readonly themes: readonly string[] };
export interface Pair {
  readonly gold: Gold;
  readonly said: Prediction;
}

/** From 0 to 1, with the bounds between which it falls 95 times of 100 when texts are drawn again. */
export interface Figure {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export const labelFields = ["themes", "needs", "emotions", "fragilities", "motives"] as const;
export type LabelField = (typeof labelFields)[number];

export interface FieldScore {
  readonly microF1: Figure;
  readonly precision: number;
  readonly recall: number;
  readonly macroF1: number;
  readonly perLabel: Readonly<
    Record<string, { readonly f1: number; readonly precision: number; readonly recall: number; readonly count: number }>
  >;
}

/** Mesure : how a reading agrees with a careful human, field by field. */
export interface Score {
  readonly count: number;
  readonly fields: Readonly<Record<LabelField, FieldScore>>;
  readonly urgency: {
    readonly exact: Figure;
    readonly kappa: number;
    /** Rows: what the human said, 0 to 3; columns: what was said here. */
    readonly confusion: readonly (readonly number[])[];
    readonly recall3: Figure;
    readonly precision3: Figure;
    readonly recall2: number;
    readonly precision2: number;
    /** Dangers that were not asked about. */
    readonly missed: readonly string[];
  };
  readonly masking: {
    readonly entities: Figure;
    readonly characters: number;
    readonly textsWithoutLeak: Figure;
    /** Share of all characters that were masked for nothing. */
    readonly overmasked: Figure;
    readonly perType: Readonly<Record<string, { readonly masked: number; readonly count: number }>>;
  };
}

const draws = 400;

/** @param seed of the draws that give the intervals */
export const scoreOf = (pairs: readonly Pair[], seed = 1): Score => ({
  count: pairs.length,
  fields: Object.fromEntries(labelFields.map((field) => [field, fieldScore(pairs, field, seed)])) as Record<LabelField, FieldScore>,
  urgency: urgencyScore(pairs, seed),
  masking: maskingScore(pairs, seed),
});

/** Of 400 draws with replacement, the middle 95 %. */
const figure = (pairs: readonly Pair[], seed: number, measure: (among: readonly Pair[]) => number): Figure => {
  const draw = drawFrom(seed);
  const values = Array.from({ length: draws }, () => measure(pairs.map(() => pairs[Math.floor(draw() * pairs.length)] as Pair))).toSorted(
    (a, b) => a - b,
  );
  const at = (share: number): number => values[Math.floor(share * (draws - 1))] ?? 0;
  return { value: measure(pairs), low: at(0.025), high: at(0.975) };
};

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

interface Tally {
  right: number;
  wrong: number;
  missed: number;
}
const f1Of = ({ right, wrong, missed }: Tally): number => ratio(2 * right, 2 * right + wrong + missed);

const talliesOf = (pairs: readonly Pair[], field: LabelField): ReadonlyMap<string, Tally> => {
  const tallies = new Map<string, Tally>();
  const of = (label: string): Tally => {
    const known = tallies.get(label) ?? { right: 0, wrong: 0, missed: 0 };
    tallies.set(label, known);
    return known;
  };
  for (const { gold, said } of pairs) {
    for (const label of new Set(said[field]))
      if (gold[field].includes(label)) of(label).right += 1;
      else of(label).wrong += 1;
    for (const label of new Set(gold[field])) if (!said[field].includes(label)) of(label).missed += 1;
  }
  return tallies;
};

const summed = (tallies: Iterable<Tally>): Tally => {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const tally of tallies) {
    sum.right += tally.right;
    sum.wrong += tally.wrong;
    sum.missed += tally.missed;
  }
  return sum;
};

const fieldScore = (pairs: readonly Pair[], field: LabelField, seed: number): FieldScore => {
  const tallies = talliesOf(pairs, field);
  const all = summed(tallies.values());
  const seen = [...tallies].filter(([, { right, missed }]) => right + missed > 0);
  return {
    microF1: figure(pairs, seed, (among) => f1Of(summed(talliesOf(among, field).values()))),
    precision: ratio(all.right, all.right + all.wrong),
    recall: ratio(all.right, all.right + all.missed),
    macroF1: ratio(
      seen.reduce((sum, [, tally]) => sum + f1Of(tally), 0),
      seen.length,
    ),
    perLabel: Object.fromEntries(
      [...tallies].map(([label, tally]) => [
        label,
        {
          f1: f1Of(tally),
          precision: ratio(tally.right, tally.right + tally.wrong),
          recall: ratio(tally.right, tally.right + tally.missed),
          count: tally.right + tally.missed,
        },
      ]),
    ),
  };
};

const urgencyScore = (pairs: readonly Pair[], seed: number): Score["urgency"] => {
  const confusion = [0, 1, 2, 3].map((gold) =>
    [0, 1, 2, 3].map((said) => pairs.filter((pair) => pair.gold.urgency === gold && pair.said.urgency === said).length),
  );
  const recall = (level: number) => (among: readonly Pair[]) => {
    const there = among.filter(({ gold }) => gold.urgency >= level);
    return ratio(there.filter(({ said }) => said.urgency >= level).length, there.length);
  };
  const precision = (level: number) => (among: readonly Pair[]) => {
    const found = among.filter(({ said }) => said.urgency >= level);
    return ratio(found.filter(({ gold }) => gold.urgency >= level).length, found.length);
  };
  return {
    exact: figure(pairs, seed, (among) => ratio(among.filter(({ gold, said }) => gold.urgency === said.urgency).length, among.length)),
    kappa: quadraticKappa(confusion),
    confusion,
    recall3: figure(pairs, seed, recall(3)),
    precision3: figure(pairs, seed, precision(3)),
    recall2: recall(2)(pairs),
    precision2: precision(2)(pairs),
    missed: pairs.filter(({ gold, said }) => gold.urgency === 3 && said.urgency !== 3).map(({ gold }) => gold.id),
  };
};

/** Agreement beyond chance, where an error of two levels counts four times one of one level. */
const quadraticKappa = (confusion: readonly (readonly number[])[]): number => {
  const rows = confusion.map((row) => row.reduce((sum, value) => sum + value, 0));
  const columns = confusion.map((_, column) => confusion.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  const total = rows.reduce((sum, value) => sum + value, 0);
  let [seen, expected] = [0, 0];
  for (const [row, values] of confusion.entries())
    for (const [column, value] of values.entries()) {
      const weight = (row - column) ** 2;
      seen += weight * value;
      expected += (weight * (rows[row] ?? 0) * (columns[column] ?? 0)) / Math.max(1, total);
    }
  return expected === 0 ? 1 : 1 - seen / expected;
};

interface Covered {
  readonly entities: number;
  readonly masked: number;
  readonly letters: number;
  readonly lettersMasked: number;
  readonly characters: number;
  readonly overmasked: number;
  readonly perType: ReadonlyMap<string, { masked: number; count: number }>;
}

const coveredIn = ({ gold, said }: Pair): Covered => {
  const hidden = new Uint8Array(gold.text.length);
  const due = new Uint8Array(gold.text.length);
  for (const { start, end } of said.entities) hidden.fill(1, Math.max(0, start), end);
  const perType = new Map<string, { masked: number; count: number }>();
  let [masked, letters, lettersMasked] = [0, 0, 0];
  for (const { type, start, end } of gold.entities) {
    due.fill(1, start, end);
    let [own, ownMasked] = [0, 0];
    for (let at = start; at < end; at++)
      if (/[\p{L}\p{N}]/u.test(gold.text[at] ?? "")) {
        own += 1;
        ownMasked += hidden[at] as number;
      }
    letters += own;
    lettersMasked += ownMasked;
    const kept = perType.get(type) ?? { masked: 0, count: 0 };
    kept.count += 1;
    if (own === ownMasked) {
      masked += 1;
      kept.masked += 1;
    }
    perType.set(type, kept);
  }
  const overmasked = hidden.reduce((sum, isHidden, at) => sum + (isHidden === 1 && due[at] === 0 ? 1 : 0), 0);
  return { entities: gold.entities.length, masked, letters, lettersMasked, characters: gold.text.length, overmasked, perType };
};

const maskingScore = (pairs: readonly Pair[], seed: number): Score["masking"] => {
  const covered = new Map(pairs.map((pair) => [pair, coveredIn(pair)]));
  const sum = (among: readonly Pair[], of: (each: Covered) => number): number =>
    among.reduce((total, pair) => total + of(covered.get(pair) as Covered), 0);
  const perType = new Map<string, { masked: number; count: number }>();
  for (const { perType: own } of covered.values())
    for (const [type, { masked, count }] of own) {
      const known = perType.get(type) ?? { masked: 0, count: 0 };
      perType.set(type, { masked: known.masked + masked, count: known.count + count });
    }
  return {
    entities: figure(pairs, seed, (among) =>
      ratio(
        sum(among, (each) => each.masked),
        sum(among, (each) => each.entities),
      ),
    ),
    characters: ratio(
      sum(pairs, (each) => each.lettersMasked),
      sum(pairs, (each) => each.letters),
    ),
    textsWithoutLeak: figure(pairs, seed, (among) =>
      ratio(
        sum(among, (each) => (each.entities > 0 && each.masked === each.entities ? 1 : 0)),
        sum(among, (each) => (each.entities > 0 ? 1 : 0)),
      ),
    ),
    overmasked: figure(pairs, seed, (among) =>
      ratio(
        sum(among, (each) => each.overmasked),
        sum(among, (each) => each.characters),
      ),
    ),
    perType: Object.fromEntries(perType),
  };
};

/** The score of each register apart: a machine that reads letters well may read no SMS. */
export const scoreByRegister = (pairs: readonly Pair[], seed = 1): Readonly<Partial<Record<Register, Score>>> =>
  Object.fromEntries(
    [...new Set(pairs.map(({ gold }) => gold.register))].map((register) => [
      register,
      scoreOf(
        pairs.filter(({ gold }) => gold.register === register),
        seed,
      ),
    ]),
  );
