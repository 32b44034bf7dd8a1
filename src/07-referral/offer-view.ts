import type { Decision, Reliability } from "#engines/turns";
import { mayAnswer, type Attempt, type Offer } from "./offer.ts";
import type { Referral } from "./referral.ts";
import type { TurnShare } from "./turn-share.ts";

/** Ce que le prestataire peut lire d'une personne : only while it holds the request. */
export interface ShownPerson {
  readonly firstName: string | undefined;
  /** In pairs. */
  readonly phone: string;
  readonly telephone: string;
  readonly mayLeaveMessage: boolean;
  readonly availability: string | undefined;
}

/** Pourquoi moi ? : how this provider was chosen, and where it stands. */
export interface WhyMe {
  readonly reason: (Decision & { mode: "turn" | "choice" })["reason"];
  readonly eligible: number;
  readonly mine: TurnShare | undefined;
  /** The others of the pool, taken together: a provider does not read the figures of its competitors. */
  readonly others: { readonly count: number; readonly received: number; readonly fair: number };
  readonly reliability: Reliability;
}

interface Common {
  readonly providerName: string;
  readonly what: string;
  readonly commune: string;
  readonly dueAt: Date;
  readonly left: string;
  readonly whyMe: WhyMe | undefined;
}

/** Page du prestataire : what one offer has become. */
export type OfferView = Common &
  (
    | { readonly kind: "asked" }
    | {
        readonly kind: "held";
        readonly person: ShownPerson | undefined;
        readonly attempts: readonly Attempt[];
        readonly isKept: boolean;
        readonly isVerifying: boolean;
        readonly mayStart: boolean;
        readonly hasStarted: boolean;
      }
    | { readonly kind: "refused" | "passed" | "closed" | "thanks" }
  );

/** What the page of an offer is about, now. A provider reads nothing of a request that it no longer holds. */
export const offerViewKind = (
  referral: Pick<Referral, "status" | "doneAt">,
  offer: Pick<Offer, "answer" | "dueAt">,
  isLast: boolean,
  now: Date,
): OfferView["kind"] => {
  if (offer.answer === "refused") return "refused";
  if (!isLast) return "passed";
  if (referral.status === "closed") return offer.answer === "kept" && referral.doneAt !== undefined ? "thanks" : "closed";
  if (offer.answer === "kept") return "held";
  if (offer.answer === "accepted") return now.getTime() <= offer.dueAt.getTime() ? "held" : "passed";
  return mayAnswer(offer, now) ? "asked" : "passed";
};
