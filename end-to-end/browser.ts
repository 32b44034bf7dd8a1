import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";

// The browser comes out of the npm package, inflated once a version; CHROME_PATH takes precedence. Nothing is downloaded.

const entry = path.resolve(path.dirname(createRequire(import.meta.url).resolve("@sparticuz/chromium")), "..");
const home = [entry, path.resolve(entry, "..")].find((folder) => fs.existsSync(path.join(folder, "bin/chromium.br"))) ?? entry;
const version = (JSON.parse(fs.readFileSync(path.join(home, "package.json"), "utf8")) as { version: string }).version;

export const browserFolder = `/tmp/tu-chromium-${version}`;
export const executablePath = process.env["CHROME_PATH"] ?? `${browserFolder}/chromium`;

/** Inflates the browser where it is not yet; two runs side by side do it without harm: the first one to finish wins. */
export const inflateBrowser = (): void => {
  if (fs.existsSync(executablePath)) return;
  const half = fs.mkdtempSync(`${browserFolder}-`);
  for (const part of ["al2023", "fonts", "swiftshader"]) {
    const packed = path.join(home, "bin", `${part}.tar.br`);
    if (!fs.existsSync(packed)) continue;
    fs.writeFileSync(`${half}/${part}.tar`, brotliDecompressSync(fs.readFileSync(packed)));
    spawnSync("tar", ["xf", `${part}.tar`], { cwd: half });
    fs.rmSync(`${half}/${part}.tar`);
  }
  fs.writeFileSync(`${half}/chromium`, brotliDecompressSync(fs.readFileSync(path.join(home, "bin/chromium.br"))), { mode: 0o755 });
  fs.chmodSync(half, 0o755);
  try {
    fs.renameSync(half, browserFolder);
  } catch {
    fs.rmSync(half, { recursive: true });
  }
};
