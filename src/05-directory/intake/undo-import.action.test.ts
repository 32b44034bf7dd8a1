import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { acceptHeld } from "./accept-held.action.ts";
import { forgetBefore } from "./before.store.ts";
import { heldImports, refuseHeld } from "./held-import.store.ts";
import { importDirectory, type ImportAnswer } from "./import-directory.action.ts";
import { findImport } from "./import.store.ts";
import { undoImport, undoingOf } from "./undo-import.action.ts";

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  folder = mkdtempSync("/tmp/tu-undo-");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const structure = (key: string, more: object = {}) => ({
  id: `essai--${key}`,
  source: "essai",
  nom: `Structure ${key}`,
  date_maj: "2026-11-01",
  code_insee: "38563",
  ...more,
});
const service = (key: string, more: object = {}) => ({
  id: `essai--s${key}`,
  source: "essai",
  structure_id: `essai--${key}`,
  nom: `Garde ${key}`,
  description: "Garde le mercredi.",
  date_maj: "2026-11-01",
  thematiques: ["famille--garde-denfants"],
  ...more,
});
const importLines = (source: string, lines: readonly object[]): Promise<ImportAnswer> => {
  const file = path.join(folder, `${source}.json`);
  writeFileSync(file, JSON.stringify(lines));
  return importDirectory(house.ground, { path: file, source: { id: source, name: "Essai", licence: "Licence Ouverte 2.0" } });
};
const shared = inShared.bind(undefined);
/** Every row of a source, to its last field. */
const rowsOf = (source: string): Promise<unknown[]> =>
  shared(house.ground, (work) =>
    work.rows(sql`
      select to_jsonb(t) as row from directory_structure t where source_id = ${source}
      union all
      select to_jsonb(v) from directory_service v where source_id = ${source}
      order by row`),
  );
const undo = (answer: ImportAnswer) => undoImport(house.ground, answer.importId ?? "", undefined);
const many = (count: number, first = 0): object[] => Array.from({ length: count }, (_, at) => structure(`n${first + at}`));

describe("an import is undone", () => {
  test("what it changed, marked as gone or moved is as before, to the last field", async () => {
    await importLines("defait", [structure("1"), service("1"), structure("2"), service("2")]);
    const before = await rowsOf("defait");
    // One changes its name and its place (its service follows), one goes.
    const answer = await importLines("defait", [
      structure("1", { nom: "Autre nom", code_insee: "23096" }),
      service("1", { frais: "gratuit" }),
    ]);
    expect(await rowsOf("defait")).not.toEqual(before);
    expect(await shared(house.ground, (work) => undoingOf(work, answer.importId ?? ""))).toEqual({ made: 0, changed: 4, back: 2 });
    expect(await undo(answer)).toMatchObject({ kind: "undone" });
    expect(await rowsOf("defait")).toEqual(before);
    expect(await shared(house.ground, (work) => findImport(work, answer.importId ?? ""))).toMatchObject({ state: "undone" });
  });

  test("what it made is taken out, and comes back under the same number when the file is imported again", async () => {
    const answer = await importLines("neuf", [structure("1"), service("1")]);
    const idsOf = () =>
      shared(house.ground, (work) =>
        work.rows(sql`select id, gone_at is not null as gone from directory_service where source_id = 'neuf'`),
      );
    const [made] = await idsOf();
    await undo(answer);
    expect(await idsOf()).toEqual([{ ...(made as object), gone: true }]);
    expect(await importLines("neuf", [structure("1"), service("1")])).toMatchObject({ counts: { kept: 2 } });
    expect(await idsOf()).toEqual([made]);
  });

  test("what people wrote by hand since then stays", async () => {
    await importLines("main", [structure("1"), service("1")]);
    const answer = await importLines("main", [structure("1"), service("1", { nom: "Garde du soir" })]);
    await shared(house.ground, (work) =>
      work.run(sql`update directory_service set age_from = 3, alert = 'Fermé en août' where source_id = 'main'`),
    );
    await undo(answer);
    expect(
      await shared(house.ground, (work) => work.one(sql`select name, age_from, alert from directory_service where source_id = 'main'`)),
    ).toEqual({ name: "Garde 1", age_from: 3, alert: "Fermé en août" });
  });

  test("only the last of a source, and once; then the one before", async () => {
    const first = await importLines("ordre", [structure("1")]);
    const second = await importLines("ordre", [structure("1", { nom: "Second" })]);
    expect(await undo(first)).toEqual({ kind: "not-undoable" });
    expect(await undo(second)).toMatchObject({ kind: "undone" });
    expect(await undo(second)).toEqual({ kind: "not-undoable" });
    expect(await undo(first)).toMatchObject({ kind: "undone" });
  });

  test("a later import that changed nothing does not stand in the way", async () => {
    const first = await importLines("repete", [structure("1")]);
    await importLines("repete", [structure("1")]);
    expect(await undo(first)).toMatchObject({ kind: "undone" });
  });

  test("no more after thirty days", async () => {
    const answer = await importLines("vieux", [structure("1")]);
    house.setClock("2026-12-20T09:00:00Z");
    await shared(house.ground, forgetBefore);
    expect(await shared(house.ground, (work) => undoingOf(work, answer.importId ?? ""))).toBeDefined();
    house.setClock("2026-12-20T11:00:00Z");
    await shared(house.ground, forgetBefore);
    expect(await undo(answer)).toEqual({ kind: "not-undoable" });
    house.setClock("2026-11-20T10:00:00Z");
  });

  test("an import without effect has nothing to undo", async () => {
    await importLines("rien", [structure("1")]);
    expect(await undo(await importLines("rien", [structure("1")]))).toEqual({ kind: "not-undoable" });
  });
});

describe("a source that loses half of its lines is held for a human", () => {
  const live = async (source: string) =>
    (
      await shared(house.ground, (work) =>
        work.one(
          sql<{ live: number }>`select count(*)::int as live from directory_structure where source_id = ${source} and gone_at is null`,
        ),
      )
    ).live;

  test("nothing changes until somebody accepts; figures and départements are told", async () => {
    await importLines("moitie", [...many(20), ...Array.from({ length: 10 }, (_, at) => structure(`g${at}`, { code_insee: "23096" }))]);
    const answer = await importLines("moitie", many(12));
    expect(answer).toMatchObject({ kind: "held", loss: { before: 30, gone: 18, listed: 12, departements: ["23"] } });
    expect(await live("moitie")).toBe(30);
    expect(await shared(house.ground, heldImports)).toBe(1);
    if (answer.kind !== "held") return;
    expect(await acceptHeld(house.ground, answer.importId, "moitie")).toMatchObject({ kind: "done", counts: { gone: 18 } });
    expect(await live("moitie")).toBe(12);
    expect(await acceptHeld(house.ground, answer.importId, "moitie")).toEqual({ kind: "not-held" });
  });

  test("nor when somebody refuses", async () => {
    await importLines("refuse", many(30));
    const answer = await importLines("refuse", many(3));
    expect(await shared(house.ground, (work) => refuseHeld(work, answer.importId ?? ""))).toBe("refused");
    expect(await live("refuse")).toBe(30);
    expect(answer.kind === "held" && (await acceptHeld(house.ground, answer.importId, "refuse"))).toEqual({ kind: "not-held" });
  });

  test("a file whose every identifier changed is held too, though it has as many lines", async () => {
    await importLines("numeros", many(30));
    expect(await importLines("numeros", many(30, 100))).toMatchObject({ kind: "held", loss: { before: 30, gone: 30, listed: 30 } });
  });

  test("a newer file of the source stands for the held one", async () => {
    await importLines("suivant", many(30));
    const held = await importLines("suivant", many(3));
    expect(await importLines("suivant", many(29))).toMatchObject({ kind: "done" });
    expect(await shared(house.ground, (work) => findImport(work, held.importId ?? ""))).toMatchObject({ state: "refused" });
  });

  test.each([
    ["a third less", 30, 20, "done"],
    ["a source of a few lines", 10, 1, "done"],
    ["just under half", 30, 16, "done"],
    ["half", 30, 15, "held"],
  ])("%s: from %i to %i lines, %s", async (name, before, after, kind) => {
    const source = name.replace(/\W/g, "");
    await importLines(source, many(before));
    expect((await importLines(source, many(after))).kind).toBe(kind);
  });

  test("when what was put aside is lost, the file is asked for again", async () => {
    await importLines("perdu", many(30));
    const answer = await importLines("perdu", many(3));
    await shared(house.ground, (work) => work.run(sql`delete from directory_staged where import_id = ${answer.importId ?? null}`));
    expect(answer.kind === "held" && (await acceptHeld(house.ground, answer.importId, "perdu"))).toEqual({ kind: "lost" });
    expect(await live("perdu")).toBe(30);
  });
});
