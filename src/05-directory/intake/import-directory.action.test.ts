import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { findImport, remarksOf, startImport } from "./import.store.ts";
import { importDirectory, prepareImport, type ImportAsked } from "./import-directory.action.ts";
import { readMapping, type Mapping } from "./mapping.source.ts";
import { searchServices } from "../search/search.store.ts";

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  folder = mkdtempSync("/tmp/tu-directory-");
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

const csvMapping = (): Mapping => {
  const read = readMapping(
    JSON.stringify({
      format: "trait-dunion/correspondance@1",
      name: "Essai",
      structure: {
        id: { column: "id" },
        nom: { column: "nom" },
        date_maj: { constant: "2026-11-01" },
        code_insee: { constant: "38563" },
        commune: { column: "commune" },
        courriel: { column: "courriel" },
      },
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
const importContent = (source: string, name: string, content: string | Buffer | object, more: Partial<ImportAsked> = {}) =>
  importDirectory(house.ground, {
    path: write(`${source}-${name}`, typeof content === "string" || Buffer.isBuffer(content) ? content : JSON.stringify(content)),
    source: { id: source, name: "Essai", licence: "Licence Ouverte 2.0" },
    ...more,
  });
const remarks = (importId: string | undefined) => inShared(house.ground, (work) => remarksOf(work, importId ?? "", 100));
const namesOf = (source: string) =>
  inShared(house.ground, async (work) => {
    const rows = await work.rows(sql<{ name: string; is_gone: boolean }>`
      select name, gone_at is not null as is_gone from directory_structure where source_id = ${source} order by name`);
    return rows.map((row) => (row.is_gone ? `${row.name} (partie)` : row.name));
  });

describe("a file in the national format enters the directory", () => {
  test("structures and services in one object, whatever comes first", async () => {
    const answer = await importContent("objet", "a.json", { services: [service("1")], structures: [structure("1"), structure("2")] });
    expect(answer).toMatchObject({ kind: "done", counts: { received: 3, kept: 3, unchanged: 0, refused: 0, remarked: 0, gone: 0 } });
    const found = await inShared(house.ground, (work) =>
      searchServices(work, { themes: ["famille--garde-denfants"], near: { latitude: 45.36, longitude: 5.59 } }),
    );
    expect(found.services.map((each) => [each.service.name, each.service.structure.name, each.service.point?.from])).toEqual([
      ["Garde 1", "Structure 1", "structure"],
    ]);
  });

  test("one list of both, told apart by their fields", async () => {
    expect(await importContent("liste", "a.json", [structure("1"), service("1")])).toMatchObject({
      kind: "done",
      counts: { received: 2, kept: 2 },
    });
  });

  test("one file of structures, then one of services: neither makes the other disappear", async () => {
    await importContent("deux", "a.json", [structure("1")]);
    expect(await importContent("deux", "b.json", [service("1")])).toMatchObject({ kind: "done", counts: { kept: 1, gone: 0 } });
    expect(await namesOf("deux")).toEqual(["Structure 1"]);
  });

  test("a CSV that bears the names of the format", async () => {
    const csv = 'id;source;nom;date_maj;reseaux_porteurs;latitude\nessai--1;essai;Maison;2026-11-01;"[""caf""]";\n';
    expect(await importContent("csv", "a.csv", csv)).toMatchObject({ kind: "done", counts: { received: 1, kept: 1 } });
  });

  test("HTML becomes text, and the name of a person is not kept", async () => {
    await importContent("html", "a.json", [
      structure("1"),
      service("1", { description: "<b>Garde</b>", contact_nom_prenom: "Claude Martin" }),
    ]);
    const kept = await inShared(house.ground, (work) =>
      work.one(sql<{ description: string; raw: object }>`select description, raw from directory_service where source_id = 'html'`),
    );
    expect(kept.description).toBe("Garde");
    expect(JSON.stringify(kept.raw)).not.toContain("Martin");
  });
});

describe("importing again", () => {
  test("the same file twice changes nothing", async () => {
    const content = [structure("1"), service("1")];
    await importContent("encore", "a.json", content);
    expect(await importContent("encore", "a.json", content)).toMatchObject({
      kind: "done",
      counts: { received: 2, kept: 0, unchanged: 2, gone: 0 },
    });
  });

  test("what the new file no longer holds is marked as gone, and comes back when it does", async () => {
    await importContent("parti", "a.json", [structure("1"), structure("2"), service("2")]);
    expect(await importContent("parti", "b.json", [structure("1")])).toMatchObject({ counts: { unchanged: 1, gone: 2 } });
    expect(await namesOf("parti")).toEqual(["Structure 1", "Structure 2 (partie)"]);
    await importContent("parti", "a.json", [structure("1"), structure("2"), service("2")]);
    expect(await namesOf("parti")).toEqual(["Structure 1", "Structure 2"]);
  });

  test("a line refused this time leaves what was known of it", async () => {
    await importContent("garde", "a.json", [structure("1"), structure("2")]);
    expect(await importContent("garde", "b.json", [structure("1"), structure("2", { nom: "X" })])).toMatchObject({
      counts: { refused: 1, gone: 0 },
    });
    expect(await namesOf("garde")).toEqual(["Structure 1", "Structure 2"]);
  });

  test("a service follows its structure when it moves", async () => {
    await importContent("suit", "a.json", [structure("1"), service("1")]);
    await importContent("suit", "b.json", [structure("1", { code_insee: "23096", nom: "Relais" })]);
    const row = await inShared(house.ground, (work) =>
      work.one(
        sql<{ latitude: number; search_words: string }>`select latitude, search_words from directory_service where source_id = 'suit'`,
      ),
    );
    expect(row.latitude).toBeGreaterThan(46);
    expect(row.search_words).toBe("garde 1 relais");
  });
});

describe("each refused line says why", () => {
  test.each<[string, object, { line: number; field: string; rule: string; reason: string }]>([
    [
      "a broken rule",
      [structure("1"), structure("2", { courriel: "accueil" })],
      { line: 2, field: "courriel", rule: "email", reason: "« courriel » n’est pas une adresse de courriel." },
    ],
    [
      "an identifier twice",
      [structure("1"), structure("2"), structure("1", { nom: "Autre" })],
      { line: 3, field: "id", rule: "twice", reason: "Cet identifiant est déjà à la ligne 1 du fichier." },
    ],
    [
      "a structure that is nowhere",
      [structure("1"), service("9")],
      {
        line: 2,
        field: "structure_id",
        rule: "structure-missing",
        reason: "Sa structure « essai--9 » n’est ni dans le fichier ni dans l’annuaire, ou elle a été refusée.",
      },
    ],
    [
      "a NUL",
      [structure("1"), structure("2", { nom: "Les\u0000Pas" })],
      { line: 2, field: "", rule: "unreadable", reason: "La ligne contient un caractère illisible." },
    ],
    [
      "half a surrogate pair",
      [structure("1"), structure("2", { nom: "Les\ud800Pas" })],
      { line: 2, field: "", rule: "unreadable", reason: "La ligne contient un caractère illisible." },
    ],
    ["an element that is not an object", [structure("1"), 12], { line: 2, field: "", rule: "type", reason: expect.any(String) as string }],
  ])("%s", async (name, content, expected) => {
    const answer = await importContent(`refus-${name.replace(/\W/g, "").toLowerCase()}`, "a.json", content);
    expect(answer).toMatchObject({ kind: "done", counts: { refused: 1 } });
    expect(await remarks(answer.importId)).toMatchObject([{ ...expected, verdict: "refused" }]);
  });

  test("a point in the sea: kept at the commune's centre, and said", async () => {
    const answer = await importContent("mer", "a.json", [structure("1", { latitude: 46, longitude: -20 })]);
    expect(answer).toMatchObject({ kind: "done", counts: { kept: 1, refused: 0, remarked: 1 } });
    expect(await remarks(answer.importId)).toMatchObject([{ line: 1, rule: "outside-france", verdict: "remarked" }]);
  });
});

describe("a broken file is said to be so, and the directory stays as it was", () => {
  const good = "id,nom,commune,courriel\n1,Maison,Voiron,\n";
  test.each<[string, string | Buffer, string]>([
    [
      "a quotation mark never closed",
      'id,nom,commune,courriel\n1,Maison,Voiron,\n2,"Mairie,Voiron,\n3,École,Voiron,\n',
      "Un guillemet ouvert à la ligne 3 n’est jamais refermé",
    ],
    [
      "a quotation mark in the middle of a value",
      'id,nom,commune,courriel\n1,"Mai"son,Voiron,\n',
      "Un guillemet est mal placé à la ligne 2",
    ],
    ["a column missing", "id,nom,courriel\n1,Maison,\n", "Le fichier n’a pas la colonne « commune »"],
    ["a spreadsheet", Buffer.from("504b0304140006", "hex"), "Depuis un tableur, enregistrez-le en CSV."],
    ["nothing", "", "Le fichier est vide."],
    ["a header alone", "id,nom,commune,courriel\n", "Le fichier est vide."],
    ["only wrong lines", "id,nom,commune,courriel\n1,X,Voiron,\n", "Aucune ligne n’est acceptée (1 refusées)."],
  ])("CSV: %s", async (name, content, sentence) => {
    const source = `casse-${name.replace(/\W/g, "").slice(0, 20)}`;
    await importContent(source, "bon.csv", good, { mapping: csvMapping() });
    const answer = await importContent(source, "casse.csv", content, { mapping: csvMapping() });
    expect(answer.kind === "failed" && answer.sentence).toContain(sentence);
    expect(await namesOf(source)).toEqual(["Maison"]);
  });

  test("a line with too few columns is refused, the others are kept", async () => {
    const answer = await importContent("colonnes", "a.csv", "id,nom,commune,courriel\n1,Maison,Voiron,\n2,Mairie\n3,École,Voiron,\n", {
      mapping: csvMapping(),
    });
    expect(answer).toMatchObject({ kind: "done", counts: { received: 3, kept: 2, refused: 1 } });
    expect(await remarks(answer.importId)).toMatchObject([
      { line: 3, rule: "column-count", reason: "La ligne a 2 colonnes au lieu de 4." },
    ]);
  });

  test("a line keeps its number after a cell of several lines", async () => {
    const answer = await importContent(
      "lignes",
      "a.csv",
      'id,nom,commune,courriel\n1,"Maison\ndes\nfamilles",Voiron,\n2,Mairie,Voiron,mauvais\n',
      { mapping: csvMapping() },
    );
    expect(await remarks(answer.importId)).toMatchObject([{ line: 5, field: "courriel" }]);
  });

  test.each([
    [
      "cut in the middle",
      '[{"id":"essai--1","source":"essai","nom":"Maison","date_maj":"2026-11-01"},{"id":"essai--2","so',
      "coupé ou mal écrit après l’élément 1",
    ],
    ["neither list nor object", '{"autre": [1], "nom": "Maison"}', "n’est ni une liste, ni un objet"],
    ["not JSON after all", "[oui]", "coupé ou mal écrit après l’élément 0"],
  ])("JSON: %s", async (name, content, sentence) => {
    const source = `json-${name.replace(/\W/g, "").toLowerCase()}`;
    await importContent(source, "bon.json", [structure("1")]);
    const answer = await importContent(source, "casse.json", content);
    expect(answer.kind === "failed" && answer.sentence).toContain(sentence);
    expect(await namesOf(source)).toEqual(["Structure 1"]);
    expect(
      await inShared(house.ground, (work) => work.rows(sql`select 1 from directory_staged where import_id = ${answer.importId ?? null}`)),
    ).toEqual([]);
  });

  test.each([
    [{ id: "Été 2026" }, "L’identifiant de la source"],
    [{ name: " " }, "Donnez le nom de la source."],
    [{ licence: "" }, "Donnez la licence"],
  ])("a source said badly: %j", async (wrong, sentence) => {
    const answer = await importDirectory(house.ground, {
      path: write("source.json", "[]"),
      source: { id: "source", name: "Essai", licence: "aucune", ...wrong },
    });
    expect(answer.kind === "failed" && answer.sentence).toContain(sentence);
  });

  test("a file that does not exist", async () => {
    const answer = await importDirectory(house.ground, {
      path: `${folder}/absent.csv`,
      source: { id: "absent", name: "Essai", licence: "aucune" },
    });
    expect(answer.kind === "failed" && answer.sentence).toContain("n’existe pas");
  });
});

describe("the encoding is recognised, and said when it is not UTF-8", () => {
  const text = "id,nom,commune,courriel\n1,École d’Échirolles,Échirolles,\n";
  const utf16be = Buffer.from(text, "utf16le").swap16();
  test.each<[string, Buffer, number]>([
    ["UTF-8", Buffer.from(text), 0],
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${text}`), 0],
    ["Latin-1", Buffer.from(text.replace("’", "'"), "latin1"), 1],
    ["UTF-16 with its mark", Buffer.from(`\uFEFF${text}`, "utf16le"), 1],
    ["UTF-16 without", Buffer.from(text, "utf16le"), 1],
    ["UTF-16, the other way round, without its mark", utf16be, 1],
  ])("%s", async (name, bytes, said) => {
    const source = `code-${name.replace(/\W/g, "").toLowerCase()}`;
    const answer = await importContent(source, "a.csv", bytes, { mapping: csvMapping() });
    expect((await namesOf(source))[0]?.replace("'", "’")).toBe("École d’Échirolles");
    expect((await remarks(answer.importId)).filter(({ rule }) => rule === "encoding")).toHaveLength(said);
  });
});

describe("two imports of one source", () => {
  test("do not run together; one that died no longer counts after two minutes", async () => {
    const asked: ImportAsked = {
      path: write("deux.json", JSON.stringify([structure("1")])),
      source: { id: "ensemble", name: "Essai", licence: "aucune" },
    };
    const [first, second] = [await prepareImport(house.ground, asked), await prepareImport(house.ground, asked)];
    const start = (prepared: typeof first) => inShared(house.ground, (work) => startImport(work, prepared.importId ?? ""));
    expect(await start(first)).toBe("started");
    expect(await start(second)).toBe("already-running");
    house.setClock("2026-11-20T10:05:00Z");
    expect(await start(second)).toBe("started");
    expect(await inShared(house.ground, (work) => findImport(work, first.importId ?? ""))).toMatchObject({ state: "interrupted" });
    house.setClock("2026-11-20T10:00:00Z");
  });
});

const places = path.resolve(import.meta.dirname, "../../../../shared/directory/data/places.csv");
describe.skipIf(!existsSync(places))("the real file of 32,826 places (skipped when ../shared is not there)", () => {
  test("enters in seconds, twice without effect", { timeout: 300_000 }, async () => {
    const read = readMapping(readFileSync(path.join(import.meta.dirname, "mappings/lieux.mapping.json"), "utf8"));
    if (read.kind === "wrong") throw new Error(read.sentences.join());
    const asked: ImportAsked = {
      path: places,
      mapping: read.mapping,
      source: { id: "lieux", name: "Lieux réels", licence: "Licence Ouverte 2.0" },
    };
    const first = await importDirectory(house.ground, asked);
    expect(first).toMatchObject({ kind: "done", counts: { received: 32_826, unchanged: 0, gone: 0 } });
    if (first.kind !== "done") return;
    expect(first.counts.kept + first.counts.refused).toBe(32_826);
    expect(await importDirectory(house.ground, asked)).toMatchObject({
      counts: { received: 32_826, kept: 0, unchanged: first.counts.kept },
    });
  });
});
