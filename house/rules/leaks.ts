import type pg from "pg";

/** Tables that hold a commissioner and yet belong to all: read before the commissioner is known, and without any person in them. */
const sharedOnPurpose = new Set(["ground_membership", "ground_session"]);

interface Column {
  readonly name: string;
  readonly type: string;
}

/**
 * Walks every table of the catalogue as the application role, with rows of two commissioners in each, and tries to see and to
 * touch the rows of the other one. @returns a line a leak; none when the walls hold
 * @param client connected as the owner of a database that may be spoilt: its checks and foreign keys are dropped to plant the rows
 */
export const isolationLeaks = async (client: pg.Client): Promise<readonly string[]> => {
  const [mine, theirs] = await twoCommissioners(client);
  const tables = await tablesWithCommissioner(client);
  await dropChecks(client);
  for (const table of tables) for (const owner of [mine, theirs]) await plantRow(client, table, owner);
  const leaks: string[] = [];
  for (const table of tables) leaks.push(...(await probe(client, table, mine, theirs)));
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
  if (/^(integer|bigint|smallint|numeric|double precision)$/.test(type)) return count;
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

/** One transaction as the application, for one commissioner; what it does is rolled back. */
const asApplication = async <Result>(client: pg.Client, commissioner: string, deed: () => Promise<Result>): Promise<Result | "refused"> => {
  await client.query("begin");
  try {
    await client.query("select set_config('role', 'tu_app', true), set_config('tu.commissioner', $1, true)", [commissioner]);
    return await deed();
  } catch {
    return "refused";
  } finally {
    await client.query("rollback");
  }
};

const probe = async (client: pg.Client, table: string, mine: string, theirs: string): Promise<readonly string[]> => {
  const leaks: string[] = [];
  const note = (result: number | "refused", sentence: string): void => {
    if (result !== "refused" && result > 0) leaks.push(`${table}: ${sentence} (${result})`);
  };
  const countRows = async (where: string, values: readonly unknown[]): Promise<number> =>
    Number((await client.query<{ n: string }>(`select count(*) as n from ${table} where ${where}`, [...values])).rows[0]?.n ?? 0);
  note(await asApplication(client, mine, () => countRows("commissioner_id <> $1", [mine])), "rows of another commissioner are read");
  note(await asApplication(client, "", () => countRows("true", [])), "rows are read with no commissioner set");
  note(
    await asApplication(
      client,
      mine,
      async () =>
        (await client.query(`update ${table} set commissioner_id = commissioner_id where commissioner_id = $1`, [theirs])).rowCount ?? 0,
    ),
    "rows of another commissioner are changed",
  );
  note(
    await asApplication(
      client,
      mine,
      async () => (await client.query(`delete from ${table} where commissioner_id = $1`, [theirs])).rowCount ?? 0,
    ),
    "rows of another commissioner are deleted",
  );
  note(
    await asApplication(client, mine, async () => {
      await plantRow(client, table, theirs);
      return 1;
    }),
    "a row is written for another commissioner",
  );
  const own = await asApplication(client, mine, () => countRows("commissioner_id = $1", [mine]));
  if (own === 0) leaks.push(`${table}: its own rows are not seen: the probe proves nothing`);
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
    `select c.oid::regclass::text as name from pg_class c where pg_get_userbyid(c.relowner) = 'tu_app'`,
  );
  const roles = await client.query<{ name: string }>(
    `select rolname as name from pg_roles where rolname in ('tu_app', 'tu_numbers') and (rolsuper or rolbypassrls or rolcanlogin)`,
  );
  return [
    ...unforced.rows.filter((row) => !sharedOnPurpose.has(row.name)).map((row) => `${row.name}: isolation is not forced`),
    ...views.rows.map((row) => `${row.name}: a view that does not run as its reader`),
    ...numbers.rows.map((row) => `${row.name}: read by the role of the observatory`),
    ...owned.rows.map((row) => `${row.name}: owned by the application role`),
    ...roles.rows.map((row) => `${row.name}: a role with too many rights`),
  ];
};
