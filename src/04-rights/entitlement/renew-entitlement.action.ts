import { sql } from "kysely";
import { dayOf, type Day } from "#engines/calendar";
import { addTask, finishTasks, type Work } from "#ground/server";
import { askProof } from "../register/document.store.ts";
import { mayIssue } from "./card-model.ts";
import { mayDo, renewedEnd, type CheckWay } from "./entitlement.ts";
import { findEntitlement, type Entitlement } from "./entitlement.store.ts";
import { renewalsOf, writeOutcome, writeWaiting } from "./renewal.store.ts";
import { tellCard } from "./tell-card.store.ts";

const oneDay = 24 * 3_600_000;
/** Asked for at each renewal, and done with it. */
export const renewalTasks = [
  "card.renewal-due",
  "card.ends-soon",
  "card.register-no",
  "card.situation-changed",
  "card.no-register",
  "card.waits-too-long",
] as const;

type Issued = Entitlement & { readonly period: NonNullable<Entitlement["period"]> };
const isIssued = (entitlement: Entitlement): entitlement is Issued => entitlement.period !== undefined;

export type RenewalBegun =
  | { readonly kind: "renewed"; readonly to: Day }
  /** A register must be asked; what to ask it stands in the model. */
  | { readonly kind: "ask-register" }
  /** Something changed: a human looks at it; the right goes on meanwhile. */
  | { readonly kind: "waits-for-decision" }
  | { readonly kind: "not-found" }
  | { readonly kind: "not-allowed" }
  | { readonly kind: "not-now"; readonly opensOn: Day | undefined };

/**
 * Renouveler. « Situation inchangée »: done at once when there is no condition, or when something seen since the window opened proves it;
 * otherwise a register is to be asked. An older answer is not enough: it says nothing of today.
 */
export const beginRenewal = async (
  work: Work,
  given: { readonly id: string; readonly situation: "unchanged" | "changed" },
): Promise<RenewalBegun> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return { kind: "not-found" };
  if (work.actor.kind !== "staff" || !mayIssue(entitlement.model, work.actor.roles)) return { kind: "not-allowed" };
  if (!isIssued(entitlement) || !mayDo(entitlement.state, "renew")) return { kind: "not-now", opensOn: entitlement.renewalOpensOn };
  if (given.situation === "changed") {
    await waitForDecision(work, entitlement, "card.situation-changed");
    return { kind: "waits-for-decision" };
  }
  const how = await provenAlready(work, entitlement);
  return how === undefined ? { kind: "ask-register" } : { kind: "renewed", to: await finishRenewal(work, entitlement, { how }) };
};

const provenAlready = async (work: Work, entitlement: Issued): Promise<CheckWay | undefined> => {
  const { question } = entitlement.model;
  if (!question) return "no-condition";
  const proof = await askProof(work, {
    personId: entitlement.personId,
    kind: question.register,
    atMost: question.register === "quotient_familial" ? question.atMost : undefined,
    on: dayOf(work.now),
    since: entitlement.renewalOpensOn,
    purpose: "renewal",
    subjectId: entitlement.id,
  });
  if (proof.kind === "to-ask") return undefined;
  return proof.document.provenance === "register" ? "register" : "document";
};

/** A register is being asked for this renewal: until it answers, the right goes on. */
export const waitForRegister = async (work: Work, id: string): Promise<void> => {
  const entitlement = await findEntitlement(work, id);
  if (!entitlement || !isIssued(entitlement) || !mayDo(entitlement.state, "renew")) return;
  await writeWaiting(work, entitlement, { situation: "unchanged", waitsFor: "register" });
  await tellCard(work, entitlement.id, entitlement.personId);
};

/** Why a renewal is for a human to decide: the register says no, something changed, or she no longer agrees that it is asked. */
type Cause = "card.register-no" | "card.situation-changed" | "card.no-register";

/** A human decides, within a day; nothing is cut meanwhile. */
export const waitForDecision = async (work: Work, entitlement: Entitlement, because: Cause): Promise<void> => {
  if (!(await handToDecision(work, entitlement, because === "card.situation-changed" ? "changed" : "unchanged"))) return;
  const owner = work.actor.kind === "staff" ? work.actor.staffId : entitlement.issuedBy;
  await addTask(work, {
    kind: because,
    subjectKind: "entitlement",
    subjectId: entitlement.id,
    personId: entitlement.personId,
    dueAt: new Date(work.now.getTime() + oneDay),
    ...(owner === undefined ? {} : { ownerId: owner }),
  });
};

/** The register will not be asked again by itself: a human decides. @returns false when there is nothing to renew */
export const handToDecision = async (work: Work, entitlement: Entitlement, situation: "unchanged" | "changed"): Promise<boolean> => {
  if (!isIssued(entitlement)) return false;
  await writeWaiting(work, entitlement, { situation, waitsFor: "decision" });
  await tellCard(work, entitlement.id, entitlement.personId);
  return true;
};

/** Renewed: its new end is counted from the last one, and its tasks are done. */
export const finishRenewal = async (
  work: Work,
  entitlement: Entitlement,
  given: { readonly how: CheckWay; readonly note?: string },
): Promise<Day> => {
  if (!isIssued(entitlement)) throw new Error(`entitlement ${entitlement.id} was never issued`);
  const renewalId =
    entitlement.waiting?.renewalId ?? (await writeWaiting(work, entitlement, { situation: "unchanged", waitsFor: "decision" }));
  const to = renewedEnd(entitlement.period, entitlement.model.months);
  await writeOutcome(work, entitlement, renewalId, { outcome: "renewed", how: given.how, toEnd: to, note: given.note ?? "" });
  await finishRenewalTasks(work, entitlement.id);
  work.audit({ action: "renew card", objectKind: "person", objectId: entitlement.personId, purpose: given.how });
  await work.tell("entitlement.renewed", { entitlementId: entitlement.id, personId: entitlement.personId });
  await tellCard(work, entitlement.id, entitlement.personId);
  return to;
};

const finishRenewalTasks = async (work: Work, id: string): Promise<void> => {
  for (const kind of renewalTasks) await finishTasks(work, { kind, subjectId: id });
};

export type RenewalSettled = "settled" | "not-found" | "not-allowed" | "not-now" | "reason-missing";

/** Trancher un renouvellement qui attend : renewed although the register said no or nothing, or not renewed; with a reason, by a human. */
export const settleRenewalByHand = async (
  work: Work,
  given: { readonly id: string; readonly outcome: "renewed" | "not-renewed"; readonly note: string },
): Promise<RenewalSettled> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return "not-found";
  if (work.actor.kind !== "staff" || !mayIssue(entitlement.model, work.actor.roles)) return "not-allowed";
  if (!mayDo(entitlement.state, "settle") || !entitlement.waiting) return "not-now";
  const note = given.note.trim();
  if (note === "") return "reason-missing";
  if (given.outcome === "renewed") {
    await finishRenewal(work, entitlement, { how: "decision", note });
    return "settled";
  }
  await writeOutcome(work, entitlement, entitlement.waiting.renewalId, { outcome: "not-renewed", how: "decision", toEnd: undefined, note });
  await finishRenewalTasks(work, entitlement.id);
  work.audit({ action: "do not renew card", objectKind: "person", objectId: entitlement.personId, purpose: "decision" });
  await tellCard(work, entitlement.id, entitlement.personId);
  return "settled";
};

export type RenewalUndone = "undone" | "not-found" | "not-allowed" | "too-late";

/** Annuler le dernier renouvellement, on the day it was made: the right has its former end again. */
export const undoRenewal = async (work: Work, id: string): Promise<RenewalUndone> => {
  const entitlement = await findEntitlement(work, id);
  if (!entitlement) return "not-found";
  if (work.actor.kind !== "staff" || !mayIssue(entitlement.model, work.actor.roles)) return "not-allowed";
  const last = (await renewalsOf(work, entitlement)).find((renewal) => renewal.undoneAt === undefined);
  if (!last || !mayBeUndone(last, entitlement, dayOf(work.now))) return "too-late";
  await work.run(sql`
    update rights_renewal set undone_at = ${work.now}, undone_by = ${work.actor.staffId}
    where commissioner_id = ${work.commissionerId} and id = ${last.id}`);
  await work.run(sql`
    update rights_entitlement set to_day = ${last.fromEnd}
    where commissioner_id = ${work.commissionerId} and id = ${id}`);
  work.audit({ action: "undo renewal", objectKind: "person", objectId: entitlement.personId });
  await tellCard(work, id, entitlement.personId);
  return "undone";
};

/** A renewal may be taken back on its day, as long as the right ends where it said, and was neither stopped nor lapsed since. */
export const mayBeUndone = (
  last: { readonly decidedAt: Date | undefined; readonly toEnd: Day | undefined; readonly outcome: string | undefined },
  entitlement: Pick<Entitlement, "period" | "stoppedAt" | "lapsedAt">,
  today: Day,
): boolean =>
  last.outcome === "renewed" &&
  last.decidedAt !== undefined &&
  dayOf(last.decidedAt) === today &&
  last.toEnd === entitlement.period?.to &&
  entitlement.stoppedAt === undefined &&
  entitlement.lapsedAt === undefined;
