import type { Token } from "./token.ts";

/** About one spoken turn: longer, a danger told in six words would drown among what surrounds it. */
const longestPassage = 60;

/**
 * Passages : a text as the models read it, a few sentences at a time. What was learned on short texts stays true in half an hour of notes.
 * @returns runs of tokens, each `[from, to)`; a text of sixty words is one passage
 */
export const passagesOf = (tokens: readonly Token[], text: string, longest = longestPassage): readonly (readonly [number, number])[] => {
  if (tokens.length <= longest) return [[0, tokens.length]];
  const passages: (readonly [number, number])[] = [];
  let from = 0;
  let lastStop = 0;
  for (let at = 0; at < tokens.length; at++) {
    const isStop = isEndOfSentence(tokens, at, text);
    const length = at + 1 - from;
    if (length >= longest) {
      // A sentence without end is cut where it stands.
      const to = lastStop > from ? lastStop : at + 1;
      passages.push([from, to]);
      from = to;
    }
    if (isStop) lastStop = at + 1;
  }
  if (from < tokens.length) passages.push([from, tokens.length]);
  return passages;
};

/** Sentences of a text, `[from, to)`: a line is one too. */
export const sentencesOf = (tokens: readonly Token[], text: string): readonly (readonly [number, number])[] => {
  const sentences: (readonly [number, number])[] = [];
  let from = 0;
  for (let at = 0; at < tokens.length; at++) {
    if (!isEndOfSentence(tokens, at, text)) continue;
    sentences.push([from, at + 1]);
    from = at + 1;
  }
  return sentences;
};

const isEndOfSentence = (tokens: readonly Token[], at: number, text: string): boolean => {
  const token = tokens[at] as Token;
  if (token.kind === "sign" && /^[.!?…]/.test(token.text)) return true;
  const next = tokens[at + 1];
  return next === undefined || text.slice(token.end, next.start).includes("\n");
};
