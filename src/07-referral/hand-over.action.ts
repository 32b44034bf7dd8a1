import { sql } from "kysely";
import type { Cause } from "#engines/turns";
import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { activeConsent, consentText, findPerson, recordConsent } from "#person/server";
import { mayBeHandedOver, needLabel } from "#situation";
import { findNeed, setNeedStatus } from "#situation/server";
import type { Offer } from "./offer.ts";
import { causeAgainst, offerNext, type HowNext } from "./offer-next.action.ts";
import { fieldsOf, makePacket, type MissingDetail } from "./packet.ts";
import { openPool } from "./pool.store.ts";
import { addHandover, lockReferral, openHandoverOfNeed } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";

export interface HandOver {
  readonly needId: string;
  readonly situationId?: string;
  /** She asked for this one. */
  readonly namedProviderId?: string | undefined;
  /** When to call, in her words. */
  readonly availability?: string | undefined;
  /** Which telephone; by default her own. */
  readonly phonePointId?: string | undefined;
  /** She has just said yes to the script, on the line. Without it, a consent given before must still hold. */
  readonly consent?: "oral-yes" | undefined;
}

export type HandOverAnswer =
  | { readonly kind: "offered"; readonly referralId: Id<"Referral">; readonly offer: Offer }
  | { readonly kind: "searching"; readonly referralId: Id<"Referral"> }
  /** Nothing leaves without her yes: here is what to read aloud. */
  | { readonly kind: "consent-needed"; readonly script: string }
  | { readonly kind: "details-needed"; readonly missing: readonly MissingDetail[] }
  /** The need was not told to her, or she declined it. */
  | { readonly kind: "not-told" }
  /** Someone handed it over already: the other sees it. */
  | { readonly kind: "already"; readonly referralId: Id<"Referral"> }
  | { readonly kind: "choice-refused"; readonly because: Cause | "unknown" }
  | { readonly kind: "not-found" };

/**
 * Transmettre : hands a need over to the provider whose turn it is, with the fewest words about the person. What she has not agreed to
 * does not leave, and the consent it leaves under is written on the referral.
 */
export const handOver = async (work: Work, asked: HandOver): Promise<HandOverAnswer> => {
  // Two agents on the same need, one after the other: the second finds what the first did.
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended('need' || ${asked.needId}, 0))`);
  const need = await findNeed(work, asked.needId);
  if (!need || (asked.situationId !== undefined && need.situationId !== asked.situationId)) return { kind: "not-found" };
  const already = await openHandoverOfNeed(work, need.id);
  if (already) return { kind: "already", referralId: already.id };
  if (!mayBeHandedOver(need)) return { kind: "not-told" };
  const person = await findPerson(work, need.personId);
  if (!person) return { kind: "not-found" };
  const place = requestPlace(person.communeCode);
  const made = makePacket(person, { ...asked, zone: place?.name, need: needLabel(need.need) });
  if (made.kind === "missing" || !place || person.communeCode === undefined)
    return { kind: "details-needed", missing: made.kind === "missing" ? made.missing : ["commune"] };
  const because = asked.namedProviderId === undefined ? undefined : await causeAgainst(work, need.need, place, asked.namedProviderId);
  if (because !== undefined) return { kind: "choice-refused", because };
  const consentId = await consentFor(work, person.id, asked.consent, fieldsOf(made.packet));
  if (consentId === undefined) return { kind: "consent-needed", script: (await consentText(work, "share_referral")).text };
  const referralId = await addHandover(work, {
    situationId: need.situationId,
    needId: need.id,
    personId: person.id,
    poolId: await openPool(work, need.need, place.departement),
    consentId,
    communeCode: person.communeCode,
    namedProviderId: asked.namedProviderId,
    packet: made.packet,
  });
  await setNeedStatus(work, need.id, "handled");
  const how: HowNext =
    asked.namedProviderId === undefined ? { kind: "turn", asker: "house" } : { kind: "choice", named: asked.namedProviderId };
  const referral = await lockReferral(work, referralId);
  if (!referral) throw new Error(`referral ${referralId} vanished while it was handed over`);
  const next = await offerNext(work, referral, how);
  return next.kind === "offered" ? { kind: "offered", referralId, offer: next.offer } : { kind: "searching", referralId };
};

/** The consent that the packet leaves under: the one given before, or the yes she has just said. */
const consentFor = async (
  work: Work,
  personId: string,
  said: HandOver["consent"],
  fields: readonly string[],
): Promise<Id<"Consent"> | undefined> => {
  const before = await activeConsent(work, personId, "share_referral");
  if (before) return before.id;
  return said === "oral-yes"
    ? recordConsent(work, { personId, purpose: "share_referral", answer: "yes", mode: "oral", fields })
    : undefined;
};
