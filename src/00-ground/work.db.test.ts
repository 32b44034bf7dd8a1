import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { inCommissioner } from "./work.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

test("a work sees the rows of its own commissioner only", async () => {
  await inCommissioner(house.ground, house.mutuelle.system, (work) => work.tell("test.told", { personId: "1" }));
  const here = await inCommissioner(house.ground, house.mutuelle.system, (work) => work.rows(sql`select id from ground_outbox`));
  const there = await inCommissioner(house.ground, house.caisse.system, (work) => work.rows(sql`select id from ground_outbox`));
  expect([here.length, there.length]).toEqual([1, 0]);
});
