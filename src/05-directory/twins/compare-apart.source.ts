import { Worker } from "node:worker_threads";
import type { TwinPair, TwinRecord } from "#engines/twins";

/** Comparer à l'écart : in a thread of its own, since a large département takes seconds during which no request would be answered. */
export interface Comparing {
  /** All pairs of these records. One at a time. */
  compare(records: readonly TwinRecord[]): Promise<readonly TwinPair[]>;
  end(): Promise<void>;
}

/** Starts the thread; whoever starts it ends it. */
export const compareApart = (): Comparing => {
  const thread = new Worker(new URL("./twin-thread.source.ts", import.meta.url));
  return {
    compare: (records) =>
      new Promise((resolve, reject) => {
        const settle = (): void => {
          thread.off("message", answer).off("error", refuse).off("exit", leave);
        };
        const answer = (pairs: readonly TwinPair[]): void => {
          settle();
          resolve(pairs);
        };
        const refuse = (failure: unknown): void => {
          settle();
          reject(failure instanceof Error ? failure : new Error(String(failure)));
        };
        const leave = (): void => {
          refuse(new Error("the thread that compares ended before it answered"));
        };
        thread.on("message", answer).on("error", refuse).on("exit", leave);
        thread.postMessage(records);
      }),
    end: async () => {
      await thread.terminate();
    },
  };
};
