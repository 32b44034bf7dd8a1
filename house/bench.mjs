// Node 24. `npm run bench -- rules …` runs bench/rules.ts; without a name it says which measures there are.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const folder = path.resolve(import.meta.dirname, "../bench");
const told = readFileSync(path.join(folder, "README.md"), "utf8");
const measures = readdirSync(folder)
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.slice(0, -".ts".length))
  .filter((name) => told.includes(`-- ${name} `) || told.includes(`bench/${name}.ts`)); // the other files are parts of these
const [name] = process.argv.slice(3).filter((word) => word !== "--");
if (!measures.includes(name)) {
  console.error(`npm run bench -- NAME, where NAME is one of: ${measures.join(", ")}`);
  process.exit(1);
}
// The measure reads its own arguments where it always finds them.
const rest = process.argv.slice(process.argv.indexOf(name) + 1);
process.argv.splice(1, process.argv.length, path.join(folder, `${name}.ts`), ...rest);
process.env.NODE_ENV ??= "production";
await import("./jsx.mjs");
await import(`../bench/${name}.ts`);
