import { z } from "zod";
import { isDay } from "#engines/calendar";
import { registerRefusals as words } from "./register-refusals.words.ts";

const name = (sentence: string) => z.string().trim().min(1, sentence).max(80, words.tooLong);

/** What is said of somebody's civil identity, each part apart: a register that needs less is told less. */
export const CivilIdentityContract = z.object({
  birthName: name(words.birthName).optional(),
  /** « Awa Marie »: separate names stand in separate places. */
  firstNames: name(words.firstNames)
    .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ""))
    .optional(),
  birthDate: z
    .string()
    .trim()
    .refine((text) => isDay(text) && text >= "1900-01-01", words.birthDate)
    .optional(),
  sex: z.enum(["F", "M"], words.sex).optional(),
  birthPlace: z
    .string()
    .trim()
    .regex(/^(\d{2}|2[AB])\d{3}$/, words.birthPlace)
    .optional(),
  jobSeekerNumber: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z]{5,20}$/, words.jobSeekerNumber)
    .optional(),
});
