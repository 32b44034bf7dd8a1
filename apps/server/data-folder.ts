import fs from "node:fs";
import path from "node:path";
import { StartRefused } from "./start-refused.ts";
import { startWords as words } from "./start.words.ts";

/** Makes sure that the folder of the data is there and can be written in, before anything is started in it. */
export const prepareDataFolder = (folder: string): void => {
  try {
    for (const part of missingParts(folder)) fs.mkdirSync(part);
    const trial = path.join(folder, `.essai-${process.pid}`);
    fs.writeFileSync(trial, "");
    fs.rmSync(trial);
  } catch {
    throw new StartRefused(words.dataFolder(folder));
  }
};

/** Each folder still to be made, from the top. One by one: making them all at once never ends under folders of the system such as /proc. */
const missingParts = (folder: string): readonly string[] => (fs.existsSync(folder) ? [] : [...missingParts(path.dirname(folder)), folder]);
