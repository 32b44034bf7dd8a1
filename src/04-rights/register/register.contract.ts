import { z } from "zod";
import { isDay } from "#engines/calendar";
import { CivilIdentityContract } from "./civil-identity.contract.ts";
import { documentKinds, documentPurposes } from "./document.ts";
import { registerRefusals as words } from "./register-refusals.words.ts";
import { registers, unknownReasons } from "./register.ts";

const day = z.string().refine(isDay);

export const CheckContract = z.object({
  id: z.string(),
  register: z.enum(registers),
  atMost: z.number().nullable(),
  askedAt: z.iso.datetime(),
  /** Null: the house asked again by itself. */
  askedBy: z.string().nullable(),
  /** Null: being asked, or erased since. */
  answer: z.enum(["yes", "no", "unknown"]).nullable(),
  because: z.enum(unknownReasons).nullable(),
  validUntil: z.string().nullable(),
  /** Whether it may be used today. */
  holds: z.boolean(),
  isForgotten: z.boolean(),
});
export type CheckShown = z.infer<typeof CheckContract>;

export const DocumentContract = z.object({
  id: z.string(),
  kind: z.enum(documentKinds),
  provenance: z.enum(["register", "person", "body"]),
  from: z.string().nullable(),
  atMost: z.number().nullable(),
  seenOn: z.string(),
  seenBy: z.string().nullable(),
  validUntil: z.string().nullable(),
  /** Whether it proves something today. */
  holds: z.boolean(),
  uses: z.array(z.object({ purpose: z.enum(documentPurposes), usedAt: z.iso.datetime() })),
});
export type DocumentShown = z.infer<typeof DocumentContract>;

/** What registers were asked about a person, what they may be asked, and the documents already seen. */
export const RegistersContract = z.object({
  personId: z.string(),
  isPlugged: z.boolean(),
  isNamed: z.boolean(),
  consent: z.enum(["yes", "no", "to-ask"]),
  /** What is known already, so that it is not asked twice: from her file, or said for a register before. */
  identity: z.object({
    birthName: z.string(),
    firstNames: z.string(),
    birthDate: z.string(),
    sex: z.enum(["F", "M", ""]),
    birthPlace: z.string(),
    birthPlaceName: z.string(),
    jobSeekerNumber: z.string(),
    /** Whether all that benefits ask for was said before. */
    isWhole: z.boolean(),
  }),
  checks: z.array(CheckContract),
  documents: z.array(DocumentContract),
});
export type RegistersShown = z.infer<typeof RegistersContract>;

export const AskRegisterContract = z
  .object({
    register: z.enum(registers),
    atMost: z.number().int(words.atMost).min(1, words.atMost).max(100_000, words.atMost).optional(),
    identity: CivilIdentityContract.optional(),
    /** Although an answer still holds. */
    again: z.boolean().optional(),
  })
  .refine((asked) => (asked.register === "quotient_familial") === (asked.atMost !== undefined), {
    path: ["atMost"],
    message: words.atMost,
  });

export const NewDocumentContract = z
  .object({
    kind: z.enum(documentKinds),
    provenance: z.enum(["person", "body"]),
    from: z.string().trim().max(120, words.tooLong).optional(),
    atMost: z.number().int(words.atMost).min(1, words.atMost).max(100_000, words.atMost).optional(),
    seenOn: day.refine((text) => text >= "2000-01-01", words.seenOn),
    validUntil: day.nullable(),
    fingerprint: z
      .string()
      .regex(/^[0-9a-f]{64}$/, words.fingerprint)
      .optional(),
  })
  .refine((document) => document.validUntil === null || document.validUntil >= document.seenOn, {
    path: ["validUntil"],
    message: words.validUntil,
  });
