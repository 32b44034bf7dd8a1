import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");

/** What the desk is made of: when none of it changed, the last build serves. */
const sourcesHash = (): string => {
  const hash = createHash("sha256")
    .update(fs.readFileSync(path.join(root, "package-lock.json")))
    .update(fs.readFileSync(path.join(root, "vite.config.ts")));
  for (const folder of ["src", "engines", "apps/desk"])
    for (const name of fs.readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).toSorted()) {
      const file = path.join(root, folder, name);
      if (/\.(ts|tsx|css|json|html)$/.test(name) && !/\.test\./.test(name) && fs.statSync(file).isFile())
        hash.update(name).update(fs.readFileSync(file));
    }
  return hash.digest("hex");
};

export type DeskBuild =
  { readonly kind: "kept" | "built"; readonly folder: string } | { readonly kind: "failed"; readonly folder: string; readonly log: string };

/** Builds the desk for the browser, in a process of its own so that the rest of the start goes on meanwhile. */
export const buildDesk = async (): Promise<DeskBuild> => {
  const folder = path.join(root, "dist/desk");
  const mark = path.join(folder, ".built-from");
  const wanted = sourcesHash();
  if (fs.existsSync(mark) && fs.readFileSync(mark, "utf8") === wanted) return { kind: "kept", folder };
  fs.mkdirSync(folder, { recursive: true });
  const builder = spawn(process.execPath, [path.join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "error"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = (): void => {
    builder.kill();
  };
  process.once("exit", end);
  let log = "";
  const collect = (bytes: Buffer): void => {
    log = (log + bytes.toString()).slice(-4000);
  };
  builder.stdout.on("data", collect);
  builder.stderr.on("data", collect);
  const code = await new Promise<number | null>((done) => builder.on("exit", done));
  process.off("exit", end);
  if (code !== 0) return { kind: "failed", folder, log };
  fs.writeFileSync(mark, wanted);
  return { kind: "built", folder };
};
