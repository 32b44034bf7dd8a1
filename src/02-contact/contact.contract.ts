import { z } from "zod";
import { PhoneContract } from "#person";
import { contactChannels } from "./contact.ts";
import { deskWords } from "./contact.words.ts";

/** A new exchange: with a person of the service, a number to look for, or nobody named. */
export const NewContactContract = z
  .object({
    commissionerId: z.string(),
    channel: z.enum(contactChannels),
    direction: z.enum(["in", "out"]).default("in"),
    personId: z.string().optional(),
    phone: PhoneContract.optional(),
    anonymous: z.boolean().optional(),
  })
  .refine(
    (given) => [given.personId !== undefined, given.phone !== undefined, given.anonymous === true].filter(Boolean).length <= 1,
    deskWords.fr.oneOnly,
  );

/**
 * The exchange opened. A number that several persons share gives candidates, and opens none of their files.
 */
export const OpenedContactContract = z.object({ id: z.string(), personId: z.string().optional(), candidates: z.array(z.string()) });

export const ContactContract = z.object({
  id: z.string(),
  commissionerId: z.string(),
  commissionerName: z.string(),
  commissionerColor: z.string(),
  channel: z.enum(contactChannels),
  direction: z.enum(["in", "out"]),
  personId: z.string().optional(),
  personName: z.string().optional(),
  staffId: z.string().optional(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().optional(),
  /** The promise that this call keeps, when it is one. */
  callbackId: z.string().optional(),
});
export type ContactView = z.infer<typeof ContactContract>;
export const AttachContract = z.object({ personId: z.string() });

export const PersonContactsContract = z.object({
  contacts: z.array(
    z.object({
      id: z.string(),
      channel: z.enum(contactChannels),
      direction: z.enum(["in", "out"]),
      startedAt: z.iso.datetime(),
      endedAt: z.iso.datetime().optional(),
      staffName: z.string().optional(),
    }),
  ),
  words: z.array(z.object({ id: z.string(), words: z.string(), at: z.iso.datetime(), isRead: z.boolean() })),
});
