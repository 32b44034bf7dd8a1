import { coverWords, explain, inEuros, rightIds, stateWords, stepResult, type PartialHousehold, type RightId } from "#engines/rules";
import { CommandRefused, type Command } from "./command.ts";
import { givenHouseholds, jsonWholeOrLines } from "./rights-lines.ts";

/** Explains one right of a household: the steps, their figures, their articles, and where the computation departs from the law. */
export const rightsExplain: Command = {
  name: "rights explain",
  summary:
    "Explique le calcul d’un droit, étape par étape. Un ménage en entrée ({id, menage} ou le ménage seul), sur une ligne ou plusieurs.",
  arguments: "",
  options: [{ name: "right", value: "DROIT", help: `le droit à expliquer : ${rightIds.join(", ")}`, isRequired: true }],
  examples: ["rights explain --right rsa < menage.json"],
  run: async (run) => {
    const right = rightIds.find((id) => id === run.options["right"]);
    if (right === undefined)
      throw new CommandRefused(`Le droit « ${run.options["right"] ?? ""} » n’existe pas. Les droits : ${rightIds.join(", ")}.`);
    let explained = 0;
    for await (const { id, household } of givenHouseholds(jsonWholeOrLines(run))) {
      run.print(JSON.stringify({ ...(id === undefined ? {} : { id }), ...explanationOf(household, right) }));
      explained += 1;
    }
    if (explained === 0) throw new CommandRefused("Donnez un ménage sur l’entrée standard.");
  },
};

const explanationOf = (household: PartialHousehold, right: RightId) => {
  const { answer, state, doubts, departures } = explain(household, right);
  return {
    right,
    amount: inEuros(answer.amountCents),
    steps: answer.trace.map(stepResult),
    period: answer.period,
    eligible: answer.isEligible,
    state: stateWords[state],
    ...(answer.health === undefined ? {} : { health: coverWords[answer.health], monthlyCost: inEuros(answer.healthCostCents ?? 0) }),
    ...(answer.housing === undefined ? {} : { type: answer.housing }),
    doubts: doubts,
    departures,
  };
};
