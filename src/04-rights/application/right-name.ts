import { rightWords } from "../estimate/right.words.ts";
import type { RightAsked } from "./application.ts";

/** Nom d'un droit suivi : long by default, short for a line of the desk. What somebody named herself keeps its name in any language. */
export const nameOfRight = (asked: RightAsked, language: "fr" | "en", size: "name" | "short" = "name"): string =>
  asked.kind === "computed" ? rightWords[language][asked.right][size] : asked.label;
