import { sql } from "kysely";
import { passwordVerdict } from "./password.ts";
import { endSessionsOf } from "./session.store.ts";
import { checkPassword, hashPassword, type CheckedPassword } from "./sign-in.action.ts";
import { actorFor, type Staff } from "./staff.store.ts";
import { inCommissioner, inShared, type Ground } from "./work.store.ts";

export type ChangedPassword =
  { readonly kind: "changed" } | { readonly kind: "too-weak"; readonly sentence: string } | Exclude<CheckedPassword, { kind: "right" }>;

/** Changer son mot de passe : asks for the present one, and ends every other session. */
export const changePassword = async (
  ground: Ground,
  staff: Staff,
  asked: { readonly present: string; readonly next: string; readonly origin: string; readonly token: string },
): Promise<ChangedPassword> => {
  const verdict = passwordVerdict(asked.next, staff);
  if (verdict.kind === "refused") return { kind: "too-weak", sentence: verdict.sentence };
  const checked = await checkPassword(ground, { mail: staff.mail, password: asked.present, origin: asked.origin });
  if (checked.kind !== "right") return checked;
  const kept = await hashPassword(asked.next);
  await inShared(ground, async (work) => {
    await work.run(sql`update ground_staff set password_hash = ${kept} where id = ${staff.id}`);
    await endSessionsOf(work, staff.id, asked.token);
  });
  await auditEverywhere(ground, staff, "change own password");
  return { kind: "changed" };
};

/** Writes a line in the log of each service that the person serves. */
const auditEverywhere = async (ground: Ground, staff: Staff, action: string): Promise<void> => {
  for (const { commissionerId } of staff.memberships) {
    const actor = actorFor(staff, commissionerId);
    if (!actor) continue;
    await inCommissioner(ground, actor, (work) => {
      work.audit({ action, objectKind: "staff", objectId: staff.id });
      return Promise.resolve();
    });
  }
};
