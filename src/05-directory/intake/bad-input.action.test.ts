import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { importDirectory } from "./import-directory.action.ts";
import { remarksOf } from "./import.store.ts";
import { readMapping, type Mapping } from "./mapping.source.ts";
import { remarksAsCsv } from "./remarks-csv.store.ts";
import { tryWholeFile } from "./try-whole-file.action.ts";

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  folder = mkdtempSync("/tmp/tu-bad-");
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

const mapping = (more: object = {}, service?: object): Mapping => {
  const read = readMapping(
    JSON.stringify({
      format: "trait-dunion/correspondance@1",
      name: "Essai",
      structure: {
        id: { column: "id" },
        nom: { column: "nom" },
        date_maj: { constant: "2026-11-01" },
        code_insee: { column: "insee" },
        ...more,
      },
      ...(service ? { service: { nom: { column: "nom" }, description: { constant: "Garde le mercredi." }, ...service } } : {}),
      leaveOutIfWrong: ["code_insee"],
    }),
  );
  if (read.kind === "wrong") throw new Error(read.sentences.join());
  return read.mapping;
};
const write = (name: string, content: string | Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const enter = (source: string, content: string, read: Mapping) =>
  importDirectory(house.ground, {
    path: write(source, content),
    mapping: read,
    source: { id: source, name: "Essai", licence: "Licence Ouverte 2.0" },
  });
const rows = (source: string) =>
  inShared(house.ground, (work) =>
    work.rows<Record<string, unknown>>(sql`
      select name, commune_name, address, mail, latitude, point_from, raw::text as raw from directory_structure where source_id = ${source} order by name`),
  );
const rulesSaid = (importId: string | undefined) =>
  inShared(house.ground, async (work) => (await remarksOf(work, importId ?? "", 50)).map(({ rule }) => rule));

describe("what producers send", () => {
  test.each([
    ["semicolons", ";"],
    ["tabs", "\t"],
    ["bars", "|"],
  ])("columns parted by %s, with the mark of a spreadsheet before", async (name, sign) => {
    const text = `\uFEFFid,nom,insee\n1,Maison,38563\n`.replaceAll(",", sign);
    expect(await enter(`signe-${name}`, text, mapping())).toMatchObject({ kind: "done", counts: { kept: 1 } });
  });

  test("an INSEE code that does not exist is said, the line is kept", async () => {
    const answer = await enter("insee", "id,nom,insee\n1,Maison,38999\n", mapping());
    expect(answer).toMatchObject({ kind: "done", counts: { kept: 1, remarked: 1 } });
    expect(await rulesSaid(answer.importId)).toEqual(["unknown-commune-code", "no-place"]);
  });

  test("a point in the sea gives way to the centre of the commune", async () => {
    const read = mapping({ latitude: { column: "lat" }, longitude: { column: "lon" } });
    await enter("mer", "id,nom,insee,lat,lon\n1,Maison,38563,46.1,-20.5\n", read);
    expect(await rows("mer")).toMatchObject([{ commune_name: "Voiron", point_from: "commune" }]);
  });

  test("hours that nobody understands are kept as they are, and said", async () => {
    const answer = await enter(
      "heures",
      "id,nom,insee,h\n1,Maison,38563,à la Saint-Glinglin\n",
      mapping({ horaires_accueil: { column: "h", hours: true } }),
    );
    expect(await rulesSaid(answer.importId)).toEqual(["hours-unread"]);
  });

  test("a cell that a spreadsheet would take for a formula comes out harmless in the list of refusals", async () => {
    const answer = await enter("formule", `id,nom,insee\n=cmd|' /C calc'!A0,X,38563\n2,Maison,38563\n`, mapping());
    let csv = "";
    for await (const part of remarksAsCsv(house.ground, answer.importId ?? "")) csv += part;
    for (const cell of csv.split("\r\n").flatMap((line) => line.split(","))) expect(cell).not.toMatch(/^"?[=+@]/);
    const sheet = await enter("=feuille".replace("=", "x"), "id,nom,insee\n1,=HYPERLINK(1),38563\n", mapping());
    expect(sheet.kind).toBe("done");
  });
});

test("somebody's home: the commune alone is kept, the value nowhere, neither here nor in what is kept as received", async () => {
  const read = mapping({
    adresse: { column: "rue" },
    courriel: { column: "mail" },
    latitude: { column: "lat" },
    longitude: { column: "lon" },
  });
  const csv =
    "id,nom,insee,rue,mail,lat,lon\n1,Claude Martin,38563,7 impasse des Lilas,claude.martin@petits-pas.example,45.3661,5.5911\n2,Les Petits Pas,38563,3 rue Haute,lise.durand@petits-pas.example,,\n";
  const answer = await enter("domicile", csv, read);
  const [home, office] = await rows("domicile");
  expect(home).toMatchObject({ name: "Claude Martin", commune_name: "Voiron", address: null, mail: null, point_from: "commune" });
  expect(office).toMatchObject({ address: "3 rue Haute", mail: null });
  const said = JSON.stringify([await rows("domicile"), await inShared(house.ground, (work) => remarksOf(work, answer.importId ?? "", 50))]);
  for (const value of ["Lilas", "45.3661", "claude.martin@", "lise.durand@"]) expect(said).not.toContain(value);
});

test("a trial counts what an import then does, and writes nothing", async () => {
  const csv = "id,nom,insee\n1,Maison,38563\n1,Encore,38563\n2,X,38563\n3,Mairie,38999\n";
  const file = write("essai.csv", csv);
  const tried = await tryWholeFile(house.ground, { path: file, mapping: mapping(), sourceId: "essai-a-blanc", dataDate: undefined });
  expect(await rows("essai-a-blanc")).toEqual([]);
  const done = await enter("essai-a-blanc", csv, mapping());
  const { received, kept, refused, remarked } = done.kind === "done" ? done.counts : { received: 0, kept: 0, refused: 0, remarked: 0 };
  expect(tried).toMatchObject({ kind: "tried", counts: { received, kept, refused, remarked } });
  expect([received, kept, refused, remarked]).toEqual([4, 2, 2, 1]);
});

describe("what the national format does not say", () => {
  const read = mapping({}, { age_de: { column: "age" }, langues: { column: "langues", split: [";"] }, verifie_le: { column: "vu" } });
  const extension = (source: string) =>
    inShared(house.ground, (work) =>
      work.one(sql`select age_from, languages, checked_on, checked_by, alert from directory_service where source_id = ${source}`),
    );
  test("comes by a mapping", async () => {
    await enter("ages", "id,nom,insee,age,langues,vu\n1,Maison,38563,60,arabe;LSF,2026-11-02\n", read);
    expect(await extension("ages")).toEqual({
      age_from: 60,
      languages: ["ar", "lsf"],
      checked_on: "2026-11-02",
      checked_by: "structure",
      alert: null,
    });
  });
  test("and what was written by hand stays under a file of the national format that changes the line", async () => {
    const national = (nom: string) =>
      write(
        "national.json",
        JSON.stringify([
          { id: "national--1", source: "national", nom, date_maj: "2026-11-01" },
          {
            id: "national--s1",
            source: "national",
            structure_id: "national--1",
            nom,
            description: "Garde le mercredi.",
            date_maj: "2026-11-01",
          },
        ]),
      );
    const send = (nom: string) =>
      importDirectory(house.ground, { path: national(nom), source: { id: "national", name: "Essai", licence: "Licence Ouverte 2.0" } });
    await send("Maison");
    await inShared(house.ground, (work) =>
      work.run(sql`update directory_service set age_from = 3, alert = 'Fermé en août' where source_id = 'national'`),
    );
    expect(await send("Autre nom")).toMatchObject({ counts: { kept: 2 } });
    expect(await extension("national")).toMatchObject({ age_from: 3, alert: "Fermé en août" });
  });
});
