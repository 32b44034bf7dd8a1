import { sql } from "kysely";
import { once, type OnceAnswer } from "./once.store.ts";
import { tellAccessChanged } from "./live.store.ts";
import { drawPassword } from "./readable-code.ts";
import type { Role } from "./role.ts";
import { administratorOf } from "./save-commissioner.action.ts";
import { endSessionsOf } from "./session.store.ts";
import { hashPassword } from "./sign-in.action.ts";
import type { Grant, StaffFields } from "./staff.contract.ts";
import type { Staff } from "./staff.store.ts";
import { constraintOf, inCommissioner, inShared, type Ground } from "./work.store.ts";

export type AddedStaff =
  /** The only time that this password is shown. */
  { readonly kind: "added"; readonly password: string } | { readonly kind: "already-added" } | { readonly kind: "mail-taken" };

/** Donner un accès : adds someone with a first password and roles. The key of the form becomes the identifier: sent twice, it adds one. */
export const addStaff = async (ground: Ground, by: Staff, key: string, fields: StaffFields): Promise<AddedStaff> => {
  const password = drawPassword(ground.draw);
  const kept = await hashPassword(password);
  try {
    const added = await inShared(ground, (work) =>
      work.run(sql`
        insert into ground_staff (id, name, mail, password_hash, is_administrator, created_at)
        values (${key}, ${fields.name}, ${fields.mail}, ${kept}, ${fields.isAdministrator}, ${work.now})
        on conflict (id) do nothing`),
    );
    if (added === 0) return { kind: "already-added" };
  } catch (failure) {
    if (constraintOf(failure) === "staff_mail_unique") return { kind: "mail-taken" };
    throw failure;
  }
  await setRoles(ground, by, { staffId: key, key, grants: fields.grants });
  return { kind: "added", password };
};

/**
 * Changer les rôles : what is ticked is given, what is not is taken back, service by service, each in its own log.
 * It holds at the next request of the person; open screens are closed and ask again.
 */
export const setRoles = async (
  ground: Ground,
  by: Staff,
  asked: { readonly staffId: string; readonly key: string; readonly grants: readonly Grant[] },
): Promise<{ readonly kind: "set" | "key-reused" }> => {
  const services = await inShared(ground, (work) =>
    work.rows(sql<{ id: string; held: Role[] }>`
      select c.id, coalesce(array_agg(m.role order by m.role) filter (where m.role is not null), '{}') as held
      from ground_commissioner c
      left join ground_membership m on m.commissioner_id = c.id and m.staff_id = ${asked.staffId} and (m.until is null or m.until > ${work.now})
      where c.closed_at is null
      group by c.id`),
  );
  let isReused = false;
  for (const { id, held } of services) {
    const wanted = [...new Set(asked.grants.filter((grant) => grant.commissionerId === id).map((grant) => grant.role))].toSorted();
    const change = { given: wanted.filter((role) => !held.includes(role)), taken: held.filter((role) => !wanted.includes(role)) };
    if (change.given.length + change.taken.length === 0) continue;
    const answer = await changeRoles(ground, by, { ...asked, commissionerId: id, wanted, ...change });
    isReused ||= answer.kind === "key-reused";
  }
  await inShared(ground, (work) => tellAccessChanged(work, asked.staffId));
  return { kind: isReused ? "key-reused" : "set" };
};

const changeRoles = (
  ground: Ground,
  by: Staff,
  asked: { staffId: string; key: string; commissionerId: string; wanted: readonly Role[]; given: readonly Role[]; taken: readonly Role[] },
): Promise<OnceAnswer<object>> =>
  inCommissioner(ground, administratorOf(by, asked.commissionerId), (work) =>
    once(work, { key: asked.key, route: "change-roles", content: [asked.staffId, asked.wanted] }, async () => {
      await work.run(sql`
        insert into ground_membership (staff_id, commissioner_id, role, since)
        select ${asked.staffId}, ${asked.commissionerId}, role, ${work.now} from unnest(${[...asked.given]}::text[]) as role
        on conflict (staff_id, commissioner_id, role) do update set since = excluded.since, until = null`);
      await work.run(sql`
        update ground_membership set until = ${work.now}
        where staff_id = ${asked.staffId} and commissioner_id = ${asked.commissionerId} and role = any(${[...asked.taken]}::text[])`);
      const purpose = [...asked.given.map((role) => `+${role}`), ...asked.taken.map((role) => `-${role}`)].join(" ");
      work.audit({ action: "change roles", objectKind: "staff", objectId: asked.staffId, purpose });
      return {};
    }),
  );

/** Mettre fin à l'accès : at once, on every browser. The account stays, for the log names it. */
export const endAccess = async (ground: Ground, by: Staff, staffId: string): Promise<void> => {
  const services = await servicesOf(ground, staffId);
  await inShared(ground, async (work) => {
    await work.run(sql`update ground_staff set left_at = ${work.now}, is_administrator = false where id = ${staffId} and left_at is null`);
    await work.run(
      sql`update ground_membership set until = ${work.now} where staff_id = ${staffId} and (until is null or until > ${work.now})`,
    );
    await endSessionsOf(work, staffId);
    await tellAccessChanged(work, staffId);
  });
  await auditIn(ground, by, services, "end access", staffId);
};

/** Donner un nouveau mot de passe, shown once; all sessions end. @returns nothing when the person has left. */
export const renewPassword = async (ground: Ground, by: Staff, staffId: string): Promise<string | undefined> => {
  const password = drawPassword(ground.draw);
  const kept = await hashPassword(password);
  const changed = await inShared(ground, async (work) => {
    const count = await work.run(sql`update ground_staff set password_hash = ${kept} where id = ${staffId} and left_at is null`);
    if (count > 0) await endSessionsOf(work, staffId);
    await tellAccessChanged(work, staffId);
    return count;
  });
  if (changed === 0) return undefined;
  await auditIn(ground, by, await servicesOf(ground, staffId), "renew password", staffId);
  return password;
};

/** Whether someone administers the house. */
export const setAdministrator = async (ground: Ground, by: Staff, staffId: string, isAdministrator: boolean): Promise<void> => {
  const changed = await inShared(ground, (work) =>
    work.run(
      sql`update ground_staff set is_administrator = ${isAdministrator} where id = ${staffId} and left_at is null and is_administrator <> ${isAdministrator}`,
    ),
  );
  if (changed > 0)
    await auditIn(ground, by, await servicesOf(ground, staffId), isAdministrator ? "make administrator" : "unmake administrator", staffId);
};

const servicesOf = async (ground: Ground, staffId: string): Promise<string[]> =>
  inShared(ground, async (work) =>
    (
      await work.rows(sql<{ id: string }>`
        select distinct c.id from ground_membership m
        join ground_commissioner c on c.id = m.commissioner_id and c.closed_at is null
        where m.staff_id = ${staffId} and (m.until is null or m.until > ${work.now})`)
    ).map((row) => row.id),
  );

/** In the log of each service where the person has a role; without any, in the log of the server. */
const auditIn = async (ground: Ground, by: Staff, services: readonly string[], action: string, staffId: string): Promise<void> => {
  if (services.length === 0) ground.log.warn({ action, staffId, by: by.id }, "no service holds this line of the log");
  for (const id of services)
    await inCommissioner(ground, administratorOf(by, id), (work) => {
      work.audit({ action, objectKind: "staff", objectId: staffId });
      return Promise.resolve();
    });
};
