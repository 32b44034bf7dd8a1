import { setTimeout } from "node:timers/promises";
import { sql } from "kysely";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { goRound, isDue, startWorking, workOnce, type Duties, type GroundEvent } from "./jobs.store.ts";
import { inCommissioner } from "./work.store.ts";

let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse();
});
afterEach(() => house.close());

const nothing: Duties = { jobs: [], subscribers: [], rounds: [] };
const inMutuelle = (deed: Parameters<typeof inCommissioner<void>>[2]) => inCommissioner(house.ground, house.mutuelle.system, deed);

describe("what a work tells reaches those who listen to its topic", () => {
  const heard: GroundEvent[] = [];
  const duties = {
    ...nothing,
    subscribers: [
      { topic: "need.added", name: "counts", hear: (_: unknown, event: GroundEvent) => Promise.resolve(void heard.push(event)) },
    ],
  };
  beforeEach(() => heard.splice(0));
  test("once the work has succeeded", async () => {
    await inMutuelle((work) => work.tell("need.added", { needId: "n1" }));
    await inMutuelle((work) => work.tell("need.removed", { needId: "n2" }));
    await workOnce(house.ground, duties);
    expect(heard).toEqual([
      { outboxId: expect.any(Number) as number, commissionerId: house.mutuelle.id, topic: "need.added", ids: { needId: "n1" } },
    ]);
  });
  test("never when the work fails", async () => {
    const failing = inMutuelle(async (work) => {
      await work.tell("need.added", { needId: "n1" });
      throw new Error("it broke");
    });
    await expect(failing).rejects.toThrow("it broke");
    await workOnce(house.ground, duties);
    expect(heard).toEqual([]);
  });
});

describe("a job asked for is done for its commissioner", () => {
  const done: unknown[] = [];
  const duties = {
    ...nothing,
    jobs: [{ name: "remind", run: (_: unknown, payload: unknown) => Promise.resolve(void done.push(payload)) }],
  };
  beforeEach(() => done.splice(0));
  test("now", async () => {
    await inMutuelle((work) => work.later("remind", { callbackId: "c1" }));
    await workOnce(house.ground, duties);
    expect(done).toEqual([{ callbackId: "c1", commissionerId: house.mutuelle.id }]);
  });
  test("not before its time", async () => {
    await inMutuelle((work) => work.later("remind", {}, { at: new Date("2099-01-01") }));
    await workOnce(house.ground, duties);
    expect(done).toEqual([]);
  });
  test("once, when it is asked again under the same key", async () => {
    await inMutuelle((work) => work.later("remind", { callbackId: "c1" }, { key: "k" }));
    await inMutuelle((work) => work.later("remind", { callbackId: "c2" }, { key: "k" }));
    await workOnce(house.ground, duties);
    expect(done).toEqual([{ callbackId: "c2", commissionerId: house.mutuelle.id }]);
  });
});

test("a job that fails is logged without its payload, and waits to be tried again", async () => {
  const lines: string[] = [];
  const ground = { ...house.ground, log: pino({ level: "error" }, { write: (line: string) => void lines.push(line) }) };
  await inMutuelle((work) => work.later("remind", { personId: "somebody" }));
  await workOnce(ground, { ...nothing, jobs: [{ name: "remind", run: () => Promise.reject(new Error("no network")) }] });
  expect(lines.join("")).toContain("no network");
  expect(lines.join("")).not.toContain("somebody");
  const { rows } = await sql<{ attempts: number }>`select attempts from graphile_worker.jobs`.execute(house.ground.database.db);
  expect(rows).toEqual([{ attempts: 1 }]);
});

test("a round that fails for one commissioner is still done for the others, then reported", async () => {
  const seen: string[] = [];
  const round = {
    name: "purge",
    everyMinutes: 60,
    run: (work: { commissionerId: string }) => {
      if (work.commissionerId === house.mutuelle.id) return Promise.reject(new Error("it broke"));
      seen.push(work.commissionerId);
      return Promise.resolve();
    },
  };
  await expect(goRound(house.ground, round)).rejects.toThrow("1 of 2 commissioners failed");
  expect(seen).toEqual([house.caisse.id]);
});

test.each([
  [1, "10:07", true],
  [15, "10:15", true],
  [15, "10:16", false],
  [60, "10:00", true],
  [60, "10:30", false],
  [1440, "00:00", true],
  [1440, "10:00", false],
  [360, "18:00", true],
  [360, "19:00", false],
])("a round every %i minutes, at %s: %s", (everyMinutes, time, expected) => {
  const [hour, minute] = time.split(":").map(Number) as [number, number];
  expect(isDue({ everyMinutes }, hour, minute)).toBe(expected);
});

test("working starts with rounds, does what is asked, and stops", async () => {
  const done: string[] = [];
  const runner = await startWorking(house.ground, {
    jobs: [{ name: "remind", run: () => Promise.resolve(void done.push("remind")) }],
    subscribers: [],
    rounds: [{ name: "purge", everyMinutes: 1440, run: () => Promise.resolve() }],
  });
  try {
    await inMutuelle((work) => work.later("remind", {}));
    for (let tries = 0; tries < 100 && done.length === 0; tries += 1) await setTimeout(50);
  } finally {
    await runner.stop();
  }
  expect(done).toEqual(["remind"]);
});
