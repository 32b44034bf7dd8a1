import { parentPort } from "node:worker_threads";
import { findTwins, type TwinRecord } from "#engines/twins";

/** Runs in a thread of its own, started by `compare-apart.source.ts`: records in, pairs out, one département at a time. */
parentPort?.on("message", (records: readonly TwinRecord[]) => {
  parentPort?.postMessage(findTwins(records, { places: true }));
});
