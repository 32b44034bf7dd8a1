import { z } from "zod";
import { summaryLength, summaryMaxLength } from "./summary.ts";
import { summaryWords } from "./summary.words.ts";

const words = summaryWords.fr;
const lines = z.array(z.string().trim().min(1).max(400, words.tooLong)).max(20, words.tooLong);

export const SummaryTextContract = z
  .object({
    lines: z.object({ asked: lines, agreed: lines, steps: lines, people: lines }),
    word: z.string().trim().max(800, words.tooLong),
  })
  .refine((summary) => summaryLength(summary) <= summaryMaxLength, words.tooLong);

/** What is shown: a first draft may still be too long, and says so only once it is to be kept. */
const shownLines = z.array(z.string());
export const SummaryShownTextContract = z.object({
  lines: z.object({ asked: shownLines, agreed: shownLines, steps: shownLines, people: shownLines }),
  word: z.string(),
});

/** Résumé, as it stands: what is kept, or a first draft; and what the facts would say today. */
export const SummaryContract = z.object({
  contactId: z.string(),
  personName: z.string(),
  isProtected: z.boolean(),
  /** 0 while nothing is kept. */
  version: z.int(),
  writtenAt: z.iso.datetime().optional(),
  writtenBy: z.string().optional(),
  sharedAt: z.iso.datetime().optional(),
  text: SummaryShownTextContract,
  draft: SummaryShownTextContract,
});
export type SummaryShown = z.infer<typeof SummaryContract>;

export const KeepSummaryContract = z.object({ text: SummaryTextContract, afterVersion: z.int().min(0).max(1_000_000) });
export const SummaryKeptContract = z.object({ version: z.int() });
export const ShareSummaryContract = z.object({ answer: z.enum(["yes", "no"]) });
export const summaryPurposes = ["handed", "post", "request"] as const;
