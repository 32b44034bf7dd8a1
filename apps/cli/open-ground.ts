import path from "node:path";
import { pino } from "pino";
import {
  connect,
  drawBytes,
  loadKeys,
  migrate,
  prepareJobs,
  readSettings,
  runningPostgres,
  startPostgres,
  type Ground,
} from "#ground/server";
import { CommandRefused } from "./command.ts";

export interface OpenedGround {
  readonly ground: Ground;
  close(): Promise<void>;
}

/**
 * Opens the database that the server uses: the one of TU_DATABASE_URL, the embedded one that a server runs now on the same folder,
 * or the embedded one started for the time of the command.
 */
export const openGround = async (root: string): Promise<OpenedGround> => {
  const read = readSettings(process.env, root);
  if (read.kind === "wrong") throw new CommandRefused(read.sentences.join(" "));
  const { settings } = read;
  const folder = path.join(settings.dataDir, "postgres");
  const known = settings.databaseUrl ?? runningPostgres(folder);
  const own = known === undefined ? await startPostgres({ dataDir: folder }) : undefined;
  const database = connect(known ?? own?.url ?? "", 4);
  const close = async (): Promise<void> => {
    await database.close();
    await own?.stop();
  };
  try {
    await migrate(database);
    await prepareJobs({ database });
  } catch (error) {
    await close();
    throw error;
  }
  const ground: Ground = {
    database,
    // Read when a command needs them: most do not, and should not draw a master key for that.
    get keys() {
      return loadKeys(settings.masterKeyFile).keys;
    },
    log: pino({ level: "error" }, pino.destination(2)),
    baseUrl: () => settings.baseUrl ?? "http://127.0.0.1",
    clock: () => new Date(),
    draw: drawBytes,
  };
  return { ground, close };
};
