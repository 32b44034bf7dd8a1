import { z } from "zod";

export const messageAnswers = ["oui", "non", "ne-sais-pas"] as const;
export type MessageAnswer = (typeof messageAnswers)[number];

/** Réponses déjà données, that travel from page to page in a hidden field (signed-answers.http.ts). */
export const AnswersContract = z.object({
  slot: z.iso.datetime().optional(),
  phone: z.string().max(20).optional(),
  firstName: z.string().max(80).optional(),
  commune: z.object({ code: z.string().max(5), name: z.string().max(100) }).optional(),
  message: z.enum(messageAnswers).optional(),
  /** What she brings from another page, as that page signed it. */
  enclosed: z.string().max(8000).optional(),
});
export type CallbackAnswers = Readonly<z.infer<typeof AnswersContract>>;
