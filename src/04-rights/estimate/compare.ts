import type { Day, Month } from "#engines/calendar";
import { centsFromWritten } from "#ground";
import type { Facts } from "../facts/fact.ts";
import { changeFacts, type Change } from "./change.ts";
import { estimateFacts } from "./estimate.ts";
import { estimateWords } from "./estimate.words.ts";
import type { ComparedShown } from "./rights.contract.ts";

const words = estimateWords.fr;

export type Compared =
  | { readonly kind: "compared"; readonly shown: ComparedShown }
  | { readonly kind: "refused"; readonly field: string; readonly sentence: string };

/** Comparer : each right today, and after a change of life. What is supposed for the change is said. */
export const compareFacts = (
  facts: Facts,
  asked: { readonly change: Change; readonly wage?: string | undefined },
  month: Month,
  on: Day,
): Compared => {
  const after = changeFacts(facts, asked.change, month, asked.wage === undefined ? undefined : centsFromWritten(asked.wage));
  if (after.kind === "not-possible")
    return {
      kind: "refused",
      field: after.because === "wage" ? "wage" : "change",
      sentence: after.because === "wage" ? words.refusals.wage : words.changeRefusals[after.because],
    };
  const [now, then] = [estimateFacts(facts, month, on), estimateFacts(after.facts, month, on)];
  return {
    kind: "compared",
    shown: {
      change: asked.change,
      assumptions: [words.changeAssumptions[asked.change], ...then.assumptions.filter((sentence) => !now.assumptions.includes(sentence))],
      rights: now.rights.flatMap((before) => {
        const changed = then.rights.find(({ right }) => right === before.right);
        return changed ? [{ right: before.right, before, after: changed }] : [];
      }),
    },
  };
};
