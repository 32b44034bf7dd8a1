import type { Analysis } from "#engines/words";
import { joinReadings } from "./joined-reading.ts";
import type { LanguageModel, ModelFailure } from "./language-model.source.ts";

/** Lecture d’un texte : what was found in a text, and by whom. */
export interface TextReading {
  /** The house alone, a model outside of it, or the house because the model gave nothing. */
  readonly path: "house" | "plug-in" | "fallback";
  /** Of a fallback only. */
  readonly because?: ModelFailure;
  /** Who read: version of the model of the house, or name of the one outside. */
  readonly model: string;
  readonly analysis: Analysis;
}

/**
 * Gives a text that the house has read to a model outside of it, if one is set. A text in another language, or without a word, is not
 * sent: there is nothing to ask.
 * @param house.model version of the model that made the analysis
 */
export const readAgain = async (
  house: { readonly analysis: Analysis; readonly model: string },
  plugIn: LanguageModel | undefined,
  text: string,
): Promise<TextReading> => {
  const { analysis } = house;
  if (!plugIn || analysis.language === "other" || text.trim() === "") return { path: "house", ...house };
  const answer = await plugIn.read(analysis.masked.text);
  if (answer.kind !== "read") return { path: "fallback", because: answer.kind, ...house };
  const joined = joinReadings(analysis, answer.reading, text);
  return joined ? { path: "plug-in", model: plugIn.name, analysis: joined } : { path: "fallback", because: "broken", ...house };
};
