import { drawFrom } from "#engines/chance";
import { commonTraitsOf } from "./common-traits.ts";
import { featuresOf, type Features } from "./features.ts";
import type { LabelledText } from "./labelled-text.ts";
import type { Lexicon } from "./lexicon.ts";
import { learnSeparator, scoreOf, type LearningSettings, type Separator } from "./linear-learning.ts";
import { fields, packModel, type Field, type Label, type Measure, type ModelCard, type WordsModel } from "./model.ts";
import { maskedTokens } from "./masked-tokens.ts";
import { boundedScore, learnSecondReading, readAgain } from "./second-reading.ts";
import { themesHeardWithNeeds } from "./themes.ts";
import { traitsMark } from "./traits-mark.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What training reports: where it stands, for whoever waits. */
export type Progress = (done: number, of: number) => void;

export interface Lesson {
  readonly texts: readonly LabelledText[];
  readonly lexicon: Lexicon;
  readonly vocabulary: Vocabulary;
  readonly card: ModelCard;
  readonly progress?: Progress;
}

const learning: Omit<LearningSettings, "seed" | "size"> = { cost: 1, positiveCost: 2, rounds: 12 };
/** Each text is judged once by machines that have not read it. */
const parts = 4;

/** Apprendre : one linear machine a label, then thresholds and confidence measured on texts left aside in turn. The same lesson gives the same model. */
export const trainModel = (lesson: Lesson): WordsModel => {
  const { texts, vocabulary, card } = lesson;
  const { rows, places } = commonTraitsOf(texts.map((text) => featuresOf(maskedTokens(text.text, text.entities), lesson.lexicon)));
  const labels = labelsOf(vocabulary);
  const total = labels.length * (parts + 1);
  let done = 0;
  const learn = (label: Label, among: readonly number[]): Separator => {
    const separator = learnSeparator(
      among.map((row) => rows[row] as Features),
      (index) => carries(texts[among[index] as number] as LabelledText, label, vocabulary),
      { ...learning, seed: card.seed, size: places.length },
    );
    done += 1;
    lesson.progress?.(done, total);
    return separator;
  };
  const part = partsOf(texts.length, card.seed);
  const held = labels.map((label) => {
    const scores = new Float64Array(texts.length);
    for (let which = 0; which < parts; which++) {
      const separator = learn(
        label,
        [...part.keys()].filter((row) => part[row] !== which),
      );
      for (const [row, features] of rows.entries()) if (part[row] === which) scores[row] = scoreOf(separator, features);
    }
    return scores;
  });
  const bounded = texts.map((_, row) => Float32Array.from(held, (scores) => boundedScore(scores[row] as number)));
  const truths = texts.map((text) => Uint8Array.from(labels, (label) => (carries(text, label, vocabulary) ? 1 : 0)));
  const isLabelled = (row: number, label: number): boolean => truths[row]?.[label] === 1;
  const second = learnSecondReading(bounded, isLabelled, labels.length, card.seed);
  const heard = themesHeardWithNeeds(labels, vocabulary);
  const odds = bounded.map((scores) => heard(readAgain(second, scores)));
  const everything = [...texts.keys()];
  return packModel({
    card: { ...card, traits: traitsMark(lesson.lexicon) },
    labels,
    places,
    separators: labels.map((label) => learn(label, everything)),
    second,
    measures: Object.fromEntries(fields.map((field) => [field, measureOf(field, labels, odds, isLabelled)])) as Record<Field, Measure>,
    urgencyThresholds: [1, 2, 3].map((level) => urgencyThreshold(level, labels, odds, texts)) as [number, number, number],
  });
};

/** Every label that a vocabulary knows, in a fixed order. */
export const labelsOf = (vocabulary: Vocabulary): Label[] => [
  ...Object.keys(vocabulary.themeOfNeed).map((id) => ({ field: "needs", id }) as const),
  ...[...new Set(Object.values(vocabulary.themeOfNeed))].map((id) => ({ field: "themes", id }) as const),
  ...vocabulary.emotions.map((id) => ({ field: "emotions", id }) as const),
  ...vocabulary.fragilities.map((id) => ({ field: "fragilities", id }) as const),
  ...vocabulary.motives.map((id) => ({ field: "motives", id }) as const),
  ...["1", "2", "3"].map((id) => ({ field: "urgency", id }) as const),
];

/** Whether a human found this label in this text. */
export const carries = (text: LabelledText, { field, id }: Label, vocabulary: Vocabulary): boolean => {
  if (field === "urgency") return text.urgency >= Number(id);
  if (field === "themes") return text.needs.some((need) => vocabulary.themeOfNeed[need] === id);
  return text[field].includes(id);
};

const partsOf = (count: number, seed: number): Int8Array => {
  const draw = drawFrom(seed);
  return Int8Array.from({ length: count }, () => Math.floor(draw() * parts));
};

/** The threshold that agrees best with the humans (micro F1). */
const measureOf = (
  field: Field,
  labels: readonly Label[],
  odds: readonly Float32Array[],
  isLabelled: (row: number, label: number) => boolean,
): Measure => {
  const own = [...labels.keys()].filter((index) => labels[index]?.field === field);
  let best = { threshold: 0, keepsBest: false, f1: -1 };
  for (const keepsBest of [false, true])
    for (let threshold = -3; threshold <= 2; threshold += 0.05) {
      let [right, wrong, missed] = [0, 0, 0];
      for (const [row, scores] of odds.entries()) {
        const top = keepsBest ? Math.max(...own.map((index) => scores[index] as number)) : Infinity;
        for (const index of own) {
          const score = scores[index] as number;
          const isFound = score >= threshold || score === top;
          const isThere = isLabelled(row, index);
          if (isFound && isThere) right += 1;
          else if (isFound) wrong += 1;
          else if (isThere) missed += 1;
        }
      }
      const f1 = (2 * right) / Math.max(1, 2 * right + wrong + missed);
      if (f1 > best.f1) best = { threshold, keepsBest, f1 };
    }
  return { threshold: best.threshold, keepsBest: best.keepsBest };
};

/** A danger missed costs more than one asked about for nothing: at level 3 recall counts twice (F2), as much as precision at the others. */
const urgencyThreshold = (
  level: number,
  labels: readonly Label[],
  odds: readonly Float32Array[],
  texts: readonly LabelledText[],
): number => {
  const index = labels.findIndex((label) => label.field === "urgency" && label.id === String(level));
  const beta = level === 3 ? 4 : 1;
  let best = { threshold: 0, f: -1 };
  for (let threshold = -3; threshold <= 2; threshold += 0.05) {
    let [right, wrong, missed] = [0, 0, 0];
    for (const [row, text] of texts.entries()) {
      const isThere = text.urgency >= level;
      const isFound = ((odds[row] as Float32Array)[index] as number) >= threshold;
      if (isFound && isThere) right += 1;
      else if (isFound) wrong += 1;
      else if (isThere) missed += 1;
    }
    const f = ((1 + beta) * right) / Math.max(1, (1 + beta) * right + beta * missed + wrong);
    if (f > best.f) best = { threshold, f };
  }
  return best.threshold;
};
