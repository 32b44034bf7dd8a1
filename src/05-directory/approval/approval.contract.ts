import { z } from "zod";
import { day, isDay } from "#engines/calendar";
import { approvalKinds } from "./approval.ts";
import { approvalWords } from "./approval.words.ts";

const wrong = approvalWords.fr.form.wrong;
const line = (longest: number) => (text: unknown) =>
  typeof text === "string"
    ? text
        .trim()
        .replace(/\s+/g, " ")
        .slice(0, longest + 1)
    : "";
/** A day of our time: a year typed with two figures is a mistake. */
export const dayTyped = (sentence: string) =>
  z
    .string(sentence)
    .refine((text) => isDay(text) && text >= "1950-01-01" && text <= "2199-12-31", sentence)
    .transform((text) => day(text));

/** Agrément, as the form sends it. */
export const ApprovalFormContract = z
  .object({
    sorte: z.enum(approvalKinds, wrong.kind),
    intitule: z.preprocess(line(200), z.string().min(1, wrong.title).max(200, wrong.title)),
    organisme: z.preprocess(line(200), z.string().min(1, wrong.body).max(200, wrong.body)),
    numero: z.preprocess(line(80), z.string().max(80, wrong.number)),
    debut: dayTyped(wrong.from),
    fin: z.union([z.literal("").transform(() => undefined), dayTyped(wrong.until)], wrong.until),
    indispensable: z.enum(["oui", "non"], wrong.required),
    lien: z.preprocess(
      line(500),
      z.string().refine((text) => text === "" || (text.length <= 500 && /^https:\/\/[^\s"<>]+\.[^\s"<>]+$/.test(text)), wrong.url),
    ),
  })
  .refine(({ debut, fin }) => fin === undefined || fin >= debut, { path: ["fin"], message: wrong.order });
export type ApprovalForm = z.infer<typeof ApprovalFormContract>;

const page = approvalWords.fr.page;
/** Retrait d'un agrément. */
export const WithdrawalContract = z.object({
  jour: dayTyped(page.wrongDay),
  motif: z.preprocess(line(300), z.string().max(300, page.wrongBecause)),
});
