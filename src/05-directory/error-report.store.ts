import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import type { ErrorReport } from "./error-report.contract.ts";

/** Keeps what someone saw wrong on a service; the same form sent twice is kept once. */
export const addErrorReport = (work: SharedWork, serviceId: string, report: ErrorReport, from: "staff" | "public"): Promise<number> =>
  work.run(sql`
    insert into directory_error_report (id, service_id, reason, details, from_kind, reported_at)
    values (coalesce(${report.cle ?? null}::uuid, uuidv7()), ${serviceId}, ${report.motif}, ${report.precision === "" ? null : report.precision}, ${from}, ${work.now})
    on conflict (id) do nothing`);
