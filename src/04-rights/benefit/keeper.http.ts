import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { looksLikeId, mayDo } from "#ground";
import {
  actorFor,
  HttpAnswer,
  idempotencyKey,
  inCommissioner,
  keyReused,
  notFound,
  once,
  signedIn,
  type Staff,
  type Web,
  type Work,
} from "#ground/server";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";

export const IdParams = z.object({ id: z.string() });
export const DoneContract = z.object({ done: z.literal(true) });
export const done = { done: true } as const;

/**
 * Les aides sont à tous les services : who keeps them for one keeps them for all. The gesture is done, logged and made once in the first
 * service where this person keeps benefits.
 */
export const asKeeper = async <Result>(
  web: Web,
  request: FastifyRequest,
  task: (work: Work, staff: Staff) => Promise<Result>,
): Promise<Result> => {
  const staff = await signedIn(web, request);
  const home = staff.memberships.find(({ roles }) => mayDo(roles, "keep-benefits"));
  const actor = home && actorFor(staff, home.commissionerId);
  if (!actor) throw new HttpAnswer(403, words.notKeeper);
  return inCommissioner(web.ground, actor, (work) => task(work, staff));
};

/** One gesture of a keeper, done once for each key; a refusal undoes everything. */
export const keeperGesture = async <Answer>(
  web: Web,
  request: FastifyRequest,
  given: { readonly route: string; readonly content: unknown },
  act: (work: Work) => Promise<Answer>,
): Promise<Answer> => {
  const key = idempotencyKey(request);
  return asKeeper(web, request, async (work) => {
    const answer = await once(work, { key, ...given }, () => act(work));
    if (answer.kind === "key-reused") throw keyReused();
    return answer.answer;
  });
};

export const idIn = (request: FastifyRequest): string => {
  const { id } = request.params as z.infer<typeof IdParams>;
  if (!looksLikeId(id)) throw notFound();
  return id;
};

/** The first field wrong is what is said; all of them are named. */
export const refusedFields = (fields: readonly { readonly field: string; readonly sentence: string }[]): HttpAnswer =>
  new HttpAnswer(422, fields[0]?.sentence ?? "", { fields });
