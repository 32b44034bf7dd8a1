import { z } from "zod";
import { emotions } from "./emotion.ts";
import { fragilities } from "./fragility.ts";
import { domainStates } from "./grid.ts";
import { needIds, themeIds } from "./taxonomy.ts";
import { urgencyMotives } from "./urgency.ts";

export const SaidFactContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("need"), need: z.enum(needIds) }),
  z.object({ kind: z.literal("tour"), domain: z.enum(themeIds), state: z.enum(domainStates) }),
  z.object({ kind: z.literal("urgency"), motive: z.enum(urgencyMotives) }),
  z.object({ kind: z.literal("emotion"), emotion: z.enum(emotions), intensity: z.literal([1, 2, 3]) }),
]);

/** Ce qui fragilise : each line with the facts said, and what humans said of it. */
export const FragilitiesContract = z.object({
  lines: z.array(
    z.object({
      fragility: z.enum(fragilities),
      state: z.enum(["to-confirm", "confirmed", "removed"]),
      facts: z.array(SaidFactContract),
      history: z.array(
        z.object({ verdict: z.enum(["confirmed", "removed"]), at: z.iso.datetime(), by: z.string(), facts: z.array(SaidFactContract) }),
      ),
    }),
  ),
});
export type FragilityShown = z.infer<typeof FragilitiesContract>["lines"][number];

export const JudgeFragilityContract = z.object({ fragility: z.enum(fragilities), verdict: z.enum(["confirmed", "removed"]) });
