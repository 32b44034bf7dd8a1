import { situationWords } from "./situation.words.ts";

export const emotions = [
  "peur",
  "colere",
  "frustration",
  "tristesse",
  "honte",
  "epuisement",
  "desarroi",
  "injustice",
  "soulagement",
  "espoir",
] as const;
/** Émotion : what a human heard in the voice, never a score of the person. */
export type Emotion = (typeof emotions)[number];

/** 1 a little, 2 a lot, 3 overwhelming. */
export type Intensity = 1 | 2 | 3;

/** How an emotion is named on screens. */
export const emotionLabel = (emotion: Emotion, language: "fr" | "en" = "fr"): string => situationWords[language].emotions[emotion];

/** What a press does: off, a little, a lot, overwhelming, then off again. */
export const afterPress = (level: 0 | Intensity): 0 | Intensity => (({ 0: 1, 1: 2, 2: 3, 3: 0 }) as const)[level];
