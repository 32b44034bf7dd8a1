import type { Finding, Question } from "./quiz.ts";
import { anyOf } from "./condition.ts";

/** Asked in every quiz, near the end, with the same words: how she holds on. */
export const holdingOn = {
  id: "moral",
  asks: "Et vous, comment tenez-vous ?",
  choices: [
    { id: "bien", says: "Plutôt bien" },
    { id: "lourd", says: "C’est lourd" },
    { id: "a-bout", says: "Je n’en peux plus" },
    { id: "en-finir", says: "Je pense à en finir", danger: "suicide" },
  ],
} as const satisfies Question;

export const holdingOnFinding = {
  id: "moral",
  when: anyOf(["moral", ["lourd", "a-bout", "en-finir"]]),
  shows: "Vous portez beaucoup",
  explains: "Tenir longtemps fatigue le corps et l’esprit. On peut vous écouter, et chercher avec vous de quoi souffler.",
  needs: ["mal_etre"],
  sheets: ["quand-tout-pese"],
} as const satisfies Finding;

/** The last question of every quiz: her own words, if she wishes. */
export const ownWords = {
  id: "mot",
  asks: "Voulez-vous ajouter un mot ?",
  hint: "Ce qui compte pour vous, comme vous le diriez. 500 signes au plus. Vous pouvez laisser vide.",
} as const satisfies Question;
