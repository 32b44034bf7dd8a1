import { sql } from "kysely";
import { idOf, type Id } from "#ground";
import type { Work } from "#ground/server";
import { isOpenNeed, type Need, type NeedOrigin, type NeedStatus, type Severity } from "./need.ts";
import { tellChanged } from "./situation.store.ts";
import { isNeedId, taxonomyVersion, themeOf, type NeedId, type ThemeId } from "./taxonomy.ts";

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly person_id: string;
  readonly demand_id: string | null;
  readonly theme: ThemeId;
  readonly need: NeedId;
  readonly origin: NeedOrigin;
  readonly severity: Severity;
  readonly status: NeedStatus;
  readonly acknowledged_at: Date | null;
  readonly noted_at: Date;
}

const fromRow = (row: Row): Need => ({
  id: idOf<"Need">(row.id),
  situationId: idOf<"Situation">(row.situation_id),
  personId: idOf<"Person">(row.person_id),
  demandId: row.demand_id === null ? undefined : idOf<"Demand">(row.demand_id),
  theme: row.theme,
  need: row.need,
  origin: row.origin,
  severity: row.severity,
  status: row.status,
  acknowledgedAt: row.acknowledged_at ?? undefined,
  notedAt: row.noted_at,
});

const needQuery = sql`
  select n.id, n.situation_id, s.person_id, n.demand_id, n.theme, n.need, n.origin, n.severity, n.status, n.acknowledged_at, n.noted_at
  from situation_need n
  join situation s on s.commissioner_id = n.commissioner_id and s.id = n.situation_id`;

/** A need that was not withdrawn. */
export const findNeed = async (work: Work, id: string): Promise<Need | undefined> => {
  const row = await work.first(
    sql<Row>`${needQuery} where n.commissioner_id = ${work.commissionerId} and n.id = ${id} and n.withdrawn_at is null`,
  );
  return row && fromRow(row);
};

/** The needs of a situation that were not withdrawn, in the order in which they were noted. */
export const needsOf = async (work: Work, situationId: string): Promise<Need[]> => {
  const rows = await work.rows(sql<Row>`
    ${needQuery}
    where n.commissioner_id = ${work.commissionerId} and n.situation_id = ${situationId} and n.withdrawn_at is null
    order by n.noted_at, n.id`);
  return rows.map(fromRow);
};

export interface NewNeed {
  readonly situationId: string;
  /** A need of the taxonomy. */
  readonly need: string;
  readonly origin: NeedOrigin;
  /** 1 light, 2 ordinary, 3 heavy. */
  readonly severity?: Severity;
  readonly demandId?: string;
  /** Whether the person already agreed to it. What she expressed, she knows. */
  readonly acknowledged?: boolean;
}

/** Noter un besoin. The same need twice in a situation is one need: what is known of it does not change. */
export const addNeed = async (work: Work, given: NewNeed): Promise<Id<"Need">> => {
  if (!isNeedId(given.need)) throw new Error(`need ${given.need} is not in taxonomy ${taxonomyVersion}`);
  const isTold = given.acknowledged ?? given.origin === "expressed";
  const added = await work.first(sql<{ id: string }>`
    insert into situation_need (commissioner_id, situation_id, demand_id, theme, need, taxonomy_version, origin, severity, status, status_at,
      acknowledged_at, noted_at, noted_by)
    values (${work.commissionerId}, ${given.situationId}, ${given.demandId ?? null}, ${themeOf(given.need)}, ${given.need}, ${taxonomyVersion},
      ${given.origin}, ${given.severity ?? 2}, ${isTold ? "accepted" : "identified"}, ${work.now}, ${isTold ? work.now : null}, ${work.now},
      ${await notedBy(work, given.situationId)})
    on conflict (commissioner_id, situation_id, need) where withdrawn_at is null do nothing
    returning id`);
  if (added) {
    await work.tell("need.noted", { needId: added.id, situationId: given.situationId });
    await tellChanged(work, given.situationId);
    return idOf<"Need">(added.id);
  }
  const kept = await work.one(sql<{ id: string }>`
    select id from situation_need
    where commissioner_id = ${work.commissionerId} and situation_id = ${given.situationId} and need = ${given.need} and withdrawn_at is null`);
  return idOf<"Need">(kept.id);
};

/** Who noted something: whoever acts, or the referent when a register or a provider said it. */
export const notedBy = async (work: Work, situationId: string): Promise<string> => {
  if (work.actor.kind === "staff") return work.actor.staffId;
  const row = await work.one(sql<{ referent_id: string }>`
    select referent_id from situation where commissioner_id = ${work.commissionerId} and id = ${situationId}`);
  return row.referent_id;
};

const change = async (work: Work, id: string, set: ReturnType<typeof sql>): Promise<boolean> => {
  const row = await work.first(sql<{ situation_id: string }>`
    update situation_need set ${set}
    where commissioner_id = ${work.commissionerId} and id = ${id} and withdrawn_at is null
    returning situation_id`);
  if (row) await tellChanged(work, row.situation_id);
  return row !== undefined;
};

/** The person was told, and agrees. A need already further on keeps its status; one declined before becomes hers again. */
export const acknowledgeNeed = (work: Work, id: string): Promise<boolean> =>
  change(
    work,
    id,
    sql`acknowledged_at = coalesce(acknowledged_at, ${work.now}),
      status_at = case when status in ('identified', 'declined') then ${work.now} else status_at end,
      status = case when status in ('identified', 'declined') then 'accepted' else status end`,
  );

/** The person was told, and does not wish it. */
export const declineNeed = (work: Work, id: string): Promise<boolean> =>
  change(work, id, sql`acknowledged_at = coalesce(acknowledged_at, ${work.now}), status = 'declined', status_at = ${work.now}`);

/** Changes the status of a need. @returns whether it exists. */
export const setNeedStatus = (work: Work, id: string, status: NeedStatus): Promise<boolean> =>
  change(work, id, sql`status = ${status}, status_at = ${work.now}`);

/** Takes back a need noted by mistake; its row stays, out of every count. */
export const withdrawNeed = (work: Work, id: string): Promise<boolean> => change(work, id, sql`withdrawn_at = ${work.now}`);

/** The needs of a situation that still wait for something. */
export const openNeedsOf = async (work: Work, situationId: string): Promise<Need[]> =>
  (await needsOf(work, situationId)).filter(isOpenNeed);

/** For dashboards: how many needs were noted in a span, expressed by the persons or found by listening. */
export const needCountsBetween = async (
  work: Work,
  from: Date,
  until: Date,
): Promise<{ readonly expressed: number; readonly detected: number }> =>
  work.one(sql<{ expressed: number; detected: number }>`
    select count(*) filter (where origin = 'expressed') as expressed, count(*) filter (where origin <> 'expressed') as detected
    from situation_need
    where commissioner_id = ${work.commissionerId} and noted_at >= ${from} and noted_at < ${until} and withdrawn_at is null`);
