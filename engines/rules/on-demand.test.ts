import fc from "fast-check";
import { expect, test } from "vitest";
import { drawFrom } from "#engines/chance";
import { evaluate, knownScales, rightIds } from "./index.ts";
import { rightsOnDemand } from "./on-demand.ts";
import { sampleHousehold } from "./sample-household.ts";

test("one right asked alone is the right that all sixteen would give", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 31 }), fc.constantFrom("2025-03" as const, "2026-05" as const), (seed, month) => {
      const household = sampleHousehold(drawFrom(seed), month);
      const answers = evaluate(household);
      for (const right of rightIds) {
        const { amountCents, period, isEligible, health, healthCostCents } = answers[right];
        const quick = rightsOnDemand(household, knownScales)(right);
        expect(quick).toEqual({ right, amountCents, period, isEligible, ...(health === undefined ? {} : { health, healthCostCents }) });
      }
    }),
    { numRuns: 300 },
  );
});
