import type { Work } from "#ground/server";

/** Résumé lu dans son suivi : what she agreed to read again online, in blocks of lines. */
export interface FollowUpSummary {
  readonly writtenOn: Date;
  readonly blocks: readonly { readonly title: string; readonly lines: readonly string[] }[];
}

/** What a later room shows to somebody in her follow-up, because she said yes; and hides as soon as she says so. Given by the server. */
export interface FollowUpSummaries {
  readonly read: (work: Work, personId: string) => Promise<FollowUpSummary | undefined>;
  readonly hide: (work: Work, personId: string) => Promise<void>;
}
