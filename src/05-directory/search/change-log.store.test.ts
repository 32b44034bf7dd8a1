import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { enterService } from "../intake/enter-service.action.ts";
import { changesAfter, openChangeReader, pruneChanges, type Change, type ChangePlace, type ChangeReader } from "./change-log.store.ts";

const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());
beforeEach(() => inShared(house.ground, (work) => work.run(sql`delete from directory_change`)));

const enter = (key: string, name: string) =>
  inShared(house.ground, (work) =>
    enterService(work, { source, key, structureName: `Structure ${key}`, name, updatedOn: "2026-11-01", themes: [] }),
  );
/** A reader that begins now; what was written by transactions that ended just before may be told once more. */
const openReader = async (): Promise<ChangeReader> => {
  const reader = await inShared(house.ground, openChangeReader);
  await readAll(reader);
  return reader;
};
const readAll = (reader: ChangeReader, limit = 100) => inShared(house.ground, (work) => reader.read(work, limit));
const after = (place?: ChangePlace) => inShared(house.ground, (work) => changesAfter(work, place, 100));
const told = (changes: readonly Change[]) => changes.map(({ kind, deed }) => `${kind} ${deed}`);
const write = (query: ReturnType<typeof sql>) => inShared(house.ground, (work) => work.run(query));

describe("what changes in the directory is written down", () => {
  test("a service entered, changed, folded into another, shown again, gone", async () => {
    const other = await enter("0", "Une autre garde");
    const reader = await openReader();
    const id = await enter("1", "Garde du mercredi");
    await write(sql`update directory_service set phone = '+33199001234' where id = ${id}`);
    await write(sql`update directory_service set folded_into = ${other} where id = ${id}`);
    await write(sql`update directory_service set folded_into = null where id = ${id}`);
    await write(sql`update directory_service set gone_at = '2026-11-20' where id = ${id}`);
    const changes = await readAll(reader);
    expect(told(changes)).toEqual([
      "structure upsert",
      "service upsert",
      "service upsert",
      "service remove",
      "service upsert",
      "service remove",
    ]);
    expect(new Set(changes.filter(({ kind }) => kind === "service").map(({ recordId }) => recordId))).toEqual(new Set([id]));
  });

  test("a row written again as it was is no change", async () => {
    const id = await enter("2", "Garde de nuit");
    const reader = await openReader();
    await write(sql`update directory_service set name = name where id = ${id}`);
    expect(await readAll(reader)).toEqual([]);
  });

  test("a source that changes its licence changes the card of each of its services", async () => {
    await enter("3", "Garde du soir");
    const reader = await openReader();
    await write(sql`update directory_source set licence = 'ODbL' where id = ${source.id}`);
    const shown = await inShared(house.ground, (work) =>
      work.one(sql<{ count: number }>`select count(*)::int as count from directory_service where gone_at is null and folded_into is null`),
    );
    expect(await readAll(reader)).toHaveLength(shown.count);
    await write(sql`update directory_source set licence = ${source.licence} where id = ${source.id}`);
  });

  test("more changes than a page holds come page after page", async () => {
    const reader = await openReader();
    for (const key of ["10", "11", "12"]) await enter(key, `Garde ${key}`);
    const pages = [await readAll(reader, 4), await readAll(reader, 4), await readAll(reader, 4)];
    expect(pages.map((page) => page.length)).toEqual([4, 2, 0]);
    expect(new Set(pages.flat().map(({ seq }) => seq)).size).toBe(6);
  });

  test("what is undone was never told", async () => {
    const reader = await openReader();
    await inShared(house.ground, async (work) => {
      await enterService(work, { source, key: "4", structureName: "X", name: "Y", updatedOn: "2026-11-01", themes: [] });
      throw new Error("undone");
    }).catch(() => undefined);
    expect(await readAll(reader)).toEqual([]);
  });
});

describe("a reader misses nobody who was slow", () => {
  /** Two transactions: the first takes its number and its change first, and ends last. */
  const interleaved = async (between: () => Promise<void>): Promise<{ slow: string; quick: string }> => {
    const slow = await enter("slow", "Lente");
    const quick = await enter("quick", "Rapide");
    await write(sql`delete from directory_change`);
    const client = await house.ground.database.pool.connect();
    try {
      await client.query("begin");
      await client.query("update directory_service set phone = $2 where id = $1", [
        slow,
        `+3319900${Math.trunc(performance.now()) % 10_000}`,
      ]);
      await write(sql`update directory_service set mail = ${`a${performance.now()}@essai.example`} where id = ${quick}`);
      await between();
      await client.query("commit");
    } finally {
      client.release();
    }
    return { slow, quick };
  };

  test("who keeps a copy sees the quick one at once, and the slow one when it ends", async () => {
    const reader = await openReader();
    const seen: string[][] = [];
    const read = async () => {
      seen.push((await readAll(reader)).map(({ recordId }) => recordId));
    };
    const { slow, quick } = await interleaved(read);
    await read();
    await read();
    expect(seen.map((ids) => ids.filter((id) => id === slow || id === quick))).toEqual([[quick], [slow], []]);
  });

  test("who is elsewhere waits for the slow one, then gets each once, in an order that stays", async () => {
    let place: ChangePlace | undefined;
    const seen: string[] = [];
    const read = async () => {
      const answer = await after(place);
      if (answer.kind !== "changes") throw new Error("the log begins after the reader");
      place = answer.changes.at(-1) ?? place;
      seen.push(...answer.changes.map(({ recordId }) => recordId));
    };
    const { slow, quick } = await interleaved(async () => {
      await read();
      expect(seen).toEqual([]);
    });
    // Another transaction of the same server may hold it back a little longer.
    await expect.poll(async () => read().then(() => seen), { timeout: 10_000 }).toEqual([slow, quick]);
  });
});

const placesOf = (answer: Awaited<ReturnType<typeof after>>): readonly Change[] => (answer.kind === "changes" ? answer.changes : []);

describe("changes are forgotten after 30 days", () => {
  test("and a reader who stood before is told so", async () => {
    const early = await after();
    expect(early).toEqual({ kind: "changes", changes: [] });
    await enter("5", "Garde du lundi");
    await enter("6", "Garde du mardi");
    await expect.poll(async () => placesOf(await after()).length, { timeout: 10_000 }).toBe(4);
    const all = placesOf(await after());
    await house.ground.database.pool.query("update directory_change set at = '2026-10-01' where seq <= $1", [all[2]?.seq]);
    await inShared(house.ground, (work) => pruneChanges(work));
    expect(await after(all[0])).toEqual({ kind: "too-old" });
    expect(await after(all[2])).toMatchObject({ kind: "changes", changes: [{ seq: all[3]?.seq }] });
  });
});
