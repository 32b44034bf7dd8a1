import { mayDo, type Id } from "#ground";
import { keyFor, staffOfCommissioner, type Work } from "#ground/server";
import { displayName } from "#person";
import { findPerson } from "#person/server";
import { openItemsOfSituation, type Objector } from "./close-situation.action.ts";
import { demandsOf } from "./demand.store.ts";
import { diagnosesOf } from "./diagnosis.store.ts";
import { inItsWords, isExpired, validUntil, type Diagnosis } from "./diagnosis.ts";
import { emotionsOfContact } from "./emotion.store.ts";
import type { DiagnosisShown, ExchangeShown, NeedShown, SituationPageShown, SituationShown, UrgencyShown } from "./exchange.contract.ts";
import { grids, type Grid } from "./grid.ts";
import { isOpenNeed, toldOf, type Need } from "./need.ts";
import { needsOf } from "./need.store.ts";
import { helpCalledFor } from "./help.store.ts";
import { notesOf } from "./notes.store.ts";
import type { OpenedExchange } from "./open-exchange.action.ts";
import { findSituation } from "./situation.store.ts";
import { nextActionHolds, type Situation } from "./situation.ts";
import { needLabel } from "./taxonomy.ts";
import { urgenciesOf } from "./urgency.store.ts";

type Named = readonly { readonly id: string; readonly name: string }[];
const named = (staff: Named, id: string) => ({ id, name: staff.find((each) => each.id === id)?.name ?? "…" });

/** All that the desk shows of an exchange. Reading it is reading the person's file. */
export const readExchange = async (work: Work, opened: OpenedExchange): Promise<ExchangeShown> => {
  if (work.actor.kind !== "staff") throw new Error("an exchange is read by a member of staff");
  const { contact, situationId } = opened;
  const staff = await staffOfCommissioner(work, work.commissionerId);
  const situation = situationId === undefined ? undefined : await readSituation(work, situationId, staff);
  const notes = await notesOf(work, contact.id);
  const person = contact.personId === undefined ? undefined : await findPerson(work, contact.personId);
  const address = person?.contactPoints.find((point) => point.channel === "address")?.value;
  return {
    contact: {
      id: contact.id,
      channel: contact.channel,
      direction: contact.direction,
      startedAt: contact.startedAt.toISOString(),
      ...(contact.endedAt ? { endedAt: contact.endedAt.toISOString() } : {}),
    },
    commissionerId: work.commissionerId,
    ...(contact.personId === undefined ? {} : { personId: contact.personId }),
    ...(person ? { personKind: person.kind } : {}),
    ...(address === undefined ? {} : { address }),
    ...(situation ? { situation } : {}),
    notes: {
      text: notes.text,
      revision: notes.revision,
      isPurged: notes.isPurged,
      ...(notes.savedAt ? { savedAt: notes.savedAt.toISOString() } : {}),
    },
    emotions: await emotionsOfContact(work, contact.id),
    staff: whoListens(staff),
    me: work.actor.staffId,
    mayCloseAnyway: mayDo(work.actor.roles, "close-anyway"),
    draftKey: draftKey(work, contact.id, work.actor.staffId),
  };
};

const whoListens = (staff: Awaited<ReturnType<typeof staffOfCommissioner>>) =>
  staff.filter((each) => mayDo(each.roles, "listen")).map(({ id, name }) => ({ id, name }));

/** A situation on its own page, with what keeps it open in every room. */
export const readSituationPage = async (
  work: Work,
  id: Id<"Situation">,
  objectors: readonly Objector[],
): Promise<SituationPageShown | undefined> => {
  if (work.actor.kind !== "staff") throw new Error("a situation is read by a member of staff");
  const staff = await staffOfCommissioner(work, work.commissionerId);
  const situation = await readSituation(work, id, staff);
  const person = situation && (await findPerson(work, situation.personId));
  return (
    person && {
      ...situation,
      personName: displayName(person),
      objections: situation.closedAt === undefined ? await openItemsOfSituation(work, id, objectors) : [],
      staff: whoListens(staff),
      me: work.actor.staffId,
      mayCloseAnyway: mayDo(work.actor.roles, "close-anyway"),
    }
  );
};

/** A key of one exchange for one professional: what stays on a computer is of no use to whoever cannot sign in. */
export const draftKey = (work: Work, contactId: string, staffId: string): string =>
  keyFor(work.ground.keys.house, `draft ${work.commissionerId} ${contactId} ${staffId}`).toString("base64");

/** A situation as screens show it. */
export const readSituation = async (
  work: Work,
  id: Id<"Situation">,
  staff?: Named,
  kept: readonly Grid[] = grids,
): Promise<SituationShown | undefined> => {
  const situation = await findSituation(work, id);
  if (!situation) return undefined;
  const names = staff ?? (await staffOfCommissioner(work, work.commissionerId));
  const [diagnosis, previous] = await diagnosesOf(work, id);
  work.audit({ action: "read file", objectKind: "person", objectId: situation.personId });
  return {
    id,
    personId: situation.personId,
    openedAt: situation.openedAt.toISOString(),
    referent: named(names, situation.referentId),
    urgency: await showUrgency(work, situation, names),
    ...showNextAction(work, situation, names),
    ...(situation.closedAt ? { closedAt: situation.closedAt.toISOString() } : {}),
    ...(situation.closedReason ? { closedReason: situation.closedReason } : {}),
    demands: (await demandsOf(work, id)).map((demand) => ({
      id: demand.id,
      theme: demand.theme,
      words: demand.words,
      notedAt: demand.notedAt.toISOString(),
      ...(demand.answered === undefined ? {} : { answered: demand.answered }),
    })),
    needs: (await needsOf(work, id)).map(showNeed),
    ...(diagnosis ? { diagnosis: showDiagnosis(diagnosis, work.now, names, kept) } : {}),
    ...(previous ? { previousDiagnosis: showDiagnosis(previous, work.now, names, kept) } : {}),
  };
};

const showNeed = (need: Need): NeedShown => ({
  id: need.id,
  need: need.need,
  theme: need.theme,
  label: needLabel(need.need),
  origin: need.origin,
  severity: need.severity,
  status: need.status,
  told: toldOf(need),
  isOpen: isOpenNeed(need),
  ...(need.demandId === undefined ? {} : { demandId: need.demandId }),
});

const showUrgency = async (work: Work, situation: Situation, names: Named): Promise<UrgencyShown> => {
  const last = (await urgenciesOf(work, situation.id))[0];
  const help = (await helpCalledFor(work, situation.id)).map(({ number, calledAt, calledBy }) => ({
    number,
    calledAt: calledAt.toISOString(),
    calledBy: named(names, calledBy).name,
  }));
  if (!last) return { level: situation.urgency, motives: [], help };
  return {
    level: last.level,
    motives: [...last.motives],
    flaggedAt: last.flaggedAt.toISOString(),
    flaggedBy: named(names, last.flaggedBy).name,
    help,
  };
};

const showNextAction = (work: Work, situation: Situation, names: Named): Pick<SituationShown, "nextAction"> => {
  const next = situation.nextAction;
  if (!next || situation.closedAt !== undefined) return {};
  return {
    nextAction: {
      what: next.what,
      at: next.at.toISOString(),
      owner: named(names, next.ownerId),
      isChosen: next.isChosen,
      holds: nextActionHolds(next, work.now),
    },
  };
};

export const showDiagnosis = (diagnosis: Diagnosis, now: Date, names: Named, kept: readonly Grid[]): DiagnosisShown => ({
  version: diagnosis.version,
  gridVersion: diagnosis.gridVersion,
  answers: diagnosis.answers,
  inWords: [...inItsWords(diagnosis, kept)],
  signedAt: diagnosis.signedAt.toISOString(),
  signedBy: named(names, diagnosis.signedBy).name,
  validUntil: validUntil(diagnosis),
  isExpired: isExpired(diagnosis, now),
});
