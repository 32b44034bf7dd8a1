import { sql } from "kysely";
import { addDays, dayOf } from "#engines/calendar";
import { addApproval } from "#directory/server";
import { drawKey, inShared, type Ground } from "#ground/server";

const planned = [
  { service: "aide-domicile-38053", kind: "agrement", title: "Aide à domicile", body: "Département inventé", days: 20, isRequired: true },
  { service: "numerique-44109", kind: "label", title: "Accueil numérique", body: "Réseau inventé", days: -12, isRequired: false },
] as const;

/** Agréer deux structures: one approval ends in twenty days, one has ended and nobody renewed it. */
export const fillApprovals = (
  ground: Ground,
  given: { readonly serviceIds: ReadonlyMap<string, string>; readonly staffId: string; readonly now: Date },
): Promise<void> =>
  inShared(ground, async (work) => {
    for (const { service, days, ...said } of planned) {
      const { structureId } = await work.one(sql<{ structureId: string }>`
        select structure_id as "structureId" from directory_service where id = ${given.serviceIds.get(service)}`);
      const until = addDays(dayOf(given.now), days);
      const proof = { url: undefined, file: undefined };
      await addApproval(
        work,
        { ...said, structureId, number: undefined, from: addDays(until, -730), until, proof },
        { key: drawKey(ground), staffId: given.staffId },
      );
    }
  });
