import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { buildWeb, inCommissioner, inShared, openSession, type Web } from "#ground/server";
import { addPerson } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import type { ExchangeShown } from "./exchange.contract.ts";
import { openExchanges, openSituations, openSuggestions, saveNotes } from "./server.ts";
import type { SuggestionsShown } from "./suggestion.contract.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground, { requestsPerMinute: 100_000 });
  openExchanges(web, []);
  openSituations(web, []);
  openSuggestions(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const tonight = "Elle pleure\nelle veut mourir, elle va se tuer\nce soir avec des cachets";
const nextAction = { what: "La rappeler", at: "2099-01-04T09:00:00.000Z" };
let keys = 0;

/** An exchange whose notes are kept, and that nobody has read: another tab wrote them. */
const exchangeWith = async (text: string) => {
  const who = house.mutuelle.counsellor;
  const contactId = await inCommissioner(house.ground, who, async (work) =>
    openContact(work, { channel: "call", direction: "in", personId: await addPerson(work, { firstName: "Nadia" }) }),
  );
  const cookies = { tu_session: await inShared(house.ground, (work) => openSession(work, who.staffId)) };
  const post = (path: string, payload: object) =>
    web.app.inject({
      method: "POST",
      url: `/api/exchanges/${contactId}/${path}`,
      payload,
      cookies,
      headers: { "idempotency-key": `danger-waits-${keys++}` },
    });
  const exchange = (await web.app.inject({ method: "GET", url: `/api/exchanges/${contactId}`, cookies })).json<ExchangeShown>();
  await inCommissioner(house.ground, who, (work) => saveNotes(work, { contactId, text, revision: 0 }));
  const close = () => post("close", { nextAction: { ...nextAction, ownerId: who.staffId } });
  return { post, close, exchange };
};

describe("an exchange whose kept notes tell a danger does not close before somebody answers", () => {
  test("a yes, then it closes", async () => {
    const { post, close } = await exchangeWith(tonight);
    const refused = await close();
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ missing: [{ kind: "danger" }] });
    expect((await post("danger", { level: 3, motives: ["suicide"] })).statusCode).toBe(200);
    expect((await close()).statusCode).toBe(200);
  });
  test("a no to the words that were shown, on two lines of notes, then it closes", async () => {
    const { post, close } = await exchangeWith(tonight);
    const { danger, versions } = (await post("suggestions", { text: tonight })).json<SuggestionsShown>();
    expect(danger.asks).toBe(true);
    const motives = danger.motives.map(({ motive }) => motive);
    const asked = {
      motives,
      words: danger.motives.map((told) => told.words),
      confidence: danger.confidence,
      machine: { path: "house", ...versions },
    };
    expect((await post("danger", { level: 0, motives: [], asked })).statusCode).toBe(200);
    expect((await close()).statusCode).toBe(200);
  });
  test("notes that tell none close at once", async () => {
    const { close } = await exchangeWith("Elle a trois mois de loyer de retard.");
    expect((await close()).statusCode).toBe(200);
  });
});
