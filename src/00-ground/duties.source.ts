import { anchorRound } from "./audit-anchor.source.ts";
import { heartbeatRound } from "./health.http.ts";
import type { Duties } from "./jobs.store.ts";
import type { Transports } from "./message.source.ts";
import { sendingJob } from "./send-message.action.ts";

/** What the ground does in the background: sends messages, anchors the logs, shows that the jobs run. */
export const groundDuties = (given: {
  readonly transports: Transports;
  /** Where the heads of the logs are anchored: a file to copy away from this machine. */
  readonly auditHeadsFile: string;
}): Duties => ({
  jobs: [sendingJob(given.transports)],
  subscribers: [],
  rounds: [heartbeatRound, anchorRound(given.auditHeadsFile)],
});
