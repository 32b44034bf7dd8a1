import { inEuros, nextQuestions } from "#engines/rules";
import type { Command } from "./command.ts";
import { givenHouseholds, jsonLines } from "./rights-lines.ts";

/** Orders what is unknown of each household by how much it could change its rights. */
export const rightsNextQuestion: Command = {
  name: "rights next-question",
  summary:
    "Dit, pour des ménages où null veut dire « inconnu », quelle question changerait le plus leurs droits, en euros par mois. JSON par ligne.",
  arguments: "",
  options: [],
  examples: ["rights next-question < menages.jsonl"],
  run: async (run) => {
    for await (const { id, household } of givenHouseholds(jsonLines(run))) {
      const questions = nextQuestions(household).map(({ field, couldChangeCents }) => ({
        field,
        couldChange: inEuros(couldChangeCents),
      }));
      run.print(JSON.stringify({ ...(id === undefined ? {} : { id }), questions }));
    }
  },
};
