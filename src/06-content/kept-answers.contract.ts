import { z } from "zod";
import { needIds } from "#situation";

/** What is sealed of a quiz: the questions and answers as they were read, so that a quiz that changes later changes nothing of it. */
export const SaidContract = z.object({
  lines: z.array(z.object({ asked: z.string(), answered: z.string() })),
  word: z.string().optional(),
  /** What the quiz suggests to look at. Never needs by themselves. */
  toCheck: z.array(z.string()),
  /** Motives of a danger that her answers or her words told. */
  dangers: z.array(z.string()),
});
export type Said = z.infer<typeof SaidContract>;

/** Réponses gardées, as the desk reads them. */
export const KeptAnswersContract = z.object({
  kept: z.array(
    z.object({
      id: z.string(),
      quiz: z.string(),
      agreedAt: z.iso.datetime(),
      lines: SaidContract.shape.lines,
      word: z.string().optional(),
      toCheck: z.array(z.object({ need: z.enum(needIds), label: z.string() })),
      tellsDanger: z.boolean(),
    }),
  ),
});
export type KeptAnswersView = z.infer<typeof KeptAnswersContract>["kept"][number];

export const ForgottenContract = z.object({ done: z.literal(true) });
