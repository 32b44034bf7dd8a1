import { resultOf } from "#engines/rules";
import { CommandRefused, type Command } from "./command.ts";
import { givenOf, jsonLines } from "./rights-lines.ts";

/** Computes the sixteen rights of each household. One that is refused has its line too, with the sentence that says why; the others go on. */
export const rightsEvaluate: Command = {
  name: "rights evaluate",
  summary:
    "Calcule les seize droits de ménages. JSON par ligne : {id, menage} en entrée, {id, resultat} en sortie, {id, erreur} pour un ménage refusé.",
  arguments: "",
  options: [],
  examples: ["rights evaluate < menages.jsonl > droits.jsonl"],
  run: async (run) => {
    const refusals: CommandRefused[] = [];
    for await (const line of jsonLines(run)) {
      try {
        const { id, household } = givenOf(line);
        run.print(JSON.stringify({ id, resultat: resultOf(household) }));
      } catch (refusal) {
        if (!(refusal instanceof CommandRefused)) throw refusal;
        // The first one ends the command, once the other households have their answers.
        if (refusals.push(refusal) > 1) run.say(refusal.message);
        const { json } = line;
        run.print(JSON.stringify({ ...(isNamed(json) ? { id: json.id } : {}), erreur: refusal.message }));
      }
    }
    if (refusals[0]) throw refusals[0];
  },
};

const isNamed = (json: unknown): json is { readonly id: unknown } => typeof json === "object" && json !== null && "id" in json;
