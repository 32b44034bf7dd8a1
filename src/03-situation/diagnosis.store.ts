import { sql } from "kysely";
import { idOf } from "#ground";
import type { Work } from "#ground/server";
import type { Diagnosis } from "./diagnosis.ts";

interface Row {
  readonly id: string;
  readonly situation_id: string;
  readonly version: number;
  readonly grid_version: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly signed_at: Date;
  readonly signed_by: string;
}

const fromRow = (row: Row): Diagnosis => ({
  id: idOf<"Diagnosis">(row.id),
  situationId: idOf<"Situation">(row.situation_id),
  version: row.version,
  gridVersion: row.grid_version,
  answers: row.answers,
  signedAt: row.signed_at,
  signedBy: idOf<"Staff">(row.signed_by),
});

/** The diagnoses of a situation, the newest first. */
export const diagnosesOf = async (work: Work, situationId: string): Promise<Diagnosis[]> => {
  const rows = await work.rows(sql<Row>`
    select id, situation_id, version, grid_version, answers, signed_at, signed_by
    from situation_diagnosis
    where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
    order by version desc
    limit 50`);
  return rows.map(fromRow);
};
