import { words } from "#situation/server";
import type { Command } from "./command.ts";
import { askedLines, shownAnalysis } from "./words-lines.ts";

/** Reads texts as the desk does. */
export const wordsAnalyse: Command = {
  name: "words analyse",
  summary: "Lit des textes : masque, puis propose besoins, émotions, urgence et fragilités. JSON par ligne en entrée et en sortie.",
  arguments: "",
  options: [],
  examples: ["words analyse < textes.jsonl > lus.jsonl"],
  run: async (run) => {
    const { analyse } = words();
    for await (const { id, text, names } of askedLines(run)) run.print(JSON.stringify(shownAnalysis(id, analyse(text, { names }))));
  },
};
