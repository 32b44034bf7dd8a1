import type { Analysis, Suggestion } from "#engines/words";
import type { Found, ModelReading } from "./language-model.contract.ts";
import { placeFinder, type Place } from "./masked-place.ts";
import { isNeedId, themeOf } from "./taxonomy.ts";

/**
 * Lecture jointe : what a model outside the house read, once each suggestion is found in the text, beside what the house read.
 * Whatever the text orders, a model may only raise the question of danger, never lower it: the level is the higher of the two, and
 * what the house heard of danger stays. Nothing that the model wrote goes further: identifiers are ours, words are cut from the text.
 * @returns undefined when the model gave reasons and none of them stands in the text: such an answer is not one
 */
export const joinReadings = (house: Analysis, reading: ModelReading, text: string): Analysis | undefined => {
  const find = placeFinder(text, house.masked);
  const standing = (found: readonly Found[], known: readonly Suggestion[]): Suggestion[] =>
    unique(found.flatMap(({ id, words }) => suggestion(id, find(words), known, text)));
  const motives = standing(reading.motives, house.motives);
  const needs = standing(reading.needs, house.needs);
  const emotions = standing(reading.emotions, house.emotions);
  const fragilities = standing(reading.fragilities, house.fragilities);
  const given = reading.motives.length + reading.needs.length + reading.emotions.length + reading.fragilities.length;
  if (given > 0 && motives.length + needs.length + emotions.length + fragilities.length === 0) return undefined;
  // A level that no words of the text explain is not one: nobody could answer the question, nor know it again.
  const raised = motives.length > 0 || reading.urgency < 2 ? reading.urgency : 1;
  const urgency = raised > house.urgency ? raised : house.urgency;
  // A text may order « aucun besoin »: silence of the model does not efface what the house found.
  const keptNeeds = needs.length > 0 ? needs : house.needs;
  return {
    ...house,
    urgency,
    motives: urgency >= 2 ? unique([...motives, ...house.motives]) : [],
    needs: keptNeeds,
    themes: needs.length > 0 ? [...new Set(needs.flatMap(({ id }) => (isNeedId(id) ? [themeOf(id)] : [])))] : house.themes,
    emotions,
    fragilities: unique([...fragilities, ...house.fragilities.filter(({ id }) => ofDanger.includes(id))]),
  };
};

const ofDanger: readonly string[] = ["violences", "risque_suicidaire"];

/** A model has no measured sureness: what it says of its own is worth nothing. The house's is taken when it found the same. */
const unmeasured = 0.6;

const suggestion = (id: string, place: Place | undefined, known: readonly Suggestion[], text: string): Suggestion[] => {
  if (!place) return [];
  const confidence = Math.max(unmeasured, known.find((each) => each.id === id)?.confidence ?? 0);
  return [{ id, confidence, words: text.slice(place.start, place.end), ...place }];
};

const unique = (suggestions: readonly Suggestion[]): Suggestion[] =>
  suggestions.filter(({ id }, at) => suggestions.findIndex((each) => each.id === id) === at);
