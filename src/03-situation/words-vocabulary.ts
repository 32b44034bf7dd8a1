import type { Vocabulary } from "#engines/words";
import { emotions } from "./emotion.ts";
import { fragilities } from "./fragility.ts";
import { taxonomyVersion, themes } from "./taxonomy.ts";
import { urgencyMotives } from "./urgency.ts";

/** What the engine of words may say of a text: our taxonomy, and nothing else. */
export const wordsVocabulary: Vocabulary = {
  taxonomyVersion,
  themeOfNeed: Object.fromEntries(themes.flatMap((theme) => theme.needs.map((need) => [need.id, theme.id]))),
  emotions,
  motives: urgencyMotives,
  fragilities,
};
