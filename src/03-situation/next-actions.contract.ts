import { z } from "zod";
import { urgencyLevels } from "./urgency.ts";

/** Prochaines actions : whose are asked for. Mine, unless said otherwise. */
export const NextActionsAskedContract = z.object({ owner: z.enum(["me", "all"]).default("me") });

/** What was promised and is due by tonight, the earliest first. */
export const NextActionsContract = z.array(
  z.object({
    situationId: z.string(),
    commissionerId: z.string(),
    personId: z.string(),
    personName: z.string(),
    what: z.string(),
    at: z.iso.datetime(),
    ownerName: z.string(),
    isMine: z.boolean(),
    urgency: z.literal(urgencyLevels),
  }),
);
export type NextActionDue = z.infer<typeof NextActionsContract>[number];
