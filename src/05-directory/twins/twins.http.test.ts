import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idOf } from "#ground";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { enterService } from "../intake/enter-service.action.ts";
import { openTwins } from "./twins.http.ts";
import { MergesContract, TwinBenchContract } from "./twins.contract.ts";

let house: TestHouse;
let web: Web;
let referent: string;
let other: string;
let counsellor: string;

const signIn = (staffId: string): Promise<string> => inShared(house.ground, (work) => openSession(work, idOf<"Staff">(staffId)));
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T09:00:00Z" });
  web = await buildWeb(house.ground);
  openTwins(web);
  const add = async (name: string, mail: string) =>
    signIn((await addStaff(house.ground, house.mutuelle.id, name, mail, ["data-referent"])).staffId);
  referent = await add("Nadia Ferrand", "nadia@alpes.example");
  other = await add("Yann Le Goff", "yann@alpes.example");
  counsellor = await signIn(house.mutuelle.counsellor.staffId);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const get = (url: string, cookie = referent) => web.app.inject({ url, cookies: { tu_session: cookie } });
let keys = 0;
const post = (url: string, body: object, cookie = referent) =>
  web.app.inject({
    method: "POST",
    url,
    payload: body,
    cookies: { tu_session: cookie },
    headers: { "idempotency-key": `key-${keys++}-of-the-test` },
  });

const proposed = async (key: string): Promise<string> => {
  const enter = (sourceId: string, structureName: string, street: string) =>
    inShared(house.ground, (work) =>
      enterService(work, {
        source: { id: sourceId, name: sourceId, licence: "Licence Ouverte 2.0" },
        key,
        structureName,
        name: "Aide aux démarches",
        themes: [],
        street,
        postalCode: "38500",
        communeName: "Voiron",
        communeCode: "38563",
        phone: "+33465710001",
        updatedOn: "2026-10-01",
      }),
    );
  const ids = [await enter("isere", "Les Petits Pas", "3 rue Genevoise"), await enter("caf", "PETITS PAS (LES)", "3, RUE GENEVOISE")];
  const inserted = await house.ground.database.pool.query<{ id: string }>(
    `insert into directory_twin_pair (a, b, level, proposed_level, class, score, evidence, found_at)
     select min(structure_id::text)::uuid, max(structure_id::text)::uuid, 'structure', 'structure', 'incertain', 0.62,
       '[{"of": "phone", "weight": 1.5}, {"of": "name", "weight": -0.3}]', now()
     from directory_service where id = any($1) returning id`,
    [ids],
  );
  return inserted.rows[0]?.id ?? "";
};

describe("the bench of the data referent", () => {
  test("shows both records, what differs, and why the machine doubts", async () => {
    const id = await proposed("voiron-1");
    const bench = TwinBenchContract.parse((await get("/api/twin-pairs")).json());
    expect(bench).toMatchObject({ waiting: 1, toCompare: 2 });
    expect(bench.pairs[0]).toMatchObject({ id, level: "structure", score: 0.62, answers: ["structure", "place", "apart", "left"] });
    expect(bench.pairs[0]?.fields.map(({ field, likeness }) => [field, likeness])).toEqual([
      ["name", "alike"],
      ["address", "same"],
      ["commune", "same"],
      ["phone", "same"],
      ["services", "same"],
    ]);
  });

  test("two referents answer the same pair: the second is told who answered what, and goes on", async () => {
    const id = await proposed("voiron-2");
    expect((await post(`/api/twin-pairs/${id}/decide`, { as: "apart" })).statusCode).toBe(200);
    const refused = await post(`/api/twin-pairs/${id}/decide`, { as: "structure" }, other);
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({
      sentence: "Nadia Ferrand a déjà répondu : « Ce sont deux ». Votre réponse n’est pas gardée.",
    });
  });

  test("what is merged stands in the list of the last thirty days, and may be split there", async () => {
    const id = await proposed("voiron-3");
    await post(`/api/twin-pairs/${id}/decide`, { as: "structure" });
    const { merges } = MergesContract.parse((await get("/api/merges")).json());
    const merged = merges.find(({ pairId }) => pairId === id);
    expect(merged).toMatchObject({ by: "human", staffName: "Nadia Ferrand", isUndone: false });
    // The one service that both describe follows its structure.
    expect(merges.find(({ level }) => level === "service")).toMatchObject({ by: "machine" });
    expect(merged?.members.map(({ name }) => name).toSorted()).toEqual(["Les Petits Pas", "PETITS PAS (LES)"]);
    expect((await post(`/api/twin-pairs/${id}/undo`, {})).statusCode).toBe(200);
    const after = MergesContract.parse((await get("/api/merges")).json()).merges;
    expect(after.map(({ isUndone }) => isUndone)).toEqual([true, true]);
  });

  test.each([
    ["nobody signed in", () => get("/api/twin-pairs", ""), 401],
    ["a counsellor", () => get("/api/twin-pairs", counsellor), 403],
    ["a counsellor who decides", () => post(`/api/twin-pairs/${house.mutuelle.id}/decide`, { as: "apart" }, counsellor), 403],
    ["a pair that does not exist", () => post(`/api/twin-pairs/${house.mutuelle.id}/decide`, { as: "apart" }), 404],
    ["what is no identifier", () => post("/api/twin-pairs/3/undo", {}), 404],
    ["an answer that does not exist", () => post(`/api/twin-pairs/${house.mutuelle.id}/decide`, { as: "both" }), 400],
    ["a page of merges that does not exist", () => get("/api/merges?after=rien"), 404],
  ])("%s is refused", async (_, asked, status) => {
    expect((await asked()).statusCode).toBe(status);
  });
});
