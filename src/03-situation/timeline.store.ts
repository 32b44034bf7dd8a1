import { contactsOf } from "#contact/server";
import type { Work } from "#ground/server";
import { demandsOf } from "./demand.store.ts";
import { diagnosesOf } from "./diagnosis.store.ts";
import { needsOf } from "./need.store.ts";
import { situationsOf } from "./situation.store.ts";
import type { Situation } from "./situation.ts";
import type { TimelineEntry } from "./timeline.ts";
import { timelineWords as words } from "./timeline.words.ts";
import { urgenciesOf } from "./urgency.store.ts";

/** What a room adds to the timeline of a person. Given by the server that assembles the rooms. */
export type TimelineSource = (work: Work, personId: string) => Promise<readonly TimelineEntry[]>;

/** Parcours d'une personne : all that happened, the newest first. Reading it is reading her file. */
export const timelineOf = async (work: Work, personId: string, others: readonly TimelineSource[] = []): Promise<TimelineEntry[]> => {
  const entries: TimelineEntry[] = await contactEntries(work, personId);
  for (const situation of await situationsOf(work, personId)) entries.push(...(await situationEntries(work, situation)));
  for (const other of others) entries.push(...(await other(work, personId)));
  work.audit({ action: "read file", objectKind: "person", objectId: personId, purpose: "timeline" });
  // What happened in the same instant keeps its order too, read backwards.
  return entries.toReversed().toSorted((a, b) => b.at.getTime() - a.at.getTime());
};

const contactEntries = async (work: Work, personId: string): Promise<TimelineEntry[]> =>
  (await contactsOf(work, personId)).map((contact) => ({
    at: contact.startedAt,
    mark: "contact",
    sentence: words.contact(contact.channel, contact.direction, contact.endedAt && minutesBetween(contact.startedAt, contact.endedAt)),
    link: `/bureau/echanges/${contact.id}`,
    ...(contact.staffId === undefined ? {} : { staffId: contact.staffId }),
  }));

const minutesBetween = (from: Date, until: Date): number => Math.max(1, Math.round((until.getTime() - from.getTime()) / 60_000));

const situationEntries = async (work: Work, situation: Situation): Promise<TimelineEntry[]> => {
  const link = `/bureau/situations/${situation.id}`;
  const entries: TimelineEntry[] = [
    { at: situation.openedAt, mark: "situation", sentence: words.opened, link, staffId: situation.referentId },
  ];
  for (const demand of await demandsOf(work, situation.id))
    entries.push({ at: demand.notedAt, mark: "demand", sentence: words.demand(demand.theme, demand.words), theme: demand.theme, link });
  for (const need of await needsOf(work, situation.id))
    entries.push({ at: need.notedAt, mark: "need", sentence: words.need(need.need, need.origin === "expressed"), theme: need.theme, link });
  for (const urgency of await urgenciesOf(work, situation.id))
    entries.push({ at: urgency.flaggedAt, mark: "urgency", sentence: words.urgency(urgency.level), staffId: urgency.flaggedBy, link });
  for (const diagnosis of await diagnosesOf(work, situation.id))
    entries.push({
      at: diagnosis.signedAt,
      mark: "diagnosis",
      sentence: words.diagnosis(diagnosis.version),
      staffId: diagnosis.signedBy,
      link,
    });
  if (situation.closedAt && situation.closedReason)
    entries.push({ at: situation.closedAt, mark: "situation", sentence: words.closed(situation.closedReason), link });
  return entries;
};
