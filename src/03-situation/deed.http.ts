import type { FastifySchema } from "fastify";
import { z, type ZodType } from "zod";
import { looksLikeId, type Deed } from "#ground";
import { idempotencyKey, keyReused, notFound, once, workOn, type Web, type Work } from "#ground/server";

/** One deed of the desk: where it is sent, what it carries, and what it answers. */
export interface DeedRoute<Body, Answer> {
  /** Holds `:id`, the thing that the deed is about. */
  readonly path: string;
  readonly body: ZodType<Body>;
  readonly answer: ZodType<Answer>;
  readonly deed: Deed;
  readonly isHere: (work: Work, id: string) => Promise<boolean>;
  /** Refuses by throwing an HttpAnswer: everything is then undone, and the same key may be used again. */
  readonly act: (work: Work, id: string, body: Body) => Promise<Answer>;
}

/** Opens one POST: done once for each key, for the one commissioner that the thing belongs to. */
export const openDeed = <Body, Answer>(web: Web, route: DeedRoute<Body, Answer>): void => {
  // The contracts are generic here: the framework checks them, and these two casts say what it checked.
  const schema: FastifySchema = { params: z.object({ id: z.string() }), body: route.body, response: { 200: route.answer } };
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

/** What is opened when there is nothing to carry. */
export const NothingContract = z.object({});
