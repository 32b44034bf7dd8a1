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
  readonly trial: TrialCounts | undefined;
  readonly loss: Loss | undefined;
}

/** Essai sur tout le fichier : what an import would keep, nothing being written. */
export interface TrialCounts {
  readonly received: number;
  readonly kept: number;
  readonly refused: number;
  readonly remarked: number;
  readonly rules: readonly RuleCount[];
}
export interface RuleCount {
  readonly field: string;
  readonly rule: string;
  readonly verdict: "refused" | "remarked";
  readonly lines: number;
  readonly reason: string;
}

/** Perte : what a source would lose by an import. Structures and services are counted together. */
export interface Loss {
  /** Listed in the directory now. */
  readonly before: number;
  /** Of those, what the new file no longer lists. */
  readonly gone: number;
  /** What the new file lists, known or not. */
  readonly listed: number;
  /** Départements where nothing of this source would be left. */
  readonly departements: readonly string[];
}

/** A source of a few lines may well lose half of them; one of some size that does has most often sent a file cut short. */
const leastToLose = 20;
const usualShare = 0.5;

/** Whether a human must say before so much vanishes. */
export const isTooMuch = ({ before, gone }: Loss, share: number = usualShare): boolean =>
  before >= leastToLose && gone >= before * share && gone > 0;

/**
 * `trying` is a run over the whole file that writes nothing; `held` waits for a human, `refused` is his no, `undone` was done and taken back.
 * `interrupted` is read from a running import that has been silent too long: its process died.
 */
export type ImportState = "waiting" | "trying" | "running" | "held" | "refused" | "done" | "undone" | "failed" | "interrupted";

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
  (state === "running" || state === "trying") && now.getTime() - progressedAt.getTime() > silenceMs;

/** Part of the file read, from 0 to 100. */
export const percentRead = ({ bytesRead, bytesTotal }: Pick<DirectoryImport, "bytesRead" | "bytesTotal">): number =>
  bytesTotal === 0 ? 0 : Math.min(100, Math.floor((bytesRead / bytesTotal) * 100));
