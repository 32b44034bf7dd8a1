import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { anchorRound, readAnchors } from "./audit-anchor.source.ts";
import { listAudit, verifyAudit, type AuditHead } from "./audit.store.ts";
import { goRound } from "./jobs.store.ts";
import { inCommissioner, type Work } from "./work.store.ts";

let house: TestHouse;
let folder: string;
beforeEach(async () => {
  house = await openTestHouse();
  folder = await mkdtemp(path.join(tmpdir(), "tu-anchor-"));
  for (const file of ["a", "b", "c", "d"]) await read(file);
});
afterEach(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const inMutuelle = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const read = (objectId: string) =>
  inMutuelle((work) => {
    work.audit({ action: "read file", objectKind: "person", objectId });
    return Promise.resolve();
  });
const verdict = (anchors: AuditHead[] = []) => inMutuelle((work) => verifyAudit(work, anchors));

/** As the role that owns the tables: what an administrator of the database could do. */
const asOwner = async (statement: string): Promise<void> => {
  const client = await house.ground.database.pool.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('tu.commissioner', $1, true)", [house.mutuelle.id]);
    await client.query("set local role tu_owner");
    await client.query(statement);
    await client.query("commit");
  } finally {
    client.release();
  }
};

test("a log that nobody touched is whole, and tells who did what", async () => {
  expect(await verdict()).toEqual({ kind: "whole", lines: 4 });
  const [newest] = await inMutuelle((work) => listAudit(work));
  expect(newest).toMatchObject({ seq: 4, action: "read file", objectId: "d", actorName: "Inès Caron (mutuelle-des-alpes)" });
});

test("the log of another service is another chain", async () => {
  expect(await inCommissioner(house.ground, house.caisse.counsellor, (work) => verifyAudit(work))).toEqual({ kind: "whole", lines: 0 });
});

describe("the application can neither edit nor erase the log", () => {
  test.each([
    sql`update ground_audit set action = 'nothing'`,
    sql`delete from ground_audit`,
    sql`insert into ground_audit (commissioner_id, seq, at, actor_kind, action, object_kind, object_id, previous_hash, hash)
        values (ground_current_commissioner(), 9, now(), 'system', 'x', 'x', 'x', '\\x00', '\\x00')`,
  ])("%#", async (statement) => {
    await expect(inMutuelle((work) => work.run(statement))).rejects.toMatchObject({ code: "42501" });
  });
});

describe("what the owner of the tables changes is seen", () => {
  test.each([
    ["an edited action", "update ground_audit set action = 'nothing' where seq = 2", { seq: 2, because: "altered" }],
    ["an edited time", "update ground_audit set at = at - interval '1 second' where seq = 3", { seq: 3, because: "altered" }],
    ["an actor erased", "update ground_audit set actor_id = null where seq = 1", { seq: 1, because: "altered" }],
    ["a line taken out", "delete from ground_audit where seq = 2", { seq: 3, because: "missing" }],
    ["the first line taken out", "delete from ground_audit where seq = 1", { seq: 2, because: "missing" }],
    [
      "an edited line hashed again",
      `update ground_audit set action = 'nothing', hash = ground_audit_hash(previous_hash, commissioner_id, seq, at, actor_kind, actor_id, 'nothing', object_kind, object_id, purpose) where seq = 2`,
      { seq: 3, because: "unlinked" },
    ],
  ])("%s", async (_, statement, expected) => {
    await asOwner(statement);
    expect(await verdict()).toEqual({ kind: "broken", ...expected });
  });
});

describe("lines cut off at the end are seen with the outside anchor only", () => {
  test("given the head anchored at line 4, when lines 3 and 4 are deleted, then only the anchor tells", async () => {
    const file = path.join(folder, "audit-heads.jsonl");
    await goRound(house.ground, anchorRound(file));
    await asOwner("delete from ground_audit where seq > 2");
    expect(await verdict()).toEqual({ kind: "whole", lines: 2 });
    expect(await verdict(await readAnchors(file, house.mutuelle.id))).toEqual({ kind: "broken", seq: 4, because: "off-anchor" });
  });
  test("a chain cut then continued is seen too", async () => {
    const file = path.join(folder, "audit-heads.jsonl");
    await goRound(house.ground, anchorRound(file));
    await asOwner("delete from ground_audit where seq > 2");
    await read("e");
    await read("f");
    expect(await verdict()).toEqual({ kind: "whole", lines: 4 });
    expect(await verdict(await readAnchors(file, house.mutuelle.id))).toMatchObject({ because: "off-anchor" });
  });
});

test("the anchor is written when the head has moved, and only then", async () => {
  const file = path.join(folder, "deep", "audit-heads.jsonl");
  const round = anchorRound(file);
  await goRound(house.ground, round);
  await goRound(house.ground, round);
  await read("e");
  await goRound(house.ground, round);
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  expect(lines.map((line) => (JSON.parse(line) as AuditHead).seq)).toEqual([4, 5]);
});

test("two deeds logged at the same time follow one another in the chain", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, at) => read(`at once ${at}`)));
  expect(await verdict()).toEqual({ kind: "whole", lines: 16 });
});

test("a work that fails leaves no line", async () => {
  await expect(
    inMutuelle((work) => {
      work.audit({ action: "close situation", objectKind: "situation", objectId: "s" });
      return Promise.reject(new Error("it broke"));
    }),
  ).rejects.toThrow("it broke");
  expect(await verdict()).toEqual({ kind: "whole", lines: 4 });
});
