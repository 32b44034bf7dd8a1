import type { Analysis } from "#engines/words";
import { emotions, type Emotion } from "./emotion.ts";
import { suggestionsAtMost } from "./suggestion-limits.ts";
import { isNeedId, type NeedId } from "./taxonomy.ts";

/**
 * How sure the machine must be before it speaks of a need. The threshold that gives the best F1 weighs a miss and a false alarm alike; here a
 * wrong line costs one chord, and is never proposed again, but it also costs attention in the middle of a conversation. Measured by
 * `bench/words-notes.ts` on texts glued four by four, as notes are: at 0.5, 77 % of what is shown is right and 54 % of the needs are found;
 * at 0.3, 67 % and 64 %; without a limit, 62 % and 68 %. Two lines in three worth reading is what we ask.
 */
export const needConfidenceEnough = 0.3;

/** A mark on a word that one reads anyway: it stays away unless it is right more often than wrong. */
export const emotionConfidenceEnough = 0.5;

/** Besoin proposé : with the words that led to it, and where they stand in the notes. */
export interface NeedSuggested {
  readonly need: NeedId;
  readonly confidence: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** What is proposed of needs, best first: neither what is noted already nor what was set aside in this situation. */
export const needsToSuggest = (analysis: Pick<Analysis, "needs">, settled: ReadonlySet<string>): NeedSuggested[] =>
  analysis.needs
    .flatMap(({ id, ...found }) => (isNeedId(id) && !settled.has(id) ? [{ need: id, ...found }] : []))
    .filter((found) => found.confidence >= needConfidenceEnough)
    .toSorted((a, b) => b.confidence - a.confidence)
    .slice(0, suggestionsAtMost);

export interface EmotionSuggested {
  readonly emotion: Emotion;
  readonly confidence: number;
  readonly words: string;
}

/** What is proposed of emotions: never one that a human already noted. */
export const emotionsToSuggest = (analysis: Pick<Analysis, "emotions">, noted: ReadonlySet<string>): EmotionSuggested[] =>
  analysis.emotions.flatMap(({ id, confidence, words }) => {
    const emotion = emotions.find((each) => each === id);
    return emotion === undefined || noted.has(emotion) || confidence < emotionConfidenceEnough ? [] : [{ emotion, confidence, words }];
  });
