import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Work } from "#ground/server";
import { addContactPoint, recordConsent } from "#person/server";
import { acceptOffer } from "#referral/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addProviders, as, handOverNow, messagesOf } from "../../house/testing/handover.ts";
import { askOutcomes } from "./ask-outcomes.action.ts";

let house: TestHouse;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
beforeAll(async () => {
  house = await openTestHouse();
  agent = as(house.ground, house.mutuelle.counsellor);
  await agent((work) => addProviders(work, ["ADH"]));
});
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});
afterAll(() => house.close());

let count = 0;
/** Everything written to a person in the two months after a handover, by which channel and for what. */
const writtenTo = async (
  consents: readonly ("sms" | "mail" | "survey")[],
  refused: readonly "survey"[] = [],
): Promise<readonly string[]> => {
  const phone = `+3363998${String(3400 + count++)}`;
  const mail = `personne-${String(count)}@famille.example`;
  house.setClock("2026-11-20T16:00:00Z");
  await agent(async (work) => {
    const { personId, offer } = await handOverNow(work, { phone, consents: ["share_referral"] });
    await addContactPoint(work, personId, { channel: "mail", value: mail });
    for (const purpose of consents) await recordConsent(work, { personId, purpose, answer: "yes", mode: "oral" });
    for (const purpose of refused) await recordConsent(work, { personId, purpose, answer: "no", mode: "oral" });
    await acceptOffer(work, offer.id);
  });
  for (const day of ["2026-11-28", "2026-12-05", "2026-12-21", "2027-01-20"]) {
    house.setClock(`${day}T09:00:00Z`);
    await as(house.ground, house.mutuelle.system)(askOutcomes);
  }
  const hers = (await agent(messagesOf)).filter(({ to }) => to === phone || to === mail);
  return [...new Set(hers.map(({ channel, purpose }) => `${channel}: ${purpose}`))];
};

describe("case 13: a yes to one purpose is no yes to another", () => {
  test.each([
    ["yes to SMS only: she is asked by SMS, and no survey leaves by mail", ["sms"], [], ["sms: outcome question"]],
    ["yes to mail only: nothing leaves by SMS, and what came of it is not asked by mail", ["mail"], [], []],
    ["yes to surveys, to no channel: nothing leaves", ["survey"], [], []],
    ["yes to SMS, no to surveys: nothing is asked", ["sms"], ["survey"], []],
    ["nothing said: nothing leaves", [], [], []],
  ] as const)("%s", async (_, consents, refused, written) => {
    expect(await writtenTo(consents, refused)).toEqual(written);
  });
});
