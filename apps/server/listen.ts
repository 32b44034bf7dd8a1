import type { WebApp } from "#ground/server";
import { StartRefused } from "./start-refused.ts";
import { startWords } from "./start.words.ts";

/** Where people find the house when nobody chose a port. */
export const usualPort = 21960;
const tries = 20;

/**
 * Opens the port: the one asked for, or the first free one from 21960 on, so that two clones run side by side.
 * @returns the address people type
 */
export const listenOn = async (app: WebApp, asked: number | undefined): Promise<string> => {
  const ports = asked === undefined ? [...Array.from({ length: tries }, (_, more) => usualPort + more), 0] : [asked];
  for (const port of ports) {
    try {
      return await app.listen({ port, host: "127.0.0.1" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new StartRefused(startWords.portTaken(asked ?? usualPort));
};
