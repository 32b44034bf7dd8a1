import type { StepWords } from "./trace.ts";

/** What every trace may say at its end. */
export const closingWords: StepWords = { label: "arrondi au centime", law: "somme des étapes" };
