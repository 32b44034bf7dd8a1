import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { inCommissioner, inVault, type Work } from "#ground/server";
import { addPerson } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { notesOf, notesToMask } from "./notes.store.ts";
import { openExchange, saveNotes } from "./server.ts";

let house: TestHouse;
let contactId: string;
beforeAll(async () => {
  house = await openTestHouse();
  contactId = await asCounsellor(async (work) => {
    const id = await openContact(work, { channel: "call", direction: "in", personId: await addPerson(work, { firstName: "Awa" }) });
    await openExchange(work, id);
    await saveNotes(work, { contactId: id, text: "Mot pour mot.", revision: 0 });
    return id;
  });
});
afterAll(() => house.close());

const asCounsellor = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const rawRows = sql<{ raw: Buffer }>`select raw from situation_verbatim`;
const whoAmI = async (work: Pick<Work, "one">): Promise<string> => (await work.one(sql<{ me: string }>`select current_user as me`)).me;

/** What a role gets when it asks, in a transaction of its own for this commissioner; the name of the refusal when it is refused. */
const asRole = async (role: string, query: string): Promise<number | string> => {
  const client = new pg.Client(house.ground.database.url);
  await client.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('tu.commissioner', $1, true), set_config('role', $2, true)", [house.mutuelle.id, role]);
    return (await client.query(query)).rowCount ?? 0;
  } catch (error) {
    return (error as pg.DatabaseError).code ?? "failed";
  } finally {
    await client.end();
  }
};
const refused = "42501";

describe("raw words have grants of their own", () => {
  test.each([
    ["tu_app", "select raw from situation_verbatim", refused],
    ["tu_app", "select v from situation_verbatim v", refused],
    ["tu_app", "update situation_verbatim set raw = null", refused],
    ["tu_app", "insert into situation_verbatim select from situation_verbatim", refused],
    ["tu_app", "delete from situation_verbatim", refused],
    ["tu_app", "select contact_id, has_raw, purge_at from situation_verbatim", 1],
    ["tu_numbers", "select raw from public.situation_verbatim", refused],
    ["tu_numbers", "select contact_id from public.situation_verbatim", refused],
    ["tu_numbers", "select text from public.situation_masked", refused],
    ["tu_vault", "select raw from situation_verbatim", 1],
    ["tu_vault", "delete from situation_verbatim", refused],
    ["tu_vault", "select id from person", refused],
    ["tu_vault", "select wrapped from person_key", refused],
    ["tu_vault", "select text from situation_masked", refused],
  ])("as %s: %s → %s", async (role, query, answer) => {
    expect(await asRole(role, query)).toBe(answer);
  });

  test("a view of the house that would read them gives them to nobody", async () => {
    const client = new pg.Client(house.ground.database.url);
    await client.connect();
    await client.query("create view planted_words with (security_invoker = true) as select raw from situation_verbatim");
    await client.query("grant select on planted_words to tu_app, tu_numbers");
    await client.end();
    expect(await asRole("tu_app", "select raw from planted_words")).toBe(refused);
    expect(await asRole("tu_numbers", "select raw from public.planted_words")).toBe(refused);
  });

  test("in the vault too, another commissioner's words are not seen", async () => {
    const elsewhere = await inCommissioner(house.ground, house.caisse.counsellor, (work) => inVault(work, (vault) => vault.rows(rawRows)));
    expect(elsewhere).toEqual([]);
    expect(await asCounsellor((work) => inVault(work, (vault) => vault.rows(rawRows)))).toHaveLength(1);
  });
});

describe("a transaction is in the vault only for the time of its task", () => {
  test("before and after it is the application", async () => {
    const roles = await asCounsellor(async (work) => [await whoAmI(work), await inVault(work, whoAmI), await whoAmI(work)]);
    expect(roles).toEqual(["tu_app", "tu_vault", "tu_app"]);
  });

  test("a task that fails is left too", async () => {
    const after = await asCounsellor(async (work) => {
      await inVault(work, () => Promise.reject(new Error("the key does not fit"))).catch(() => undefined);
      return whoAmI(work);
    });
    expect(after).toBe("tu_app");
  });

  test("a statement that fails undoes everything, and the next transaction is the application", async () => {
    const broken = asCounsellor((work) => inVault(work, (vault) => vault.rows(sql`select id from person`)));
    await expect(broken).rejects.toMatchObject({ code: refused });
    expect(await asCounsellor(whoAmI)).toBe("tu_app");
  });

  test("what runs beside it by mistake is refused, never answered", async () => {
    const beside = asCounsellor((work) => inVault(work, () => work.rows(sql`select id from person`)));
    await expect(beside).rejects.toMatchObject({ code: refused });
  });
});

test("notes are read and written by their store alone", () => {
  const folder = import.meta.dirname;
  const readers = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.includes(".test."))
    .filter((name) => /inVault|\braw\b[^;]*from situation_verbatim/.test(readFileSync(path.join(folder, name), "utf8")));
  expect(readers).toEqual(["notes.store.ts"]);
});

test("the notes are there for who listens, and wait to be masked once left alone", async () => {
  expect((await asCounsellor((work) => notesOf(work, contactId))).text).toBe("Mot pour mot.");
  expect(await asCounsellor((work) => notesToMask(work, "1", 10))).toEqual([]);
  house.setClock("2026-11-20T17:30:00Z");
  expect(await asCounsellor((work) => notesToMask(work, "1", 10))).toEqual([contactId]);
});
