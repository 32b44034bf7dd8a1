import type { Id } from "#ground";

export const referralStatuses = ["draft", "consented", "searching", "offered", "accepted", "contacted", "delivering", "closed"] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** How a person is helped on: told where to go, or called back by a provider. */
export const referralModes = ["inform", "handover", "warm-transfer", "emergency"] as const;
export type ReferralMode = (typeof referralModes)[number];

/** Issue d'une orientation. `unknown` is nobody's answer after all were asked: it counts as a loss. */
export const referralOutcomes = [
  "delivered",
  "partly",
  "not-delivered",
  "unreachable",
  "withdrawn",
  "exhausted",
  "duplicate",
  "unknown",
  "informed",
] as const;
export type ReferralOutcome = (typeof referralOutcomes)[number];

/** Orientation : what is done for one need. Its mode `handover` is read « transmission ». */
export interface Referral {
  readonly id: Id<"Referral">;
  readonly situationId: Id<"Situation">;
  readonly needId: Id<"Need">;
  /** Code of the need, in the taxonomy. */
  readonly need: string;
  readonly personId: Id<"Person">;
  readonly mode: ReferralMode;
  readonly status: ReferralStatus;
  readonly outcome: ReferralOutcome | undefined;
  readonly consentId: Id<"Consent"> | undefined;
  readonly hasPacket: boolean;
  readonly communeCode: string | undefined;
  readonly poolId: Id<"Pool"> | undefined;
  readonly namedProviderId: Id<"Provider"> | undefined;
  readonly createdAt: Date;
  readonly createdBy: Id<"Staff"> | undefined;
  readonly reopenedAt: Date | undefined;
  /** Number of the last offer made before it was opened again; 0 when it never was. */
  readonly reopenedAfterSeq: number;
  readonly acceptedAt: Date | undefined;
  readonly firstAttemptAt: Date | undefined;
  readonly reachedAt: Date | undefined;
  readonly doneAt: Date | undefined;
  readonly closedAt: Date | undefined;
}

/** What may be done with a referral. */
export const referralDeeds = ["consent", "offer", "release", "accept", "reach", "start", "close", "reopen"] as const;
export type ReferralDeed = (typeof referralDeeds)[number];

/** The rule of DOMAIN.md §3, as a table: from where a deed may be done, and where it leads. What is not written is refused. */
export const moves: Readonly<Record<ReferralDeed, { readonly from: readonly ReferralStatus[]; readonly to: ReferralStatus }>> = {
  consent: { from: ["draft"], to: "consented" },
  offer: { from: ["consented", "searching"], to: "offered" },
  /** The offer ended without a call: refused, expired, broken, or taken back by a human. */
  release: { from: ["consented", "offered", "accepted"], to: "searching" },
  accept: { from: ["offered"], to: "accepted" },
  reach: { from: ["accepted"], to: "contacted" },
  start: { from: ["contacted"], to: "delivering" },
  close: { from: ["draft", "consented", "searching", "offered", "accepted", "contacted", "delivering"], to: "closed" },
  reopen: { from: ["closed"], to: "searching" },
};

/** Where a deed leads; undefined when it may not be done from there. */
export const afterDeed = (status: ReferralStatus, deed: ReferralDeed): ReferralStatus | undefined =>
  moves[deed].from.includes(status) ? moves[deed].to : undefined;

const oneDayMs = 86_400_000;
const reopenDays = 30;

/** A referral may be opened again for 30 days; one that only gave a contact was never open. */
export const mayReopen = (referral: Pick<Referral, "status" | "mode" | "closedAt">, now: Date): boolean =>
  referral.mode === "handover" &&
  afterDeed(referral.status, "reopen") !== undefined &&
  referral.closedAt !== undefined &&
  now.getTime() - referral.closedAt.getTime() <= reopenDays * oneDayMs;

/** Offers after which a human takes over. */
export const offersBeforeHuman = 3;

/**
 * Épuisée : three providers were asked since it was (re)opened, and nobody holds it. Derived, never stored: it stays open, in the hands
 * of a human, and is counted.
 */
export const isExhausted = (referral: Pick<Referral, "status">, offersMade: number): boolean =>
  referral.status === "searching" && offersMade >= offersBeforeHuman;

/**
 * Délai du premier contact : hours from the first offer to the first time the person was called, to a tenth; undefined until then.
 * Scenario 22: offered on Friday at 17:00, called on Saturday at 09:30: 16.5.
 */
export const hoursToContact = (firstOfferedAt: Date | undefined, firstAttemptAt: Date | undefined): number | undefined =>
  firstOfferedAt === undefined || firstAttemptAt === undefined
    ? undefined
    : Math.round((firstAttemptAt.getTime() - firstOfferedAt.getTime()) / 360_000) / 10;
