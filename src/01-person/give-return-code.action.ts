import { sql } from "kysely";
import type { Work } from "#ground/server";
import { findPerson, returnCodeIndex } from "./person.store.ts";
import { drawReturnCode } from "./return-code.ts";

export type ReturnCodeGiven =
  | { readonly kind: "given"; readonly code: string }
  | { readonly kind: "not-found" }
  /** Someone who gave a name is found by it. */
  | { readonly kind: "identified" };

/**
 * Donner un code de retour : drawn, read aloud, never kept: only its blind index is. A new one takes the place of the one before.
 */
export const giveReturnCode = async (work: Work, personId: string): Promise<ReturnCodeGiven> => {
  const person = await findPerson(work, personId);
  if (!person) return { kind: "not-found" };
  if (person.kind === "identified") return { kind: "identified" };
  const code = drawReturnCode(work.ground.draw);
  await work.run(sql`
    update person set return_code = ${returnCodeIndex(work, code)}, return_code_at = ${work.now}
    where commissioner_id = ${work.commissionerId} and id = ${personId}`);
  work.audit({ action: "give return code", objectKind: "person", objectId: personId });
  await work.tell("person.changed", { personId });
  return { kind: "given", code };
};
