import { sql } from "kysely";
import { requestsFromCredit, type Decision } from "#engines/turns";
import type { Work } from "#ground/server";
import { displayName } from "#person";
import { findPerson } from "#person/server";
import type { ServiceSnapshot } from "./inform-person.action.ts";
import { cannotBeReached, isRunning, type Offer } from "./offer.ts";
import { attemptsOf, offersOf } from "./offer.store.ts";
import { offersSinceOpen } from "./offer-next.action.ts";
import { packetFields } from "./packet.ts";
import { accountsOf, decisionsOf } from "./pool.store.ts";
import { splitEligible } from "./provider.ts";
import { listProviders, providersOfNeed } from "./provider.store.ts";
import type { ReferralDetail, ReferralSummary } from "./referral.contract.ts";
import { hoursToContact, isExhausted, mayReopen, type Referral } from "./referral.ts";
import { findReferral, referralsOfSituation, snapshotOf } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";
import { turnShares } from "./turn-share.ts";

const iso = (at: Date | undefined): string | null => at?.toISOString() ?? null;
type Names = ReadonlyMap<string, { readonly name: string; readonly phone: string }>;

/** The referrals of a situation, the oldest first. */
export const referralSummaries = async (work: Work, situationId: string): Promise<ReferralSummary[]> => {
  const names = await namesOf(work);
  return Promise.all((await referralsOfSituation(work, situationId)).map((referral) => summaryOf(work, referral, names)));
};

/** Names of all providers, ended ones included: an old offer stays readable. */
const namesOf = async (work: Work): Promise<Names> => {
  const rows = await work.rows(sql<{ id: string; name: string; phone: string }>`
    select id, name, phone from referral_provider where commissioner_id = ${work.commissionerId}`);
  return new Map(rows.map((row) => [row.id, row]));
};

const summaryOf = async (work: Work, referral: Referral, names: Names): Promise<ReferralSummary> => {
  const offers = await offersOf(work, referral.id);
  const last = offers.at(-1);
  const snapshot = referral.mode === "inform" ? ((await snapshotOf(work, referral.id)) as ServiceSnapshot | null) : null;
  return {
    id: referral.id,
    situationId: referral.situationId,
    needId: referral.needId,
    need: referral.need,
    mode: referral.mode,
    status: referral.status,
    outcome: referral.outcome ?? null,
    createdAt: referral.createdAt.toISOString(),
    closedAt: iso(referral.closedAt),
    withWhom: snapshot?.name ?? (last && names.get(last.providerId)?.name) ?? null,
    dueAt: last && isRunning(last) ? last.dueAt.toISOString() : null,
    isExhausted: isExhausted(referral, offersSinceOpen(referral, offers).length),
  };
};

/** One referral whole: clock, offers, calls, and why each provider was asked (case 35). */
export const referralDetail = async (work: Work, id: string): Promise<ReferralDetail | undefined> => {
  const referral = await findReferral(work, id);
  const person = referral && (await findPerson(work, referral.personId));
  if (!person) return undefined;
  const names = await namesOf(work);
  const offers = await offersOf(work, id);
  const attempts = await attemptsOf(work, id);
  const decisions = await decisionsOf(work, id);
  const snapshot = referral.mode === "inform" ? ((await snapshotOf(work, id)) as ServiceSnapshot | null) : null;
  work.audit({ action: "read referral", objectKind: "person", objectId: person.id, purpose: "referral" });
  return {
    ...(await summaryOf(work, referral, names)),
    commissionerId: work.commissionerId,
    personId: person.id,
    personName: displayName(person),
    acceptedAt: iso(referral.acceptedAt),
    firstAttemptAt: iso(referral.firstAttemptAt),
    reachedAt: iso(referral.reachedAt),
    hoursToContact: hoursToContact(offersSinceOpen(referral, offers)[0]?.offeredAt, referral.firstAttemptAt) ?? null,
    fieldsSent: await fieldsSent(work, id),
    isReadable: referral.hasPacket,
    offers: offers.map((offer) =>
      offerShown(
        offer,
        names,
        decisions.get(offer.decisionId),
        attempts.filter((each) => each.offerId === offer.id),
      ),
    ),
    shares: referral.poolId === undefined ? [] : [...turnShares(await accountsOf(work, referral.poolId))],
    choices: await choicesFor(work, referral.need, referral.communeCode),
    mayReopen: mayReopen(referral, work.now),
    mayBeUnreachable: cannotBeReached(attempts),
    service: snapshot && {
      name: snapshot.name,
      structure: snapshot.structure,
      ...(snapshot.phone === undefined ? {} : { phone: snapshot.phone }),
      ...(snapshot.address === undefined ? {} : { address: snapshot.address }),
    },
  };
};

const fieldsSent = async (work: Work, id: string): Promise<ReferralDetail["fieldsSent"]> => {
  const row = await work.first(sql<{ packet_fields: string[] }>`
    select packet_fields from referral where commissioner_id = ${work.commissionerId} and id = ${id}`);
  return packetFields.filter((field) => row?.packet_fields.includes(field));
};

const offerShown = (
  offer: Offer,
  names: Names,
  decision: Decision | undefined,
  attempts: readonly { at: Date; wasReached: boolean }[],
): ReferralDetail["offers"][number] => ({
  id: offer.id,
  seq: offer.seq,
  providerId: offer.providerId,
  providerName: names.get(offer.providerId)?.name ?? "…",
  providerPhone: names.get(offer.providerId)?.phone ?? null,
  offeredAt: offer.offeredAt.toISOString(),
  dueAt: offer.dueAt.toISOString(),
  answer: offer.answer,
  answeredAt: iso(offer.answeredAt),
  refusalReason: offer.refusalReason ?? null,
  refusalText: offer.refusalText ?? null,
  attempts: attempts.map(({ at, wasReached }) => ({ at: at.toISOString(), wasReached })),
  decision: decision && decision.mode !== "nobody" ? decisionShown(decision, names) : null,
});

const inRequests = (units: number): number => Math.round(requestsFromCredit(units) * 1000) / 1000;

const decisionShown = (decision: Decision & { mode: "turn" | "choice" }, names: Names) => ({
  mode: decision.mode,
  reason: decision.reason,
  chosen: names.get(decision.chosen)?.name ?? "…",
  entries: decision.entries.map((entry) => ({
    name: names.get(entry.provider)?.name ?? "…",
    weight: entry.weight,
    creditBefore: inRequests(entry.creditBefore),
    gained: inRequests(entry.gained),
    paid: inRequests(entry.paid),
    creditAfter: inRequests(entry.creditAfter),
  })),
  excluded: decision.excluded.map(({ provider, because }) => ({ name: names.get(provider)?.name ?? "…", because })),
});

/** Providers who answer to a need, those who may be asked by name first; the others with the cause. */
export const choicesFor = async (work: Work, need: string, communeCode: string | undefined): Promise<ReferralDetail["choices"]> => {
  const place = requestPlace(communeCode);
  if (!place) return [];
  const { excluded } = splitEligible(await providersOfNeed(work, need), place, work.now);
  const causes = new Map(excluded.map(({ provider, because }) => [provider, because]));
  return (await listProviders(work))
    .filter((provider) => provider.needs.includes(need))
    .map((provider) => ({ providerId: provider.id, name: provider.name, because: causes.get(provider.id) ?? null }))
    .toSorted((a, b) => Number(a.because !== null) - Number(b.because !== null));
};
