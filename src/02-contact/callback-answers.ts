import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";

export const messageAnswers = ["oui", "non", "ne-sais-pas"] as const;
export type MessageAnswer = (typeof messageAnswers)[number];

const AnswersContract = z.object({
  slot: z.iso.datetime().optional(),
  phone: z.string().max(20).optional(),
  firstName: z.string().max(80).optional(),
  commune: z.object({ code: z.string().max(5), name: z.string().max(100) }).optional(),
  message: z.enum(messageAnswers).optional(),
});

/** Réponses déjà données, that travel from page to page in a hidden field. */
export type CallbackAnswers = Readonly<z.infer<typeof AnswersContract>>;

const Signed = z.object({ answers: AnswersContract, until: z.number() });
const hoursKept = 3;

const signature = (key: Buffer, commissionerId: string, body: string): Buffer =>
  createHmac("sha256", key).update(`callback answers ${commissionerId} ${body}`).digest();

/** Signs the answers for one service: nothing is kept here, nor on the person's device, and nobody else can have written them. */
export const signAnswers = (key: Buffer, commissionerId: string, answers: CallbackAnswers, now: Date): string => {
  const body = Buffer.from(JSON.stringify({ answers, until: now.getTime() + hoursKept * 3_600_000 })).toString("base64url");
  return `${body}.${signature(key, commissionerId, body).toString("base64url")}`;
};

/** Reads them back; undefined when they were altered, are of another service, or three hours old. */
export const readAnswers = (key: Buffer, commissionerId: string, signed: string, now: Date): CallbackAnswers | undefined => {
  const [body = "", mark = ""] = signed.split(".");
  const expected = signature(key, commissionerId, body);
  const given = Buffer.from(mark, "base64url");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const read = Signed.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  return read.until > now.getTime() ? read.answers : undefined;
};
