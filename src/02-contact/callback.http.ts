import { z } from "zod";
import { looksLikeId } from "#ground";
import {
  HttpAnswer,
  idempotencyKey,
  keyReused,
  notFound,
  once,
  ownCommissioner,
  workFor,
  workForEach,
  workOn,
  type OnceAnswer,
  type Web,
  type Work,
} from "#ground/server";
import { displayName, phoneOf } from "#person";
import { findPerson, findPersons } from "#person/server";
import { writePromise } from "./book-callback.action.ts";
import {
  CallbackOpenedContract,
  CallbackPromisedContract,
  CallbackResultContract,
  CallbacksContract,
  CallbackSettledContract,
  NewCallbackContract,
  PostponeContract,
  SlotsContract,
  type CallbackView,
} from "./callback.contract.ts";
import { findCallback, freeSlots, promisedCallbacks } from "./callback.store.ts";
import { lateMinutes } from "./callback.ts";
import { deskWords } from "./contact.words.ts";
import { postponeCallback, promiseCallback, type PromisedCallback } from "./promise-callback.action.ts";
import { callBack, cancelCallback, keepCallback, missCallback } from "./settle-callback.action.ts";
import type { Slot } from "./slot.ts";

const words = deskWords.fr;
const IdParams = z.object({ id: z.string() });

const callbackIsHere =
  (id: string) =>
  async (work: Work): Promise<boolean> =>
    looksLikeId(id) && (await findCallback(work, id)) !== undefined;

const answerOf = <Answer>(given: OnceAnswer<Answer>): Answer => {
  if (given.kind === "key-reused") throw keyReused();
  return given.answer;
};
const settled = (): HttpAnswer => new HttpAnswer(409, words.settled);
const inJson = (slot: Slot) => ({ from: slot.from.toISOString(), to: slot.to.toISOString() });

const promisedOr409 = (answer: PromisedCallback | { readonly kind: "settled" }): z.infer<typeof CallbackPromisedContract> => {
  if (answer.kind === "settled") throw settled();
  if (answer.kind === "promised")
    return { callbackId: answer.callbackId, slotFrom: answer.slot.from.toISOString(), slotUntil: answer.slot.to.toISOString() };
  const sentence = answer.kind === "taken" ? words.taken : words.notASlot;
  throw new HttpAnswer(409, sentence, { fields: [{ field: "slotFrom", sentence }], nearest: answer.nearest.map(inJson) });
};

/** Rappels promis : the list of a day, and what becomes of each. */
export const openCallbacks = (web: Web): void => {
  web.app.get("/api/callbacks", { schema: { response: { 200: CallbacksContract } } }, async (request) => {
    const lists = await workForEach(web, request, "listen", viewsOf);
    const byLateness = (a: CallbackView, b: CallbackView): number =>
      Number(b.lateMinutes > 0) - Number(a.lateMinutes > 0) || a.slotFrom.localeCompare(b.slotFrom);
    return { callbacks: lists.flat().toSorted(byLateness) };
  });

  web.app.get(
    "/api/callbacks/slots",
    { schema: { querystring: z.object({ commissionerId: z.string() }), response: { 200: SlotsContract } } },
    (request) =>
      workFor(web, request, request.query.commissionerId, "listen", async (work) => ({ slots: (await freeSlots(work)).map(inJson) })),
  );

  web.app.post("/api/callbacks", { schema: { body: NewCallbackContract, response: { 200: CallbackPromisedContract } } }, (request) =>
    workFor(web, request, request.body.commissionerId, "listen", async (work) => {
      const { personId, slotFrom, mayLeaveMessage } = request.body;
      const person = looksLikeId(personId) ? await findPerson(work, personId) : undefined;
      if (!person) throw notFound();
      return answerOf(
        await once(work, { key: idempotencyKey(request), route: "POST /api/callbacks", content: request.body }, async () => {
          const answer = await promiseCallback(work, {
            personId,
            from: new Date(slotFrom),
            mayLeaveMessage: mayLeaveMessage && !person.isProtected,
          });
          if (answer.kind === "promised") await writePromise(work, personId, answer.slot);
          return promisedOr409(answer);
        }),
      );
    }),
  );

  web.app.post("/api/callbacks/:id/call", { schema: { params: IdParams, response: { 200: CallbackOpenedContract } } }, (request) =>
    workOn(web, request, "listen", callbackIsHere(request.params.id), async (work) => {
      idempotencyKey(request);
      const opened = await callBack(work, request.params.id);
      if (opened.kind === "settled") throw settled();
      return { contactId: opened.contactId };
    }),
  );

  web.app.post(
    "/api/callbacks/:id/result",
    { schema: { params: IdParams, body: CallbackResultContract, response: { 200: CallbackSettledContract } } },
    (request) =>
      workOn(web, request, "listen", callbackIsHere(request.params.id), async (work) => {
        const asked = { key: idempotencyKey(request), route: `POST /api/callbacks/${request.params.id}/result`, content: request.body };
        return answerOf(
          await once(work, asked, () =>
            request.body.result === "reached" ? reached(work, request.params.id) : notReached(work, request.params.id),
          ),
        );
      }),
  );

  web.app.post(
    "/api/callbacks/:id/postpone",
    { schema: { params: IdParams, body: PostponeContract, response: { 200: CallbackPromisedContract } } },
    (request) =>
      workOn(web, request, "listen", callbackIsHere(request.params.id), async (work) => {
        const asked = { key: idempotencyKey(request), route: `POST /api/callbacks/${request.params.id}/postpone`, content: request.body };
        return answerOf(
          await once(work, asked, async () =>
            promisedOr409(await postponeCallback(work, request.params.id, new Date(request.body.slotFrom), request.body.because)),
          ),
        );
      }),
  );

  web.app.post(
    "/api/callbacks/:id/cancel",
    { schema: { params: IdParams, response: { 200: z.object({ done: z.literal(true) }) } } },
    (request) =>
      workOn(web, request, "listen", callbackIsHere(request.params.id), async (work) => {
        idempotencyKey(request);
        const callback = await findCallback(work, request.params.id);
        // Cancelled already: said again, nothing changes.
        if (callback?.state !== "cancelled" && (await cancelCallback(work, request.params.id)) === "settled") throw settled();
        return { done: true as const };
      }),
  );
};

type Settled = z.infer<typeof CallbackSettledContract>;

const reached = async (work: Work, id: string): Promise<Settled> => {
  if ((await keepCallback(work, id)) === "settled") throw settled();
  return { kind: "kept" };
};

const notReached = async (work: Work, id: string): Promise<Settled> => {
  const missed = await missCallback(work, id);
  if (missed.kind === "settled") throw settled();
  if (missed.kind === "unreached") return missed;
  return { kind: "moved", attempts: missed.attempts, slotFrom: missed.slot.from.toISOString(), slotUntil: missed.slot.to.toISOString() };
};

const viewsOf = async (work: Work): Promise<CallbackView[]> => {
  const callbacks = await promisedCallbacks(work);
  const { name, color } = await ownCommissioner(work);
  const persons = await findPersons(
    work,
    callbacks.map((callback) => callback.personId),
  );
  return callbacks.flatMap((callback) => {
    const person = persons.get(callback.personId);
    if (!person) return [];
    return [
      {
        id: callback.id,
        commissionerId: work.commissionerId,
        commissionerName: name,
        commissionerColor: color,
        personId: person.id,
        personName: displayName(person),
        phone: phoneOf(person)?.value,
        communeCode: person.communeCode,
        slotFrom: callback.slot.from.toISOString(),
        slotUntil: callback.slot.to.toISOString(),
        state: callback.state,
        lateMinutes: lateMinutes(callback, work.now),
        attempts: callback.attempts,
        mayLeaveMessage: callback.mayLeaveMessage && !person.isProtected,
        isProtected: person.isProtected,
        contactId: callback.contactId,
      },
    ];
  });
};
