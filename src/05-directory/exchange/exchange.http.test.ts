import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse } from "csv-parse/sync";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { buildWeb, inShared, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { makeReader } from "../intake/data-inclusion.source.ts";
import { recordOfCsv } from "../intake/mapping.source.ts";
import { enterService } from "../intake/enter-service.action.ts";
import { ServiceLineContract, StructureLineContract } from "./data-inclusion-line.source.ts";
import { openDirectoryExports } from "./exchange.http.ts";

let house: TestHouse;
let web: Web;
const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };
const whole = {
  source,
  key: "1",
  structureName: "Les Petits Pas",
  name: "Garde du mercredi",
  description: "Accueil des enfants de 3 à 10 ans,\nle mercredi : « chez nous ».",
  themes: ["famille--garde-denfants"],
  publics: ["familles"] as const,
  zone: ["38"],
  street: "3 rue Genevoise",
  postalCode: "38500",
  communeName: "Voiron",
  communeCode: "38563",
  point: { latitude: 45.3647, longitude: 5.5922 },
  phone: "+33465710012",
  mail: "accueil@petits-pas.example",
  openingHours: "We 08:00-18:00",
  updatedOn: "2026-03-20",
};
const ids: string[] = [];

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  openDirectoryExports(web);
  for (const each of [
    whole,
    {
      ...whole,
      key: "2",
      structureName: "Garage",
      name: "Vélo",
      description: "ab",
      themes: [],
      publics: [],
      mail: "claude.martin@petits-pas.example",
      openingHours: "=1+1",
    },
    { source, key: "3", structureName: "Écoute", name: "Au", themes: ["inconnu"], updatedOn: "2026-03-20" },
  ])
    ids.push(await inShared(house.ground, (work) => enterService(work, each)));
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const get = (url: string) => web.app.inject({ url });
const jsonOf = async (file: string): Promise<Record<string, unknown>[]> => (await get(`/api/exports/${file}`)).json();

describe("the exports", () => {
  test("every line keeps the contract of the format, our reader takes it back, and tells the same", async () => {
    const reader = makeReader(day("2026-11-20"));
    const services = await jsonOf("services.json");
    const structures = await jsonOf("structures.json");
    expect([services.length, structures.length]).toEqual([3, 3]);
    for (const line of services)
      expect([ServiceLineContract.safeParse(line).error, reader.service(line).kind]).toEqual([undefined, "read"]);
    for (const line of structures)
      expect([StructureLineContract.safeParse(line).error, reader.structure(line).kind]).toEqual([undefined, "read"]);
    expect(services[0]).toMatchObject({
      id: "essai--1",
      source: "essai",
      structure_id: structures[0]?.["id"],
      nom: "Garde du mercredi",
      thematiques: ["famille--garde-denfants"],
      zone_eligibilite: ["38"],
      horaires_accueil: "We 08:00-18:00",
      licence: "Licence Ouverte 2.0",
      est_demonstration: false,
    });
  });

  // The public schema lies beside the project, and is not ours to copy: checked where it is.
  const folder = "../shared/directory/schema";
  test.runIf(existsSync(`${folder}/service.schema.json`))("every line validates against the public JSON schema", async () => {
    const need = createRequire(import.meta.url);
    const fastify = createRequire(need.resolve("fastify"));
    const compiler = createRequire(fastify.resolve("@fastify/ajv-compiler"));
    const { default: Ajv } = compiler("ajv/dist/2020") as {
      default: new (options: object) => { compile: (schema: unknown) => ((line: unknown) => boolean) & { errors?: unknown } };
    };
    const { default: addFormats } = compiler("ajv-formats") as { default: (ajv: unknown) => void };
    for (const kind of ["service", "structure"]) {
      const ajv = new Ajv({ strict: false, allErrors: true });
      addFormats(ajv);
      const isValid = ajv.compile(JSON.parse(readFileSync(`${folder}/${kind}.schema.json`, "utf8")));
      for (const line of await jsonOf(`${kind}s.json`))
        expect([line["id"], isValid(line), isValid.errors ?? null]).toEqual([line["id"], true, null]);
    }
  });

  test("the CSV says the same as the JSON", async () => {
    const answer = await get("/api/exports/services.csv");
    expect(answer.headers["content-type"]).toContain("text/csv");
    const rows: Record<string, string>[] = parse(answer.body, { columns: true });
    const [line] = await jsonOf("services.json");
    expect(recordOfCsv(rows[0] ?? {})).toMatchObject({
      id: line?.["id"],
      description: line?.["description"],
      thematiques: line?.["thematiques"],
      latitude: line?.["latitude"],
    });
    // A spreadsheet would run it.
    expect(rows[1]?.["horaires_accueil"]).toBe("'=1+1");
  });

  test("a mail box that could be a person's stays here", async () => {
    const lines = [...(await jsonOf("services.json")), ...(await jsonOf("structures.json"))];
    expect(JSON.stringify(lines)).not.toContain("claude.martin");
    expect(lines[0]?.["courriel"]).toBe("accueil@petits-pas.example");
  });
});

describe("the feed of changes", () => {
  const changes = async (
    since?: string,
  ): Promise<{ place: string; kind: string; deed: string; name: string; record?: { nom: string } }[]> => {
    const answer = await get(`/api/changes${since === undefined ? "" : `?since=${since}`}`);
    expect(answer.statusCode).toBe(200);
    return answer.body
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Awaited<ReturnType<typeof changes>>[number]);
  };

  test("from the beginning it tells everything, from the last place nothing, then what goes", async () => {
    // The feed waits for older transactions, those of the databases of other tests included.
    await expect.poll(async () => (await changes()).length, { timeout: 30_000 }).toBeGreaterThan(0);
    const first = await changes();
    expect(first.filter(({ kind }) => kind === "service").map(({ name, deed }) => `${deed} ${name}`)).toEqual([
      "upsert essai--1",
      "upsert essai--2",
      "upsert essai--3",
    ]);
    const place = first.at(-1)?.place ?? "";
    expect((await get("/api/changes/place")).json()).toEqual({ place });
    expect(await changes(place)).toEqual([]);
    await inShared(house.ground, (work) => work.run(sql`update directory_service set name = 'Garde du jeudi' where id = ${ids[0] ?? ""}`));
    await inShared(house.ground, (work) => work.run(sql`update directory_service set gone_at = now() where id = ${ids[1] ?? ""}`));
    await expect.poll(async () => (await changes(place)).length, { timeout: 30_000 }).toBe(2);
    const next = await changes(place);
    expect(next.map(({ deed, name, record }) => [deed, name, record?.nom])).toEqual([
      ["upsert", "essai--1", "Garde du jeudi"],
      ["remove", "essai--2", undefined],
    ]);
    expect((await jsonOf("services.json")).map(({ id }) => id)).toEqual(["essai--1", "essai--3"]);
  });

  test.each(["n-importe", "1", "99999999999999999999-1"])("a place that is none of ours is refused: %s", async (since) => {
    expect((await get(`/api/changes?since=${since}`)).statusCode).toBe(400);
  });
});

test("the page says what the files are, and leads to them without JavaScript", async () => {
  const { statusCode, body } = await get("/annuaire/donnees");
  expect(statusCode).toBe(200);
  for (const file of ["services.csv", "structures.csv", "services.json", "structures.json"])
    expect(body).toContain(`href="/api/exports/${file}"`);
  expect(body).toContain("/api/changes");
});
