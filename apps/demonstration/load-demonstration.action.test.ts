import { createHash } from "node:crypto";
import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTestHouse, seededBytes } from "#testing";
import { openCommissioners } from "../../src/00-ground/commissioner.store.ts";
import { connect, inCommissioner, inShared, keysFrom, signIn, verifyAudit, type Database, type Ground } from "#ground/server";
import { detectTwins } from "#directory/server";
import { factsOfSituation } from "#situation/server";
import { loadDemonstration, renewDemonstrationPasswords, type Demonstration } from "../server/demonstration.ts";
import { writeMark } from "./demonstration.store.ts";

const now = new Date("2026-11-20T16:00:00Z");
const situations = 150;
const silent = (): void => undefined;

/** An empty house of its own: a database copied from the template, with nobody in it. */
const openEmptyHouse = async (name: string): Promise<Ground> => {
  const url = inject("postgresUrl");
  const admin = connect(url, 1);
  await admin.pool.query(`create database ${name} template tu_template`);
  await admin.close();
  return {
    database: connect(url.replace(/postgres$/, name), 8),
    keys: keysFrom(createHash("sha256").update("a master key for tests").digest()),
    log: pino({ level: "silent" }),
    baseUrl: () => "http://127.0.0.1:21960",
    clock: () => now,
    draw: seededBytes(name),
  };
};

const count = async (database: Database, table: string, where = "true"): Promise<number> =>
  Number((await database.pool.query<{ n: number }>(`select count(*) as n from ${table} where ${where}`)).rows[0]?.n);

describe("a demonstration loaded into an empty house", () => {
  let ground: Ground;
  let loaded: Demonstration;
  const said: string[] = [];
  beforeAll(async () => {
    ground = await openEmptyHouse(`d_${process.pid}_a`);
    loaded = await loadDemonstration(
      ground,
      { demonstration: "if-embedded-and-empty" },
      { isEmbedded: true, say: (sentence) => said.push(sentence), situations },
    );
  });
  afterAll(() => ground.database.close());

  test("shows every situation of the plan, and a password for each of the dozen accounts", async () => {
    expect(loaded.kind).toBe("loaded");
    expect(await count(ground.database, "situation")).toBe(situations);
    const accounts = loaded.kind === "loaded" ? loaded.accounts : [];
    expect(accounts).toHaveLength(12);
    const first = accounts[0];
    expect(await signIn(ground, { mail: first?.mail ?? "", password: first?.password ?? "", origin: "127.0.0.1" })).toMatchObject({
      kind: "signed-in",
    });
  });
  test("is marked everywhere as a demonstration", async () => {
    expect((await inShared(ground, openCommissioners)).map((each) => each.isDemonstration)).toEqual([true, true]);
    expect(await count(ground.database, "ground_staff", "not is_demonstration")).toBe(0);
    expect(await count(ground.database, "directory_source", "not is_demonstration")).toBe(0);
  });
  test("holds ten invented local benefits, at the four levels of territory, each published by another hand than the one that wrote it", async () => {
    const benefits = await inShared(ground, (work) =>
      work.rows(sql<{ territory_kind: string; is_demonstration: boolean; state: string }>`
        select v.territory_kind, b.is_demonstration, v.state from rights_benefit b join rights_benefit_version v on v.benefit_id = b.id`),
    );
    expect(benefits).toHaveLength(10);
    expect(benefits.every((each) => each.is_demonstration && each.state === "published")).toBe(true);
    expect(new Set(benefits.map((each) => each.territory_kind))).toEqual(new Set(["commune", "epci", "departement", "region"]));
  });
  test("two sources tell of the same doors: four merge alone, eight wait for a human; one approval ends in 20 days, one has ended", async () => {
    const approvals = (
      await ground.database.pool.query<{ days: number }>(
        "select valid_until - date '2026-11-20' as days from directory_approval order by 1",
      )
    ).rows;
    expect(approvals.map(({ days }) => days)).toEqual([-12, 20]);
    const { found, waiting } = await detectTwins(ground);
    expect([found.structure, waiting]).toEqual([{ doublon: 4, incertain: 8 }, 8]);
    // What stories point to goes on standing for itself.
    expect(await count(ground.database, "directory_service", "source_id = 'demonstration' and folded_into is not null")).toBe(0);
  });
  test("asks for no job, spreads no news, and writes no message of long ago", async () => {
    expect(await count(ground.database, "graphile_worker.jobs")).toBe(0);
    expect(await count(ground.database, "ground_outbox")).toBe(0);
    expect(await count(ground.database, "ground_message", "created_at < '2026-11-16T15:00:00Z'")).toBe(0);
  });
  test("leaves a log that nobody can tell from a lived one: in order, whole", async () => {
    for (const { id } of await inShared(ground, openCommissioners)) {
      const verdict = await inCommissioner(ground, { kind: "system", commissionerId: id }, (work) => verifyAudit(work));
      expect(verdict.kind).toBe("whole");
    }
  });
  test("what the observatory counts is what its rooms say", async () => {
    const [own] = await inShared(ground, openCommissioners);
    if (!own) throw new Error("no service");
    const ids = (await ground.database.pool.query<{ id: string }>("select id from situation where commissioner_id = $1", [own.id])).rows;
    let needs = 0;
    let emotions = 0;
    await inCommissioner(ground, { kind: "system", commissionerId: own.id }, async (work) => {
      for (const { id } of ids) {
        const facts = await factsOfSituation(work, id);
        needs += facts?.needs.length ?? 0;
        emotions += facts?.emotions.length ?? 0;
      }
    });
    expect(await count(ground.database, "observatory.fact", `contributor = '${own.id}' and kind = 'situation'`)).toBe(ids.length);
    expect(await count(ground.database, "observatory.fact", `contributor = '${own.id}' and kind = 'need'`)).toBe(needs);
    expect(await count(ground.database, "observatory.fact", `contributor = '${own.id}' and kind = 'emotion'`)).toBe(emotions);
  });
  test("the page of today has something to do: referrals that wait, callbacks that are late and to come", async () => {
    expect(await count(ground.database, "referral_offer", "answer = 'waiting'")).toBeGreaterThanOrEqual(4);
    expect(
      await count(ground.database, "contact_callback", "state = 'promised' and slot_until < '2026-11-20T16:00:00Z'"),
    ).toBeGreaterThanOrEqual(2);
    expect(await count(ground.database, "contact_callback", "state = 'promised' and slot_from > '2026-11-20T16:00:00Z'")).toBeGreaterThan(
      5,
    );
    expect(await count(ground.database, "content_answers", "true")).toBeGreaterThanOrEqual(4);
  });
  test("is kept by the next start, and its passwords can be renewed", async () => {
    const again = await loadDemonstration(ground, { demonstration: "wanted" }, { isEmbedded: true, say: silent });
    expect(again).toEqual({ kind: "kept", portal: "mutuelle-des-alpes" });
    const [first] = await renewDemonstrationPasswords(ground);
    const old = loaded.kind === "loaded" ? loaded.accounts[0] : undefined;
    const asked = { mail: first?.mail ?? "", origin: "127.0.0.2" };
    expect(await signIn(ground, { ...asked, password: first?.password ?? "" })).toMatchObject({ kind: "signed-in" });
    expect(await signIn(ground, { ...asked, password: old?.password ?? "" })).toEqual({ kind: "refused" });
  });
});

describe("a demonstration never stands beside real data", () => {
  test("a house where a service is open refuses it, even when it is wanted", async () => {
    const house = await openTestHouse();
    const said: string[] = [];
    const answer = await loadDemonstration(
      house.ground,
      { demonstration: "wanted" },
      { isEmbedded: true, say: (sentence) => said.push(sentence), situations },
    );
    expect(answer.kind).toBe("none");
    expect(said).toHaveLength(1);
    expect(await renewDemonstrationPasswords(house.ground)).toEqual([]);
    await house.close();
  });
  test("a load that was cut, in a house where something real was added since: nothing is erased, the start stops", async () => {
    const house = await openTestHouse();
    await inShared(house.ground, (work) => writeMark(work, { state: "loading", seed: 1 }));
    await expect(loadDemonstration(house.ground, { demonstration: "wanted" }, { isEmbedded: true, say: silent })).rejects.toThrow(
      "rien n’est effacé",
    );
    expect(await count(house.ground.database, "ground_commissioner")).toBe(2);
    await house.close();
  });
  test("an external database that is empty gets none unless it is asked for", async () => {
    const ground = await openEmptyHouse(`d_${process.pid}_b`);
    const answer = await loadDemonstration(ground, { demonstration: "if-embedded-and-empty" }, { isEmbedded: false, say: silent });
    expect(answer).toEqual({ kind: "none", portal: undefined });
    await ground.database.close();
  });
});

test("a load that was cut is begun again from nothing", async () => {
  const ground = await openEmptyHouse(`d_${process.pid}_c`);
  const given = { isEmbedded: true, situations: 30 };
  let times = 0;
  const cut = {
    ...ground,
    // The process ends in the middle: its chance fails it.
    draw: (bytes: number) => {
      if (++times > 60) throw new Error("cut");
      return ground.draw(bytes);
    },
  };
  await expect(loadDemonstration(cut, { demonstration: "wanted" }, { ...given, say: silent })).rejects.toThrow("cut");
  expect(await count(ground.database, "ground_commissioner")).toBe(2);
  const said: string[] = [];
  const again = await loadDemonstration(ground, { demonstration: "wanted" }, { ...given, say: (sentence) => said.push(sentence) });
  expect(said[0]).toContain("avait été coupé");
  expect(again.kind).toBe("loaded");
  expect(await count(ground.database, "situation")).toBe(30);
  expect(await count(ground.database, "ground_commissioner")).toBe(2);
  expect((await sql<{ n: number }>`select count(*) as n from ground_migration`.execute(ground.database.db)).rows[0]?.n).toBeGreaterThan(5);
  await ground.database.close();
});
