import { sql } from "kysely";
import type { TwinService } from "#engines/twins";
import type { SharedWork } from "#ground/server";
import { producerOf } from "./compare-queue.store.ts";

/** The services that these structures offer now. */
export const readServices = async (work: SharedWork, structureIds: readonly string[]): Promise<TwinService[]> => {
  const rows = await work.rows(sql<{
    id: string;
    structure_id: string;
    source: string;
    name: string;
    themes: string[];
    commune_code: string | null;
  }>`
    select s.id, s.structure_id, ${producerOf} as source, s.name, s.themes, s.commune_code
    from directory_service s
    where s.structure_id = any(${[...structureIds]}::uuid[]) and s.gone_at is null
    order by s.id`);
  return rows.map((row) => ({
    id: row.id,
    structureId: row.structure_id,
    source: row.source,
    name: row.name,
    themes: row.themes,
    ...(row.commune_code === null ? {} : { communeCode: row.commune_code }),
  }));
};

/** All services of these structures, gone ones included. */
export const serviceIdsOf = async (work: SharedWork, structureIds: readonly string[]): Promise<string[]> =>
  (await work.rows(sql<{ id: string }>`select id from directory_service where structure_id = any(${[...structureIds]}::uuid[])`)).map(
    ({ id }) => id,
  );

/** The producer of each row. */
export const producersOf = async (work: SharedWork, kind: "structure" | "service", ids: readonly string[]): Promise<Map<string, string>> =>
  new Map(
    (
      await work.rows(sql<{ id: string; source: string }>`
        select s.id, ${producerOf} as source from ${sql.table(`directory_${kind}`)} s where s.id = any(${[...ids]}::uuid[])`)
    ).map(({ id, source }) => [id, source]),
  );
