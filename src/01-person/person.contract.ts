import { z } from "zod";
import { readDay } from "./entitlement.ts";
import { accessNeeds, ageBands, populations } from "./person.ts";
import { personWords } from "./person.words.ts";
import { readPhone } from "./phone.ts";

const words = personWords.fr;

const name = z.string().trim().max(80, words.tooLong);
const commune = z
  .string()
  .trim()
  .regex(/^(\d{2}|2[AB])\d{3}$/, words.wrongCommune);
const birthDate = z
  .string()
  .trim()
  .refine((value) => readDay(value) === value && value >= "1900-01-01", words.wrongBirthDate);
const language = z
  .string()
  .trim()
  .regex(/^[a-z]{2,5}$/);
/** A telephone in any spelling becomes the one that is kept. */
export const PhoneContract = z
  .string()
  .trim()
  .max(40, words.wrongPhone)
  .transform((value, context) => {
    const phone = readPhone(value);
    if (phone?.kind === "number") return phone.value;
    context.addIssue({ code: "custom", message: words.wrongPhone });
    return z.NEVER;
  });
const mail = z.string().trim().max(200, words.tooLong).pipe(z.email(words.wrongMail));

/** Why a file is opened: written in the log beside the name of who opens it. */
export const readPurposes = ["listening", "follow-up", "quality", "request"] as const;

export const ContactPointContract = z.object({
  id: z.string(),
  channel: z.enum(["phone", "mail", "address"]),
  value: z.string(),
  holder: z.enum(["self", "shared", "trusted"]),
  isSafeForMessage: z.boolean(),
});

/** A person in a list of candidates: enough to recognise her, no more. */
export const PersonSummaryContract = z.object({
  id: z.string(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(["identified", "anonymous"]),
  phoneMasked: z.string().optional(),
  communeCode: z.string().optional(),
  communeName: z.string().optional(),
  age: z.number().optional(),
  isProtected: z.boolean(),
  /** The telephone asked for is hers, exactly. */
  hasAskedPhone: z.boolean(),
  lastContactAt: z.iso.datetime(),
});
export type PersonSummary = z.infer<typeof PersonSummaryContract>;
export const PersonSearchContract = z.object({ persons: z.array(PersonSummaryContract) });

export const PersonContract = z.object({
  id: z.string(),
  commissionerId: z.string(),
  number: z.string(),
  kind: z.enum(["identified", "anonymous"]),
  name: z.string(),
  firstName: z.string().optional(),
  lastName: z.string().optional(),
  birthDate: z.string().optional(),
  age: z.number().optional(),
  communeCode: z.string().optional(),
  communeName: z.string().optional(),
  ageBand: z.enum(ageBands).optional(),
  /** When a return code was last read to her. */
  returnCodeAt: z.iso.datetime().optional(),
  population: z.enum(populations).optional(),
  populationFrom: z.enum(["entitlement", "declared"]).optional(),
  language: z.string(),
  accessNeeds: z.array(z.enum(accessNeeds)),
  isProtected: z.boolean(),
  lastContactAt: z.iso.datetime(),
  contactPoints: z.array(ContactPointContract),
  household: z.array(z.object({ id: z.string(), name: z.string(), number: z.string() })),
  /** Who shares a telephone or a mail with her: a household is proposed, never a merge. */
  householdProposals: z.array(z.object({ id: z.string(), name: z.string(), number: z.string() })),
});
export type PersonFile = z.infer<typeof PersonContract>;

export const NewPersonContract = z.object({
  commissionerId: z.string(),
  firstName: name.optional(),
  lastName: name.optional(),
  birthDate: birthDate.optional(),
  communeCode: commune.optional(),
  ageBand: z.enum(ageBands).optional(),
  population: z.enum(populations).optional(),
  language: language.optional(),
  accessNeeds: z.array(z.enum(accessNeeds)).max(accessNeeds.length).optional(),
  isProtected: z.boolean().optional(),
  phone: PhoneContract.optional(),
  mail: mail.optional(),
});
/** The code, said once: nobody can read it again. */
export const ReturnCodeContract = z.object({ code: z.string() });
export const CreatedPersonContract = z.object({ id: z.string() });

export const PersonEditContract = z.object({
  firstName: name.nullish(),
  lastName: name.nullish(),
  birthDate: birthDate.nullish(),
  communeCode: commune.nullish(),
  ageBand: z.enum(ageBands).nullish(),
  population: z.enum(populations).nullish(),
  language: language.optional(),
  accessNeeds: z.array(z.enum(accessNeeds)).max(accessNeeds.length).optional(),
  isProtected: z.boolean().optional(),
});

const flags = { holder: z.enum(["self", "shared", "trusted"]).optional(), isSafeForMessage: z.boolean().optional() };
export const NewContactPointContract = z.discriminatedUnion("channel", [
  z.object({ channel: z.literal("phone"), value: PhoneContract, ...flags }),
  z.object({ channel: z.literal("mail"), value: mail, ...flags }),
  z.object({ channel: z.literal("address"), value: z.string().trim().min(1, words.emptyValue).max(300, words.tooLong), ...flags }),
]);
export const ContactPointEditContract = z.object(flags);

export const ReadingsContract = z.object({
  readings: z.array(
    z.object({
      at: z.iso.datetime(),
      staffName: z.string().optional(),
      actorKind: z.enum(["staff", "person", "provider", "system"]),
      action: z.string(),
      purpose: z.string().optional(),
    }),
  ),
});
