import type { Token } from "./token.ts";

/** About one spoken turn: the models learned on such texts, and read them best whole. */
const oneTurn = 60;
/** Beyond, notes tell several things one after the other: read closer, each stands out. At 60, one need in eight was lost beside its neighbours. */
const longestPassage = 40;

/**
 * Passages : a text as the models read it, a few sentences at a time. What was learned on short texts stays true in half an hour of notes.
 * @param closest no passage longer than this, when a text is read again closer
 * @returns runs of tokens, each `[from, to)`; a text of sixty words is one passage
 */
export const passagesOf = (tokens: readonly Token[], text: string, closest?: number): readonly (readonly [number, number])[] => {
  const longest = closest ?? (tokens.length <= oneTurn ? oneTurn : longestPassage);
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
