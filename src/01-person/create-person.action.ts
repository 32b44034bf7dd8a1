import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { addContactPoint, addPerson, type NewPerson } from "./person.store.ts";

/** Crée un dossier : with what was said, and nothing more; without a name it is that of someone anonymous. Never compared into another file. */
export const createPerson = async (
  work: Work,
  given: NewPerson & { readonly phone?: string | undefined; readonly mail?: string | undefined },
): Promise<{ readonly id: Id<"Person"> }> => {
  const id = await addPerson(work, given);
  if (given.phone !== undefined) await addContactPoint(work, id, { channel: "phone", value: given.phone });
  if (given.mail !== undefined) await addContactPoint(work, id, { channel: "mail", value: given.mail });
  work.audit({ action: "create person", objectKind: "person", objectId: id });
  await work.tell("person.changed", { personId: id });
  return { id };
};
