import { z } from "zod";
import { consentPurposes } from "./consent.ts";

/** Accords d'une personne : one line a purpose, with the text to read aloud and where things stand. */
export const ConsentsContract = z.object({
  consents: z.array(
    z.object({
      purpose: z.enum(consentPurposes),
      script: z.string(),
      textVersion: z.number(),
      state: z.enum(["yes", "no", "withdrawn", "to-ask"]),
      consentId: z.string().optional(),
      mode: z.enum(["oral", "online", "paper"]).optional(),
      at: z.iso.datetime().optional(),
      /** Who asked, on which text, and what she agreed to see leave. */
      askedBy: z.string().optional(),
      givenVersion: z.number().optional(),
      fields: z.array(z.string()),
    }),
  ),
});
export type ConsentLine = z.infer<typeof ConsentsContract>["consents"][number];

/** A yes or a no said aloud, on the text that was read. */
export const GivenConsentContract = z.object({
  purpose: z.enum(consentPurposes),
  answer: z.enum(["yes", "no"]),
  textVersion: z.number().int().min(1).max(100_000),
  mode: z.enum(["oral", "paper"]).default("oral"),
  givenBy: z.enum(["self", "representative"]).default("self"),
  recipient: z.string().trim().min(1).max(120).optional(),
  fields: z.array(z.string().trim().min(1).max(60)).max(20).optional(),
});
export const RecordedConsentContract = z.object({ id: z.string() });
