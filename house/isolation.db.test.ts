import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { isolationLeaks } from "./rules/leaks.ts";

let house: TestHouse;
let client: pg.Client;
beforeEach(async () => {
  house = await openTestHouse();
  client = new pg.Client(house.ground.database.url);
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await house.close();
});

test("no table lets a commissioner see or touch another's rows", async () => {
  expect(await isolationLeaks(client)).toEqual([]);
});

test.each([
  [
    "a table without isolation",
    "create table planted_leak (commissioner_id uuid, words text); grant select on planted_leak to tu_app",
    /planted_leak: rows of another commissioner are read/,
  ],
  [
    "a policy that lets all read",
    "create policy planted on person for select using (true)",
    /person: rows of another commissioner are read/,
  ],
  ["isolation that is not forced on the owner", "alter table situation no force row level security", /situation: isolation is not forced/],
  [
    "a view of the owner",
    "create view planted_view as select * from person; grant select on planted_view to tu_app",
    /planted_view: a view that does not run as its reader/,
  ],
  ["a grant to the observatory", "grant select on person to tu_numbers", /person: read by the role of the observatory/],
])("a planted leak is seen: %s", async (_, leak, said) => {
  await client.query(leak);
  expect((await isolationLeaks(client)).join("\n")).toMatch(said);
});
