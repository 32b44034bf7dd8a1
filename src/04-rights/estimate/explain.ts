import { estimate, type RightId } from "#engines/rules";
import type { Month } from "#engines/calendar";
import type { Facts } from "../facts/fact.ts";
import { shownRight } from "./estimate.ts";
import { readFacts } from "./read-household.ts";
import type { RightExplained } from "./rights.contract.ts";

/** Expliquer un droit : its steps, for the household as it most probably is. Undefined while the answers do not fit together. */
export const explainRight = (facts: Facts, right: RightId, month: Month): RightExplained | undefined => {
  const { household } = readFacts(facts, month);
  if (household === undefined) return undefined;
  const estimated = estimate(household);
  const { trace, doubts } = estimated.rights[right];
  return {
    right,
    shown: shownRight(right, estimated, facts, month),
    amountCents: trace.reduce((sum, { adds }) => sum + (adds ?? 0), 0),
    steps: trace.map(({ label, value, unit, source, scaleDate, adds }) => ({
      label,
      value,
      unit,
      source,
      scaleDate,
      addsCents: adds ?? null,
    })),
    departures: doubts
      .filter(({ kind }) => kind === "departs-from-law")
      .map(({ reason, document }) => ({ reason, document: document ?? null })),
  };
};
