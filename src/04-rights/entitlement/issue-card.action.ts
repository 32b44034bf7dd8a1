import { sql } from "kysely";
import { addDays, compareDays, dayOf, type Day } from "#engines/calendar";
import { finishTasks, type Work } from "#ground/server";
import { mayDecide } from "./check-entitlement.action.ts";
import { firstPeriod, mayDo, type ReplacementReason } from "./entitlement.ts";
import { drawCard, replaceCurrent, type Card } from "./card.store.ts";
import { findEntitlement } from "./entitlement.store.ts";
import { tellCard } from "./tell-card.store.ts";

/** It may begin later, not much later: what is issued today is proven today. */
const daysAhead = 31;

export type CardIssued =
  | { readonly kind: "issued"; readonly to: Day; readonly number: string | undefined }
  | { readonly kind: "not-found" }
  | { readonly kind: "not-allowed" }
  /** Not checked yet, issued already, or stopped. */
  | { readonly kind: "not-now" }
  | { readonly kind: "wrong-day" };

/** Délivrer : the right begins, and ends so many months later; a card has its number. */
export const issueEntitlement = async (
  work: Work,
  given: { readonly id: string; readonly from?: Day | undefined },
): Promise<CardIssued> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return { kind: "not-found" };
  if (!mayDecide(work, entitlement)) return { kind: "not-allowed" };
  if (!mayDo(entitlement.state, "issue")) return { kind: "not-now" };
  const today = dayOf(work.now);
  const from = given.from ?? today;
  if (compareDays(from, today) < 0 || compareDays(addDays(today, daysAhead), from) < 0) return { kind: "wrong-day" };
  const period = firstPeriod(from, entitlement.model.months);
  await work.run(sql`
    update rights_entitlement
    set from_day = ${period.from}, to_day = ${period.to}, anchor_day = ${period.anchor}, issued_at = ${work.now},
      issued_by = ${work.actor.kind === "staff" ? work.actor.staffId : null}
    where commissioner_id = ${work.commissionerId} and id = ${given.id} and issued_at is null`);
  const card = entitlement.model.isCard ? await drawCard(work, entitlement) : undefined;
  await finishTasks(work, { subjectId: given.id });
  work.audit({ action: "issue card", objectKind: "person", objectId: entitlement.personId });
  await work.tell("entitlement.issued", { entitlementId: given.id, personId: entitlement.personId });
  await tellCard(work, given.id, entitlement.personId);
  return { kind: "issued", to: period.to, number: card?.number };
};

export type CardReplaced = { readonly kind: "replaced"; readonly card: Card } | { readonly kind: "not-found" | "not-allowed" | "not-now" };

/** Remplacer une carte perdue : a new number, the same right, the same end; the old number says that it was replaced. */
export const replaceCard = async (
  work: Work,
  given: { readonly id: string; readonly because: ReplacementReason },
): Promise<CardReplaced> => {
  const entitlement = await findEntitlement(work, given.id);
  if (!entitlement) return { kind: "not-found" };
  if (!mayDecide(work, entitlement)) return { kind: "not-allowed" };
  if (!entitlement.model.isCard || !mayDo(entitlement.state, "replace")) return { kind: "not-now" };
  await replaceCurrent(work, given.id, given.because);
  const card = await drawCard(work, entitlement);
  work.audit({ action: "replace card", objectKind: "person", objectId: entitlement.personId, purpose: given.because });
  await tellCard(work, given.id, entitlement.personId);
  return { kind: "replaced", card };
};
