import { mkdir, readdir, rm, stat } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

/** Files wait here between the look at their first lines and the import. They belong to this machine: another server would ask for them again. */
const folder = path.join(os.tmpdir(), `tu-imports-${process.getuid?.() ?? 0}`);

/** Le fichier envoyé d'un import. */
export const uploadOf = (importId: string): string => path.join(folder, `${importId}.data`);

/** A place for a file that is being received. */
export const newUpload = async (name: string): Promise<string> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `${name}.part`);
};

const keptMs = 24 * 3_600_000;

/** Sweeps the files sent more than a day ago and never imported. @returns the imports whose file went */
export const sweepUploads = async (now: Date, within: string = folder): Promise<string[]> => {
  const names = await readdir(within).catch(() => []);
  const swept: string[] = [];
  for (const name of names.filter((each) => /\.(?:data|part)$/.test(each))) {
    const file = path.join(within, name);
    const age = await stat(file).then(
      (found) => now.getTime() - found.mtimeMs,
      () => 0,
    );
    if (age <= keptMs) continue;
    await rm(file, { force: true });
    swept.push(name.replace(/\.(?:data|part)$/, ""));
  }
  return swept;
};
