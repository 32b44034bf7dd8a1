import { z } from "zod";
import { directoryWords } from "../record/directory.words.ts";

const words = directoryWords.fr.report;

export const errorReasons = ["hours", "phone", "zone", "closed", "conditions", "other"] as const;

/** Signalement d'erreur, as the form sends it. The key makes one report of a form sent twice. */
export const ErrorReportContract = z
  .object({
    motif: z.enum(errorReasons, words.missing),
    precision: z
      .string()
      .default("")
      .transform((text) => text.trim().replace(/\s+/g, " "))
      .refine((text) => text.length <= 500, words.tooLong),
    cle: z.uuid().optional().catch(undefined),
  })
  .refine((report) => report.motif !== "other" || report.precision !== "", { path: ["precision"], message: words.otherNeedsWords });
export type ErrorReport = z.infer<typeof ErrorReportContract>;

/** Signalements à régler : what someone saw wrong on a service, the oldest first. */
export const ErrorReportsContract = z.array(
  z.object({
    id: z.uuid(),
    serviceId: z.uuid(),
    serviceName: z.string(),
    structureName: z.string(),
    sourceName: z.string(),
    sourceUrl: z.string().optional(),
    reason: z.enum(errorReasons),
    details: z.string().optional(),
    from: z.enum(["staff", "public"]),
    reportedAt: z.iso.datetime(),
  }),
);
export type ErrorReportShown = z.infer<typeof ErrorReportsContract>[number];

/** What became of a report. */
export const settlements = ["corrected", "unfounded"] as const;
export const SettleContract = z.object({ as: z.enum(settlements, words.missing) });
