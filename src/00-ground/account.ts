import type { Id } from "./id.ts";
import type { Role } from "./role.ts";

/** Compte : a professional as the administrator sees them, gone or not. */
export interface Account {
  readonly id: Id<"Staff">;
  readonly name: string;
  readonly mail: string;
  readonly isAdministrator: boolean;
  readonly hasLeft: boolean;
  readonly grants: readonly { readonly commissionerId: string; readonly service: string; readonly role: Role }[];
}
