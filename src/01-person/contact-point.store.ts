import { sql } from "kysely";
import type { Work } from "#ground/server";
import type { ContactPoint } from "./person.ts";
import { lookupOf, pointPlace } from "./person.store.ts";
import { vaultOf } from "./vault.store.ts";

export interface ContactPointEdit {
  readonly value?: string | undefined;
  readonly holder?: ContactPoint["holder"] | undefined;
  readonly isSafeForMessage?: boolean | undefined;
}

/** Corrects a means of contact still in use. What is not given stays as it is. */
export const editContactPoint = async (
  work: Work,
  personId: string,
  point: Pick<ContactPoint, "id" | "channel">,
  edit: ContactPointEdit,
): Promise<void> => {
  const vault = await vaultOf(work, personId);
  const value = edit.value === undefined ? null : vault.seal(pointPlace(point.id), edit.value);
  const lookup = edit.value === undefined || point.channel === "address" ? null : lookupOf(work, point.channel, edit.value);
  await work.run(sql`
    update person_contact_point
    set value = coalesce(${value}, value),
      lookup = coalesce(${lookup}, lookup),
      holder = coalesce(${edit.holder ?? null}, holder),
      is_safe_for_message = coalesce(${edit.isSafeForMessage ?? null}, is_safe_for_message)
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and id = ${point.id} and ended_at is null`);
  work.audit({ action: "edit contact point", objectKind: "person", objectId: personId });
  await work.tell("person.changed", { personId });
};

/** A means of contact that no longer is hers: nobody is found by it any more. */
export const endContactPoint = async (work: Work, personId: string, pointId: string): Promise<void> => {
  await work.run(sql`
    update person_contact_point set ended_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and person_id = ${personId} and id = ${pointId} and ended_at is null`);
  work.audit({ action: "end contact point", objectKind: "person", objectId: personId });
  await work.tell("person.changed", { personId });
};
