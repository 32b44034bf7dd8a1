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

/** A million places: with an eighth of them, traits that share a place cost two points of F1. */
export const tableSize = 1 << 20;

const firstSeed = 0x811c9dc5;
const prime = 0x01000193;
const placeOf = (hash: number): number => {
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

const hashOfTwo = (one: string, two: string, seed: number): number =>
  hashOf(two, 0, two.length, Math.imul(hashOf(one, 0, one.length, seed) ^ 32, prime));

/** One kind of trait never shares its letters with another: « pas » the word, « pas » the piece of « repas ». */
const kinds = { word: 11, pair: 23, skip: 37, piece: 41, prefix: 53, lexicon: 67 } as const;
type Kind = keyof typeof kinds;
const seeds = Object.fromEntries(Object.entries(kinds).map(([name, salt]) => [name, Math.imul(firstSeed ^ salt, prime)])) as Record<
  Kind,
  number
>;

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
  const words = lexicon.wordsOf(tokens);
  sheet.clear();
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? "";
    sheet.light(placeOf(hashOf(word, 0, word.length, seeds.word)), strength.word, at);
    const next = words[at + 1];
    const after = words[at + 2];
    if (next !== undefined) sheet.light(placeOf(hashOfTwo(word, next, seeds.pair)), strength.pair, at);
    if (after !== undefined) sheet.light(placeOf(hashOfTwo(word, after, seeds.skip)), strength.skip, at);
    if (word.length > 4) sheet.light(placeOf(hashOf(word, 0, 5, seeds.prefix)), strength.prefix, at);
    if (word.length > 6) sheet.light(placeOf(hashOf(word, 0, 7, seeds.prefix)), strength.prefix, at);
    if (word.length > 2) lightPieces(word, strength.piece, at);
  }
  lightExpressions(lexicon, words, strength.lexicon);
  return sheet.normalised();
};

/** Pieces of three to five letters, the edges of the word among them: « ^loy », « yers^ ». */
const lightPieces = (word: string, strength: number, at: number): void => {
  const edged = `^${word}^`;
  for (let size = 3; size <= 5; size++)
    for (let from = 0; from + size <= edged.length; from++)
      sheet.light(placeOf(hashOf(edged, from, from + size, seeds.piece)), strength, at);
};

/** Several expressions of one kind say more than one, each a little less than the last. */
const lightExpressions = (lexicon: Lexicon, words: readonly string[], strength: number): void => {
  const counts = new Map<string, number>();
  for (const { label, from } of lexicon.find(words)) {
    const count = (counts.get(label) ?? 0) + 1;
    counts.set(label, count);
    sheet.light(placeOf(hashOf(label, 0, label.length, seeds.lexicon)), strength * (1 + Math.log(count)), from);
  }
};

/** One sheet for all texts of this thread, since filling a new table each time took half of the reading. Nothing of it stays in what is given back. */
const sheet = (() => {
  const lastTurn = new Int32Array(tableSize);
  const slotOf = new Int32Array(tableSize);
  let turn = 0;
  let count = 0;
  let places = new Int32Array(4096);
  let weights = new Float32Array(4096);
  let tokens = new Int32Array(4096);
  const widen = (): void => {
    const wider = <Kind extends Int32Array | Float32Array>(from: Kind, to: Kind): Kind => {
      to.set(from);
      return to;
    };
    places = wider(places, new Int32Array(places.length * 2));
    weights = wider(weights, new Float32Array(weights.length * 2));
    tokens = wider(tokens, new Int32Array(tokens.length * 2));
  };
  return {
    clear: (): void => {
      turn += 1;
      count = 0;
    },
    /** A trait met twice counts once, at its strongest. */
    light: (place: number, weight: number, token: number): void => {
      if (lastTurn[place] === turn) {
        const slot = slotOf[place] as number;
        if ((weights[slot] as number) < weight) weights[slot] = weight;
        return;
      }
      lastTurn[place] = turn;
      slotOf[place] = count;
      if (count === places.length) widen();
      places[count] = place;
      weights[count] = weight;
      tokens[count] = token;
      count += 1;
    },
    normalised: (): Features => {
      let sum = 0;
      for (let at = 0; at < count; at++) sum += (weights[at] as number) * (weights[at] as number);
      const scale = sum === 0 ? 0 : 1 / Math.sqrt(sum);
      const own = weights.slice(0, count);
      for (let at = 0; at < count; at++) own[at] = (own[at] as number) * scale;
      return { places: places.slice(0, count), weights: own, tokens: tokens.slice(0, count) };
    },
  };
})();
