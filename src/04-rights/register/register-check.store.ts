import { sql } from "kysely";
import { dayOf, type Day } from "#engines/calendar";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { activeConsent, vaultOf } from "#person/server";
import { questionOf, stillHolds, type Question, type Register, type RegisterAnswer, type UnknownReason } from "./register.ts";

/** Vérification : one question to one register, with its answer as far as it is kept. */
export interface RegisterCheck {
  readonly id: Id<"RegisterCheck">;
  readonly personId: Id<"Person">;
  readonly consentId: Id<"Consent">;
  readonly question: Question;
  readonly askedAt: Date;
  readonly askedBy: Id<"Staff"> | undefined;
  readonly attempt: number;
  readonly answeredAt: Date | undefined;
  /** Undefined while the register is asked, and once the answer is erased. */
  readonly answer: "yes" | "no" | "unknown" | undefined;
  readonly because: UnknownReason | undefined;
  readonly validUntil: Day | undefined;
  readonly isForgotten: boolean;
  /** Whether she still agrees to what it was asked under. */
  readonly mayBeUsed: boolean;
}

const place = (id: string) => ({ table: "rights_register_check", id, column: "answer" });

/** Lets one of us at a time begin to ask about a person: the second sees what the first began. */
export const oneAtATime = async (work: Work, personId: string): Promise<void> => {
  await work.run(sql`select pg_advisory_xact_lock(hashtextextended(${`rights.register ${personId}`}, 0))`);
};

export const addCheck = async (
  work: Work,
  given: { readonly personId: string; readonly consentId: string; readonly question: Question; readonly attempt: number },
): Promise<Id<"RegisterCheck">> => {
  const { register } = given.question;
  const { id } = await work.one(sql<{ id: string }>`
    insert into rights_register_check (commissioner_id, person_id, consent_id, register, at_most, asked_at, asked_by, attempt)
    values (${work.commissionerId}, ${given.personId}, ${given.consentId}, ${register},
      ${given.question.register === "quotient_familial" ? given.question.atMost : null}, ${work.now},
      ${work.actor.kind === "staff" ? work.actor.staffId : null}, ${given.attempt})
    returning id`);
  return idOf<"RegisterCheck">(id);
};

/** A call that is not over after this long was cut short: somebody else may make it. */
const callSeconds = 20;

/** Takes a check to call its register. @returns false when it is answered already, or when somebody is calling */
export const claimCheck = async (work: Work, id: string): Promise<boolean> =>
  (await work.run(sql`
    update rights_register_check set calling_since = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${id} and answered_at is null
      and (calling_since is null or calling_since <= ${new Date(work.now.getTime() - callSeconds * 1000)})`)) > 0;

/** Keeps an answer in our words, sealed; « unknown » is kept by its reason alone. */
export const writeAnswer = async (
  work: Work,
  check: Pick<RegisterCheck, "id" | "personId">,
  answer: RegisterAnswer,
  until: Day | undefined,
): Promise<void> => {
  const sealed = answer.kind === "unknown" ? null : (await vaultOf(work, check.personId)).seal(place(check.id), answer.kind);
  await work.run(sql`
    update rights_register_check
    set answered_at = ${work.now}, answer = ${sealed}, valid_until = ${until ?? null}, because = ${answer.kind === "unknown" ? answer.because : null}
    where commissioner_id = ${work.commissionerId} and id = ${check.id} and answered_at is null`);
};

interface Row {
  readonly id: string;
  readonly person_id: string;
  readonly consent_id: string;
  readonly consent_withdrawn: boolean;
  readonly register: Register;
  readonly at_most: number | null;
  readonly asked_at: Date;
  readonly asked_by: string | null;
  readonly attempt: number;
  readonly answered_at: Date | null;
  readonly answer: Buffer | null;
  readonly valid_until: string | null;
  readonly because: UnknownReason | null;
  readonly forgotten_at: Date | null;
}

const columns = sql`k.id, k.person_id, k.consent_id, c.withdrawn_at is not null as consent_withdrawn, k.register, k.at_most, k.asked_at, k.asked_by,
    k.attempt, k.answered_at, k.answer, k.valid_until, k.because, k.forgotten_at
  from rights_register_check k
  join person_consent c on c.commissioner_id = k.commissioner_id and c.id = k.consent_id`;

const fromRows = async (work: Work, personId: string, rows: readonly Row[]): Promise<RegisterCheck[]> => {
  const agrees = rows.length > 0 && (await activeConsent(work, personId, "register_check")) !== undefined;
  const vault = rows.some((row) => row.answer !== null) ? await vaultOf(work, personId) : undefined;
  const opened = (row: Row): RegisterCheck["answer"] => {
    if (row.because !== null) return "unknown";
    if (row.answer === null) return undefined;
    return vault?.open(place(row.id), row.answer) === "yes" ? "yes" : "no";
  };
  return rows.map((row) => ({
    id: idOf<"RegisterCheck">(row.id),
    personId: idOf<"Person">(row.person_id),
    consentId: idOf<"Consent">(row.consent_id),
    question: questionOf(row.register, row.at_most),
    askedAt: row.asked_at,
    askedBy: row.asked_by === null ? undefined : idOf<"Staff">(row.asked_by),
    attempt: row.attempt,
    answeredAt: row.answered_at ?? undefined,
    answer: opened(row),
    because: row.because ?? undefined,
    validUntil: (row.valid_until ?? undefined) as Day | undefined,
    isForgotten: row.forgotten_at !== null,
    mayBeUsed: agrees && !row.consent_withdrawn,
  }));
};

/** All that was asked about a person, the newest first. */
export const checksOf = async (work: Work, personId: string): Promise<RegisterCheck[]> =>
  fromRows(
    work,
    personId,
    await work.rows(sql<Row>`
      select ${columns}
      where k.commissioner_id = ${work.commissionerId} and k.person_id = ${personId}
      order by k.asked_at desc, k.id desc
      limit 100`),
  );

export const findCheck = async (work: Work, id: string): Promise<RegisterCheck | undefined> => {
  const row = await work.first(sql<Row>`select ${columns} where k.commissioner_id = ${work.commissionerId} and k.id = ${id}`);
  return row && (await fromRows(work, row.person_id, [row]))[0];
};

/** Whether the answer of a check may be used today without asking again. */
export const holdsToday = (check: RegisterCheck, on: Day): boolean =>
  check.answer !== undefined &&
  check.answeredAt !== undefined &&
  stillHolds(
    {
      question: check.question,
      answer: check.answer,
      answeredOn: dayOf(check.answeredAt),
      validUntil: check.validUntil,
      mayBeUsed: check.mayBeUsed,
    },
    on,
  );
