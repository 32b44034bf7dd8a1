import { z } from "zod";
import { callbackStates, postponeReasons } from "./callback.ts";

export const CallbackContract = z.object({
  id: z.string(),
  commissionerId: z.string(),
  commissionerName: z.string(),
  commissionerColor: z.string(),
  personId: z.string(),
  personName: z.string(),
  phone: z.string().optional(),
  communeCode: z.string().optional(),
  slotFrom: z.iso.datetime(),
  slotUntil: z.iso.datetime(),
  state: z.enum(callbackStates),
  /** 0 while the promise can still be kept. */
  lateMinutes: z.number(),
  attempts: z.number(),
  mayLeaveMessage: z.boolean(),
  isProtected: z.boolean(),
  contactId: z.string().optional(),
});
export type CallbackView = z.infer<typeof CallbackContract>;
export const CallbacksContract = z.object({ callbacks: z.array(CallbackContract) });

export const SlotsContract = z.object({ slots: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime() })) });
export const NewCallbackContract = z.object({
  commissionerId: z.string(),
  personId: z.string(),
  slotFrom: z.iso.datetime(),
  mayLeaveMessage: z.boolean().default(false),
});
export const PostponeContract = z.object({ slotFrom: z.iso.datetime(), because: z.enum(postponeReasons) });
export const CallbackResultContract = z.object({ result: z.enum(["reached", "not-reached"]) });
export const CallbackOpenedContract = z.object({ contactId: z.string() });
export const CallbackPromisedContract = z.object({ callbackId: z.string(), slotFrom: z.iso.datetime(), slotUntil: z.iso.datetime() });
export const CallbackSettledContract = z.object({
  kind: z.enum(["kept", "moved", "unreached"]),
  attempts: z.number().optional(),
  slotFrom: z.iso.datetime().optional(),
  slotUntil: z.iso.datetime().optional(),
});
