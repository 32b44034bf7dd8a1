import { sql } from "kysely";
import type { TwinRecord } from "#engines/twins";
import type { SharedWork } from "#ground/server";

/** Structure à comparer, and its turn: what changes meanwhile has another one. */
export interface Asked {
  readonly id: string;
  readonly turn: number;
}

/** Whether anything waits to be compared. */
export const hasToCompare = async (work: Pick<SharedWork, "first">): Promise<boolean> =>
  (await work.first(sql`select 1 from directory_twin_queue limit 1`)) !== undefined;

export const countToCompare = async (work: SharedWork): Promise<number> =>
  (await work.one(sql<{ count: number }>`select count(*)::int as count from directory_twin_queue`)).count;

/** The next structures to compare: those of one département, since what its other structures are like teaches how to read these. */
export const nextToCompare = (work: SharedWork): Promise<Asked[]> =>
  work.rows(sql<Asked>`
    with waiting as (
      select q.structure_id as id, q.turn, ${departementOf} as departement
      from directory_twin_queue q
      join directory_structure s on s.id = q.structure_id
    )
    select id, turn from waiting where departement = (select min(departement) from waiting) order by id limit ${mostAtOnce}`);

/** Nobody has as many in one département; a wrong file could. */
const mostAtOnce = 20_000;

/** By the first two figures: the overseas départements together. */
const departementOf = sql`left(coalesce(s.commune_code, s.postal_code, ''), 2)`;

export const endCompare = (work: SharedWork, asked: readonly Asked[]): Promise<number> =>
  work.run(sql`
    delete from directory_twin_queue q
    using jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as done(id uuid, turn bigint)
    where q.structure_id = done.id and q.turn = done.turn`);

interface Row {
  readonly id: string;
  readonly source: string;
  readonly name: string;
  readonly address: string | null;
  readonly postal_code: string | null;
  readonly commune_name: string | null;
  readonly commune_code: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly point_from: string | null;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly siret: string | null;
  readonly website: string | null;
}

/**
 * Who describes a row: a national file puts together many producers, and says whose each line is before "--". Two rows of one producer
 * are never compared.
 */
export const producerOf = sql`case when position('--' in s.source_key) > 1 then split_part(s.source_key, '--', 1) else s.source_id end`;

const recordColumns = sql`s.id, ${producerOf} as source, s.name, s.address, s.postal_code, s.commune_name, s.commune_code, s.latitude, s.longitude,
  s.point_from, s.phone, s.mail, s.siret, s.website`;

/**
 * These structures and all those of their département, with those elsewhere that stand near one of them or share a telephone, a mail or a
 * number with it. Those that are gone are left out.
 */
export const readNeighbours = async (work: SharedWork, ids: readonly string[]): Promise<TwinRecord[]> => {
  const rows = await work.rows(sql<Row>`
    with asked as (
      select s.id, ${departementOf} as departement, phone, mail, siret, latitude, longitude
      from directory_structure s where s.id = any(${[...ids]}::uuid[]) and s.gone_at is null
    ), near as (
      select id from asked
      union select s.id from directory_structure s where s.gone_at is null and ${departementOf} = any(array(select departement from asked))
      union select s.id from directory_structure s where s.gone_at is null and s.phone = any(array(select phone from asked))
      union select s.id from directory_structure s where s.gone_at is null and s.mail = any(array(select mail from asked))
      union select s.id from directory_structure s where s.gone_at is null and s.siret = any(array(select siret from asked))
      union select s.id from asked join directory_structure s on s.gone_at is null
        and s.latitude between asked.latitude - ${nearDegrees} and asked.latitude + ${nearDegrees}
        and s.longitude between asked.longitude - ${nearDegrees} and asked.longitude + ${nearDegrees}
    )
    select ${recordColumns} from near join directory_structure s on s.id = near.id order by s.id`);
  return rows.map(recordOf);
};

/** More than a kilometre: further than a twin of another département ever stands. */
const nearDegrees = 0.015;

/** A point that is the centre of a commune says no more than the commune. */
const recordOf = (row: Row): TwinRecord => ({
  id: row.id,
  source: row.source,
  name: row.name,
  ...(row.address === null ? {} : { street: row.address }),
  ...(row.postal_code === null ? {} : { postalCode: row.postal_code }),
  ...(row.commune_name === null ? {} : { communeName: row.commune_name }),
  ...(row.commune_code === null ? {} : { communeCode: row.commune_code }),
  ...(row.latitude === null || row.longitude === null || row.point_from !== "source"
    ? {}
    : { point: { latitude: row.latitude, longitude: row.longitude } }),
  ...(row.phone === null ? {} : { phone: row.phone }),
  ...(row.mail === null ? {} : { mail: row.mail }),
  ...(row.siret === null ? {} : { siret: row.siret }),
  ...(row.website === null ? {} : { website: row.website }),
});
