import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Database, SharedWork } from "#ground/server";
import type { CommissionerSlug, PlannedCommissioner } from "./commissioners.ts";
import type { PlannedStaff } from "./staff.ts";

/** What the house remembers of its demonstration, under `ground_fact`. */
export type DemonstrationMark =
  | { readonly kind: "none" }
  /** Begun and not ended: the last start was cut. */
  | { readonly kind: "loading" }
  | { readonly kind: "loaded"; readonly portal: string };

interface Fact {
  readonly state: "loading" | "loaded" | "wiped";
  readonly seed: number;
  readonly portal?: string;
}

const factName = "demonstration";

export const readMark = async (work: Pick<SharedWork, "first">): Promise<DemonstrationMark> => {
  const row = await work.first(sql<{ value: Fact }>`select value from ground_fact where name = ${factName}`);
  if (!row || row.value.state === "wiped") return { kind: "none" };
  return row.value.state === "loading" ? { kind: "loading" } : { kind: "loaded", portal: row.value.portal ?? "" };
};

export const writeMark = (work: Pick<SharedWork, "run" | "now">, fact: Fact): Promise<number> =>
  work.run(sql`
    insert into ground_fact (name, value, at)
    values (${factName}, ${JSON.stringify(fact)}, ${work.now})
    on conflict (name) do update set value = excluded.value, at = excluded.at`);

/** Whether nobody has begun to use this house: no service, no account, no source of the directory. */
export const houseIsEmpty = async (work: Pick<SharedWork, "one">): Promise<boolean> =>
  (
    await work.one(sql<{ is_empty: boolean }>`
      select not exists (select 1 from ground_commissioner)
        and not exists (select 1 from ground_staff)
        and not exists (select 1 from directory_source) as is_empty`)
  ).is_empty;

/** Whether all that is here was made by a demonstration. */
export const onlyDemonstration = async (work: Pick<SharedWork, "one">): Promise<boolean> =>
  (
    await work.one(sql<{ is_only: boolean }>`
      select not exists (select 1 from ground_commissioner where not is_demonstration)
        and not exists (select 1 from ground_staff where not is_demonstration)
        and not exists (select 1 from directory_source where not is_demonstration) as is_only`)
  ).is_only;

/**
 * Takes back all that a demonstration cut short has left, in one transaction, as the owner of the tables. To be called only when
 * `onlyDemonstration`: what the house remembers of itself stays, its migrations and the mark of its master key among them.
 */
export const wipeDemonstration = (database: Database): Promise<void> =>
  database.db.transaction().execute(async (transaction) => {
    await sql`set local role tu_owner`.execute(transaction);
    const { rows } = await sql<{ list: string }>`
      select string_agg(c.oid::regclass::text, ', ') as list
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'observatory')
        and c.relkind in ('r', 'p')
        and pg_get_userbyid(c.relowner) = 'tu_owner'
        and c.relname not in ('ground_fact', 'ground_migration')`.execute(transaction);
    if (rows[0]) await sql.raw(`truncate table ${rows[0].list} cascade`).execute(transaction);
    await sql`update ground_fact set value = jsonb_set(value, '{state}', '"wiped"') where name = ${factName}`.execute(transaction);
  });

export const addDemonstrationCommissioner = async (
  work: Pick<SharedWork, "one" | "now">,
  planned: PlannedCommissioner & { readonly slug: CommissionerSlug },
): Promise<Id<"Commissioner">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into ground_commissioner (slug, kind, name, color, phone, opening_hours, promise_kind, promise_amount, callback_places,
      is_demonstration, created_at)
    values (${planned.slug}, ${planned.kind}, ${planned.name}, ${planned.color}, ${planned.phone}, ${JSON.stringify(planned.openingHours)},
      ${planned.promise.kind}, ${planned.promise.hours}, ${planned.callbackPlaces}, true, ${work.now})
    returning id`);
  return idOf<"Commissioner">(id);
};

export const addDemonstrationStaff = async (
  work: Pick<SharedWork, "one" | "now">,
  planned: PlannedStaff,
  passwordHash: string,
): Promise<Id<"Staff">> => {
  const { id } = await work.one(sql<{ id: string }>`
    insert into ground_staff (name, mail, password_hash, is_administrator, is_demonstration, created_at)
    values (${planned.name}, ${planned.mail}, ${passwordHash}, ${planned.role === "administrator"}, true, ${work.now})
    returning id`);
  return idOf<"Staff">(id);
};

export const addMembership = (
  work: Pick<SharedWork, "run" | "now">,
  staffId: string,
  commissionerId: string,
  role: string,
): Promise<number> =>
  work.run(sql`
    insert into ground_membership (staff_id, commissioner_id, role, since)
    values (${staffId}, ${commissionerId}, ${role}, ${work.now})`);

/** Gives a demonstration account another password, and ends its sessions. @returns whether there is such an account. */
export const changeDemonstrationPassword = async (
  work: Pick<SharedWork, "first" | "run" | "now">,
  mail: string,
  hash: string,
): Promise<boolean> => {
  const row = await work.first(sql<{ id: string }>`
    update ground_staff set password_hash = ${hash}
    where lower(mail) = lower(${mail}) and is_demonstration and left_at is null
    returning id`);
  if (!row) return false;
  await work.run(sql`update ground_session set ended_at = ${work.now} where staff_id = ${row.id} and ended_at is null`);
  return true;
};
