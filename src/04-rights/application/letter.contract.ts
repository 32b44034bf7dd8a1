import { z } from "zod";
import { isDay } from "#engines/calendar";
import { letterKinds } from "./letter.ts";

const block = (lines: number, missing: string) =>
  z
    .string()
    .trim()
    .min(2, missing)
    .max(600, "Raccourcissez : 600 signes au plus.")
    .refine((text) => text.split("\n").length <= lines, `Raccourcissez : ${lines} lignes au plus.`);

/** A letter as it is typed, kept and printed. */
export const LetterContract = z.object({
  sender: block(7, "Dites qui écrit."),
  addressee: block(7, "Dites à qui la lettre part."),
  place: z.string().trim().max(80, "Raccourcissez : 80 signes au plus."),
  on: z.string("Indiquez une date.").refine(isDay, "Indiquez une date, par exemple 2026-12-03."),
  subject: z.string().trim().min(2, "Dites en une ligne l’objet de la lettre.").max(160, "Raccourcissez : 160 signes au plus."),
  text: z.string().trim().min(20, "Écrivez la lettre.").max(6000, "Raccourcissez : 6 000 signes au plus."),
});
export const KeepLetterContract = z.object({ kind: z.enum(letterKinds), letter: LetterContract, afterVersion: z.int().min(0) });
export const LetterKeptContract = z.object({ version: z.number() });

const ShownLetter = z.object({
  sender: z.string(),
  addressee: z.string(),
  place: z.string(),
  on: z.string(),
  subject: z.string(),
  text: z.string(),
});
export const LettersContract = z.object({
  applicationId: z.uuid(),
  situationId: z.uuid(),
  personName: z.string(),
  right: z.string().nullable(),
  label: z.string().nullable(),
  letters: z.array(
    z.object({
      kind: z.enum(letterKinds),
      version: z.number(),
      writtenAt: z.iso.datetime().nullable(),
      writtenBy: z.string().nullable(),
      /** What is kept; the draft while nothing is. */
      letter: ShownLetter,
      draft: ShownLetter,
    }),
  ),
});
export type LettersShown = z.infer<typeof LettersContract>;
export type LetterShown = LettersShown["letters"][number];
