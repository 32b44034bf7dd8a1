// `npm run pictures`: starts a house of its own with its demonstration, and takes each screen at 1440 and 390 px into docs/pictures.
import { spawn } from "node:child_process";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
process.env.PATH = path.dirname(process.execPath) + path.delimiter + process.env.PATH;
const child = spawn(process.execPath, [path.join(root, "node_modules/@playwright/test/cli.js"), "test"], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, TU_PICTURES: "1" },
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code) => process.exit(code ?? 1));
