import { sql } from "kysely";
import type { Work } from "#ground/server";
import { findSituation, tellChanged } from "./situation.store.ts";
import type { EmergencyNumber } from "./urgency.ts";

/** Noter le secours joint à trois : at what time, by whom. It stands on the same screen, asks no reason and waits for no other rule. @returns false when the situation is not here */
export const noteHelp = async (work: Work, given: { readonly situationId: string; readonly number: EmergencyNumber }): Promise<boolean> => {
  if (work.actor.kind !== "staff") throw new Error(`help for ${given.situationId}: only a human calls`);
  const situation = await findSituation(work, given.situationId);
  if (!situation) return false;
  await work.run(sql`
    insert into situation_help (commissioner_id, situation_id, number, called_at, called_by)
    values (${work.commissionerId}, ${given.situationId}, ${given.number}, ${work.now}, ${work.actor.staffId})`);
  work.audit({ action: `call help ${given.number}`, objectKind: "situation", objectId: given.situationId });
  await work.tell("help.called", { situationId: situation.id, staffId: work.actor.staffId });
  await tellChanged(work, situation.id);
  return true;
};
