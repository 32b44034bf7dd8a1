import type { Features } from "./features.ts";
import type { WordsModel } from "./model.ts";
import type { Token } from "./token.ts";

/** Longest run of words that is shown as the reason of a suggestion. */
const longest = 7;

/**
 * Les mots qui l'ont fait penser : the run of words that weighed most towards a label.
 * @returns places in the text as given; undefined when no word spoke for it
 */
export const evidenceOf = (
  model: WordsModel,
  label: number,
  features: Features,
  tokens: readonly Token[],
): { readonly start: number; readonly end: number } | undefined => {
  const votes = new Float64Array(tokens.length);
  const count = model.labels.length;
  for (let at = 0; at < features.places.length; at++) {
    const row = model.rows[features.places[at] as number] as number;
    if (row < 0) continue;
    const token = features.tokens[at] as number;
    votes[token] = (votes[token] as number) + (features.weights[at] as number) * (model.weights[row * count + label] as number);
  }
  let best = { sum: 0, from: -1, to: -1 };
  for (let from = 0; from < votes.length; from++) {
    let sum = 0;
    for (let to = from; to < Math.min(votes.length, from + longest); to++) {
      if (to > from && isEndOfSentence(tokens[to - 1])) break;
      sum += votes[to] as number;
      if (sum > best.sum) best = { sum, from, to };
    }
  }
  const first = tokens[best.from];
  const last = tokens[best.to];
  return first && last ? widened(tokens, best.from, best.to) : undefined;
};

const isEndOfSentence = (token: Token | undefined): boolean => token?.kind === "sign" && /^[.!?;…]/.test(token.text);

/** « facture » alone says little: short evidence takes the words around, up to three, within the sentence. Signs at its edges say nothing. */
const widened = (tokens: readonly Token[], from: number, to: number): { readonly start: number; readonly end: number } => {
  let [first, last] = [from, to];
  while (last - first < 2) {
    const next = tokens[last + 1];
    const before = tokens[first - 1];
    if (next && next.kind !== "sign") last += 1;
    else if (before && before.kind !== "sign") first -= 1;
    else break;
  }
  while (first < last && tokens[first]?.kind === "sign") first += 1;
  while (last > first && tokens[last]?.kind === "sign") last -= 1;
  return { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
};
