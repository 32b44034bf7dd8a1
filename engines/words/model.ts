import { tableSize, type Features } from "./features.ts";
import { boundedScore, readAgain, type SecondReading } from "./second-reading.ts";

/** What a label belongs to. `urgency` has three, each of them « at least »: "1", "2", "3". */
export type Field = "needs" | "themes" | "emotions" | "fragilities" | "motives" | "urgency";
export const fields: readonly Field[] = ["needs", "themes", "emotions", "fragilities", "motives", "urgency"];

export interface Label {
  readonly field: Field;
  readonly id: string;
}

/** How scores become answers, by field. Measured on texts that the machine had not read. */
export interface Measure {
  /** A label is kept from these log odds on. */
  readonly threshold: number;
  /** The best one is kept even below. */
  readonly keepsBest: boolean;
}

/** How sure we are, 0 to 1. */
export const confidenceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

export interface ModelCard {
  /** "2026-11-20.a1b2c3": day and fingerprint of what it learned from. */
  readonly version: string;
  readonly taxonomyVersion: string;
  readonly texts: number;
  readonly seed: number;
  /** How texts were looked at when it learned (`traitsMark`). A model that does not say it is not believed to be of today. */
  readonly traits?: string;
}

/** Modèle : one weight a place and a label, rounded to a byte; what labels say of each other; and from where on a label is kept. */
export interface WordsModel {
  readonly card: ModelCard;
  readonly labels: readonly Label[];
  readonly biases: Float32Array;
  /** What one unit of a byte is worth, by label. */
  readonly units: Float32Array;
  /** Row of a place in `weights`, -1 when nothing was learned there. */
  readonly rows: Int32Array;
  readonly weights: Int8Array;
  readonly second: SecondReading;
  readonly measures: Readonly<Record<Field, Measure>>;
  /** Threshold of each urgency, at least 1, 2, 3. */
  readonly urgencyThresholds: readonly [number, number, number];
}

/** Traits are counted in whole units while they are summed: integers are twice as fast, and a thousandth of a score changes nothing. */
const precision = 1 << 12;

/** Log odds of each label for a text, in the order of `model.labels`. */
export const scoresOf = (model: WordsModel, { places, weights: values }: Features): Float32Array => {
  const { rows, weights, units, biases } = model;
  const count = model.labels.length;
  const sums = new Int32Array(count);
  for (let at = 0; at < places.length; at++) {
    const row = rows[places[at] as number] as number;
    if (row < 0) continue;
    const value = ((values[at] as number) * precision) | 0;
    const from = row * count;
    for (let label = 0; label < count; label++)
      sums[label] = ((sums[label] as number) + Math.imul(value, weights[from + label] as number)) | 0;
  }
  const scores = new Float32Array(count);
  for (let label = 0; label < count; label++)
    scores[label] = boundedScore(((sums[label] as number) / precision) * (units[label] as number) + (biases[label] as number));
  return readAgain(model.second, scores);
};

/**
 * Rounds learned separators to bytes. Places where nothing counts are dropped.
 * @param given.places place in the table of each weight of the separators
 */
export const packModel = (
  given: Omit<WordsModel, "biases" | "units" | "rows" | "weights"> & {
    readonly places: readonly number[];
    readonly separators: readonly { readonly weights: Float32Array; readonly bias: number }[];
  },
): WordsModel => {
  const { places, separators, ...rest } = given;
  const count = separators.length;
  const units = Float32Array.from(separators, ({ weights }) => {
    let largest = 0;
    for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
    return largest === 0 ? 1 : largest / 127;
  });
  const rounded = (label: number, index: number): number => Math.round((separators[label]?.weights[index] ?? 0) / (units[label] as number));
  const rows = new Int32Array(tableSize).fill(-1);
  const kept = [...places.keys()].filter((index) => separators.some((_, label) => rounded(label, index) !== 0));
  const weights = new Int8Array(kept.length * count);
  for (const [row, index] of kept.entries()) {
    rows[places[index] as number] = row;
    for (let label = 0; label < count; label++) weights[row * count + label] = rounded(label, index);
  }
  return { ...rest, units, rows, weights, biases: Float32Array.from(separators, ({ bias }) => bias) };
};

/** A model as bytes: a line of JSON that a human reads, then places (4 bytes each) and weights (1 byte each). */
export const writeModel = (model: WordsModel): Uint8Array => {
  const places = [...model.rows.keys()].filter((place) => (model.rows[place] as number) >= 0);
  const head = new TextEncoder().encode(
    `${JSON.stringify({
      card: model.card,
      labels: model.labels,
      biases: [...model.biases],
      units: [...model.units],
      second: [...model.second].map((weight) => Number(weight.toFixed(4))),
      measures: model.measures,
      urgencyThresholds: model.urgencyThresholds,
      places: places.length,
    })}\n`,
  );
  const bytes = new Uint8Array(head.length + places.length * 4 + model.weights.length);
  bytes.set(head);
  const view = new DataView(bytes.buffer);
  for (const [index, place] of places.entries()) view.setUint32(head.length + index * 4, place, true);
  bytes.set(new Uint8Array(model.weights.buffer, model.weights.byteOffset, model.weights.length), head.length + places.length * 4);
  return bytes;
};

interface Head {
  readonly card: ModelCard;
  readonly labels: readonly Label[];
  readonly biases: readonly number[];
  readonly units: readonly number[];
  readonly second: readonly number[];
  readonly measures: Readonly<Record<Field, Measure>>;
  readonly urgencyThresholds: readonly [number, number, number];
  readonly places: number;
}

/** Whether every part is there, and of the same size: a model with a part missing would read, and find nothing. */
const isWhole = (given: unknown): given is Head => {
  const head = (given ?? {}) as Partial<Head>;
  const count = Array.isArray(head.labels) ? head.labels.length : 0;
  return (
    count > 0 &&
    areNumbers(head.biases, count) &&
    areNumbers(head.units, count) &&
    areNumbers(head.second, count * (count + 1)) &&
    areNumbers(head.urgencyThresholds, 3) &&
    fields.every((field) => Number.isFinite(head.measures?.[field].threshold)) &&
    typeof head.card?.version === "string" &&
    Number.isInteger(head.places) &&
    (head.places as number) >= 0
  );
};

const areNumbers = (given: unknown, count: number): boolean =>
  Array.isArray(given) && given.length === count && given.every(Number.isFinite);

/** Throws when the bytes are not a model that we wrote. */
export const readModel = (bytes: Uint8Array): WordsModel => {
  const end = bytes.indexOf(10);
  const head: unknown = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  if (!isWhole(head)) throw new Error("the head of this model is not one that we wrote");
  const { places, biases, units, second, ...rest } = head;
  const size = end + 1 + places * 4 + places * rest.labels.length;
  if (bytes.length !== size)
    throw new Error(`a model of ${String(places)} places takes ${String(size)} bytes, not ${String(bytes.length)}`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const rows = new Int32Array(tableSize).fill(-1);
  for (let index = 0; index < places; index++) rows[view.getUint32(end + 1 + index * 4, true)] = index;
  const from = bytes.byteOffset + end + 1 + places * 4;
  return {
    ...rest,
    biases: Float32Array.from(biases),
    units: Float32Array.from(units),
    second: Float32Array.from(second),
    rows,
    weights: new Int8Array(bytes.buffer.slice(from, from + places * rest.labels.length)),
  };
};
