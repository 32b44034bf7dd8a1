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
  [
    "raw words given to the application",
    "grant select on situation_verbatim to tu_app",
    /situation_verbatim.raw: select outside the vault, by tu_app/,
  ],
  [
    "raw words given to the observatory",
    "grant select (raw) on situation_verbatim to tu_numbers",
    /situation_verbatim.raw: select outside the vault, by tu_numbers/,
  ],
  [
    "a view that reads raw words, even as its reader",
    "create view planted_words with (security_invoker = true) as select raw from situation_verbatim",
    /situation_verbatim.raw: read by the view planted_words/,
  ],
  ["a table opened to the vault", "grant select on person to tu_vault", /person: opened to the role of the vault/],
  [
    "a policy that lets the vault read all",
    "create policy planted on situation_verbatim for select to tu_vault using (true)",
    /situation_verbatim: rows of another commissioner are read \(1 by tu_vault\)/,
  ],
  ["a grant to the observatory", "grant select on person to tu_numbers", /person: read by the role of the observatory/],
])("a planted leak is seen: %s", async (_, leak, said) => {
  await client.query(leak);
  expect((await isolationLeaks(client)).join("\n")).toMatch(said);
});

test("a planted leak is seen: the vault given to the application", async () => {
  // Roles belong to all the databases of a server: planted so that it gives nothing to the tests beside this one, and taken back.
  await client.query("grant tu_vault to tu_app with inherit false, set false");
  try {
    expect(await isolationLeaks(client)).toContain("tu_vault: its rights are tu_app's too");
  } finally {
    await client.query("revoke tu_vault from tu_app");
  }
});
