import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { findPerson } from "#person/server";
import { findModel } from "./card-model.store.ts";
import { entitlementsOf } from "./entitlement.store.ts";
import { lapse } from "./lapse-entitlements.action.ts";
import { proveEntitlement } from "./check-entitlement.action.ts";
import { tellCard } from "./tell-card.store.ts";

export type EntitlementRequested =
  | { readonly kind: "requested"; readonly id: Id<"Entitlement"> }
  | { readonly kind: "not-found" }
  | { readonly kind: "no-name" }
  /** No longer given. */
  | { readonly kind: "retired" }
  /** She holds one, or has asked for one. */
  | { readonly kind: "already"; readonly id: Id<"Entitlement"> };

/** Demander un droit ou une carte. When a document already there proves the condition, or when there is none, it may be issued at once. */
export const requestEntitlement = async (
  work: Work,
  given: { readonly personId: string; readonly modelId: string },
): Promise<EntitlementRequested> => {
  const person = await findPerson(work, given.personId);
  const model = await findModel(work, given.modelId);
  if (!person || !model) return { kind: "not-found" };
  if (person.kind === "anonymous") return { kind: "no-name" };
  if (model.retiredAt) return { kind: "retired" };
  for (const held of await entitlementsOf(work, given.personId)) {
    if (held.model.id !== model.id || held.stoppedAt || held.lapsedAt) continue;
    // Its last day is behind us, and the round has not come by yet.
    if (held.state === "lapsed") await lapse(work, held);
    else return { kind: "already", id: held.id };
  }
  const id = await add(work, given);
  if (id === undefined) return { kind: "already", id: await aliveOf(work, given) };
  work.audit({ action: "request card", objectKind: "person", objectId: given.personId });
  await proveEntitlement(work, id);
  await tellCard(work, id, given.personId);
  return { kind: "requested", id };
};

/** Undefined when two of us ask for the same at once: the database lets one pass. */
const add = async (work: Work, given: { personId: string; modelId: string }): Promise<Id<"Entitlement"> | undefined> => {
  const row = await work.first(sql<{ id: string }>`
    insert into rights_entitlement (commissioner_id, person_id, model_id, requested_at, requested_by)
    values (${work.commissionerId}, ${given.personId}, ${given.modelId}, ${work.now}, ${work.actor.kind === "staff" ? work.actor.staffId : null})
    on conflict (commissioner_id, person_id, model_id) where stopped_at is null and lapsed_at is null do nothing
    returning id`);
  return row && idOf<"Entitlement">(row.id);
};

const aliveOf = async (work: Work, given: { personId: string; modelId: string }): Promise<Id<"Entitlement">> => {
  const { id } = await work.one(sql<{ id: string }>`
    select id from rights_entitlement
    where commissioner_id = ${work.commissionerId} and person_id = ${given.personId} and model_id = ${given.modelId}
      and stopped_at is null and lapsed_at is null`);
  return idOf<"Entitlement">(id);
};
