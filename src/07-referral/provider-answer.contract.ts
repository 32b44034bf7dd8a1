import { z } from "zod";
import { compareDays, isDay, type Day } from "#engines/calendar";
import { refusalReasons } from "./offer.ts";
import { providerPageWords } from "./provider-page.words.ts";

const words = providerPageWords.fr.errors;

/** The hidden key of every form: pressed twice, it is one answer. */
const key = z.string(words.again).min(8, words.again).max(100, words.again);
const trimmed = z
  .string()
  .default("")
  .transform((text) => text.trim());

export const KeyContract = z.object({ cle: key });
export const AttemptContract = z.object({ cle: key, jointe: z.enum(["oui", "non"], words.again) });

/** « Je ne peux pas » : a reason; a date to come when full; a few words when it is another reason. */
export const refusalContract = (today: Day) =>
  z
    .object({ cle: key, raison: z.enum(refusalReasons, words.reason), jusque: trimmed, texte: trimmed })
    .superRefine((form, context) => {
      if (form.raison === "other" && form.texte === "") context.addIssue({ code: "custom", path: ["texte"], message: words.other });
      if (form.texte.length > 300) context.addIssue({ code: "custom", path: ["texte"], message: words.tooLong });
      if (form.raison === "full" && form.jusque !== "" && !(isDay(form.jusque) && compareDays(form.jusque, today) >= 0))
        context.addIssue({ code: "custom", path: ["jusque"], message: words.until });
    })
    .transform(({ cle, raison, jusque, texte }) => ({
      cle,
      refusal: {
        reason: raison,
        text: raison === "other" ? texte : undefined,
        fullUntil: raison === "full" && isDay(jusque) ? jusque : undefined,
      },
    }));
