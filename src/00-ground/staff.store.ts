import { sql } from "kysely";
import type { Account } from "./account.ts";
import { idOf, type Id } from "./id.ts";
import type { Role } from "./role.ts";
import type { SharedWork } from "./work.store.ts";

/** Appartenance : what a professional may do for one commissioner. */
export interface Membership {
  readonly commissionerId: Id<"Commissioner">;
  readonly slug: string;
  readonly name: string;
  readonly color: string;
  readonly isDemonstration: boolean;
  readonly roles: readonly Role[];
}

/** Professionnel : someone who signs in. */
export interface Staff {
  readonly id: Id<"Staff">;
  readonly name: string;
  readonly mail: string;
  readonly language: "fr" | "en";
  readonly isAdministrator: boolean;
  readonly memberships: readonly Membership[];
}

interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly mail: string;
  readonly language: "fr" | "en";
  readonly is_administrator: boolean;
}

/** A professional still at work, with the memberships that run now. */
export const findStaff = async (work: SharedWork, id: string): Promise<Staff | undefined> => {
  const row = await work.first(sql<StaffRow>`
    select id, name, mail, language, is_administrator from ground_staff where id = ${id} and left_at is null`);
  return row && { ...fromRow(row), memberships: await membershipsOf(work, id) };
};

const fromRow = (row: StaffRow) => ({
  id: idOf<"Staff">(row.id),
  name: row.name,
  mail: row.mail,
  language: row.language,
  isAdministrator: row.is_administrator,
});

const membershipsOf = async (work: SharedWork, staffId: string): Promise<Membership[]> => {
  const rows = await work.rows(sql<{
    commissioner_id: string;
    slug: string;
    name: string;
    color: string;
    is_demonstration: boolean;
    roles: Role[];
  }>`
    select m.commissioner_id, c.slug, c.name, c.color, c.is_demonstration, array_agg(m.role order by m.role) as roles
    from ground_membership m
    join ground_commissioner c on c.id = m.commissioner_id and c.closed_at is null
    where m.staff_id = ${staffId}
      and m.since <= ${work.now}
      and (m.until is null or m.until > ${work.now})
    group by m.commissioner_id, c.slug, c.name, c.color, c.is_demonstration
    order by ground_plain(c.name)`);
  return rows.map((row) => ({
    commissionerId: idOf<"Commissioner">(row.commissioner_id),
    slug: row.slug,
    name: row.name,
    color: row.color,
    isDemonstration: row.is_demonstration,
    roles: row.roles,
  }));
};

/** The password kept for a mail address, and whose it is. */
export const passwordOf = (work: SharedWork, mail: string): Promise<{ id: string; password_hash: string } | undefined> =>
  work.first(sql<{ id: string; password_hash: string }>`
    select id, password_hash from ground_staff where lower(mail) = lower(${mail}) and left_at is null`);

/** The names of the professionals of one commissioner: to say who owns what. */
export const staffOfCommissioner = async (
  work: Pick<SharedWork, "rows">,
  commissionerId: string,
): Promise<{ readonly id: Id<"Staff">; readonly name: string; readonly roles: readonly Role[] }[]> => {
  const rows = await work.rows(sql<{ id: string; name: string; roles: Role[] }>`
    select s.id, s.name, array_agg(m.role order by m.role) as roles
    from ground_membership m
    join ground_staff s on s.id = m.staff_id and s.left_at is null
    where m.commissioner_id = ${commissionerId} and m.until is null
    group by s.id, s.name
    order by s.name`);
  return rows.map((row) => ({ id: idOf<"Staff">(row.id), name: row.name, roles: row.roles }));
};

/** How a member of staff acts for one commissioner; undefined when they do not serve it, which is answered like what does not exist. */
export const actorFor = (staff: Staff, commissionerId: string) => {
  const membership = staff.memberships.find((each) => each.commissionerId === commissionerId);
  return membership && ({ kind: "staff", staffId: staff.id, commissionerId: membership.commissionerId, roles: membership.roles } as const);
};

/** Accounts by name, those at work first; or the one account asked for. */
export const listAccounts = async (work: SharedWork, id?: string): Promise<Account[]> => {
  const rows = await work.rows(sql<StaffRow & { left_at: Date | null; grants: Account["grants"] }>`
    select s.id, s.name, s.mail, s.language, s.is_administrator, s.left_at,
      coalesce((
        select jsonb_agg(jsonb_build_object('commissionerId', c.id, 'service', c.name, 'role', m.role) order by c.name, m.role)
        from ground_membership m
        join ground_commissioner c on c.id = m.commissioner_id and c.closed_at is null
        where m.staff_id = s.id and (m.until is null or m.until > ${work.now})), '[]') as grants
    from ground_staff s
    where ${id ?? null}::uuid is null or s.id = ${id ?? null}
    order by s.left_at is not null, ground_plain(s.name)
    limit 2000`);
  return rows.map((row) => ({
    id: idOf<"Staff">(row.id),
    name: row.name,
    mail: row.mail,
    isAdministrator: row.is_administrator,
    hasLeft: row.left_at !== null,
    grants: row.grants,
  }));
};
