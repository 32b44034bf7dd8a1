import { findContact } from "#contact/server";
import { constraintOf, ownCommissioner, type Work } from "#ground/server";
import { phoneInPairs, readPhone, type Person } from "#person";
import { findPerson } from "#person/server";
import type { Contact } from "#contact";
import { demandsOf } from "./demand.store.ts";
import { isOpenNeed, toldOf } from "./need.ts";
import { needsOf } from "./need.store.ts";
import { nextActionHolds } from "./situation.ts";
import { findSituation, situationOfContact } from "./situation.store.ts";
import { draftSummary, type Summary, type SummaryLine } from "./summary.ts";
import { addSummary, setShared, summaryOf } from "./summary.store.ts";
import { needLabel } from "./taxonomy.ts";

/** What a later room adds to the summary of a situation. Given by the server that assembles the rooms. */
export type SummarySource = (work: Work, situationId: string) => Promise<readonly SummaryLine[]>;

/** Who an exchange was with, once it is known. */
export const subjectOfSummary = async (
  work: Work,
  contactId: string,
): Promise<{ readonly contact: Contact; readonly person: Person; readonly situationId: string } | undefined> => {
  const contact = await findContact(work, contactId);
  const about = contact && (await situationOfContact(work, contactId));
  const person = about && (await findPerson(work, about.personId));
  return person ? { contact, person, situationId: about.id } : undefined;
};

/** The first draft, from what is noted today. */
export const draftOf = async (work: Work, situationId: string, sources: readonly SummarySource[]): Promise<Summary> => {
  const situation = await findSituation(work, situationId);
  const next = situation?.closedAt === undefined ? situation?.nextAction : undefined;
  const service = await ownCommissioner(work);
  const fromRooms: SummaryLine[] = [];
  for (const source of sources) fromRooms.push(...(await source(work, situationId)));
  return draftSummary({
    demands: await demandsOf(work, situationId),
    needs: (await needsOf(work, situationId)).map((need) => ({
      label: needLabel(need.need),
      told: toldOf(need),
      isOpen: isOpenNeed(need),
    })),
    nextAction: nextActionHolds(next, work.now) ? next : undefined,
    fromRooms,
    service: { name: service.name, phone: phoneInPairs(readPhone(service.phone)?.value ?? service.phone) },
  });
};

export type SummaryKept =
  | { readonly kind: "kept"; readonly version: number }
  /** Someone kept another version meanwhile. */
  | { readonly kind: "newer"; readonly version: number }
  | { readonly kind: "no-person" };

/** Garder un résumé : a new version, sealed with her key. @param given.afterVersion the one that was on the screen, 0 when there was none */
export const keepSummary = async (
  work: Work,
  given: { readonly contactId: string; readonly text: Summary; readonly afterVersion: number },
): Promise<SummaryKept> => {
  if (work.actor.kind !== "staff") throw new Error(`summary of ${given.contactId}: only a human writes it`);
  const subject = await subjectOfSummary(work, given.contactId);
  if (!subject) return { kind: "no-person" };
  const last = await summaryOf(work, given.contactId);
  const version = last?.version ?? 0;
  if (version !== given.afterVersion) return { kind: "newer", version };
  await addSummary(
    work,
    { contactId: given.contactId, personId: subject.person.id, staffId: work.actor.staffId, version: version + 1, text: given.text },
    last?.sharedAt,
  );
  work.audit({ action: "write summary", objectKind: "person", objectId: subject.person.id });
  return { kind: "kept", version: version + 1 };
};

/** Two versions kept in the same instant: the second is answered like one that comes later. */
export const isKeptTwice = (error: unknown): boolean => constraintOf(error) === "summary_version_once";

export type SummarySharing = { readonly kind: "done" } | { readonly kind: "nothing-kept" } | { readonly kind: "protected" };

/** Montrer le résumé dans son suivi : when she says so; never to somebody who may be watched. */
export const shareSummary = async (work: Work, contactId: string, isShared: boolean): Promise<SummarySharing> => {
  const subject = await subjectOfSummary(work, contactId);
  const kept = subject && (await summaryOf(work, contactId));
  if (!kept) return { kind: "nothing-kept" };
  if (isShared && subject.person.isProtected) return { kind: "protected" };
  await setShared(work, kept.id, isShared);
  work.audit({ action: isShared ? "share summary" : "unshare summary", objectKind: "person", objectId: subject.person.id });
  return { kind: "done" };
};
