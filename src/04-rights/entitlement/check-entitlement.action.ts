import { sql } from "kysely";
import { dayOf } from "#engines/calendar";
import { addTask, finishTasks, type Work } from "#ground/server";
import { vaultOf } from "#person/server";
import { askProof } from "../register/document.store.ts";
import { findCheck, type RegisterCheck } from "../register/register-check.store.ts";
import { isSameQuestion, triedAgainAt } from "../register/register.ts";
import { mayIssue } from "./card-model.ts";
import { mayDo, type CheckWay } from "./entitlement.ts";
import { entitlementsOf, findEntitlement, type Entitlement } from "./entitlement.store.ts";
import { renewalsOf } from "./renewal.store.ts";
import { finishRenewal, handToDecision, waitForDecision } from "./renew-entitlement.action.ts";
import { tellCard } from "./tell-card.store.ts";

const oneDay = 24 * 3_600_000;

/**
 * Voir si la condition est remplie with what is already there: nothing to show, a register's answer that holds, a document seen. Nobody is
 * asked for anything. @returns how it holds, or that something must be asked
 */
export const proveEntitlement = async (work: Work, id: string): Promise<CheckWay | "to-ask"> => {
  const entitlement = await findEntitlement(work, id);
  if (!entitlement || !mayDo(entitlement.state, "check")) return "to-ask";
  const { question } = entitlement.model;
  if (!question) return markChecked(work, entitlement, "no-condition");
  const proof = await askProof(work, {
    personId: entitlement.personId,
    kind: question.register,
    atMost: question.register === "quotient_familial" ? question.atMost : undefined,
    on: dayOf(work.now),
    purpose: "card",
    subjectId: id,
  });
  if (proof.kind === "to-ask") return "to-ask";
  return markChecked(work, entitlement, proof.document.provenance === "register" ? "register" : "document");
};

const markChecked = async (work: Work, entitlement: Entitlement, how: CheckWay, note = ""): Promise<CheckWay> => {
  const place = { table: "rights_entitlement", id: entitlement.id, column: "decision_note" };
  const sealed = note === "" ? null : (await vaultOf(work, entitlement.personId)).seal(place, note);
  await work.run(sql`
    update rights_entitlement
    set checked_at = ${work.now}, checked_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}, checked_how = ${how}, decision_note = ${sealed}
    where commissioner_id = ${work.commissionerId} and id = ${entitlement.id} and checked_at is null`);
  await finishTasks(work, { kind: "card.register-no", subjectId: entitlement.id });
  work.audit({ action: "check card", objectKind: "person", objectId: entitlement.personId, purpose: how });
  await tellCard(work, entitlement.id, entitlement.personId);
  return how;
};

export type Decided = "decided" | "not-found" | "not-allowed" | "not-now" | "reason-missing";

/** Décider malgré l'absence de preuve : by somebody who may issue it, with a reason in words. A register that is silent refuses nobody. */
export const decideEntitlement = async (work: Work, given: { readonly id: string; readonly note: string }): Promise<Decided> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return "not-found";
  if (!mayDecide(work, entitlement)) return "not-allowed";
  if (!mayDo(entitlement.state, "decide")) return "not-now";
  if (given.note.trim() === "") return "reason-missing";
  await markChecked(work, entitlement, "decision", given.note.trim());
  return "decided";
};

export const mayDecide = (work: Work, entitlement: Pick<Entitlement, "model">): boolean =>
  work.actor.kind === "staff" && mayIssue(entitlement.model, work.actor.roles);

/**
 * Ce qui suit la réponse d'un registre : a request may be issued, a renewal is done; a no goes to a human and cuts nothing; « unknown »
 * leaves all as it is, with the task of the check, and a human decides once the house no longer asks. Said twice, it changes nothing more.
 */
export const settleAfterCheck = async (work: Work, checkId: string): Promise<void> => {
  const check = await findCheck(work, checkId);
  if (!check?.mayBeUsed || check.answer === undefined) return;
  for (const entitlement of await entitlementsOf(work, check.personId)) {
    if (!entitlement.model.question || !isSameQuestion(entitlement.model.question, check.question)) continue;
    if (entitlement.state === "requested") await settleRequest(work, entitlement, check.answer);
    else if (entitlement.waiting?.waitsFor === "register" && (await isSince(work, entitlement, check)))
      await settleRenewal(work, entitlement, check);
  }
};

/** She no longer agrees that registers are asked: what waited for one is for a human to decide, and goes on meanwhile. */
export const settleWithoutRegister = async (work: Work, personId: string): Promise<void> => {
  for (const entitlement of await entitlementsOf(work, personId))
    if (entitlement.waiting?.waitsFor === "register") await waitForDecision(work, entitlement, "card.no-register");
};

/** An answer given before the renewal was asked says nothing of it. */
const isSince = async (work: Work, entitlement: Entitlement, check: RegisterCheck): Promise<boolean> => {
  const waiting = (await renewalsOf(work, entitlement)).find((renewal) => renewal.id === entitlement.waiting?.renewalId);
  return waiting !== undefined && check.answeredAt !== undefined && check.answeredAt >= waiting.askedAt;
};

const settleRequest = async (work: Work, entitlement: Entitlement, answer: "yes" | "no" | "unknown"): Promise<void> => {
  if (answer === "unknown") return;
  if (answer === "no") await giveToHuman(work, entitlement, "card.register-no");
  else if ((await proveEntitlement(work, entitlement.id)) !== "to-ask") await giveToHuman(work, entitlement, "card.to-issue");
};

const settleRenewal = async (work: Work, entitlement: Entitlement, check: RegisterCheck): Promise<void> => {
  if (check.answer === "yes") await finishRenewal(work, entitlement, { how: "register" });
  else if (check.answer === "no") await waitForDecision(work, entitlement, "card.register-no");
  else if (!isAskedAgain(check, work.now)) await handToDecision(work, entitlement, "unchanged");
};

/** Whether the house asks the register again by itself. */
const isAskedAgain = ({ because, attempt }: RegisterCheck, now: Date): boolean =>
  because !== undefined && triedAgainAt({ because }, attempt, now, dayOf(now)) !== undefined;

/** A task for whoever asked, tomorrow; not when she is there herself, with the answer before her eyes. */
const giveToHuman = async (work: Work, entitlement: Entitlement, kind: "card.to-issue" | "card.register-no"): Promise<void> => {
  if (kind === "card.to-issue" && work.actor.kind === "staff") return;
  await addTask(work, {
    kind,
    subjectKind: "entitlement",
    subjectId: entitlement.id,
    personId: entitlement.personId,
    dueAt: new Date(work.now.getTime() + oneDay),
    ...(entitlement.requestedBy === undefined ? {} : { ownerId: entitlement.requestedBy }),
  });
  await tellCard(work, entitlement.id, entitlement.personId);
};
