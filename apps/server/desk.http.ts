import { createReadStream, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { notFound, staffOf, type Web } from "#ground/server";

const types: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".svg": "image/svg+xml",
  ".json": "application/json",
};

/** Opens the desk: its files, and the same page for each of its addresses. Who is not signed in is asked to, and comes back. */
export const openDesk = (web: Web, folder: string): void => {
  const packed = new Map<string, Buffer>();
  web.app.get("/bureau/assets/:file", { schema: { hide: true }, config: { everywhere: true } }, (request, reply) => {
    const name = path.basename((request.params as { file: string }).file);
    const file = path.join(folder, "assets", name);
    const type = types[path.extname(name)];
    if (type === undefined || !existsSync(file)) throw notFound();
    void reply.header("cache-control", "public, max-age=31536000, immutable").header("vary", "accept-encoding").type(type);
    if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(createReadStream(file));
    const bytes = packed.get(name) ?? gzipSync(readFileSync(file), { level: 9 });
    packed.set(name, bytes);
    return reply.header("content-encoding", "gzip").send(bytes);
  });
  for (const address of ["/bureau", "/bureau/*"])
    web.app.get(address, { schema: { hide: true } }, async (request, reply) => {
      if (!(await staffOf(web, request))) return reply.redirect(`/connexion?suite=${encodeURIComponent(request.url)}`, 303);
      const index = path.join(folder, "index.html");
      if (!existsSync(index)) throw new Error("the desk is not built");
      return reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(readFileSync(index));
    });
};
