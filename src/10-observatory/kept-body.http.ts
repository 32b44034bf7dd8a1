import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** Corps prêt à envoyer, made once: its text, its compressed form and its ETag. */
export interface KeptBody {
  readonly type: string;
  readonly text: string;
  readonly gzipped: Buffer;
  readonly tag: string;
}

export const keptBody = (type: string, text: string): KeptBody => ({
  type,
  text,
  gzipped: gzipSync(text),
  tag: `W/"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`,
});

/**
 * Mémoire des pages : drawing a month takes some hundred times longer than sending it, and a closed month does not change. Keeps the
 * bodies made last, up to `size`.
 */
export const bodyMemory = (size: number): ((key: string, make: () => Promise<KeptBody>) => Promise<KeptBody>) => {
  const known = new Map<string, KeptBody>();
  return async (key, make) => {
    const body = known.get(key) ?? (await make());
    known.delete(key);
    known.set(key, body);
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return body;
  };
};

/** Sends what anybody may keep: not again to who has it, compressed for those who say they read it. */
export const sendKept = (request: FastifyRequest, reply: FastifyReply, body: KeptBody, seconds: number): unknown => {
  void reply.header("cache-control", `public, max-age=${seconds}`).header("etag", body.tag).header("vary", "accept-encoding");
  if (request.headers["if-none-match"]?.split(/\s*,\s*/).includes(body.tag)) return reply.code(304).send();
  void reply.type(body.type);
  if (!/\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) return reply.send(body.text);
  return reply.header("content-encoding", "gzip").send(body.gzipped);
};
