import type { Id, Role } from "#ground";
import { drawPassword, hashPassword, inShared, type Actor, type Ground } from "#ground/server";
import type { CommissionerSlug } from "./commissioners.ts";
import { addDemonstrationCommissioner, addDemonstrationStaff, addMembership, changeDemonstrationPassword } from "./demonstration.store.ts";
import type { DemonstrationPlan } from "./plan.ts";
import { plannedStaff, type PlannedStaff } from "./staff.ts";

/** Compte de démonstration, as it is printed once. */
export interface DemonstrationAccount {
  readonly role: string;
  readonly mail: string;
  readonly password: string;
}

/** Who acts in the demonstration, by service and by mail. */
export interface House {
  readonly commissionerIds: ReadonlyMap<CommissionerSlug, Id<"Commissioner">>;
  readonly staffIds: ReadonlyMap<string, Id<"Staff">>;
  /** How a colleague acts for a service. */
  actor(slug: CommissionerSlug, mail: string): Actor & { readonly kind: "staff" };
}

/** Ouvrir la maison : services, colleagues, roles. @param ground its clock says when they began */
export const openHouse = async (
  ground: Ground,
  plan: DemonstrationPlan,
): Promise<{ readonly house: House; readonly accounts: readonly DemonstrationAccount[] }> => {
  const drawn = await drawPasswords(ground, plan.staff);
  const commissionerIds = new Map<CommissionerSlug, Id<"Commissioner">>();
  const staffIds = new Map<string, Id<"Staff">>();
  await inShared(ground, async (work) => {
    for (const planned of plan.commissioners) commissionerIds.set(planned.slug, await addDemonstrationCommissioner(work, planned));
    for (const { staff, hash } of drawn) {
      const staffId = await addDemonstrationStaff(work, staff, hash);
      staffIds.set(staff.mail, staffId);
      if (staff.role === "administrator") continue;
      for (const slug of staff.serves) await addMembership(work, staffId, commissionerIds.get(slug) ?? "", staff.role);
    }
  });
  const actor: House["actor"] = (slug, mail) => {
    const [commissionerId, staffId] = [commissionerIds.get(slug), staffIds.get(mail)];
    const role = plan.staff.find((each) => each.mail === mail)?.role;
    if (!commissionerId || !staffId || !role || role === "administrator") throw new Error(`${mail} does not serve ${slug}`);
    const roles: readonly Role[] = [role];
    return { kind: "staff", commissionerId, staffId, roles };
  };
  return { house: { commissionerIds, staffIds, actor }, accounts: drawn.map(({ staff, password }) => accountOf(staff, password)) };
};

const accountOf = (staff: PlannedStaff, password: string): DemonstrationAccount => ({
  role: staff.roleInWords,
  mail: staff.mail,
  password,
});

const drawPasswords = (ground: Ground, staff: readonly PlannedStaff[]) =>
  Promise.all(
    staff.map(async (each) => {
      const password = drawPassword(ground.draw);
      return { staff: each, password, hash: await hashPassword(password) };
    }),
  );

/** De nouveaux mots de passe for the demonstration accounts, to be shown once. None when there is no demonstration. */
export const renewDemonstrationPasswords = async (ground: Ground): Promise<readonly DemonstrationAccount[]> => {
  const drawn = await drawPasswords(ground, plannedStaff);
  return inShared(ground, async (work) => {
    const accounts: DemonstrationAccount[] = [];
    for (const { staff, password, hash } of drawn)
      if (await changeDemonstrationPassword(work, staff.mail, hash)) accounts.push(accountOf(staff, password));
    return accounts;
  });
};
