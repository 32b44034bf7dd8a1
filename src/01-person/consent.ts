import type { Id } from "#ground";

export const consentPurposes = [
  "keep_file",
  "share_referral",
  "share_party",
  "recording",
  "sms",
  "mail",
  "register_check",
  "survey",
  "panel",
  "verbatim_observatory",
] as const;
/** Finalité d'un accord. One purpose at a time: consent to one never counts for another. */
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Accord : what a person said yes or no to, with the version of the text that was read to her. */
export interface Consent {
  readonly id: Id<"Consent">;
  readonly purpose: ConsentPurpose;
  readonly recipient: string | undefined;
  /** What she agreed to see leave, field by field; none when nothing leaves. */
  readonly fields: readonly string[];
  /** Who asked; undefined when she said it herself, online. */
  readonly askedBy: Id<"Staff"> | undefined;
  readonly answer: "yes" | "no";
  readonly textVersion: number;
  readonly mode: "oral" | "online" | "paper";
  readonly givenAt: Date;
  readonly withdrawnAt: Date | undefined;
}

/** Whether a consent holds now: her last word is yes, and she has not taken it back. Absence means no. */
export const holds = (consent: Pick<Consent, "answer" | "withdrawnAt"> | undefined): boolean =>
  consent?.answer === "yes" && consent.withdrawnAt === undefined;
