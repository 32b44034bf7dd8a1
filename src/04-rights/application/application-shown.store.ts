import { compareDays, dayOf, type Day } from "#engines/calendar";
import { staffOfCommissioner, type Work } from "#ground/server";
import { displayName, type PlaceNames } from "#person";
import { findPerson } from "#person/server";
import { findSituation, situationsOf } from "#situation/server";
import type { ApplicationShown, ApplicationsShown, PlanStepShown } from "./application.contract.ts";
import { applicationsOfSituation, applicationsOfSituations, type KeptApplication } from "./application.store.ts";
import { gestureKinds, lastOf, nextStates, standing, undoableStep, type ApplicationStep } from "./application.ts";
import { deadlineOf, losesAMonth } from "./deadline.ts";
import { letterVersions } from "./letter.store.ts";
import { lettersFor } from "./letter-draft.ts";
import { letterKinds } from "./letter.ts";
import { papersFor, type HeldPaper, type PaperKind } from "./paper.ts";
import { planFor, type RightFound } from "./plan.ts";
import { mayBeWithoutAmount, ruleOf } from "./right-rule.ts";

/** What other chapters know and this one shows: the rights that were found, and the papers already there. */
export interface AroundApplications {
  readonly rightsFound: (work: Work, situationId: string) => Promise<readonly RightFound[]>;
  readonly heldPapers: (work: Work, personId: string) => Promise<readonly HeldPaper[]>;
  /** How a commune is called: the place of a letter. */
  readonly places: PlaceNames;
}

interface Reader {
  readonly names: ReadonlyMap<string, string>;
  readonly held: readonly HeldPaper[];
  readonly today: Day;
}

/** The applications of a situation and the plan of what remains to be asked for, as the desk shows them. */
export const readApplications = async (
  work: Work,
  situationId: string,
  around: AroundApplications,
): Promise<ApplicationsShown | undefined> => {
  const situation = await findSituation(work, situationId);
  const person = situation && (await findPerson(work, situation.personId));
  if (!situation || !person) return undefined;
  const reader = await readerFor(work, person.id, around);
  const applications = await applicationsOfSituation(work, situationId);
  work.audit({ action: "read file", objectKind: "person", objectId: person.id, purpose: "applications" });
  return {
    situationId,
    personId: person.id,
    personName: displayName(person),
    isClosed: situation.closedAt !== undefined,
    today: reader.today,
    applications: await shownAll(work, applications, reader),
    plan: situation.closedAt === undefined ? await readPlan(work, situationId, applications, reader, around) : [],
  };
};

/** All the applications of a person, whatever her situations. */
export const readApplicationsOfPerson = async (work: Work, personId: string, around: AroundApplications) => {
  const situations = await situationsOf(work, personId);
  const reader = await readerFor(work, personId, around);
  const applications = await applicationsOfSituations(
    work,
    situations.map(({ id }) => id),
  );
  work.audit({ action: "read file", objectKind: "person", objectId: personId, purpose: "applications" });
  return { personId, today: reader.today, applications: await shownAll(work, applications, reader) };
};

const readerFor = async (work: Work, personId: string, around: AroundApplications): Promise<Reader> => ({
  names: new Map((await staffOfCommissioner(work, work.commissionerId)).map((staff) => [staff.id as string, staff.name])),
  held: await around.heldPapers(work, personId),
  today: dayOf(work.now),
});

const readPlan = async (
  work: Work,
  situationId: string,
  applications: readonly KeptApplication[],
  reader: Reader,
  around: AroundApplications,
): Promise<PlanStepShown[]> => {
  const followed = new Set(applications.map(({ asked }) => (asked.kind === "computed" ? asked.right : undefined)));
  const found = (await around.rightsFound(work, situationId)).filter(({ right }) => !followed.has(right));
  return planFor(found, reader.today).map((step) => {
    const asked = { kind: "computed", right: step.right } as const;
    const rule = ruleOf(asked);
    return {
      right: step.right,
      isSure: step.isSure,
      lowCents: step.lowCents,
      highCents: step.highCents,
      period: step.period,
      start: step.start,
      startArticle: rule.startArticle ?? null,
      body: rule.body,
      by: step.by,
      isPressing: step.isPressing,
      papers: papersShown(papersFor(asked), reader.held),
    };
  });
};

const shownAll = async (work: Work, applications: readonly KeptApplication[], reader: Reader): Promise<ApplicationShown[]> => {
  const versions = await letterVersions(
    work,
    applications.map(({ id }) => id),
  );
  return applications.map((application) => ({
    ...shown(application, reader, work.now),
    letters: letterKinds
      .map((kind) => ({ kind, version: versions.get(`${application.id} ${kind}`) ?? 0 }))
      .filter(({ kind, version }) => version > 0 || lettersFor(application.state).includes(kind)),
  }));
};

const shown = (application: KeptApplication, reader: Reader, now: Date): Omit<ApplicationShown, "letters"> => {
  const { asked, state } = application;
  const rule = ruleOf(asked);
  const deadline = deadlineOf(application);
  const ways = nextStates[state];
  return {
    id: application.id,
    situationId: application.situationId,
    right: asked.kind === "computed" ? asked.right : null,
    label: asked.kind === "computed" ? null : asked.label,
    state,
    since: standing(application.steps).at(-1)?.made.on ?? reader.today,
    amount: lastOf(application, "pay")?.amount ?? lastOf(application, "grant")?.amount ?? null,
    needsAmount: !mayBeWithoutAmount(asked),
    usualPeriod: rule.period,
    deadline: deadline ? { kind: deadline.kind, on: deadline.on, isPast: compareDays(deadline.on, reader.today) < 0 } : null,
    losesAMonth: losesAMonth(asked),
    mayDo: gestureKinds.filter((kind) => ways[kind] !== undefined),
    undoable: undoableStep(application, now)?.made.kind ?? null,
    rule: {
      body: rule.body,
      start: rule.start,
      startArticle: rule.startArticle ?? null,
      silenceMonths: rule.silenceMonths,
      silenceIsRefusal: rule.silenceArticle !== undefined,
      silenceArticle: rule.silenceArticle ?? null,
      appealTo: rule.appealTo,
      appealArticle: rule.appealArticle ?? null,
    },
    papers: papersShown(papersFor(asked), reader.held),
    steps: application.steps.map((step) => stepShown(step, reader.names)),
  };
};

const papersShown = (papers: readonly PaperKind[], held: readonly HeldPaper[]): PlanStepShown["papers"] =>
  papers.map((paper) => {
    const there = held.find((each) => each.paper === paper);
    return { paper, held: there ? { seenOn: there.seenOn, validUntil: there.validUntil ?? null } : null };
  });

const stepShown = (
  { id, made, at, by, undoneAt }: ApplicationStep,
  names: ReadonlyMap<string, string>,
): ApplicationShown["steps"][number] => ({
  id,
  kind: made.kind,
  on: made.on,
  at: at.toISOString(),
  by: by === undefined ? null : (names.get(by) ?? "…"),
  isUndone: undoneAt !== undefined,
  how: made.kind === "ask" ? made.how : null,
  toWhom: made.kind === "ask" || made.kind === "appeal" ? made.toWhom : null,
  amount: made.kind === "grant" || made.kind === "pay" ? (made.amount ?? null) : null,
  from: made.kind === "grant" ? (made.from ?? null) : null,
  reason: made.kind === "refuse" ? made.reason : null,
  proof: made.kind === "pay" ? made.proof : null,
  note: made.kind === "open" ? "" : made.note,
});
