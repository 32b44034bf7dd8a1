import { randomUUID } from "node:crypto";
import { addStaff, type AddedStaff } from "./manage-staff.action.ts";
import { idOf } from "./id.ts";
import { StaffContract } from "./staff.contract.ts";
import type { Ground } from "./work.store.ts";

export type AddedAdministrator = AddedStaff | { readonly kind: "wrong"; readonly sentences: readonly string[] };

/**
 * Première administratrice : whoever holds the machine opens the first account, from the command line. She opens all the others
 * from her pages. Nobody is signed in yet: the deed is the machine's.
 */
export const addAdministrator = async (
  ground: Ground,
  given: { readonly name: string; readonly mail: string },
): Promise<AddedAdministrator> => {
  const read = StaffContract.safeParse({ ...given, isAdministrator: true, grants: [] });
  if (!read.success) return { kind: "wrong", sentences: read.error.issues.map((issue) => issue.message) };
  const machine = {
    id: idOf<"Staff">("00000000-0000-0000-0000-000000000000"),
    name: "",
    mail: "",
    language: "fr",
    isAdministrator: true,
    memberships: [],
  } as const;
  return addStaff(ground, machine, randomUUID(), read.data);
};
