import type { Analysis, Suggestion } from "#engines/words";
import { urgencyMotives, type UrgencyLevel, type UrgencyMotive } from "./urgency.ts";

/** Reasons that speak of a life or of a body. Beside them, those that only make a matter urgent are left out of the question. */
const graveMotives: readonly UrgencyMotive[] = ["suicide", "violence", "danger_enfant", "danger_vulnerable", "sante_vitale", "rue"];

/** Danger lu dans des notes : a level, and each reason with the words as they were written. It only asks; a human answers. */
export interface DangerTold {
  readonly level: UrgencyLevel;
  readonly confidence: number;
  readonly motives: readonly { readonly motive: UrgencyMotive; readonly words: string }[];
  /** Pairs of words that told it: a danger answered no is known again by them. */
  readonly pairs: readonly string[];
}

/** What the machine reads of danger in a text. */
export const dangerTold = (text: string, analysis: Pick<Analysis, "urgency" | "motives">): DangerTold => {
  const known = analysis.motives.flatMap((found) => {
    const motive = urgencyMotives.find((each) => each === found.id);
    return motive === undefined ? [] : [{ ...found, motive }];
  });
  const grave = known.filter(({ motive }) => graveMotives.includes(motive));
  const telling = grave.length > 0 ? grave : known;
  return {
    level: analysis.urgency,
    confidence: Math.max(0, ...telling.map((found: Suggestion) => found.confidence)),
    motives: telling.map(({ motive, start, end }) => ({
      motive,
      words: excerptOf(text, start, end),
    })),
    pairs: [...new Set(telling.flatMap(({ start, end }) => pairsIn(text, start, end)))],
  };
};

/**
 * Each word with the one before it in its sentence, without capitals nor accents. The word after does not count: a sentence that goes on
 * after it was answered tells nothing new by itself.
 */
export const pairsIn = (text: string, start = 0, end = text.length): string[] => {
  const pairs: string[] = [];
  let before = "";
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}]+|[.!?\n]/gu)) {
    if (index >= end) break;
    if (/^[.!?\n]$/.test(found)) {
      before = "";
      continue;
    }
    const word = plain(found);
    if (index + found.length > start) pairs.push(`${before} ${word}`);
    before = word;
  }
  return pairs;
};

const plain = (word: string): string => word.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();

const aroundAtMost = 90;

/**
 * The sentence in which words stand, as it was written; a very long one is cut between two words. Two lines stay two lines: the words of a no
 * are known again by it (`pairsIn`).
 */
export const excerptOf = (text: string, start: number, end: number): string => {
  const before = /[^.!?\n]*$/.exec(text.slice(0, start))?.[0] ?? "";
  const after = /^[^.!?\n]*/.exec(text.slice(end))?.[0] ?? "";
  const from = before.length > aroundAtMost ? before.slice(-aroundAtMost).replace(/^\S*\s/, "") : before;
  const to = after.length > aroundAtMost ? after.slice(0, aroundAtMost).replace(/\s\S*$/, "") : after;
  return `${from}${text.slice(start, end)}${to}`
    .replaceAll(/\s*\n\s*/g, "\n")
    .replaceAll(/[^\S\n]+/g, " ")
    .replaceAll(/^[\s«»"“”]+|[\s«»"“”]+$/g, "");
};

/** Whether something tells a danger that nobody has answered yet in this situation. */
export const hasNewWords = (pairs: readonly string[], answered: ReadonlySet<string>): boolean =>
  pairs.length === 0 || pairs.some((pair) => !answered.has(pair));
