import type { Day } from "#engines/calendar";
import type { Id } from "#ground";

/** Import d'un fichier : what was asked, how far it is, and what came of it. */
export interface DirectoryImport {
  readonly id: Id<"Import">;
  readonly source: { readonly id: string; readonly name: string; readonly licence: string };
  readonly fileName: string;
  readonly dataDate: Day | undefined;
  readonly state: ImportState;
  readonly startedAt: Date;
  readonly endedAt: Date | undefined;
  readonly bytesTotal: number;
  readonly bytesRead: number;
  readonly counts: ImportCounts;
  readonly failure: string | undefined;
}

/** `interrupted` is read from a running import that has been silent too long: its process died. */
export type ImportState = "waiting" | "running" | "done" | "failed" | "interrupted";

/** In lines of the file: every line received is kept (new or changed), unchanged, or refused. Those kept with a remark are counted apart, and so are the records that the source no longer lists. */
export interface ImportCounts {
  readonly received: number;
  readonly kept: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly remarked: number;
  readonly gone: number;
}

const silenceMs = 2 * 60_000;

/** Whether a running import has been silent for so long that its process must have died. */
export const isInterrupted = (state: string, progressedAt: Date, now: Date): boolean =>
  state === "running" && now.getTime() - progressedAt.getTime() > silenceMs;

/** Part of the file read, from 0 to 100. */
export const percentRead = ({ bytesRead, bytesTotal }: Pick<DirectoryImport, "bytesRead" | "bytesTotal">): number =>
  bytesTotal === 0 ? 0 : Math.min(100, Math.floor((bytesRead / bytesTotal) * 100));
