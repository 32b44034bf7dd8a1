import { z } from "zod";

export const GapRecordedContract = z.object({ gapId: z.uuid(), timesIn30Days: z.number(), isNewReport: z.boolean() });
export const GapContract = z.object({
  id: z.uuid(),
  commissionerId: z.uuid(),
  need: z.string(),
  communeCode: z.string(),
  communeName: z.string(),
  radiusMeters: z.number(),
  status: z.enum(["open", "reported", "resolved"]),
  openedAt: z.iso.datetime(),
  reportedAt: z.iso.datetime().optional(),
  reportedTo: z.string().optional(),
  timesIn30Days: z.number(),
  timesInAll: z.number(),
  nearestMeters: z.number().optional(),
});
export const GapsContract = z.array(GapContract);
