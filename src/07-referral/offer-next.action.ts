import { dueAt } from "#engines/calendar";
import { chooseNext, honourChoice, type Cause, type Decision } from "#engines/turns";
import { addTask, ownCommissioner, type Work } from "#ground/server";
import { findSituation } from "#situation/server";
import { recordGap } from "#directory/server";
import type { Offer } from "./offer.ts";
import { addOffer, offersOf } from "./offer.store.ts";
import { keepDecision, keepStandings, openPool, standingsOf } from "./pool.store.ts";
import { splitEligible, type RequestPlace } from "./provider.ts";
import { providersOfNeed } from "./provider.store.ts";
import { offersBeforeHuman, type Referral } from "./referral.ts";
import { changeReferral } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";
import { tellNext, tellSearching } from "./tell-person.action.ts";
import { tellProvider } from "./tell-provider.action.ts";

export type NextOffer =
  | { readonly kind: "offered"; readonly offer: Offer }
  /** Nobody was eligible, or three were already asked: a human has a task. */
  | { readonly kind: "searching"; readonly because: "nobody" | "exhausted" };

/** How the next one is found: by the turn, after three only when a human asks for it; or by the name that the person said. */
export type HowNext = { readonly kind: "turn"; readonly asker: "house" | "human" } | { readonly kind: "choice"; readonly named: string };

/** How far a gap is said to reach: what nobody offers within 15 km. */
const gapRadiusMeters = 15_000;
const oneDayMs = 86_400_000;

/**
 * Solliciter le suivant : offers a referral that nobody holds to the next provider. One transaction: the decision, the accounts, the
 * offer and the mail are kept together. The referral must be locked by the caller; a named provider must have been checked.
 */
export const offerNext = async (work: Work, referral: Referral, how: HowNext): Promise<NextOffer> => {
  const place = placeOf(referral);
  const made = offersSinceOpen(referral, await offersOf(work, referral.id));
  const isFirst = made.length === 0;
  if (how.kind === "turn" && how.asker === "house" && made.length >= offersBeforeHuman) return giveToHuman(work, referral, "exhausted");
  const { decision, poolId, standings } = await decide(
    work,
    referral.need,
    place,
    made.map((offer) => offer.providerId),
    how,
  );
  if (decision.mode === "nobody") return giveToHuman(work, referral, isFirst ? "nobody" : "exhausted");
  const decisionId = await keepDecision(work, { referralId: referral.id, poolId, decision });
  await keepStandings(work, poolId, standings, decision);
  const promise = (await ownCommissioner(work)).promise;
  const offer = await addOffer(work, { referralId: referral.id, providerId: decision.chosen, decisionId, dueAt: dueAt(work.now, promise) });
  await changeReferral(work, referral.id, { status: "offered", acceptedAt: null });
  await work.tell("referral.offered", { referralId: referral.id, offerId: offer.id, providerId: offer.providerId });
  work.audit({ action: "offer referral", objectKind: "referral", objectId: referral.id });
  await tellProvider(work, "offer", offer, referral);
  if (!isFirst) await tellNext(work, referral.personId, offer.dueAt);
  return { kind: "offered", offer };
};

/** Offers made since the referral was opened, or opened again: what came before is another attempt at the same need. */
export const offersSinceOpen = (referral: Pick<Referral, "reopenedAfterSeq">, offers: readonly Offer[]): readonly Offer[] =>
  offers.filter((offer) => offer.seq > referral.reopenedAfterSeq);

const placeOf = (referral: Referral): RequestPlace => {
  const place = requestPlace(referral.communeCode);
  if (!place) throw new Error(`referral ${referral.id} has no known commune (${String(referral.communeCode)})`);
  return place;
};

const decide = async (work: Work, need: string, place: RequestPlace, alreadyAsked: readonly string[], how: HowNext) => {
  const poolId = await openPool(work, need, place.departement);
  const providers = await providersOfNeed(work, need);
  // Someone asked for by name may be asked again: the person insists.
  const split = splitEligible(providers, place, work.now, how.kind === "choice" ? [] : alreadyAsked);
  const standings = await standingsOf(work, poolId, split.eligible);
  const request = { standings, ...split };
  const decision: Decision = how.kind === "choice" ? honourChoice({ ...request, named: how.named }) : chooseNext(request);
  return { decision, poolId, standings };
};

/** Why a provider may not be asked by name; undefined when it may. */
export const causeAgainst = async (
  work: Work,
  need: string,
  place: RequestPlace,
  providerId: string,
): Promise<Cause | "unknown" | undefined> => {
  const { eligible, excluded } = splitEligible(await providersOfNeed(work, need), place, work.now);
  if (eligible.includes(providerId)) return undefined;
  return excluded.find((each) => each.provider === providerId)?.because ?? "unknown";
};

/** The referral stays open and searching: someone has a task tomorrow, and the person is told that she is not forgotten. */
const giveToHuman = async (work: Work, referral: Referral, because: "nobody" | "exhausted"): Promise<NextOffer> => {
  await changeReferral(work, referral.id, { status: "searching", acceptedAt: null });
  if (because === "nobody" && referral.communeCode !== undefined)
    await recordGap(work, { need: referral.need, communeCode: referral.communeCode, radiusMeters: gapRadiusMeters, from: "referral" });
  const situation = await findSituation(work, referral.situationId);
  await addTask(work, {
    kind: `referral.${because}`,
    subjectKind: "referral",
    subjectId: referral.id,
    personId: referral.personId,
    dueAt: new Date(work.now.getTime() + oneDayMs),
    ...(situation ? { ownerId: situation.referentId } : {}),
  });
  if (because === "exhausted") await tellSearching(work, referral.personId);
  return { kind: "searching", because };
};
