import type { Work } from "#ground/server";
import type { FollowUpSummary } from "./follow-up-summary.ts";

/** What a later room shows to somebody in her follow-up, because she said yes; and hides as soon as she says so. Given by the server. */
export interface FollowUpSummaries {
  readonly read: (work: Work, personId: string) => Promise<FollowUpSummary | undefined>;
  readonly hide: (work: Work, personId: string) => Promise<void>;
}
