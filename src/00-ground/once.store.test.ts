import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { once, type OnceAnswer } from "./once.store.ts";
import { inCommissioner, type Actor } from "./work.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

/** A write that counts how many times it was really done. */
const write = async (
  key: string,
  content: unknown,
  actor: Actor = house.mutuelle.counsellor,
  waitMilliseconds = 0,
): Promise<OnceAnswer<{ tasks: number }>> =>
  inCommissioner(house.ground, actor, (work) =>
    once(work, { key, route: "add-task", content }, async () => {
      await setTimeout(waitMilliseconds);
      await work.tell("test.done", { key });
      const { tasks } = await work.one(sql<{ tasks: number }>`select count(*) as tasks from ground_outbox where ids->>'key' = ${key}`);
      return { tasks };
    }),
  );
const timesDone = async (key: string): Promise<number> =>
  inCommissioner(
    house.ground,
    house.mutuelle.system,
    async (work) => (await work.rows(sql`select id from ground_outbox where ids->>'key' = ${key}`)).length,
  );

test("the same key gets the same answer, and the write is done once", async () => {
  expect(await write("key-twice-1", { what: "Rappeler" })).toEqual({ kind: "done", answer: { tasks: 1 } });
  expect(await write("key-twice-1", { what: "Rappeler" })).toEqual({ kind: "already-done", answer: { tasks: 1 } });
  expect(await timesDone("key-twice-1")).toBe(1);
});

test("two that arrive at the same time get the same answer: the second waits for the first", async () => {
  const both = await Promise.all([
    write("key-at-once", "a", house.mutuelle.counsellor, 80),
    write("key-at-once", "a", house.mutuelle.counsellor, 80),
  ]);
  expect(both.map((each) => each.kind).toSorted()).toEqual(["already-done", "done"]);
  expect(both.map((each) => each.kind !== "key-reused" && each.answer.tasks)).toEqual([1, 1]);
  expect(await timesDone("key-at-once")).toBe(1);
});

test("the same key with another content is refused, and nothing is done", async () => {
  await write("key-reused", { what: "Rappeler" });
  expect(await write("key-reused", { what: "Clore" })).toEqual({ kind: "key-reused" });
  expect(await timesDone("key-reused")).toBe(1);
});

test("the same key at another service is another write", async () => {
  await write("key-shared", "a");
  expect((await write("key-shared", "a", house.caisse.counsellor)).kind).toBe("done");
});

test("a write that fails leaves its key free", async () => {
  const failing = inCommissioner(house.ground, house.mutuelle.counsellor, (work) =>
    once(work, { key: "key-failed", route: "add-task", content: "a" }, () => Promise.reject(new Error("it broke"))),
  );
  await expect(failing).rejects.toThrow("it broke");
  expect((await write("key-failed", "a")).kind).toBe("done");
});

test("a write without content nor answer is done once too", async () => {
  const empty = () =>
    inCommissioner(house.ground, house.mutuelle.counsellor, (work) =>
      once(work, { key: "key-empty", route: "r", content: undefined }, () => Promise.resolve(undefined)),
    );
  expect((await empty()).kind).toBe("done");
  expect((await empty()).kind).toBe("already-done");
});
