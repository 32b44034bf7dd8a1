import { addDays, dayOf } from "#engines/calendar";
import { addTask, finishTasks, type Work } from "#ground/server";
import { activeConsent, findPerson } from "#person/server";
import type { Registers } from "./api-particulier.source.ts";
import { missingFor, type CivilIdentity, type IdentityField } from "./civil-identity.ts";
import { identityOf, keepIdentity } from "./civil-identity.store.ts";
import { noteDocument } from "./document.store.ts";
import {
  addCheck,
  checksOf,
  claimCheck,
  findCheck,
  holdsToday,
  oneAtATime,
  writeAnswer,
  type RegisterCheck,
} from "./register-check.store.ts";
import { isSameQuestion, triedAgainAt, validUntil, type Question, type RegisterAnswer } from "./register.ts";

/** Ouvre une transaction pour une étape : a register is never waited for inside one. */
export type Step = <Result>(task: (work: Work) => Promise<Result>) => Promise<Result>;

export const retryJob = "rights.register-retry";

export type BegunCheck =
  | { readonly kind: "begun"; readonly checkId: string }
  /** Answered already, and the answer still holds: nobody is asked again. */
  | { readonly kind: "known"; readonly checkId: string }
  | { readonly kind: "not-found" }
  | { readonly kind: "no-name" }
  /** She was not asked, said no, or took it back: nothing leaves. */
  | { readonly kind: "no-consent" }
  | { readonly kind: "identity-missing"; readonly fields: readonly IdentityField[] };

/**
 * Commencer une vérification : with her consent, and once. What is said of her identity is kept sealed; what holds already is not asked
 * again, unless `again`.
 */
export const beginCheck = async (
  work: Work,
  given: {
    readonly personId: string;
    readonly question: Question;
    readonly identity?: CivilIdentity | undefined;
    readonly again?: boolean | undefined;
    readonly attempt?: number;
  },
): Promise<BegunCheck> => {
  const person = await findPerson(work, given.personId);
  if (!person) return { kind: "not-found" };
  if (person.kind === "anonymous") return { kind: "no-name" };
  const consent = await activeConsent(work, given.personId, "register_check");
  if (!consent) return { kind: "no-consent" };
  await oneAtATime(work, given.personId);
  const before = (await checksOf(work, given.personId)).filter((check) => isSameQuestion(check.question, given.question));
  const known = before.find((check) => holdsToday(check, dayOf(work.now)));
  if (known && given.again !== true) return { kind: "known", checkId: known.id };
  const said = { ...(await identityOf(work, given.personId)), ...given.identity };
  const missing = missingFor(given.question.register, said);
  if (missing.length > 0) return { kind: "identity-missing", fields: missing };
  if (given.identity) await keepIdentity(work, given.personId, given.identity);
  // Two of us pressed at the same time: one call serves both.
  const waiting = before.find((check) => check.answeredAt === undefined && work.now.getTime() - check.askedAt.getTime() < 60_000);
  if (waiting) return { kind: "begun", checkId: waiting.id };
  const { question, attempt = 1 } = given;
  const checkId = await addCheck(work, { personId: given.personId, consentId: consent.id, question, attempt });
  work.audit({ action: "ask register", objectKind: "person", objectId: given.personId, purpose: question.register });
  return { kind: "begun", checkId };
};

/**
 * Interroger le registre of a check that was begun: claims it, calls with no transaction open, keeps the answer. Repeated, it calls nobody.
 * @param after what follows for whoever asked, in the same transaction as the answer
 * @returns whether the check is answered; « under-way » when somebody else is calling
 */
export const callRegister = async (
  step: Step,
  registers: Registers,
  checkId: string,
  after: (work: Work, checkId: string) => Promise<void> = () => Promise.resolve(),
): Promise<"answered" | "under-way"> => {
  const claimed = await step(async (work) => {
    if (!(await claimCheck(work, checkId))) return undefined;
    const check = await findCheck(work, checkId);
    // Withdrawn between the two: nothing leaves.
    if (!check?.mayBeUsed) {
      await endCheck(work, checkId, { kind: "unknown", because: "withdrawn" });
      return undefined;
    }
    return { question: check.question, identity: await identityOf(work, check.personId), on: dayOf(work.now) };
  });
  if (claimed) {
    const answer = await registers.ask(claimed.question, claimed.identity, claimed.on);
    await step(async (work) => {
      await endCheck(work, checkId, answer);
      await after(work, checkId);
    });
  }
  const check = await step((work) => findCheck(work, checkId));
  return check?.answeredAt === undefined ? "under-way" : "answered";
};

/** Keeps an answer and what follows from it: a proof for a yes; for « unknown » a task in a day, and another try by the house. */
export const endCheck = async (work: Work, checkId: string, said: RegisterAnswer): Promise<void> => {
  const check = await findCheck(work, checkId);
  if (!check || check.answeredAt !== undefined) return;
  const answer: RegisterAnswer = check.mayBeUsed ? said : { kind: "unknown", because: "withdrawn" };
  const on = dayOf(work.now);
  const until = validUntil(answer.kind, on);
  await writeAnswer(work, check, answer, until);
  work.audit({ action: "register answered", objectKind: "person", objectId: check.personId, purpose: check.question.register });
  if (answer.kind === "yes") {
    const { question } = check;
    const atMost = question.register === "quotient_familial" ? question.atMost : undefined;
    await noteDocument(work, {
      personId: check.personId,
      kind: question.register,
      atMost,
      provenance: "register",
      checkId,
      seenOn: on,
      validUntil: until,
    });
  }
  if (answer.kind === "unknown") await planAnotherTry(work, check, answer);
  else await finishWhenAllKnown(work, check.personId);
  await work.tell("register-check.answered", { checkId, personId: check.personId });
};

const oneDay = 24 * 3_600_000;

const planAnotherTry = async (work: Work, check: RegisterCheck, answer: Extract<RegisterAnswer, { kind: "unknown" }>): Promise<void> => {
  // She said no in the meantime: nothing is left to do for anybody.
  if (answer.because === "withdrawn") return;
  await addTask(work, {
    kind: "register.unknown",
    subjectKind: "person",
    subjectId: check.personId,
    personId: check.personId,
    dueAt: new Date(work.now.getTime() + oneDay),
    ...(check.askedBy === undefined ? {} : { ownerId: check.askedBy }),
  });
  const at = triedAgainAt(answer, check.attempt, work.now, addDays(dayOf(work.now), 1));
  if (at) await work.later(retryJob, { checkId: check.id }, { at, key: `${retryJob} ${check.id}` });
};

/** The task closes by itself once the last word of each register is a yes or a no. */
const finishWhenAllKnown = async (work: Work, personId: string): Promise<void> => {
  const checks = await checksOf(work, personId);
  const last = checks.filter((check, at) => checks.findIndex((each) => isSameQuestion(each.question, check.question)) === at);
  if (last.every((check) => check.answer !== "unknown")) await finishTasks(work, { kind: "register.unknown", subjectId: personId });
};
