import type pg from "pg";
import type { ToldColumn } from "./privacy.ts";

/** The columns of all our tables, with the comment of each table; after a planted change, which is rolled back. */
export const toldColumns = async (client: pg.Client, plant = ""): Promise<readonly ToldColumn[]> => {
  await client.connect();
  try {
    await client.query("begin");
    if (plant !== "") await client.query(plant);
    const { rows } = await client.query<ToldColumn>(`
      select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as table,
             a.attname as column,
             obj_description(c.oid, 'pg_class') as comment
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname in ('public', 'observatory') and c.relkind in ('r', 'p')
      order by 1, a.attnum`);
    await client.query("rollback");
    return rows;
  } finally {
    await client.end();
  }
};
