import { drawFrom, shuffle } from "#engines/chance";
import type { Features } from "./features.ts";

/** Machine linéaire : a weight for each place, and what is added to all. */
export interface Separator {
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface LearningSettings {
  /** How much an error costs against large weights. */
  readonly cost: number;
  /** How much more a missed text costs than one wrongly found. */
  readonly positiveCost: number;
  readonly rounds: number;
  readonly seed: number;
  /** How many places there are; every trait stands below. */
  readonly size: number;
}

/**
 * Learns to tell the texts that carry a label from those that do not: squared hinge, L2, by dual coordinate descent (Hsieh and others, ICML 2008).
 * The same texts and seed give the same weights.
 */
export const learnSeparator = (rows: readonly Features[], isLabelled: (row: number) => boolean, settings: LearningSettings): Separator => {
  const { rounds, seed } = settings;
  const count = rows.length;
  const weights = new Float32Array(settings.size);
  let bias = 0;
  const alphas = new Float64Array(count);
  const signs = new Int8Array(count);
  const diagonals = new Float64Array(count);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let row = 0; row < count; row++) {
    signs[row] = isLabelled(row) ? 1 : -1;
    const cost = settings.cost * (signs[row] === 1 ? settings.positiveCost : 1);
    diagonals[row] = 0.5 / cost;
  }
  // Rows have length 1, and one more place, always lit, for the bias.
  const norm = 2;
  const draw = drawFrom(seed);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    let largest = 0;
    for (const row of order) {
      const features = rows[row] as Features;
      const { places, weights: values } = features;
      const sign = signs[row] as number;
      let score = bias;
      for (let at = 0; at < places.length; at++) score += (weights[places[at] as number] as number) * (values[at] as number);
      const diagonal = diagonals[row] as number;
      const alpha = alphas[row] as number;
      const gradient = sign * score - 1 + diagonal * alpha;
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      if (projected === 0) continue;
      const next = Math.max(alpha - gradient / (norm + diagonal), 0);
      const step = (next - alpha) * sign;
      largest = Math.max(largest, Math.abs(projected));
      alphas[row] = next;
      bias += step;
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number;
        weights[place] = (weights[place] as number) + step * (values[at] as number);
      }
    }
    if (largest < 1e-3) break;
  }
  return { weights, bias };
};

export const scoreOf = ({ weights, bias }: Separator, { places, weights: values }: Features): number => {
  let score = bias;
  for (let at = 0; at < places.length; at++) score += (weights[places[at] as number] as number) * (values[at] as number);
  return score;
};
