import { afterAll, beforeAll, expect, test } from "vitest";
import { inCommissioner } from "#ground/server";
import { addContactPoint, addPerson } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { findCallback, freeSlots } from "./callback.store.ts";
import { finishExchange, leaveUnanswered } from "./finish-exchange.action.ts";
import { promiseCallback } from "./promise-callback.action.ts";
import { callBack } from "./settle-callback.action.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T09:05:00Z" });
});
afterAll(() => house.close());

test.each([
  ["given a promised callback, when the exchange it opened is finished, then the promise is kept", finishExchange, "kept", 0],
  ["given a promised callback, when nobody answers, then the promise moves to another time of day", leaveUnanswered, "promised", 1],
] as const)("%s", async (_, end, state, attempts) => {
  const callback = await inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
    const personId = await addPerson(work, { firstName: "Awa" });
    await addContactPoint(work, personId, { channel: "phone", value: "+33639983344" });
    const slot = (await freeSlots(work))[0];
    if (!slot) throw new Error("no slot is free");
    const promised = await promiseCallback(work, { personId, from: slot.from, mayLeaveMessage: false });
    if (promised.kind !== "promised") throw new Error(promised.kind);
    const opened = await callBack(work, promised.callbackId);
    if (opened.kind !== "opened") throw new Error(opened.kind);
    await end(work, opened.contactId);
    return findCallback(work, promised.callbackId);
  });
  expect([callback?.state, callback?.attempts]).toEqual([state, attempts]);
});
