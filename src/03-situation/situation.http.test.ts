import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { buildWeb, inCommissioner, inShared, openSession, type Web } from "#ground/server";
import { addPerson } from "#person/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import type { ExchangeShown } from "./exchange.contract.ts";
import type { NextActionDue } from "./next-actions.contract.ts";
import { openExchanges, openNeeds, openNextActions, openSituations, openTimelines } from "./server.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  openExchanges(web, []);
  openNeeds(web);
  openSituations(web, [(_, situationId) => Promise.resolve([{ kind: "referral", subjectId: situationId }])]);
  openTimelines(web, []);
  openNextActions(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

let keys = 0;
const as = async (who: TestCommissioner["counsellor"]) => {
  const token = await inShared(house.ground, (work) => openSession(work, who.staffId));
  const cookies = { tu_session: token };
  return {
    get: (url: string) => web.app.inject({ method: "GET", url, cookies }),
    post: (url: string, payload: object, key = `key-number-${keys++}`) =>
      web.app.inject({ method: "POST", url, payload, cookies, headers: { "idempotency-key": key } }),
  };
};

const newCall = (isNamed = true) =>
  inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
    const personId = await addPerson(work, isNamed ? { firstName: "Nadia", lastName: "Benali" } : {});
    return { personId, contactId: await openContact(work, { channel: "call", direction: "in", personId }) };
  });

const openCall = async () => {
  const call = await newCall();
  const ines = await as(house.mutuelle.counsellor);
  const exchange = (await ines.get(`/api/exchanges/${call.contactId}`)).json<ExchangeShown>();
  return { ...call, ines, exchange, situationId: exchange.situation?.id ?? "" };
};

describe("an exchange in one answer", () => {
  test("gives the situation, opened on demand, and a key for what stays on the computer", async () => {
    const { exchange, personId } = await openCall();
    expect(exchange.situation).toMatchObject({ personId, needs: [], nextAction: { what: "Reprendre cet échange", holds: false } });
    expect(Buffer.from(exchange.draftKey, "base64")).toHaveLength(32);
  });
  test("someone of another commissioner does not find it", async () => {
    const { contactId } = await newCall();
    const stranger = await as(house.caisse.counsellor);
    expect((await stranger.get(`/api/exchanges/${contactId}`)).statusCode).toBe(404);
    expect((await stranger.post(`/api/contacts/${contactId}/notes`, { text: "x", revision: 0 })).statusCode).toBe(404);
  });
  test("two people of the same team do not share the key of what stays on a computer", async () => {
    const { contactId, exchange } = await openCall();
    const sonia = await as(house.mutuelle.supervisor);
    expect((await sonia.get(`/api/exchanges/${contactId}`)).json<ExchangeShown>().draftKey).not.toBe(exchange.draftKey);
  });
});

describe("notes", () => {
  test("sent again with the same key after a cut, they are saved once", async () => {
    const { contactId, ines } = await openCall();
    const note = { text: "Loyer de retard.", revision: 0 };
    const first = await ines.post(`/api/contacts/${contactId}/notes`, note, "the-same-key");
    const again = await ines.post(`/api/contacts/${contactId}/notes`, note, "the-same-key");
    expect([first.json<{ revision: number }>().revision, again.json<{ revision: number }>().revision]).toEqual([1, 1]);
    expect((await ines.get(`/api/exchanges/${contactId}`)).json<ExchangeShown>().notes).toMatchObject({
      text: "Loyer de retard.",
      revision: 1,
    });
  });
  test("a late save is refused with the text that is kept, and the same key may be used again", async () => {
    const { contactId, ines } = await openCall();
    await ines.post(`/api/contacts/${contactId}/notes`, { text: "poste A", revision: 0 });
    const late = await ines.post(`/api/contacts/${contactId}/notes`, { text: "poste B", revision: 0 }, "late-save-key");
    expect(late.statusCode).toBe(409);
    expect(late.json()).toMatchObject({ kept: { text: "poste A", revision: 1 } });
    expect((await ines.post(`/api/contacts/${contactId}/notes`, { text: "poste A et B", revision: 1 }, "late-save-key")).statusCode).toBe(
      200,
    );
  });
});

describe("the deeds of a call, one route each", () => {
  test("from the demand to the end of the exchange", async () => {
    const { contactId, situationId, ines, exchange } = await openCall();
    await ines.post(`/api/situations/${situationId}/demands`, { theme: "droits", words: "Changer d’adresse" });
    const need = await ines.post(`/api/situations/${situationId}/needs`, { need: "loyer", origin: "detected" });
    await ines.post(`/api/contacts/${contactId}/emotions`, { emotion: "honte", intensity: 2 });
    await ines.post(`/api/situations/${situationId}/diagnoses`, { answers: { logement: "hard" }, afterVersion: 0 });
    const refused = await ines.post(`/api/exchanges/${contactId}/close`, {});
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ missing: [{ kind: "untold-need", need: "loyer" }, { kind: "next-action" }] });
    await ines.post(`/api/needs/${need.json<{ id: string }>().id}/tell`, { answer: "agreed" });
    const nextAction = { what: "Rappeler Nadia", at: "2026-11-24T09:00:00Z", ownerId: exchange.me };
    expect((await ines.post(`/api/exchanges/${contactId}/close`, { nextAction })).json()).toEqual({ done: true });
    const after = (await ines.get(`/api/exchanges/${contactId}`)).json<ExchangeShown>();
    expect(after.situation).toMatchObject({
      demands: [{ words: "Changer d’adresse" }],
      needs: [{ label: "Loyer impayé, expulsion", told: "agreed" }],
      diagnosis: { version: 1, isExpired: false, validUntil: "2027-05-20" },
      nextAction: { what: "Rappeler Nadia", holds: true },
    });
    expect(after.emotions).toEqual([{ emotion: "honte", intensity: 2 }]);
    expect(after.contact.endedAt).toBeDefined();
  });
  test("a situation that another room holds open answers 409 with the list", async () => {
    const { situationId, ines } = await openCall();
    const closing = await ines.post(`/api/situations/${situationId}/close`, { reason: "helped" });
    expect([closing.statusCode, closing.json()]).toMatchObject([409, { objections: [{ kind: "referral" }] }]);
    expect((await ines.get(`/api/situations/${situationId}`)).json()).toMatchObject({ objections: [{ kind: "referral" }] });
  });
  test("a demand of another situation cannot be the origin of a need", async () => {
    const one = await openCall();
    const other = await openCall();
    const demand = await other.ines.post(`/api/situations/${other.situationId}/demands`, { theme: "droits", words: "Autre" });
    const added = await one.ines.post(`/api/situations/${one.situationId}/needs`, {
      need: "loyer",
      origin: "detected",
      demandId: demand.json<{ id: string }>().id,
    });
    expect(added.statusCode).toBe(422);
  });
  test("the timeline of a person", async () => {
    const { personId, ines } = await openCall();
    const timeline = await ines.get(`/api/persons/${personId}/timeline`);
    expect(timeline.json()).toMatchObject({ open: [{ urgency: 0, needs: [] }] });
  });
});

describe("no input gives a 5xx", () => {
  const odd: readonly [string, object][] = [
    ["/api/contacts/ID/notes", { text: 3, revision: -1 }],
    ["/api/contacts/ID/notes", { text: "x", revision: 2_147_483_648 }],
    ["/api/contacts/ID/emotions", { emotion: "toString", intensity: 9 }],
    ["/api/situations/ID/needs", { need: "licorne", origin: "detected" }],
    ["/api/situations/ID/urgency", { level: 2, motives: [] }],
    ["/api/situations/ID/diagnoses", { answers: { logement: "?" }, afterVersion: 0 }],
    ["/api/situations/ID/diagnoses", { answers: {}, afterVersion: 12 }],
    ["/api/situations/ID/next-action", { what: "x", at: "+275760-09-13T00:00:00Z", ownerId: "x" }],
    ["/api/situations/ID/next-action", { what: "x", at: "9999-12-31T23:59:59Z", ownerId: "019aa0e5-0000-7000-8000-000000000000" }],
    ["/api/situations/ID/close", { reason: "by-supervisor" }],
    ["/api/situations/ID/reopen", { what: "x", at: "2026-12-01T00:00:00Z", ownerId: "019aa0e5-0000-7000-8000-000000000000" }],
    ["/api/exchanges/ID/close", { situation: { reason: "helped", note: "n".repeat(2000) } }],
    ["/api/needs/ID/tell", { answer: "agreed" }],
    ["/api/demands/ID/withdraw", {}],
  ];
  test.each(odd)("POST %s %j", async (path, body) => {
    const { contactId, situationId, ines } = await openCall();
    const id = /contacts|exchanges/.test(path) ? contactId : situationId;
    for (const each of [id, "nothing", "019aa0e5-0000-7000-8000-000000000000", "%00"])
      expect((await ines.post(path.replace("ID", each), body)).statusCode).toBeLessThan(500);
  });
});

test("without a session, nothing is read", async () => {
  const { contactId } = await newCall();
  expect((await web.app.inject({ method: "GET", url: `/api/exchanges/${contactId}` })).statusCode).toBe(401);
});

describe("the next actions of a day", () => {
  test("mine are listed by name and hour; those of others only when all are asked for; tomorrow's wait", async () => {
    const { ines, situationId } = await openCall();
    const at = new Date(house.ground.clock().getTime() + 60_000).toISOString();
    const due = (answer: Awaited<ReturnType<typeof ines.get>>) =>
      answer.json<NextActionDue[]>().filter((action) => action.situationId === situationId);
    await ines.post(`/api/situations/${situationId}/next-action`, { what: "Rappeler", at, ownerId: house.mutuelle.supervisor.staffId });
    expect(due(await ines.get("/api/next-actions"))).toEqual([]);
    expect(due(await ines.get("/api/next-actions?owner=all"))).toMatchObject([
      { what: "Rappeler", personName: "Nadia Benali", isMine: false },
    ]);
    await ines.post(`/api/situations/${situationId}/next-action`, { what: "Rappeler", at, ownerId: house.mutuelle.counsellor.staffId });
    expect(due(await ines.get("/api/next-actions"))).toMatchObject([{ at, isMine: true }]);
    const later = new Date(house.ground.clock().getTime() + 3 * 86_400_000).toISOString();
    await ines.post(`/api/situations/${situationId}/next-action`, {
      what: "Rappeler",
      at: later,
      ownerId: house.mutuelle.counsellor.staffId,
    });
    expect(due(await ines.get("/api/next-actions"))).toEqual([]);
  });
  test("someone of another commissioner sees none of them", async () => {
    const { ines, situationId } = await openCall();
    const at = new Date(house.ground.clock().getTime() + 60_000).toISOString();
    await ines.post(`/api/situations/${situationId}/next-action`, { what: "Rappeler", at, ownerId: house.mutuelle.counsellor.staffId });
    const stranger = await as(house.caisse.counsellor);
    expect((await stranger.get("/api/next-actions?owner=all")).json<NextActionDue[]>()).toEqual([]);
  });
});
