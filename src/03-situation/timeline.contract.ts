import { z } from "zod";
import { themeIds } from "./taxonomy.ts";
import { timelineMarks } from "./timeline.ts";

const Both = z.object({ fr: z.string(), en: z.string() });

/** The timeline of a person's file, with what is open now. */
export const TimelineContract = z.object({
  open: z.array(
    z.object({
      situationId: z.string(),
      nextAction: z.object({ what: z.string(), at: z.iso.datetime(), owner: z.string() }).optional(),
      needs: z.array(z.object({ label: z.string(), theme: z.enum(themeIds), told: z.enum(["untold", "agreed", "declined"]) })),
      urgency: z.literal([0, 1, 2, 3]),
    }),
  ),
  entries: z.array(
    z.object({
      at: z.iso.datetime(),
      mark: z.enum(timelineMarks),
      sentence: Both,
      by: z.string().optional(),
      theme: z.enum(themeIds).optional(),
      link: z.string().optional(),
    }),
  ),
});
export type TimelineShown = z.infer<typeof TimelineContract>;
