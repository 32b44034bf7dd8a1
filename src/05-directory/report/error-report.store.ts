import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import type { ErrorReport, ErrorReportShown, settlements } from "./error-report.contract.ts";

/** Keeps what someone saw wrong on a service; the same form sent twice is kept once. */
export const addErrorReport = (work: SharedWork, serviceId: string, report: ErrorReport, from: "staff" | "public"): Promise<number> =>
  work.run(sql`
    insert into directory_error_report (id, service_id, reason, details, from_kind, reported_at)
    values (coalesce(${report.cle ?? null}::uuid, uuidv7()), ${serviceId}, ${report.motif}, ${report.precision === "" ? null : report.precision}, ${from}, ${work.now})
    on conflict (id) do nothing`);

/** The reports that nobody has settled, the oldest first. */
export const openErrorReports = async (work: SharedWork): Promise<ErrorReportShown[]> => {
  const rows = await work.rows(sql<{
    id: string;
    service_id: string;
    service_name: string;
    structure_name: string;
    source_name: string;
    source_url: string | null;
    reason: ErrorReportShown["reason"];
    details: string | null;
    from_kind: ErrorReportShown["from"];
    reported_at: Date;
  }>`
    select r.id, r.service_id, s.name as service_name, t.name as structure_name, o.name as source_name, s.source_url, r.reason, r.details,
      r.from_kind, r.reported_at
    from directory_error_report r
    join directory_service s on s.id = r.service_id
    join directory_structure t on t.id = s.structure_id
    join directory_source o on o.id = s.source_id
    where r.settled_at is null
    order by r.reported_at, r.id
    limit 500`);
  return rows.map((row) => ({
    id: row.id,
    serviceId: row.service_id,
    serviceName: row.service_name,
    structureName: row.structure_name,
    sourceName: row.source_name,
    ...(row.source_url === null ? {} : { sourceUrl: row.source_url }),
    reason: row.reason,
    ...(row.details === null ? {} : { details: row.details }),
    from: row.from_kind,
    reportedAt: row.reported_at.toISOString(),
  }));
};

/** Settles a report, once: the first answer stays. @returns whether it exists */
export const settleErrorReport = async (
  work: SharedWork,
  id: string,
  staffId: string,
  as: (typeof settlements)[number],
): Promise<boolean> => {
  await work.run(sql`
    update directory_error_report set settled_at = ${work.now}, settled_by = ${staffId}, settled_as = ${as}
    where id = ${id} and settled_at is null`);
  return (await work.first(sql`select 1 from directory_error_report where id = ${id}`)) !== undefined;
};
