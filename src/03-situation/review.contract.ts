import { z } from "zod";
import { reviewWords } from "./review.words.ts";

const words = reviewWords.fr.refusals;

/** What may be marked as a leak: the kinds that the masking knows, in the order in which they are offered. */
export const leakTypes = ["NOM", "TEL", "EMAIL", "ADRESSE", "ENTREPRISE", "DATE_NAISSANCE", "NIR", "IBAN", "IDENTIFIANT"] as const;
export type LeakType = (typeof leakTypes)[number];

const ReviewedTextContract = z.object({
  id: z.string(),
  place: z.int(),
  text: z.string(),
  isReviewed: z.boolean(),
  leaks: z.array(z.object({ id: z.string(), type: z.enum(leakTypes), mayUndo: z.boolean() })),
});
export type ReviewedText = z.infer<typeof ReviewedTextContract>;

const VerdictCountContract = z.object({
  month: z.string(),
  kind: z.enum(["need", "emotion", "danger"]),
  verdict: z.enum(["kept", "refused", "added", "withdrawn"]),
  count: z.int(),
});
export type VerdictCountShown = z.infer<typeof VerdictCountContract>;

/** The sheet of this week, and what corrections told in the last months. */
export const ReviewContract = z.object({
  week: z.iso.date(),
  texts: z.array(ReviewedTextContract),
  verdicts: z.array(VerdictCountContract),
});
export type ReviewShown = z.infer<typeof ReviewContract>;

export const ReviewAskedContract = z.object({ commissionerId: z.string() });
export const SettleReviewContract = z.object({ isReviewed: z.boolean() });
export const MarkLeakContract = z.object({
  segment: z.string({ error: words.noSegment }).min(1, words.noSegment).max(2_000, words["too-long"]),
  type: z.enum(leakTypes, { error: words.noType }),
});
export const LeakMarkedContract = z.object({ leakId: z.string(), texts: z.int() });
export const LeakTakenBackContract = z.object({ restored: z.int(), kept: z.int() });
