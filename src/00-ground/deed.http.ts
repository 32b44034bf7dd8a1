import type { FastifySchema } from "fastify";
import { z, type ZodType } from "zod";
import { looksLikeId } from "./id.ts";
import { once } from "./once.store.ts";
import type { Deed } from "./role.ts";
import { idempotencyKey, workOn } from "./desk-work.http.ts";
import { keyReused, notFound } from "./http-answer.ts";
import { type Web } from "./site.http.ts";
import type { Work } from "./work.store.ts";

const IdParams = z.object({ id: z.string() });

/** One thing of the desk, known by `:id` in the address: whose commissioner it is, is found from it. */
interface DeskRoute<Answer> {
  readonly path: string;
  readonly answer: ZodType<Answer>;
  readonly deed: Deed;
  readonly isHere: (work: Work, id: string) => Promise<boolean>;
}

/** Opens one reading of the desk. Never kept by the browser: it may hold a person. */
export const openReading = <Answer>(
  web: Web,
  route: DeskRoute<Answer> & { readonly read: (work: Work, id: string) => Promise<Answer> },
): void => {
  const schema: FastifySchema = { params: IdParams, response: { 200: route.answer } };
  web.app.get(route.path, { schema }, async (request, reply) => {
    const { id } = request.params as { readonly id: string };
    if (!looksLikeId(id)) throw notFound();
    void reply.header("cache-control", "no-store");
    return workOn(
      web,
      request,
      route.deed,
      (work) => route.isHere(work, id),
      (work) => route.read(work, id),
    );
  });
};

/**
 * Opens one deed of the desk: done once for each key. It refuses by throwing an HttpAnswer: everything is then undone, and the same key
 * may be used again.
 */
export const openDeed = <Body, Answer>(
  web: Web,
  route: DeskRoute<Answer> & { readonly body: ZodType<Body>; readonly act: (work: Work, id: string, body: Body) => Promise<Answer> },
): void => {
  // The contracts are generic here: the framework checks them, and these casts say what it checked.
  const schema: FastifySchema = { params: IdParams, body: route.body, response: { 200: route.answer } };
  web.app.post(route.path, { schema }, async (request) => {
    const { id } = request.params as { readonly id: string };
    const body = request.body as Body;
    if (!looksLikeId(id)) throw notFound();
    const key = idempotencyKey(request);
    return workOn(
      web,
      request,
      route.deed,
      (work) => route.isHere(work, id),
      async (work) => {
        const done = await once(work, { key, route: route.path, content: { id, body } }, () => route.act(work, id, body));
        if (done.kind === "key-reused") throw keyReused();
        return done.answer;
      },
    );
  });
};

/**
 * Opens one paper of the desk, a PDF shown by the browser and kept by nobody. What it says is read in the transaction, which writes who
 * printed; it is laid out afterwards, while the database is free for others.
 */
export const openPrint = <Asked, Paper>(
  web: Web,
  route: Omit<DeskRoute<never>, "answer"> & {
    /** The name it is saved under: « carte.pdf ». */
    readonly fileName: string;
    readonly asked: ZodType<Asked>;
    readonly read: (work: Work, id: string, asked: Asked) => Promise<Paper>;
    readonly print: (paper: Paper) => Promise<Buffer>;
  },
): void => {
  const schema: FastifySchema = { params: IdParams, querystring: route.asked };
  web.app.get(route.path, { schema }, async (request, reply) => {
    const { id } = request.params as { readonly id: string };
    if (!looksLikeId(id)) throw notFound();
    const paper = await workOn(
      web,
      request,
      route.deed,
      (work) => route.isHere(work, id),
      (work) => route.read(work, id, request.query as Asked),
    );
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", `inline; filename="${route.fileName}"`)
      .type("application/pdf")
      .send(await route.print(paper));
  });
};

/** What a deed carries when there is nothing to carry. */
export const NothingContract = z.object({});
