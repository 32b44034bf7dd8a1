import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { looksLikeId, mayDo } from "#ground";
import { findStaff, HttpAnswer, idempotencyKey, inShared, notFound, signedIn, type SharedWork, type Staff, type Web } from "#ground/server";
import { decidePair, undoPair, type Decision, type Undoing } from "./decide-pair.action.ts";
import { countWaiting } from "./pair.store.ts";
import { readBench, readMerges } from "./twin-bench.store.ts";
import type { PairKept } from "./twin.ts";
import { DecideContract, DecidedContract, MergesContract, TwinBenchContract } from "./twins.contract.ts";
import { twinWords } from "./twins.words.ts";

const words = twinWords.fr;
const IdContract = z.object({ id: z.string() });

/** The directory is shared by all commissioners: who keeps it for one of them decides for all. */
const referent = async (web: Web, request: FastifyRequest): Promise<Staff> => {
  const staff = await signedIn(web, request);
  if (!staff.memberships.some(({ roles }) => mayDo(roles, "merge-twins"))) throw new HttpAnswer(403, words.refusals.notAllowed);
  return staff;
};

/** Doublons : the pairs that wait, what is answered, and what was merged these last days. */
export const openTwins = (web: Web): void => {
  web.app.get("/api/twin-pairs", { schema: { response: { 200: TwinBenchContract } } }, async (request) => {
    await referent(web, request);
    return inShared(web.ground, readBench);
  });

  web.app.get(
    "/api/merges",
    { schema: { querystring: z.object({ after: z.string().optional() }), response: { 200: MergesContract } } },
    async (request) => {
      await referent(web, request);
      const { after } = request.query;
      if (after !== undefined && !looksLikeId(after)) throw notFound();
      return inShared(web.ground, (work) => readMerges(work, after));
    },
  );

  web.app.post(
    "/api/twin-pairs/:id/decide",
    { schema: { params: IdContract, body: DecideContract, response: { 200: DecidedContract } } },
    async (request) => {
      const staff = await referent(web, request);
      // Decided twice, the first answer stays: the key is asked for as everywhere, and nothing more is needed.
      idempotencyKey(request);
      return inShared(web.ground, async (work) => {
        await answerTo(work, await decidePair(work, request.params.id, request.body.as, staff.id));
        return { waiting: await countWaiting(work) };
      });
    },
  );

  web.app.post("/api/twin-pairs/:id/undo", { schema: { params: IdContract, response: { 200: DecidedContract } } }, async (request) => {
    const staff = await referent(web, request);
    idempotencyKey(request);
    return inShared(web.ground, async (work) => {
      refuseUndoing(await undoPair(work, request.params.id, staff.id));
      return { waiting: await countWaiting(work) };
    });
  });
};

const answerTo = async (work: SharedWork, decision: Decision): Promise<void> => {
  if (decision.kind === "unknown") throw notFound();
  if (decision.kind === "not-an-answer") throw new HttpAnswer(422, words.refusals.notAnAnswer);
  if (decision.kind === "contradicts") throw new HttpAnswer(422, words.refusals.contradicts);
  if (decision.kind === "decided-before") throw new HttpAnswer(409, await decidedBefore(work, decision.pair));
};

const decidedBefore = async (work: SharedWork, { decidedStaff, state, level }: PairKept): Promise<string> => {
  const staff = decidedStaff === undefined ? undefined : await findStaff(work, decidedStaff);
  const answer = state === "merged" || state === "proposed" ? level : state;
  return words.refusals.decidedBefore(staff?.name ?? words.refusals.someone, words.answers[answer]);
};

const day = new Intl.DateTimeFormat("fr-FR", { dateStyle: "long", timeZone: "Europe/Paris" });

const refuseUndoing = (undoing: Undoing): void => {
  if (undoing.kind === "unknown") throw notFound();
  if (undoing.kind === "nothing-to-undo") throw new HttpAnswer(409, words.nothingToUndo);
  if (undoing.kind === "too-late") throw new HttpAnswer(409, words.refusals.tooLate(day.format(undoing.until)));
};
