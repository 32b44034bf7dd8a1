import { drawFrom, shuffle } from "#engines/chance";

/**
 * Seconde lecture : each label judged again in the light of all the others. A death makes an inheritance likelier, and a joke a danger less likely.
 * One row a label: what each first score (bounded) adds to its log odds, then what is added to all.
 */
export type SecondReading = Float32Array;

const rounds = 40;
const firstSpeed = 0.01;
/** Keeps what labels say of each other small, unless many texts show it. */
const caution = 0.001;
/** Before anything is learned, a label believes its own score. */
const ownBelief = 3;

export const boundedScore = (score: number): number => Math.tanh(score);

/** Log odds of every label. @param bounded first scores, bounded, one a label */
export const readAgain = (second: SecondReading, bounded: Float32Array | Float64Array): Float32Array => {
  const count = bounded.length;
  const odds = new Float32Array(count);
  for (let label = 0; label < count; label++) {
    const from = label * (count + 1);
    let sum = second[from + count] as number;
    for (let other = 0; other < count; other++) sum += (second[from + other] as number) * (bounded[other] as number);
    odds[label] = sum;
  }
  return odds;
};

/**
 * Learned on scores that the first machines gave to texts which they had not read. Logistic, by stochastic gradient.
 * @param bounded first scores of each text
 */
export const learnSecondReading = (
  bounded: readonly Float32Array[],
  isLabelled: (row: number, label: number) => boolean,
  labels: number,
  seed: number,
): SecondReading => {
  const width = labels + 1;
  const second = new Float32Array(labels * width);
  for (let label = 0; label < labels; label++) second[label * width + label] = ownBelief;
  const draw = drawFrom(seed);
  const order = Int32Array.from(bounded.keys());
  const truths = bounded.map((_, row) => Uint8Array.from({ length: labels }, (__, label) => (isLabelled(row, label) ? 1 : 0)));
  let speed = firstSpeed;
  for (let round = 0; round < rounds; round++) {
    shuffle(order, draw);
    for (const row of order) learnRow(second, bounded[row] as Float32Array, truths[row] as Uint8Array, speed);
    speed *= 0.95;
  }
  return second;
};

const learnRow = (second: SecondReading, scores: Float32Array, truth: Uint8Array, speed: number): void => {
  const labels = scores.length;
  const odds = readAgain(second, scores);
  for (let label = 0; label < labels; label++) {
    const error = 1 / (1 + Math.exp(-(odds[label] as number))) - (truth[label] as number);
    const from = label * (labels + 1);
    for (let other = 0; other < labels; other++) {
      const weight = second[from + other] as number;
      const drag = other === label ? 0 : caution * weight;
      second[from + other] = weight - speed * (error * (scores[other] as number) + drag);
    }
    second[from + labels] = (second[from + labels] as number) - speed * error;
  }
};
