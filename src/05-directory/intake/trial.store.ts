import { sql } from "kysely";
import type { SharedWork } from "#ground/server";
import type { TrialCounts } from "./import.ts";

/** Starts a trial of an import that waits. @returns whether it was waiting */
export const startTrial = async (work: SharedWork, importId: string): Promise<boolean> =>
  (await work.run(sql`
    update directory_import set state = 'trying', trial = null, bytes_read = 0, received = 0, progressed_at = ${work.now}
    where id = ${importId} and state = 'waiting'`)) > 0;

export const keepTrialProgress = (work: SharedWork, importId: string, bytesRead: number, received: number): Promise<number> =>
  work.run(sql`
    update directory_import set bytes_read = ${bytesRead}, received = ${received}, progressed_at = ${work.now}
    where id = ${importId} and state = 'trying'`);

/** The import waits again, with what the trial counted; or with what stopped it. */
export const endTrial = (
  work: SharedWork,
  importId: string,
  ended: { readonly counts?: TrialCounts; readonly failure?: string },
): Promise<number> =>
  work.run(sql`
    update directory_import set state = 'waiting', bytes_read = 0, received = 0, progressed_at = ${work.now},
      trial = ${ended.counts === undefined ? null : JSON.stringify(ended.counts)}::jsonb, failure = ${ended.failure ?? null}
    where id = ${importId} and state = 'trying'`);
