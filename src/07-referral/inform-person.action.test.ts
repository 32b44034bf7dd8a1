import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { enterService } from "#directory/server";
import { inShared, workOnce, type SharedWork, type Work } from "#ground/server";
import { activeConsent, withdrawConsent } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, addProviders, as, handOverNow, messagesOf } from "../../house/testing/handover.ts";
import { acceptOffer, noteAttempt } from "./answer-offer.action.ts";
import { referralFollowUpSteps } from "./follow-up-steps.store.ts";
import { informPerson } from "./inform-person.action.ts";
import { findReferral, snapshotOf } from "./referral.store.ts";
import { referralDuties } from "./server.ts";
import { referralTimeline } from "./timeline.store.ts";

let house: TestHouse;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let serviceId: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  await agent((work) => addProviders(work, ["ADH", "OXA"]));
  serviceId = await inShared(house.ground, addService);
});
afterAll(() => house.close());

/** One service of the directory, entered by hand. */
const addService = (work: SharedWork): Promise<string> =>
  enterService(work, {
    source: { id: "essai", name: "Essai", licence: "Licence ouverte" },
    key: "v1",
    structureName: "Maison du budget",
    name: "Point conseil budget",
    themes: [],
    phone: "04 65 71 30 30",
    street: "3 rue Genevoise",
    postalCode: "38500",
    communeName: "Voiron",
    updatedOn: "2026-11-01",
  });

const smsTo = async (phone: string) => (await agent(messagesOf)).filter((message) => message.to === phone).map((message) => message.body);

test("case 7: someone anonymous, without a telephone, may be informed; what was said is kept as it was that day", async () => {
  const { needId } = await agent((work) => addNeedOf(work, { firstName: "", phone: "", told: false }));
  const answer = await agent((work) => informPerson(work, { needId, serviceId, bySms: true }));
  expect(answer).toMatchObject({ kind: "informed", wasTexted: false });
  const referralId = answer.kind === "informed" ? answer.referralId : "";
  await inShared(house.ground, (work) => work.run(sql`update directory_service set phone = '04 65 71 99 99' where id = ${serviceId}`));
  expect(await agent((work) => snapshotOf(work, referralId))).toMatchObject({ name: "Point conseil budget", phone: "04 65 71 30 30" });
  expect(await agent((work) => findReferral(work, referralId))).toMatchObject({
    mode: "inform",
    status: "closed",
    outcome: "informed",
    hasPacket: false,
  });
  await inShared(house.ground, (work) => work.run(sql`update directory_service set phone = '04 65 71 30 30' where id = ${serviceId}`));
});

test("the SMS gives a telephone and an address, never the name of the service", async () => {
  const { needId } = await agent((work) => addNeedOf(work, { phone: "+33639980021" }));
  expect(await agent((work) => informPerson(work, { needId, serviceId, bySms: true }))).toMatchObject({ wasTexted: true });
  expect(await smsTo("+33639980021")).toEqual([
    "Mutuelle des Alpes. Le contact dont nous avons parlé : 04 65 71 30 30, 3 rue Genevoise 38500 Voiron.",
  ]);
});

test.each([
  ["a protected person", { phone: "+33639980022", isProtected: true }],
  ["who did not agree to SMS", { phone: "+33639980023", consents: [] }],
  ["a landline", { phone: "+33465710024" }],
] as const)("no SMS leaves: %s", async (_, given) => {
  const { needId } = await agent((work) => addNeedOf(work, given));
  expect(await agent((work) => informPerson(work, { needId, serviceId, bySms: true }))).toMatchObject({ wasTexted: false });
  expect(await smsTo(given.phone)).toEqual([]);
});

test("the follow-up says where the request stands, without the need nor the provider; the file says all", async () => {
  const { personId, offer } = await agent((work) => handOverNow(work));
  const steps = async () => (await agent((work) => referralFollowUpSteps(work, personId))).map(({ title, state }) => `${state}: ${title}`);
  expect(await steps()).toEqual(["now: Un professionnel est sollicité", "next: Il vous appelle"]);
  await agent((work) => acceptOffer(work, offer.id));
  expect(await steps()).toEqual(["done: Un professionnel a dit oui", "now: Il vous appelle"]);
  await agent((work) => noteAttempt(work, offer.id, true));
  expect(await steps()).toEqual(["done: Un professionnel vous a appelé"]);
  const told = JSON.stringify(await agent((work) => referralFollowUpSteps(work, personId)));
  for (const secret of ["Aide à domicile", "ADH", "OXA"]) expect(told).not.toContain(secret);
  const file = (await agent((work) => referralTimeline(work, personId))).map((entry) => entry.sentence.fr);
  expect(file).toEqual(expect.arrayContaining(["Transmis : Aide à domicile", "Le prestataire a accepté", "Premier appel du prestataire"]));
});

test("case 12: the withdrawal is heard by the room, as an event", async () => {
  const { personId, referralId } = await agent((work) => handOverNow(work, { phone: "+33639980025" }));
  await agent(async (work) => withdrawConsent(work, (await activeConsent(work, personId, "share_referral"))?.id ?? ""));
  await workOnce(house.ground, referralDuties);
  expect(await agent((work) => findReferral(work, referralId))).toMatchObject({ status: "closed", outcome: "withdrawn", hasPacket: false });
});
