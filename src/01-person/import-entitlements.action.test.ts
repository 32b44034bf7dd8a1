import { Readable } from "node:stream";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inCommissioner, prepareJobs } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { listsOf, populationOf } from "./entitlement.store.ts";
import { entitlementWords } from "./entitlement.words.ts";
import { beginList, forgettingJob, importEntitlements, silentListRound } from "./import-entitlements.action.ts";

const words = entitlementWords.fr;
const header = "identifiant;population;debut;fin\n";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  await prepareJobs(house.ground);
});
afterAll(() => house.close());

const give = async (content: Readable | string | Buffer, fileName = "liste.csv") => {
  const actor = house.mutuelle.supervisor;
  const listId = await inCommissioner(house.ground, actor, (work) => beginList(work, fileName));
  const file = content instanceof Readable ? content : Readable.from([Buffer.from(content)]);
  return importEntitlements(house.ground, actor, listId, file);
};
const ask = (identifier: string, on?: string) =>
  inCommissioner(house.ground, house.mutuelle.counsellor, (work) => populationOf(work, identifier, on));

test("without a list nobody is refused; with one, it says who is entitled, when, and in which population", async () => {
  expect(await ask("M1")).toEqual({ kind: "no-list" });
  expect(
    await give(
      `\uFEFF${header}M1;retraite;2026-01-01;\nM2;actif_prive;2026-01-01;2026-06-30\nM3;cadre;2026-01-01;\nM1;autre;2026-01-01;\n`,
    ),
  ).toMatchObject({ kind: "current", kept: 2, refused: 2 });
  expect(await ask("m 1")).toEqual({ kind: "entitled", population: "retraite" });
  expect(await ask("M2", "2026-06-30")).toEqual({ kind: "entitled", population: "actif_prive" });
  expect(await ask("M2", "2026-07-01")).toEqual({ kind: "not-entitled" });
  const [list] = await inCommissioner(house.ground, house.mutuelle.supervisor, listsOf);
  expect(list?.refusals).toEqual([
    { line: 4, reason: words.population },
    { line: 5, reason: words.twice },
  ]);
});

describe("what cannot be read whole changes nothing, and says why", () => {
  test.each([
    ["an empty file", "", words.empty],
    ["UTF-16", Buffer.from(`\uFEFF${header}`, "utf16le"), words.utf16],
    ["UTF-16 without its mark", Buffer.from(header, "utf16le"), words.utf16],
    ["Latin-1", Buffer.from(`${header}M9;retraité;2026-01-01;\n`, "latin1"), words.notUtf8],
    ["a workbook", Buffer.from("PK\u0003\u0004rest", "latin1"), words.workbook],
    ["another header", "nom;prenom\nA;B\n", words.header],
    ["a quote never closed", `${header}"M9;retraite;2026-01-01;\n${"x".repeat(9000)}`, words.broken(3)],
    ["no valid line", `${header}M9;cadre;2026-01-01;\n`, words.nothingKept],
  ])("%s", async (_, content, reason) => {
    await give(`${header}AVANT;retraite;2026-01-01;\n`);
    expect(await give(content)).toMatchObject({ kind: "failed", reason });
    expect(await ask("AVANT")).toMatchObject({ kind: "entitled" });
  });

  test("a line cut in two by an upload that stops", async () => {
    const cut = Readable.from(
      (async function* () {
        yield Buffer.from(`${header}M7;retraite;2026-01-01;\nM8;ret`);
        await Promise.resolve();
        throw new Error("connection lost");
      })(),
    );
    expect(await give(cut)).toMatchObject({ kind: "failed", reason: words.cut });
    expect(await ask("M7")).toEqual({ kind: "not-entitled" });
  });

  test("a file that is as long as itself in one line is refused before it fills the memory", async () => {
    expect(await give(`${header}${"a".repeat(500_000)}`)).toMatchObject({ kind: "failed" });
  });
});

test("the list before serves until the new one is complete, and its lines are forgotten after", async () => {
  await give(`${header}ANCIEN;retraite;2026-01-01;\n`);
  const slow = Readable.from(
    (async function* () {
      yield Buffer.from(header);
      for (let line = 0; line < 4500; line++) yield Buffer.from(`N${line};etudiant;2026-01-01;\n`);
      expect(await ask("ANCIEN")).toMatchObject({ kind: "entitled" });
      expect(await ask("N1")).toEqual({ kind: "not-entitled" });
    })(),
  );
  expect(await give(slow)).toMatchObject({ kind: "current", kept: 4500 });
  expect([await ask("ANCIEN"), await ask("N4499")]).toEqual([{ kind: "not-entitled" }, { kind: "entitled", population: "etudiant" }]);
  await forgettingJob.run(house.ground, { commissionerId: house.mutuelle.id });
  const left = await inCommissioner(house.ground, house.mutuelle.system, (work) =>
    work.one(sql<{ count: number }>`select count(*) as count from person_entitled`),
  );
  expect(left.count).toBe(4500);
});

test("a list left by a machine that stopped is said to have failed, and cannot come into service afterwards", async () => {
  const actor = house.mutuelle.supervisor;
  const listId = await inCommissioner(house.ground, actor, (work) => beginList(work, "perdue.csv"));
  house.setClock("2026-11-20T18:00:00Z");
  await inCommissioner(house.ground, house.mutuelle.system, (work) => silentListRound.run(work));
  expect(
    await importEntitlements(house.ground, actor, listId, Readable.from([Buffer.from(`${header}Z1;retraite;2026-01-01;\n`)])),
  ).toMatchObject({ kind: "failed" });
  expect(await ask("Z1")).toEqual({ kind: "not-entitled" });
});
