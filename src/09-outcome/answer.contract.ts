import { z } from "zod";
import { deliveredAnswers } from "./outcome.ts";
import { outcomeWords } from "./outcome.words.ts";

const words = outcomeWords.fr;
const key = z.string(words.page.again).min(8, words.page.again).max(100, words.page.again);

/** The person's answer: one button, one answer. */
export const PersonAnswerContract = z.object({ cle: key, reponse: z.enum(deliveredAnswers, words.page.choose) });
/** How it went, from 1 to 4. */
export const SatisfactionContract = z.object({ cle: key, satisfaction: z.enum(["1", "2", "3", "4"], words.page.choose).transform(Number) });

/** The provider's answer: a few words when it was not done, or only in part. */
export const ProviderAnswerContract = z
  .object({
    cle: key,
    resultat: z.enum(deliveredAnswers, words.provider.choose),
    motif: z
      .string()
      .default("")
      .transform((text) => text.trim()),
  })
  .superRefine((form, context) => {
    if (form.resultat !== "yes" && form.motif === "") context.addIssue({ code: "custom", path: ["motif"], message: words.provider.reason });
    if (form.motif.length > 300) context.addIssue({ code: "custom", path: ["motif"], message: words.provider.tooLong });
  });
