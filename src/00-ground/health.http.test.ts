import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { connect } from "./database.store.ts";
import { databaseCheck, heartbeatRound, jobsCheck, openHealth, type HealthCheck } from "./health.http.ts";
import { goRound } from "./jobs.store.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";

let house: TestHouse;
const webs: Web[] = [];
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
});
afterEach(async () => {
  for (const web of webs.splice(0)) await web.app.close();
  await house.close();
});

const openSite = async (checks: readonly HealthCheck[], ground = house.ground) => {
  const web = await buildWeb(ground);
  webs.push(web);
  openHealth(web, checks);
  return async (host = "127.0.0.1") => {
    const answer = await web.app.inject({ url: "/sante", headers: { host } });
    return [answer.statusCode, answer.json<unknown>()] as const;
  };
};

test("all is well", async () => {
  const health = await openSite([databaseCheck(house.ground), jobsCheck(house.ground)]);
  expect(await health()).toEqual([200, { state: "ok" }]);
});

test("a database that does not answer is said, at any host name, and other pages answer 503 too", async () => {
  const database = connect("postgres://postgres@127.0.0.1:1/postgres", 1);
  const ground = { ...house.ground, database };
  const health = await openSite([databaseCheck(ground), jobsCheck(ground)], ground);
  expect(await health("ecoute.example")).toEqual([503, { state: "unwell", reasons: ["La base de données ne répond pas."] }]);
  const page = await webs[0]?.app.inject({ url: "/", headers: { host: "ecoute.example" } });
  expect(page?.statusCode).toBe(503);
  await database.close();
});

test("a migration that is missing is named", async () => {
  await sql`delete from ground_migration where name = '0002-person.sql'`.execute(house.ground.database.db);
  const health = await openSite([databaseCheck(house.ground)]);
  expect(await health()).toEqual([503, { state: "unwell", reasons: ["La base n’a pas reçu la migration 0002-person.sql."] }]);
});

test("a check that never answers is answered for", async () => {
  const health = await openSite([() => new Promise(() => undefined)]);
  expect(await health()).toEqual([503, { state: "unwell", reasons: ["La base de données met plus de 3 secondes à répondre."] }]);
});

describe("the jobs run when their heart beats", () => {
  test.each([
    ["08:04", 200],
    ["08:05", 503],
  ])("started at 8 h without a beat: at %s, %i", async (time, status) => {
    const health = await openSite([jobsCheck(house.ground)]);
    house.setClock(`2026-11-20T${time}:00Z`);
    expect((await health())[0]).toBe(status);
  });
  test("a beat at 9 h, and nothing since: late at 9 h 12", async () => {
    const health = await openSite([jobsCheck(house.ground)]);
    house.setClock("2026-11-20T09:00:00Z");
    await goRound(house.ground, heartbeatRound);
    house.setClock("2026-11-20T09:04:00Z");
    expect((await health())[0]).toBe(200);
    house.setClock("2026-11-20T09:12:00Z");
    expect(await health()).toEqual([
      503,
      { state: "unwell", reasons: ["Les travaux en arrière-plan ne tournent plus depuis 12 minutes."] },
    ]);
  });
});
