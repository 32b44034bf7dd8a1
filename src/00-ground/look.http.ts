import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { notFound } from "./http-answer.ts";
import type { WebApp } from "./site.http.ts";

// The look: styles of the house and its font, read once. The version is in the address, so they may be kept by browsers for ever.
const lookFolder = path.resolve(import.meta.dirname, "look");
const fontFile = path.resolve(
  path.dirname(createRequire(import.meta.url).resolve("@fontsource-variable/source-sans-3/package.json")),
  "files/source-sans-3-latin-wght-normal.woff2",
);
const lookFiles: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  "public.css": { file: path.join(lookFolder, "public.css"), type: "text/css; charset=utf-8" },
  "directory.css": { file: path.join(lookFolder, "directory.css"), type: "text/css; charset=utf-8" },
  "result.css": { file: path.join(lookFolder, "result.css"), type: "text/css; charset=utf-8" },
  "observatory.css": { file: path.join(lookFolder, "observatory.css"), type: "text/css; charset=utf-8" },
  "tokens.css": { file: path.join(lookFolder, "tokens.css"), type: "text/css; charset=utf-8" },
  "charts.css": { file: path.join(lookFolder, "charts.css"), type: "text/css; charset=utf-8" },
  "source-sans-3-latin-wght-normal.woff2": { file: fontFile, type: "font/woff2" },
};
/** Changes when a style or the font changes. */
export const lookVersion = Object.values(lookFiles)
  .reduce((hash, { file }) => hash.update(readFileSync(file)), createHash("sha256"))
  .digest("hex")
  .slice(0, 10);

/** Opens the styles of the house and its font. */
export const openLook = (app: WebApp): void => {
  const read = new Map<string, Buffer>();
  app.get("/look/:file", { schema: { hide: true }, config: { everywhere: true } }, (request, reply) => {
    const name = (request.params as { file: string }).file;
    const entry = Object.hasOwn(lookFiles, name) ? lookFiles[name] : undefined;
    if (!entry) throw notFound();
    const bytes = read.get(name) ?? readFileSync(entry.file);
    read.set(name, bytes);
    return reply.header("cache-control", "public, max-age=31536000, immutable").type(entry.type).send(bytes);
  });
};
