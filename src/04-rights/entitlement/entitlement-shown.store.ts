import { sql } from "kysely";
import { dayOf } from "#engines/calendar";
import type { Work } from "#ground/server";
import { displayName } from "#person";
import { findPerson, vaultOf } from "#person/server";
import { staffNames } from "../register/register.http.ts";
import { checksOf, type RegisterCheck } from "../register/register-check.store.ts";
import { isSameQuestion } from "../register/register.ts";
import { mayDecide } from "./check-entitlement.action.ts";
import type { CardModel } from "./card-model.ts";
import type { CardModelShown, EntitlementPageShown, EntitlementShown } from "./entitlement.contract.ts";
import { cardsOf, shownNumber } from "./card.store.ts";
import type { Entitlement } from "./entitlement.store.ts";
import { renewalsOf, type Renewal } from "./renewal.store.ts";
import { mayBeUndone } from "./renew-entitlement.action.ts";

export const modelShown = (model: CardModel): CardModelShown => ({
  id: model.id,
  name: model.name,
  printedName: model.printedName,
  months: model.months,
  register: model.question?.register ?? null,
  atMost: model.question?.register === "quotient_familial" ? model.question.atMost : null,
  issuers: [...model.issuers],
  isCard: model.isCard,
  isDemonstration: model.isDemonstration,
  isRetired: model.retiredAt !== undefined,
});

/** What the desk shows of rights and cards; the checks of each person are read once. */
export const showEntitlements = async (work: Work, entitlements: readonly Entitlement[]): Promise<EntitlementShown[]> => {
  const checks = new Map<string, readonly RegisterCheck[]>();
  const shown: EntitlementShown[] = [];
  for (const entitlement of entitlements) {
    const asked = checks.get(entitlement.personId) ?? (await checksOf(work, entitlement.personId));
    checks.set(entitlement.personId, asked);
    const renewals = entitlement.period ? await renewalsOf(work, entitlement) : [];
    shown.push(showOne(work, entitlement, asked, renewals));
  }
  return shown;
};

const showOne = (
  work: Work,
  entitlement: Entitlement,
  checks: readonly RegisterCheck[],
  renewals: readonly Renewal[],
): EntitlementShown => {
  const { model, period } = entitlement;
  const last = renewals.find((renewal) => renewal.undoneAt === undefined);
  const may = mayDecide(work, entitlement);
  return {
    id: entitlement.id,
    commissionerId: work.commissionerId,
    personId: entitlement.personId,
    modelName: model.name,
    register: model.question?.register ?? null,
    atMost: model.question?.register === "quotient_familial" ? model.question.atMost : null,
    isCard: model.isCard,
    isDemonstration: model.isDemonstration,
    state: entitlement.state,
    requestedAt: entitlement.requestedAt.toISOString(),
    checkedHow: entitlement.checkedHow ?? null,
    from: period?.from ?? null,
    to: period?.to ?? null,
    renewalOpensOn: entitlement.renewalOpensOn ?? null,
    waitsFor: entitlement.waiting?.waitsFor ?? null,
    lastAnswer: lastAnswer(entitlement, checks, renewals),
    stoppedBecause: entitlement.stoppedBecause ?? null,
    mayIssue: may,
    mayUndoRenewal: may && last !== undefined && mayBeUndone(last, entitlement, dayOf(work.now)),
  };
};

/** What the register said last about this request or this renewal, and never about an older one. */
const lastAnswer = (
  { model, state, requestedAt, waiting }: Entitlement,
  checks: readonly RegisterCheck[],
  renewals: readonly Renewal[],
): EntitlementShown["lastAnswer"] => {
  const { question } = model;
  const since = state === "requested" ? requestedAt : renewals.find((renewal) => renewal.id === waiting?.renewalId)?.askedAt;
  if (!question || since === undefined) return null;
  const check = checks.find((each) => isSameQuestion(each.question, question) && each.answer !== undefined && each.mayBeUsed);
  return check?.answer === undefined || check.askedAt < since ? null : { answer: check.answer, because: check.because ?? null };
};

/** One right, with all that happened to it. */
export const showPage = async (work: Work, entitlement: Entitlement, isPlugged: boolean): Promise<EntitlementPageShown | undefined> => {
  const [line] = await showEntitlements(work, [entitlement]);
  const person = await findPerson(work, entitlement.personId);
  if (!line || !person) return undefined;
  const cards = await cardsOf(work, entitlement);
  const current = cards.find((card) => card.replacedAt === undefined);
  return {
    ...line,
    personName: displayName(person),
    isPlugged,
    number: current ? shownNumber(current.number) : null,
    printedName: entitlement.model.printedName,
    history: await historyOf(work, entitlement),
  };
};

type Event = EntitlementPageShown["history"][number];

const historyOf = async (work: Work, entitlement: Entitlement): Promise<Event[]> => {
  const names = await staffNames(work);
  const notes = await notesOf(work, entitlement);
  const line = (at: Date | undefined, kind: Event["kind"], by: string | undefined, more: Partial<Event> = {}): Event[] =>
    at === undefined
      ? []
      : [
          {
            at: at.toISOString(),
            kind,
            by: by === undefined ? null : (names.get(by) ?? null),
            how: null,
            because: null,
            until: null,
            note: null,
            ...more,
          },
        ];
  const renewals = await renewalsOf(work, entitlement);
  const cards = await cardsOf(work, entitlement);
  return (
    [
      ...line(entitlement.requestedAt, "requested", entitlement.requestedBy),
      ...line(entitlement.checkedAt, "checked", entitlement.checkedBy, { how: entitlement.checkedHow ?? null, note: notes.decision }),
      ...line(entitlement.issuedAt, "issued", entitlement.issuedBy, { until: firstEndOf(entitlement, renewals) }),
      ...cards.flatMap((card) => line(card.replacedAt, "replaced", undefined, { because: card.replacedBecause ?? null })),
      ...renewals.flatMap((renewal) => [
        ...(renewal.waitsFor === undefined ? [] : line(renewal.askedAt, "renewal-asked", renewal.askedBy)),
        ...line(renewal.decidedAt, renewal.outcome === "renewed" ? "renewed" : "not-renewed", renewal.decidedBy, {
          how: renewal.how ?? null,
          until: renewal.toEnd ?? null,
          note: renewal.note ?? null,
        }),
        ...line(renewal.undoneAt, "renewal-undone", undefined, { until: renewal.fromEnd }),
      ]),
      ...line(entitlement.lapsedAt, "lapsed", undefined),
      ...line(entitlement.stoppedAt, "stopped", entitlement.stoppedBy, { because: entitlement.stoppedBecause ?? null, note: notes.stop }),
    ]
      // Done in the same breath, they are told in the order in which they were done, the last one first.
      .toSorted((a, b) => a.at.localeCompare(b.at))
      .toReversed()
  );
};

/** The end it had when it was issued, before any renewal moved it. */
const firstEndOf = (entitlement: Entitlement, renewals: readonly Renewal[]): string | null => {
  const [first] = renewals.filter((renewal) => renewal.undoneAt === undefined && renewal.outcome === "renewed").toReversed();
  return first?.fromEnd ?? entitlement.period?.to ?? null;
};

const notesOf = async (work: Work, entitlement: Entitlement): Promise<{ decision: string | null; stop: string | null }> => {
  const row = await work.one(sql<{ decision_note: Buffer | null; stop_note: Buffer | null }>`
    select decision_note, stop_note from rights_entitlement
    where commissioner_id = ${work.commissionerId} and id = ${entitlement.id}`);
  if (row.decision_note === null && row.stop_note === null) return { decision: null, stop: null };
  const vault = await vaultOf(work, entitlement.personId);
  const open = (column: string, sealed: Buffer | null): string | null =>
    sealed === null ? null : vault.open({ table: "rights_entitlement", id: entitlement.id, column }, sealed);
  return { decision: open("decision_note", row.decision_note), stop: open("stop_note", row.stop_note) };
};
