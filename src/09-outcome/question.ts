import type { ReferralMode, ReferralOutcome, ReferralStatus } from "#referral";
import type { OutcomeSource } from "./outcome.ts";

export type AskedOf = "provider" | "person" | "counsellor";

/** Orientation à boucler : what is known of it, to decide whom to ask next. */
export interface ToAsk {
  readonly mode: ReferralMode;
  readonly status: ReferralStatus;
  readonly outcome: ReferralOutcome | undefined;
  /** When a provider accepted it; when the contact was given. */
  readonly since: Date;
  readonly asked: readonly AskedOf[];
  readonly said: readonly OutcomeSource[];
}

export type Step = { readonly kind: "ask"; readonly of: AskedOf } | { readonly kind: "close-unknown" };

const day = 86_400_000;
/** The counsellor is asked last, and has a week. */
const days = { provider: 7, person: 14, counsellor: 30, unknown: 37 } as const;
/** A contact given is asked about sooner: there is nobody else to ask (case 40). */
const daysOfContact = 7;

/** What is due now, in order: J+7 the provider, J+14 the person, J+30 the counsellor, then closed as unknown. Nobody is asked twice. */
export const stepsDue = (referral: ToAsk, now: Date): readonly Step[] => {
  const passed = (count: number): boolean => now.getTime() - referral.since.getTime() >= count * day;
  const isUnasked = (of: AskedOf): boolean => !referral.asked.includes(of) && !referral.said.includes(of);
  const ask = (of: AskedOf, after: number): readonly Step[] => (passed(after) && isUnasked(of) ? [{ kind: "ask", of }] : []);
  if (referral.mode === "inform") return ask("person", daysOfContact);
  const isOpen = referral.status !== "closed";
  const isSilent = referral.said.length === 0;
  return [
    ...(isOpen ? ask("provider", days.provider) : []),
    ...(isOpen || wasDone(referral.outcome) ? ask("person", days.person) : []),
    ...(isOpen && isSilent ? ask("counsellor", days.counsellor) : []),
    ...(isOpen && isSilent && passed(days.unknown) && referral.asked.includes("counsellor") ? [{ kind: "close-unknown" } as const] : []),
  ];
};

/** A provider said what came of it: the person may say so too. */
const wasDone = (outcome: ReferralOutcome | undefined): boolean =>
  outcome === "delivered" || outcome === "partly" || outcome === "not-delivered";
