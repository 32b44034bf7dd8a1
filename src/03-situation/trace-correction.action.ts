import type { Work } from "#ground/server";
import { findNeed, needsOf } from "./need.store.ts";
import { situationOfContact } from "./situation.store.ts";
import type { Machine } from "./suggestion.contract.ts";
import { keepVerdict, wasKept } from "./verdict.store.ts";

/** Which machine was reading, and in which exchange, while a human corrected it. */
export interface AtWork {
  readonly contactId: string;
  readonly machine: Machine;
}

/** A need added by hand is one that the machine had not found: it is counted as such. Noted already, it teaches nothing. */
export const traceAdded = async (work: Work, situationId: string, need: string, atWork: AtWork): Promise<void> => {
  if (!(await isAbout(work, atWork, situationId)) || (await needsOf(work, situationId)).some((each) => each.need === need)) return;
  await keepVerdict(work, { ...atWork, situationId, kind: "need", label: need, verdict: "added", wasProposed: false });
};

/** A need withdrawn, whether the machine had proposed it or a human had typed it. */
export const traceWithdrawn = async (work: Work, needId: string, atWork: AtWork): Promise<void> => {
  const found = await findNeed(work, needId);
  if (!found || !(await isAbout(work, atWork, found.situationId))) return;
  const { situationId, need } = found;
  const wasProposed = await wasKept(work, situationId, need);
  await keepVerdict(work, { ...atWork, situationId, kind: "need", label: need, verdict: "withdrawn", wasProposed });
};

/** What comes from the desk is believed of this situation only. */
const isAbout = async (work: Work, { contactId }: AtWork, situationId: string): Promise<boolean> =>
  (await situationOfContact(work, contactId))?.id === situationId;
