import { z } from "zod";
import { directoryWords } from "./directory.words.ts";

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
