/** Résumé lu dans son suivi : what she agreed to read again online, in blocks of lines. */
export interface FollowUpSummary {
  readonly writtenOn: Date;
  readonly blocks: readonly { readonly title: string; readonly lines: readonly string[] }[];
}
