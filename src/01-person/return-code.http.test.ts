import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inCommissioner, inShared, openSession, type Web } from "#ground/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import type { ConsentLine } from "./consent.contract.ts";
import type { PersonFile, PersonSummary } from "./person.contract.ts";
import { addPerson, openPersonRoom, recordConsent } from "./server.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  openPersonRoom(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

let keys = 0;
const as = async (who: TestCommissioner["counsellor"]) => {
  const cookies = { tu_session: await inShared(house.ground, (work) => openSession(work, who.staffId)) };
  return {
    get: (url: string) => web.app.inject({ method: "GET", url, cookies }),
    post: (url: string, payload: object, key = `code-number-${keys++}`) =>
      web.app.inject({ method: "POST", url, payload, cookies, headers: { "idempotency-key": key } }),
  };
};
const someone = (given: Parameters<typeof addPerson>[1] = {}) =>
  inCommissioner(house.ground, house.mutuelle.counsellor, (work) => addPerson(work, given));
const search = async (who: Awaited<ReturnType<typeof as>>, commissionerId: string, q: string) =>
  (await who.get(`/api/persons?commissionerId=${commissionerId}&q=${encodeURIComponent(q)}`)).json<{ persons: PersonSummary[] }>().persons;

describe("check 15: someone without a name comes back with a code", () => {
  test("the code is found again as it was read aloud, and by nothing like it", async () => {
    const id = await someone();
    const ines = await as(house.mutuelle.counsellor);
    const { code } = (await ines.post(`/api/persons/${id}/return-code`, {})).json<{ code: string }>();
    const read = code.replaceAll(/(.{4})(?=.)/g, "$1 ");
    expect((await search(ines, house.mutuelle.id, read)).map((person) => person.id)).toEqual([id]);
    expect(await search(ines, house.mutuelle.id, read.slice(0, -1))).toEqual([]);
    expect(await search(await as(house.caisse.counsellor), house.caisse.id, read)).toEqual([]);
  });
  test("it is never kept, not even among the answers kept to be repeated", async () => {
    const id = await someone();
    const ines = await as(house.mutuelle.counsellor);
    const { code } = (await ines.post(`/api/persons/${id}/return-code`, {}, "the-same-key-again")).json<{ code: string }>();
    const rows = await inCommissioner(house.ground, house.mutuelle.counsellor, (work) =>
      work.rows(sql`
        select 1 from ground_once where answer::text like ${`%${code}%`}
        union all
        select 1 from person where person::text like ${`%${code}%`}`),
    );
    expect(rows).toEqual([]);
  });
  test("a new one takes the place of the one before", async () => {
    const id = await someone();
    const ines = await as(house.mutuelle.counsellor);
    const draw = async () => (await ines.post(`/api/persons/${id}/return-code`, {})).json<{ code: string }>().code;
    const [before, after] = [await draw(), await draw()];
    expect(await search(ines, house.mutuelle.id, before)).toEqual([]);
    expect(await search(ines, house.mutuelle.id, after)).toHaveLength(1);
  });
  test("someone who gave a name has none; another commissioner does not find her", async () => {
    const named = await someone({ firstName: "Nadia" });
    const ines = await as(house.mutuelle.counsellor);
    expect((await ines.post(`/api/persons/${named}/return-code`, {})).statusCode).toBe(409);
    const stranger = await as(house.caisse.counsellor);
    expect((await stranger.post(`/api/persons/${await someone()}/return-code`, {})).statusCode).toBe(404);
  });
  test("a town and an age noted at the same instant are both kept", async () => {
    const ines = await as(house.mutuelle.counsellor);
    for (let turn = 0; turn < 8; turn++) {
      const id = await someone();
      await Promise.all([ines.post(`/api/persons/${id}`, { communeCode: "38563" }), ines.post(`/api/persons/${id}`, { ageBand: "26-39" })]);
      expect((await ines.get(`/api/persons/${id}`)).json<PersonFile>()).toMatchObject({ communeCode: "38563", ageBand: "26-39" });
    }
  });
  test("a town and an age are all that is asked; a first name comes later, in the same file", async () => {
    const id = await someone();
    const ines = await as(house.mutuelle.counsellor);
    await ines.post(`/api/persons/${id}`, { communeCode: "38563", ageBand: "26-39" });
    expect((await ines.get(`/api/persons/${id}`)).json<PersonFile>()).toMatchObject({
      kind: "anonymous",
      communeCode: "38563",
      ageBand: "26-39",
    });
    expect((await ines.post(`/api/persons/${id}`, { ageBand: "vieille" })).statusCode).toBe(400);
    await ines.post(`/api/persons/${id}`, { firstName: "Awa" });
    expect((await ines.get(`/api/persons/${id}`)).json<PersonFile>()).toMatchObject({ kind: "identified", name: "Awa", ageBand: "26-39" });
  });
});

test("a consent says who asked, when, on which text, how, and what leaves", async () => {
  const id = await someone({ firstName: "Nadia" });
  await inCommissioner(house.ground, house.mutuelle.counsellor, (work) =>
    recordConsent(work, {
      personId: id,
      purpose: "share_referral",
      answer: "yes",
      mode: "oral",
      fields: ["firstName", "phone", "zone", "need"],
    }),
  );
  const ines = await as(house.mutuelle.counsellor);
  const { consents } = (await ines.get(`/api/persons/${id}/consents`)).json<{ consents: ConsentLine[] }>();
  expect(consents.find((line) => line.purpose === "share_referral")).toMatchObject({
    state: "yes",
    mode: "oral",
    at: "2026-11-20T16:00:00.000Z",
    askedBy: "Inès Caron (mutuelle-des-alpes)",
    givenVersion: 1,
    fields: ["firstName", "phone", "zone", "need"],
  });
  expect(consents.find((line) => line.purpose === "keep_file")).toMatchObject({ state: "to-ask", fields: [] });
});
