import { dueAt } from "#engines/calendar";
import { chooseNext } from "#engines/turns";
import { ownCommissioner, type Work } from "#ground/server";
import { phoneMasked, type Person } from "#person";
import { activeConsent, consentText, findPerson } from "#person/server";
import { mayBeHandedOver, needLabel, type Need } from "#situation";
import { findNeed } from "#situation/server";
import { makePacket } from "./packet.ts";
import { accountsOf, findPool, standingsOf } from "./pool.store.ts";
import { splitEligible } from "./provider.ts";
import { providersOfNeed } from "./provider.store.ts";
import { choicesFor } from "./referral-detail.store.ts";
import type { HandOverPreview } from "./referral.contract.ts";
import { openHandoverOfNeed } from "./referral.store.ts";
import { requestPlace } from "./request-place.source.ts";
import { turnShares, type TurnAccount, type TurnShare } from "./turn-share.ts";

/** Avant de transmettre : what would happen if it were done now. The turn is read, not taken: it may have moved when it is done. */
export const handOverPreview = async (work: Work, needId: string): Promise<HandOverPreview | undefined> => {
  const need = await findNeed(work, needId);
  const person = need && (await findPerson(work, need.personId));
  if (!person) return undefined;
  const place = requestPlace(person.communeCode);
  const made = makePacket(person, { zone: place?.name, need: needLabel(need.need) });
  const turn = await turnNow(work, need, person);
  work.audit({ action: "prepare handover", objectKind: "person", objectId: person.id, purpose: "referral" });
  return {
    needId: need.id,
    need: needLabel(need.need),
    mayBeHandedOver: mayBeHandedOver(need),
    missing: made.kind === "missing" ? [...made.missing] : [],
    hasConsent: (await activeConsent(work, person.id, "share_referral")) !== undefined,
    script: (await consentText(work, "share_referral")).text,
    fields: made.kind === "packet" ? shown(made.packet) : null,
    phones: person.contactPoints
      .filter((point) => point.channel === "phone")
      .map((point) => ({ id: point.id, masked: phoneMasked(point.value), holder: point.holder })),
    commune: place?.name ?? null,
    dueAt: dueAt(work.now, (await ownCommissioner(work)).promise).toISOString(),
    ...turn,
    choices: await choicesFor(work, need.need, person.communeCode),
    openReferralId: (await openHandoverOfNeed(work, need.id))?.id ?? null,
  };
};

const shown = (packet: {
  firstName?: string;
  phone: string;
  mayLeaveMessage: boolean;
  zone: string;
  need: string;
  availability?: string;
}) => ({
  firstName: packet.firstName ?? null,
  phoneMasked: phoneMasked(packet.phone),
  mayLeaveMessage: packet.mayLeaveMessage,
  zone: packet.zone,
  need: packet.need,
  availability: packet.availability ?? null,
});

/** Whose turn it is, and the bars: an eligible provider without an account stands at zero. */
const turnNow = async (work: Work, need: Need, person: Person): Promise<Pick<HandOverPreview, "next" | "shares">> => {
  const place = requestPlace(person.communeCode);
  if (!place) return { next: null, shares: [] };
  const providers = await providersOfNeed(work, need.need);
  const split = splitEligible(providers, place, work.now);
  const poolId = await findPool(work, need.need, place.departement);
  const decision = chooseNext({ standings: await standingsOf(work, poolId, split.eligible), ...split });
  const accounts = poolId === undefined ? [] : await accountsOf(work, poolId);
  const names = new Map(providers.map((provider) => [provider.id as string, provider.name]));
  const shares = barsOf(accounts, split.eligible, names);
  if (decision.mode !== "turn") return { next: null, shares };
  return { next: { providerId: decision.chosen, name: names.get(decision.chosen) ?? "…", reason: decision.reason }, shares };
};

const barsOf = (accounts: readonly TurnAccount[], eligible: readonly string[], names: ReadonlyMap<string, string>): TurnShare[] => {
  const known = new Set(accounts.map((account) => account.providerId));
  const newcomers = eligible
    .filter((id) => !known.has(id))
    .map((id) => ({ providerId: id, name: names.get(id) ?? "…", creditUnits: 0, received: 0 }));
  return [...turnShares([...accounts, ...newcomers])].filter((share) => eligible.includes(share.providerId));
};
