import { wordsMasker } from "#situation/server";
import type { Command } from "./command.ts";
import { askedLines, shownMasked } from "./words-lines.ts";

/** Hides who is named. */
export const wordsMask: Command = {
  name: "words mask",
  summary: "Masque noms, téléphones, adresses et numéros. JSON par ligne en entrée et en sortie.",
  arguments: "",
  options: [],
  examples: ["words mask < textes.jsonl > masques.jsonl"],
  run: async (run) => {
    const mask = wordsMasker();
    for await (const { id, text, names } of askedLines(run)) run.print(JSON.stringify(shownMasked(id, mask(text, { names }))));
  },
};
