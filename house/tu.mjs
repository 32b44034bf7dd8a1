// Node 24. The `tu` command, straight from TypeScript. Where the person was when she typed it decides what a relative path means.
import { enableCompileCache } from "node:module";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
process.env.NODE_ENV ??= "production";
enableCompileCache(path.join(root, "node_modules/.cache/v8"));
process.setSourceMapsEnabled(true);
await import("./jsx.mjs");
await import("../apps/cli/main.ts");
