import { z } from "zod";
import { isDay } from "#engines/calendar";
import { CivilIdentityContract } from "../register/civil-identity.contract.ts";
import { registerRefusals } from "../register/register-refusals.words.ts";
import { registers, unknownReasons } from "../register/register.ts";
import { issuerRoles, tellsSituation } from "./card-model.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { checkWays, entitlementStates, replacementReasons, stopReasons } from "./entitlement.ts";

const note = z.string().trim().max(500, words.tooLong).default("");

export const CardModelContract = z.object({
  id: z.string(),
  name: z.string(),
  printedName: z.string(),
  months: z.number(),
  register: z.enum(registers).nullable(),
  atMost: z.number().nullable(),
  issuers: z.array(z.enum(issuerRoles)),
  isCard: z.boolean(),
  isDemonstration: z.boolean(),
  isRetired: z.boolean(),
});
export type CardModelShown = z.infer<typeof CardModelContract>;
export const CardModelsContract = z.object({ models: z.array(CardModelContract) });

const modelFields = {
  name: z.string().trim().min(2, words.name).max(80, words.name),
  printedName: z
    .string()
    .trim()
    .min(2, words.printedName)
    .max(40, words.printedName)
    .refine((text) => !tellsSituation(text), words.tells),
  months: z.number(words.months).int(words.months).min(1, words.months).max(60, words.months),
  register: z.enum(registers).nullable(),
  atMost: z
    .number(registerRefusals.atMost)
    .int(registerRefusals.atMost)
    .min(1, registerRefusals.atMost)
    .max(100_000, registerRefusals.atMost)
    .nullable(),
  issuers: z.array(z.enum(issuerRoles)).min(1, words.issuers),
};
const comparesQuotient = (model: { readonly register: string | null; readonly atMost: number | null }): boolean =>
  (model.register === "quotient_familial") === (model.atMost !== null);
const amountMissing = { path: ["atMost"], message: registerRefusals.atMost };

export const EditedModelContract = z.object(modelFields).refine(comparesQuotient, amountMissing);
export const NewModelContract = z
  .object({ ...modelFields, commissionerId: z.string(), isCard: z.boolean() })
  .refine(comparesQuotient, amountMissing);
export const RetireModelContract = z.object({ isRetired: z.boolean() });

/** A right or a card, as the lists show it. */
export const EntitlementContract = z.object({
  id: z.string(),
  commissionerId: z.string(),
  personId: z.string(),
  modelName: z.string(),
  register: z.enum(registers).nullable(),
  atMost: z.number().nullable(),
  isCard: z.boolean(),
  isDemonstration: z.boolean(),
  state: z.enum(entitlementStates),
  requestedAt: z.iso.datetime(),
  checkedHow: z.enum(checkWays).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  renewalOpensOn: z.string().nullable(),
  waitsFor: z.enum(["register", "decision"]).nullable(),
  /** What the register said last, when it was asked for this. */
  lastAnswer: z.object({ answer: z.enum(["yes", "no", "unknown"]), because: z.enum(unknownReasons).nullable() }).nullable(),
  stoppedBecause: z.enum(stopReasons).nullable(),
  /** Whether whoever reads may issue, renew and decide. */
  mayIssue: z.boolean(),
  mayUndoRenewal: z.boolean(),
});
export type EntitlementShown = z.infer<typeof EntitlementContract>;

export const EntitlementsContract = z.object({
  personId: z.string(),
  isNamed: z.boolean(),
  isPlugged: z.boolean(),
  entitlements: z.array(EntitlementContract),
  /** What may be asked for. */
  models: z.array(CardModelContract),
});
export type EntitlementsShown = z.infer<typeof EntitlementsContract>;

/** One line of what happened to a card, in order. */
const EventContract = z.object({
  at: z.iso.datetime(),
  kind: z.enum([
    "requested",
    "checked",
    "issued",
    "replaced",
    "renewal-asked",
    "renewed",
    "not-renewed",
    "renewal-undone",
    "lapsed",
    "stopped",
  ]),
  by: z.string().nullable(),
  how: z.enum(checkWays).nullable(),
  because: z.enum([...replacementReasons, ...stopReasons]).nullable(),
  until: z.string().nullable(),
  note: z.string().nullable(),
});

export const EntitlementPageContract = EntitlementContract.extend({
  personName: z.string(),
  isPlugged: z.boolean(),
  /** Null for a right, which has no card, and before it is issued. */
  number: z.string().nullable(),
  printedName: z.string(),
  history: z.array(EventContract),
});
export type EntitlementPageShown = z.infer<typeof EntitlementPageContract>;

/** What asks for attention, over all the services served. */
export const LookAtContract = z.object({
  entitlements: z.array(EntitlementContract.extend({ personName: z.string(), commissionerName: z.string() })),
});
export type LookAtShown = z.infer<typeof LookAtContract>;

export const RequestContract = z.object({ modelId: z.string() });
export const CheckEntitlementContract = z.object({ identity: CivilIdentityContract.optional() });
export const DecideContract = z.object({ note });
export const IssueContract = z.object({ from: z.string().refine(isDay, words.wrongDay).optional() });
export const RenewContract = z.object({ situation: z.enum(["unchanged", "changed"]), identity: CivilIdentityContract.optional() });
export const SettleContract = z.object({ outcome: z.enum(["renewed", "not-renewed"]), note });
export const ReplaceContract = z.object({ because: z.enum(replacementReasons) });
export const StopContract = z.object({ because: z.enum(stopReasons), note });
export const NumberContract = z.object({ entitlementId: z.string(), isReplaced: z.boolean() });
