import { z } from "zod";
import { offerAnswers, refusalReasons } from "./offer.ts";
import { packetFields } from "./packet.ts";
import { referralModes, referralOutcomes, referralStatuses } from "./referral.ts";

const instant = z.iso.datetime();

export const TurnShareContract = z.object({
  providerId: z.uuid(),
  name: z.string(),
  received: z.number(),
  fair: z.number(),
  total: z.number(),
  receivedShare: z.number(),
  fairShare: z.number(),
});

/** What would leave, shown before anything does: the same fields as the packet, the telephone masked. */
export const FieldsSentContract = z.object({
  firstName: z.string().nullable(),
  phoneMasked: z.string(),
  mayLeaveMessage: z.boolean(),
  zone: z.string(),
  need: z.string(),
  availability: z.string().nullable(),
});

/** Avant de transmettre : who would be asked, why, what would leave, and what to read aloud. */
export const HandOverPreviewContract = z.object({
  needId: z.uuid(),
  need: z.string(),
  mayBeHandedOver: z.boolean(),
  missing: z.array(z.enum(["phone", "commune"])),
  hasConsent: z.boolean(),
  script: z.string(),
  fields: FieldsSentContract.nullable(),
  phones: z.array(z.object({ id: z.uuid(), masked: z.string(), holder: z.enum(["self", "shared", "trusted"]) })),
  commune: z.string().nullable(),
  dueAt: instant,
  /** The one whose turn it is now; null when nobody may be asked. */
  next: z.object({ providerId: z.uuid(), name: z.string(), reason: z.string() }).nullable(),
  shares: z.array(TurnShareContract),
  choices: z.array(z.object({ providerId: z.uuid(), name: z.string(), because: z.string().nullable() })),
  openReferralId: z.uuid().nullable(),
});

/** « Oui, transmettre » : the yes is said aloud, and written with what leaves. */
export const HandOverBodyContract = z.object({
  consent: z.enum(["oral-yes", "oral-no"]).optional(),
  namedProviderId: z.uuid("Choisissez un prestataire de la liste.").optional(),
  availability: z.string().trim().max(120, "Raccourcissez : 120 signes au plus.").optional(),
  phonePointId: z.uuid("Choisissez un téléphone de la liste.").optional(),
});

export const HandOverAnswerContract = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("offered"), referralId: z.uuid(), providerName: z.string(), dueAt: instant }),
  z.object({ kind: z.literal("searching"), referralId: z.uuid() }),
  z.object({ kind: z.literal("already"), referralId: z.uuid() }),
  z.object({ kind: z.literal("consent-needed"), script: z.string() }),
  z.object({ kind: z.literal("declined") }),
]);

export const InformBodyContract = z.object({ serviceId: z.uuid("Choisissez un service."), bySms: z.boolean().default(false) });
export const InformAnswerContract = z.object({ referralId: z.uuid(), wasTexted: z.boolean() });

export const ReferralSummaryContract = z.object({
  id: z.uuid(),
  situationId: z.uuid(),
  needId: z.uuid(),
  need: z.string(),
  mode: z.enum(referralModes),
  status: z.enum(referralStatuses),
  outcome: z.enum(referralOutcomes).nullable(),
  createdAt: instant,
  closedAt: instant.nullable(),
  /** The provider asked last, or the service whose contact was given. */
  withWhom: z.string().nullable(),
  /** When the running offer is due; null when none runs. */
  dueAt: instant.nullable(),
  isExhausted: z.boolean(),
});
export const ReferralListContract = z.array(ReferralSummaryContract);

const EntryContract = z.object({
  name: z.string(),
  weight: z.number(),
  creditBefore: z.number(),
  gained: z.number(),
  paid: z.number(),
  creditAfter: z.number(),
});

/** Pourquoi ce prestataire : the eligible, in requests, and the excluded with the cause. */
export const DecisionContract = z.object({
  mode: z.enum(["turn", "choice"]),
  reason: z.string(),
  chosen: z.string(),
  entries: z.array(EntryContract),
  excluded: z.array(z.object({ name: z.string(), because: z.string() })),
});

export const OfferContract = z.object({
  id: z.uuid(),
  seq: z.number(),
  providerId: z.uuid(),
  providerName: z.string(),
  providerPhone: z.string().nullable(),
  offeredAt: instant,
  dueAt: instant,
  answer: z.enum(offerAnswers),
  answeredAt: instant.nullable(),
  refusalReason: z.enum(refusalReasons).nullable(),
  refusalText: z.string().nullable(),
  attempts: z.array(z.object({ at: instant, wasReached: z.boolean() })),
  decision: DecisionContract.nullable(),
});

export const ReferralDetailContract = ReferralSummaryContract.extend({
  commissionerId: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  acceptedAt: instant.nullable(),
  firstAttemptAt: instant.nullable(),
  reachedAt: instant.nullable(),
  hoursToContact: z.number().nullable(),
  fieldsSent: z.array(z.enum(packetFields)),
  isReadable: z.boolean(),
  offers: z.array(OfferContract),
  shares: z.array(TurnShareContract),
  choices: z.array(z.object({ providerId: z.uuid(), name: z.string(), because: z.string().nullable() })),
  mayReopen: z.boolean(),
  mayBeUnreachable: z.boolean(),
  service: z.object({ name: z.string(), structure: z.string(), phone: z.string().optional(), address: z.string().optional() }).nullable(),
});
export type ReferralDetail = z.infer<typeof ReferralDetailContract>;
export type ReferralSummary = z.infer<typeof ReferralSummaryContract>;
export type HandOverPreview = z.infer<typeof HandOverPreviewContract>;
export type HandOverDone = z.infer<typeof HandOverAnswerContract>;

/** The last offer that was on screen: two agents at once move it on once. */
export const MoveOnBodyContract = z.object({
  seen: z.number().int().min(0),
  providerId: z.uuid("Choisissez un prestataire de la liste.").optional(),
});
export const MoveOnAnswerContract = z.object({ kind: z.enum(["offered", "searching"]) });
/** What a human may close with: what was delivered is said by an outcome, never here. */
export const humanOutcomes = ["unreachable", "withdrawn", "exhausted", "duplicate"] as const;
export const CloseBodyContract = z.object({ outcome: z.enum(humanOutcomes, "Choisissez pourquoi.") });
