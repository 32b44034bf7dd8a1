import type { FastifyReply, FastifyRequest } from "fastify";
import { HttpAnswer, notFound } from "./http-answer.ts";
import type { Id } from "./id.ts";
import { mayDo, type Deed } from "./role.ts";
import { staffOfSession } from "./session.store.ts";
import { isSecure, type Web } from "./site.http.ts";
import { actorFor, type Staff } from "./staff.store.ts";
import { webWords } from "./web.words.ts";
import { inCommissioner, type Ground, type Work } from "./work.store.ts";

const words = webWords.fr;
const sessionCookie = "tu_session";

/** Who is signed in, if anyone. */
export const staffOf = async (web: Web, request: FastifyRequest): Promise<Staff | undefined> => {
  const token = request.cookies[sessionCookie];
  return token === undefined ? undefined : staffOfSession(web.ground, token);
};

/** Who is signed in; otherwise 401, and the desk offers to sign in again without losing the text. */
export const signedIn = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await staffOf(web, request);
  if (!staff) throw new HttpAnswer(401, words.signInAgain);
  return staff;
};

/** Acts for one commissioner that the person signed in serves; another one answers 404, like what does not exist. */
export const workFor = async <Result>(
  web: Web,
  request: FastifyRequest,
  commissionerId: string,
  deed: Deed,
  task: (work: Work) => Promise<Result>,
): Promise<Result> => {
  const actor = actorFor(await signedIn(web, request), commissionerId);
  if (!actor) throw notFound();
  if (!mayDo(actor.roles, deed)) throw new HttpAnswer(403, words.notAllowed);
  return inCommissioner(web.ground, actor, task);
};

/**
 * Acts on a thing known by its identifier alone: looks for it among the commissioners that the person signed in serves, and
 * does the task there. Found nowhere, or elsewhere: 404.
 */
export const workOn = async <Result>(
  web: Web,
  request: FastifyRequest,
  deed: Deed,
  isHere: (work: Work) => Promise<boolean>,
  task: (work: Work) => Promise<Result>,
): Promise<Result> => {
  const staff = await signedIn(web, request);
  for (const { commissionerId } of staff.memberships) {
    const actor = actorFor(staff, commissionerId);
    if (!actor) continue;
    const found = await inCommissioner(web.ground, actor, async (work) => {
      if (!(await isHere(work))) return undefined;
      if (!mayDo(actor.roles, deed)) throw new HttpAnswer(403, words.notAllowed);
      return { result: await task(work) };
    });
    if (found) return found.result;
  }
  throw notFound();
};

/** Asks each commissioner that the person signed in serves and may do this for, one transaction each. */
export const workForEach = async <Result>(
  web: Web,
  request: FastifyRequest,
  deed: Deed,
  task: (work: Work, commissionerId: Id<"Commissioner">) => Promise<Result>,
): Promise<Result[]> => {
  const staff = await signedIn(web, request);
  const results: Result[] = [];
  for (const membership of staff.memberships) {
    const actor = actorFor(staff, membership.commissionerId);
    if (actor && mayDo(actor.roles, deed))
      results.push(await inCommissioner(web.ground, actor, (work) => task(work, membership.commissionerId)));
  }
  return results;
};

/** The key that every write from the desk or from another system carries. */
export const idempotencyKey = (request: FastifyRequest): string => {
  const key = request.headers["idempotency-key"];
  if (typeof key !== "string" || key.length < 8 || key.length > 100) throw new HttpAnswer(400, words.keyMissing);
  return key;
};

export const setSessionCookie = (ground: Ground, reply: FastifyReply, token: string | undefined): void => {
  const shape = { path: "/", httpOnly: true, sameSite: "lax", secure: isSecure(ground) } as const;
  if (token === undefined) void reply.clearCookie(sessionCookie, shape);
  else void reply.setCookie(sessionCookie, token, shape);
};
export const sessionToken = (request: FastifyRequest): string | undefined => request.cookies[sessionCookie];
