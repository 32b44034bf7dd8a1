import type { Work } from "#ground/server";
import { needLabel, themeOf, type TimelineEntry } from "#situation";
import { deskReferralWords } from "./desk.words.ts";
import { timelineWords as words } from "./follow-up.words.ts";
import type { ServiceSnapshot } from "./inform-person.action.ts";
import { offersOf } from "./offer.store.ts";
import { providerNames } from "./provider.store.ts";
import type { Referral } from "./referral.ts";
import { referralsOfPerson, snapshotOf } from "./referral.store.ts";

/** What this room adds to the timeline of a person: handed over to whom, accepted, called, closed with which outcome. */
export const referralTimeline = async (work: Work, personId: string): Promise<readonly TimelineEntry[]> => {
  const entries: TimelineEntry[] = [];
  for (const referral of await referralsOfPerson(work, personId)) entries.push(...(await entriesOf(work, referral)));
  return entries;
};

const entriesOf = async (work: Work, referral: Referral): Promise<readonly TimelineEntry[]> => {
  const common = { mark: "referral", theme: themeOf(referral.need), link: `/bureau/transmissions/${referral.id}` } as const;
  const by = referral.createdBy === undefined ? {} : { staffId: referral.createdBy };
  if (referral.mode === "inform") {
    const snapshot = (await snapshotOf(work, referral.id)) as ServiceSnapshot;
    return [{ ...common, ...by, at: referral.createdAt, sentence: words.informed(needLabel(referral.need), snapshot.name) }];
  }
  const offers = await offersOf(work, referral.id);
  const names = await providerNames(
    work,
    offers.map((offer) => offer.providerId),
  );
  const entries: TimelineEntry[] = [{ ...common, ...by, at: referral.createdAt, sentence: words.handedOver(needLabel(referral.need)) }];
  for (const offer of offers) entries.push({ ...common, at: offer.offeredAt, sentence: words.offered(names.get(offer.providerId) ?? "…") });
  if (referral.acceptedAt) entries.push({ ...common, at: referral.acceptedAt, sentence: words.accepted });
  if (referral.firstAttemptAt) entries.push({ ...common, at: referral.firstAttemptAt, sentence: words.called });
  if (referral.closedAt && referral.outcome) {
    const { fr, en } = deskReferralWords;
    entries.push({
      ...common,
      at: referral.closedAt,
      sentence: words.closed(fr.outcomes[referral.outcome], en.outcomes[referral.outcome]),
    });
  }
  return entries;
};
