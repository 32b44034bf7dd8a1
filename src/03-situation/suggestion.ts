import type { Analysis } from "#engines/words";
import { emotions, type Emotion } from "./emotion.ts";
import { suggestionsAtMost } from "./suggestion-limits.ts";
import { isNeedId, type NeedId } from "./taxonomy.ts";

/**
 * How sure the machine must be before it speaks. The threshold that gives the best F1 lets in much more, because it weighs a miss and a false
 * alarm alike. Here a miss costs little, the human listens too; a wrong line costs attention in the middle of a conversation. At 0.5 what is
 * shown is right more often than wrong.
 */
export const confidenceEnough = 0.5;

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
    .filter((found) => found.confidence >= confidenceEnough)
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
    return emotion === undefined || noted.has(emotion) || confidence < confidenceEnough ? [] : [{ emotion, confidence, words }];
  });
