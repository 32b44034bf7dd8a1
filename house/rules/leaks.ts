import type pg from "pg";

/** Tables that hold a commissioner and yet belong to all: read before the commissioner is known, and without any person in them. */
const sharedOnPurpose = new Set(["ground_membership", "ground_session"]);

interface Column {
  readonly name: string;
  readonly type: string;
}

/** What only the role of the vault may read or write: raw words. Nobody else, not through a view, not even under its own isolation. */
const vaultColumns = [{ table: "situation_verbatim", column: "raw" }] as const;

/** The roles that touch the rows of persons; each is walked through every table it has a right on. */
type WalkedRole = "tu_app" | "tu_vault";

/**
 * Walks every table of the catalogue as the application role, and as that of the vault, with rows of two commissioners in each, and tries to
 * see and to touch the rows of the other one; then tries the vault from outside. @returns a line a leak; none when the walls hold
 * @param client connected as the owner of a database that may be spoilt: its checks and foreign keys are dropped to plant the rows
 */
export const isolationLeaks = async (client: pg.Client): Promise<readonly string[]> => {
  const [mine, theirs] = await twoCommissioners(client);
  const tables = await tablesWithCommissioner(client);
  await dropChecks(client);
  for (const table of tables) for (const owner of [mine, theirs]) await plantRow(client, table, owner);
  const leaks: string[] = [];
  for (const table of tables) leaks.push(...(await probe(client, table, mine, theirs, "tu_app")));
  const inVault = await tablesOfVault(client);
  for (const table of inVault) leaks.push(...(await probe(client, table, mine, theirs, "tu_vault")));
  leaks.push(
    ...inVault
      .filter((table) => !vaultColumns.some((each) => each.table === table))
      .map((table) => `${table}: opened to the role of the vault`),
  );
  leaks.push(...(await vaultOpenings(client)));
  leaks.push(...(await openings(client)));
  return leaks;
};

const twoCommissioners = async (client: pg.Client): Promise<readonly [string, string]> => {
  const { rows } = await client.query<{ id: string }>("select id from ground_commissioner order by id limit 2");
  const [first, second] = rows;
  if (!first || !second) throw new Error("two commissioners are needed");
  return [first.id, second.id];
};

const tablesWithCommissioner = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'commissioner_id' and not a.attisdropped
    where c.relkind in ('r', 'p')
    order by 1`);
  return rows.map((row) => row.name).filter((name) => !sharedOnPurpose.has(name));
};

/** So that a row of any shape can be planted: what is tested here is who sees it. */
const dropChecks = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ drop: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop
    from pg_constraint
    where connamespace = 'public'::regnamespace and contype in ('c', 'f') and conparentid = 0
    order by contype = 'c'`);
  for (const row of rows) await client.query(row.drop);
  await client.query("set session_replication_role = replica");
};

const columnsOf = async (client: pg.Client, table: string): Promise<readonly Column[]> => {
  const { rows } = await client.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attidentity = '' and attgenerated = ''`,
    [table],
  );
  return rows;
};

let count = 0;
const valueOf = (type: string): unknown => {
  count += 1;
  if (type === "uuid") return `00000000-0000-4000-8000-${String(count).padStart(12, "0")}`;
  if (type.endsWith("[]")) return "{}";
  if (/^(integer|bigint|smallint|numeric|real|double precision)$/.test(type)) return count;
  if (type === "boolean") return false;
  if (type.startsWith("timestamp") || type === "date") return "2026-11-20";
  if (/^jsonb?$/.test(type)) return "{}";
  if (type === "bytea") return Buffer.from(`planted ${count}`);
  return `planted ${count}`;
};

const plantRow = async (client: pg.Client, table: string, owner: string): Promise<void> => {
  const columns = await columnsOf(client, table);
  const names = columns.map((column) => `"${column.name}"`).join(", ");
  const values = columns.map((column) => (column.name === "commissioner_id" ? owner : valueOf(column.type)));
  await client.query(`insert into ${table} (${names}) values (${values.map((_, at) => `$${at + 1}`).join(", ")})`, values);
};

const tablesOfVault = async (client: pg.Client): Promise<readonly string[]> => {
  const { rows } = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and (has_any_column_privilege('tu_vault', c.oid, 'select, insert, update') or has_table_privilege('tu_vault', c.oid, 'delete'))
    order by 1`);
  return rows.map((row) => row.name);
};

/** One transaction under a role, for one commissioner; what it does is rolled back. */
const asRole = async <Result>(
  client: pg.Client,
  role: WalkedRole,
  commissioner: string,
  deed: () => Promise<Result>,
): Promise<Result | "refused"> => {
  await client.query("begin");
  try {
    await client.query("select set_config('role', $2, true), set_config('tu.commissioner', $1, true)", [commissioner, role]);
    return await deed();
  } catch {
    return "refused";
  } finally {
    await client.query("rollback");
  }
};

const probe = async (client: pg.Client, table: string, mine: string, theirs: string, role: WalkedRole): Promise<readonly string[]> => {
  const leaks: string[] = [];
  const as = <Result>(commissioner: string, deed: () => Promise<Result>) => asRole(client, role, commissioner, deed);
  const note = (result: number | "refused", sentence: string): void => {
    if (result !== "refused" && result > 0) leaks.push(`${table}: ${sentence} (${result}${role === "tu_app" ? "" : ` by ${role}`})`);
  };
  const countRows = async (where: string, values: readonly unknown[]): Promise<number> =>
    Number((await client.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`, [...values])).rows[0]?.n ?? 0);
  note(await as(mine, () => countRows("commissioner_id <> $1", [mine])), "rows of another commissioner are read");
  note(await as("", () => countRows("true", [])), "rows are read with no commissioner set");
  note(
    await as(
      mine,
      async () =>
        (await client.query(`update ${table} set commissioner_id = commissioner_id where commissioner_id = $1`, [theirs])).rowCount ?? 0,
    ),
    "rows of another commissioner are changed",
  );
  note(
    await as(mine, async () => (await client.query(`delete from ${table} where commissioner_id = $1`, [theirs])).rowCount ?? 0),
    "rows of another commissioner are deleted",
  );
  note(
    await as(mine, async () => {
      await plantRow(client, table, theirs);
      return 1;
    }),
    "a row is written for another commissioner",
  );
  const own = await as(mine, () => countRows("commissioner_id = $1", [mine]));
  if (own === 0) leaks.push(`${table}: its own rows are not seen by ${role}: the probe proves nothing`);
  return leaks;
};

/** Ways around the walls: tables without forced isolation, views that run as their owner, what the numbers role may read. */
const openings = async (client: pg.Client): Promise<readonly string[]> => {
  const unforced = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'commissioner_id' and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`);
  const views = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace
      and (c.relkind = 'm' or (c.relkind = 'v' and not coalesce('security_invoker=true' = any(c.reloptions), false)))
      and has_table_privilege('tu_app', c.oid, 'select')`);
  const numbers = await client.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and has_table_privilege('tu_numbers', c.oid, 'select')`);
  const owned = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) in ('tu_app', 'tu_vault', 'tu_numbers')`,
  );
  const roles = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname in ('tu_app', 'tu_vault', 'tu_numbers') and (rolsuper or rolbypassrls or rolcanlogin)`,
  );
  return [
    ...unforced.rows.filter((row) => !sharedOnPurpose.has(row.name)).map((row) => `${row.name}: isolation is not forced`),
    ...views.rows.map((row) => `${row.name}: a view that does not run as its reader`),
    ...numbers.rows.map((row) => `${row.name}: read by the role of the observatory`),
    ...owned.rows.map((row) => `${row.name}: owned by a role that acts`),
    ...roles.rows.map((row) => `${row.name}: a role with too many rights`),
  ];
};

/** Ways into the vault from outside: a grant, a view or a rule that reads the column, a role that has another's rights. */
const vaultOpenings = async (client: pg.Client): Promise<readonly string[]> => {
  const leaks: string[] = [];
  for (const { table, column } of vaultColumns) {
    const grants = await client.query<{ role: string; deed: string }>(
      `select r.role, p.deed
       from unnest(array['tu_app', 'tu_numbers', 'public']) as r (role), unnest(array['select', 'insert', 'update']) as p (deed)
       where has_column_privilege(r.role, $1, $2, p.deed)`,
      [table, column],
    );
    leaks.push(...grants.rows.map(({ role, deed }) => `${table}.${column}: ${deed} outside the vault, by ${role}`));
    const views = await client.query<{ name: string }>(
      `select distinct w.ev_class::regclass::text as name
       from pg_depend d
       join pg_rewrite w on d.classid = 'pg_rewrite'::regclass and w.oid = d.objid
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
       where d.refobjid = $1::regclass and a.attname = $2`,
      [table, column],
    );
    leaks.push(...views.rows.map(({ name }) => `${table}.${column}: read by the view ${name}`));
  }
  const members = await client.query<{ role: string }>(
    `select role from unnest(array['tu_app', 'tu_numbers']) as r (role) where pg_has_role(r.role, 'tu_vault', 'member')`,
  );
  return [...leaks, ...members.rows.map(({ role }) => `tu_vault: its rights are ${role}'s too`)];
};
