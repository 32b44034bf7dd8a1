import { afterAll, beforeAll, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { goRound, inCommissioner, workOnce, type Settings, type Web } from "#ground/server";
import { addContactPoint, addPerson } from "#person/server";
import { addDemand, addNeed, noteEmotion, openExchange } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { buildApp } from "./app.ts";
import { duties } from "./rooms.ts";

// From what is heard to the public page, by the events and the rounds of the real server: twelve people are listened to in October,
// the month closes by itself in November, and the page says what they go through with nobody in it.

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-10-05T08:00:00Z" });
  web = await buildApp(house.ground, { deskFolder: "/nowhere", auditHeadsFile: "/nowhere/heads.jsonl" });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const settings: Settings = {
  port: undefined,
  dataDir: "/tmp/tu-story",
  databaseUrl: undefined,
  baseUrl: undefined,
  smtpUrl: undefined,
  smsUrl: undefined,
  plugIn: undefined,
  registers: undefined,
  masterKeyFile: "/nowhere/master.key",
  demonstration: "refused",
  logLevel: "silent",
};

const listenTo = (at: number): Promise<void> =>
  inCommissioner(house.ground, at % 2 === 0 ? house.mutuelle.counsellor : house.caisse.counsellor, async (work) => {
    const personId = await addPerson(work, {
      firstName: `Prénom${at}`,
      lastName: "Vasseur-Essai",
      communeCode: "38563",
      population: "retraite",
    });
    await addContactPoint(work, personId, { channel: "phone", value: `+336399870${String(10 + at)}` });
    const contactId = await openContact(work, { channel: "call", direction: "in", personId });
    const opened = await openExchange(work, contactId);
    if (opened?.situationId === undefined) throw new Error("the exchange did not open");
    const { situationId } = opened;
    await addDemand(work, { situationId, theme: "droits", words: "Je voudrais changer mon adresse" });
    await addNeed(work, { situationId, need: "energie", origin: "detected" });
    await noteEmotion(work, { contactId, situationId, emotion: "honte", intensity: 2 });
  });

test("what twelve people go through reaches the public page, and nobody of them", async () => {
  for (let at = 0; at < 12; at++) await listenTo(at);
  await workOnce(house.ground, duties(house.ground, settings));
  house.setClock("2026-11-03T08:00:00Z");
  for (const round of duties(house.ground, settings).rounds.filter((each) => each.name === "observatory.close"))
    await goRound(house.ground, round);

  const page = await web.app.inject("/observatoire/2026-10");
  expect(page.statusCode).toBe(200);
  expect(page.body).toContain("Facture, coupure d’énergie ou d’eau");
  expect(page.body).toMatch(/(^|\D)12(\D|$)/);
  for (const secret of ["Vasseur", "Prénom", "39987", "changer mon adresse", "Mutuelle des Alpes", "Caisse retraite Ouest"])
    expect(page.body).not.toContain(secret);
  const latest = await web.app.inject("/observatoire");
  expect([latest.statusCode, latest.headers.location]).toEqual([200, undefined]);
});

test("eleven persons at least: what one person alone goes through is not told", async () => {
  house.setClock("2026-11-10T08:00:00Z");
  await listenTo(40);
  await workOnce(house.ground, duties(house.ground, settings));
  house.setClock("2026-12-03T08:00:00Z");
  for (const round of duties(house.ground, settings).rounds.filter((each) => each.name === "observatory.close"))
    await goRound(house.ground, round);
  const page = await web.app.inject("/observatoire/2026-11");
  expect(page.statusCode).toBe(200);
  expect(page.body).not.toContain("100 %");
});
