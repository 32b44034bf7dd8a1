import { resultOf } from "#engines/rules";
import type { Command } from "./command.ts";
import { givenHouseholds, jsonLines } from "./rights-lines.ts";

/** Computes the sixteen rights of each household. */
export const rightsEvaluate: Command = {
  name: "rights evaluate",
  summary: "Calcule les seize droits de ménages. JSON par ligne : {id, menage} en entrée, {id, resultat} en sortie.",
  arguments: "",
  options: [],
  examples: ["rights evaluate < menages.jsonl > droits.jsonl"],
  run: async (run) => {
    for await (const { id, household } of givenHouseholds(jsonLines(run))) run.print(JSON.stringify({ id, resultat: resultOf(household) }));
  },
};
