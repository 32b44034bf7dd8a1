import type { Lexicon } from "./lexicon.ts";
import type { Token } from "./token.ts";

/**
 * Traits : what a model looks at in a text, as places in a table of fixed size (words, pairs of words, pieces of words, expressions of the lexicon).
 * A place is drawn from the letters themselves, so that no dictionary has to be kept: two rare traits may share one.
 */
export interface Features {
  /** Which places of the table are lit. */
  readonly places: Int32Array;
  /** How strongly; the whole has length 1. */
  readonly weights: Float32Array;
  /** Index of the token each comes from; a pair belongs to its first word. */
  readonly tokens: Int32Array;
}

export const tableBits = 17;
export const tableSize = 1 << tableBits;

const firstSeed = 0x811c9dc5;
const prime = 0x01000193;
const mix = (hash: number): number => {
  let mixed = hash;
  mixed ^= mixed >>> 16;
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return (mixed >>> 0) & (tableSize - 1);
};
const hashOf = (text: string, from: number, to: number, seed: number): number => {
  let hash = seed;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
};

/** One kind of trait never shares its letters with another: « pas » the word, « pas » the piece of « repas ». */
const kinds = { word: 11, pair: 23, skip: 37, piece: 41, prefix: 53, lexicon: 67 } as const;
type Kind = keyof typeof kinds;
const seeds = Object.fromEntries(
  Object.entries(kinds).map(([name, salt]) => [name, Math.imul(firstSeed ^ salt, prime)]),
) as Record<Kind, number>;

/** How much each kind of trait counts. Chosen by cross-validation on our own corpus. */
export interface FeatureSettings {
  readonly strength: Readonly<Record<Kind, number>>;
}
export const usualSettings: FeatureSettings = {
  strength: { word: 1, pair: 0.8, skip: 0.5, piece: 0.35, prefix: 0.9, lexicon: 3 },
};

/** Reads the traits of a text. Numbers are told by their size only; what was masked, by its type. */
export const featuresOf = (tokens: readonly Token[], lexicon: Lexicon, settings: FeatureSettings = usualSettings): Features => {
  const { strength } = settings;
  const seen = new Map<number, { weight: number; token: number }>();
  const light = (place: number, weight: number, token: number): void => {
    const known = seen.get(place);
    if (known === undefined) seen.set(place, { weight, token });
    else if (known.weight < weight) known.weight = weight;
  };
  const words = lexicon.wordsOf(tokens);
  const boundary = "^";
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    const wordHash = hashOf(word, 0, word.length, seeds.word);
    light(mix(wordHash), strength.word, at);
    const next = words[at + 1];
    const pairSeed = hashOf(word, 0, word.length, seeds.pair);
    if (next !== undefined) light(mix(hashOf(next, 0, next.length, Math.imul(pairSeed ^ 32, prime))), strength.pair, at);
    const after = words[at + 2];
    if (after !== undefined) {
      const skipSeed = hashOf(word, 0, word.length, seeds.skip);
      light(mix(hashOf(after, 0, after.length, Math.imul(skipSeed ^ 32, prime))), strength.skip, at);
    }
    if (word.length > 4) light(mix(hashOf(word, 0, 5, seeds.prefix)), strength.prefix, at);
    if (word.length > 6) light(mix(hashOf(word, 0, 7, seeds.prefix)), strength.prefix, at);
    if (word.length > 2) {
      const edged = boundary + word + boundary;
      for (let size = 3; size <= 5; size++)
        for (let from = 0; from + size <= edged.length; from++)
          light(mix(hashOf(edged, from, from + size, seeds.piece)), strength.piece, at);
    }
  }
  const counts = new Map<string, number>();
  for (const { label, from } of lexicon.find(words)) {
    // Several expressions of one kind say more than one, each a little less than the last.
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    light(mix(hashOf(label, 0, label.length, seeds.lexicon)), strength.lexicon * (1 + Math.log(count)), from);
  }
  return normalised(seen);
};

const normalised = (seen: ReadonlyMap<number, { readonly weight: number; readonly token: number }>): Features => {
  const places = new Int32Array(seen.size);
  const weights = new Float32Array(seen.size);
  const tokens = new Int32Array(seen.size);
  let sum = 0;
  let index = 0;
  for (const [place, { weight, token }] of seen) {
    places[index] = place;
    weights[index] = weight;
    tokens[index] = token;
    sum += weight * weight;
    index += 1;
  }
  const scale = sum === 0 ? 0 : 1 / Math.sqrt(sum);
  for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] ?? 0) * scale;
  return { places, weights, tokens };
};
