import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { openImports } from "./import.http.ts";
import { tidyImports } from "./tidy-imports.action.ts";
import { uploadOf } from "./uploads.source.ts";

let house: TestHouse;
let web: Web;
let session: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  openImports(web);
  const staffId = house.mutuelle.supervisor.staffId;
  session = await inShared(house.ground, async (work) => {
    await work.run(sql`update ground_staff set is_administrator = true where id = ${staffId}`);
    return openSession(work, staffId);
  });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const cookies = () => ({ tu_session: session });
const get = (url: string) => web.app.inject({ url, cookies: cookies() });
const post = (url: string, form: Record<string, string> = {}) =>
  web.app.inject({
    method: "POST",
    url,
    cookies: cookies(),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(form).toString(),
  });
const send = async (source: string, file: string, mapping = "ecran"): Promise<string> => {
  const fields = { source, nom: `Source ${source}`, licence: "Licence Ouverte 2.0", correspondance: mapping, date: "2026-11-01" };
  const parts = Object.entries(fields).map(([name, value]) => `--B\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  const answer = await web.app.inject({
    method: "POST",
    url: "/annuaire/imports",
    cookies: cookies(),
    headers: { "content-type": "multipart/form-data; boundary=B" },
    payload: `${parts.join("")}--B\r\ncontent-disposition: form-data; name="fichier"; filename="liste.csv"\r\n\r\n${file}\r\n--B--\r\n`,
  });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location);
};
const becomes = (address: string, said: string) => expect.poll(async () => (await get(address)).body, { timeout: 20_000 }).toContain(said);

const messy =
  "Structure;Tél;Lieu;Quoi\nGarage des Tilleuls;01 99 00 12 34;3 rue Haute 38500 Voiron;Mobilité\nLes Petits Pas;;5 rue Basse 38500 Voiron;Garde d'enfants\nX;;;\n";

describe("a mapping is made on the screen, without any script", () => {
  test("columns, values, first lines, a trial that writes nothing, the import, and its undoing", async () => {
    const columnsPage = await send("ecran-1", messy);
    expect(columnsPage).toMatch(/\/colonnes$/);
    const page = await get(columnsPage);
    for (const said of ["Garage des Tilleuls", "Par exemple", "Mobilité · Garde d"]) expect(page.body).toContain(said);
    // Proposed: name, telephone, whole address, theme.
    expect(page.body.match(/<option value="(?!"|1)[^"]+" selected="">/g)?.map((option) => option.split('"')[1])).toEqual([
      "nom",
      "telephone",
      "full-address",
      "thematiques",
    ]);
    const address = columnsPage.replace(/\/colonnes$/, "");
    const chosen = { "colonne-0": "nom", "colonne-1": "telephone", "colonne-2": "full-address", "colonne-3": "thematiques" };
    const toValues = await post(columnsPage, chosen);
    expect(toValues.headers.location).toBe(`${address}/valeurs`);
    expect((await get(`${address}/valeurs`)).body).toContain('<option value="mobilite" selected="">');
    expect((await post(`${address}/valeurs`, { "valeur-0-0": "famille--garde-denfants", "valeur-0-1": "mobilite" })).headers.location).toBe(
      address,
    );

    const first = (await get(address)).body;
    for (const said of ["Premières lignes", "Les Petits Pas", "Voiron", "4, refusée", "Modifier les colonnes"])
      expect(first).toContain(said);

    await post(`${address}/essayer`);
    await becomes(address, "Essai sur tout le fichier");
    expect((await get(address)).body).toContain("Seraient refusées");
    const kept = () =>
      inShared(house.ground, (work) =>
        work.rows(sql`
          select s.name, s.themes[1] as theme, t.phone, t.postal_code from directory_service s join directory_structure t on t.id = s.structure_id
          where s.source_id = 'ecran-1' and s.gone_at is null order by s.name`),
      );
    expect(await kept()).toEqual([]);

    await post(`${address}/commencer`);
    await becomes(address, "Compte rendu");
    expect(await kept()).toMatchObject([
      { name: "Garage des Tilleuls", phone: "01 99 00 12 34", postal_code: "38500" },
      { name: "Les Petits Pas", phone: null },
    ]);

    expect((await get(address)).body).toContain("4 fiches nouvelles sont retirées");
    await post(`${address}/defaire`);
    expect(await kept()).toEqual([]);
    expect((await get(address)).body).toContain("Cet import a été défait");
    // Pressed twice, the second answers the same.
    expect((await post(`${address}/defaire`)).statusCode).toBe(303);
  });

  test("a column must give the name", async () => {
    const columnsPage = await send("ecran-2", messy);
    const refused = await post(columnsPage, { "colonne-1": "telephone" });
    expect([refused.statusCode, refused.body.includes("Dites quelle colonne donne le nom")]).toEqual([422, true]);
  });

  test("kept under a name, offered for the next file, taken again and downloaded", async () => {
    const columnsPage = await send("ecran-3", messy);
    const address = columnsPage.replace(/\/colonnes$/, "");
    await post(columnsPage, { "colonne-0": "nom", thematique: "mobilite" });
    expect((await post(`${address}/garder`, { nom: "" })).statusCode).toBe(422);
    await post(`${address}/garder`, { nom: "Garages de l’Isère" });
    const list = (await get("/annuaire/imports")).body;
    const id = /<option value="([0-9a-f-]{36})">Notre correspondance/.exec(list)?.[1] ?? "";
    expect(list).toContain("Garages de l’Isère");
    const again = await send("ecran-3", messy, id);
    expect((await get(again)).body).toContain("Modifier les colonnes");
    expect((await get(`${address}/correspondance.json`)).json()).toMatchObject({ format: "trait-dunion/correspondance@1" });
    expect((await get(`/annuaire/correspondances/${id}/correspondance.json`)).json()).toMatchObject({ name: "Garages de l’Isère" });
  });

  test("hostile answers: unknown fields, unknown codes, names of objects", async () => {
    const columnsPage = await send("ecran-4", "__proto__;constructor;nom\na;b;Maison\n");
    const address = columnsPage.replace(/\/colonnes$/, "");
    expect(
      (await post(columnsPage, { "colonne-0": "oups", "colonne-1": "thematiques", "colonne-2": "nom", thematique: "oups" })).statusCode,
    ).toBe(303);
    expect((await post(`${address}/valeurs`, { "valeur-0-0": "oups" })).statusCode).toBe(303);
    expect((await get(address)).body).toContain("Maison");
    for (const page of ["colonnes", "valeurs", "correspondance.json"])
      expect((await get(`/annuaire/imports/oups/${page}`)).statusCode).toBe(404);
  });
});

describe("a held import", () => {
  const lines = (count: number) => `nom\n${Array.from({ length: count }, (_, at) => `Maison ${at}\n`).join("")}`;
  const imported = async (count: number): Promise<string> => {
    const columnsPage = await send("tenu", lines(count));
    await post(columnsPage, { "colonne-0": "nom" });
    const address = columnsPage.replace(/\/colonnes$/, "");
    await post(`${address}/commencer`);
    return address;
  };
  test("is told on the list, with its figures, and answered", async () => {
    await becomes(await imported(30), "Compte rendu");
    const held = await imported(5);
    await becomes(held, "Import retenu");
    expect((await get(held)).body).toContain("25 des 30 fiches");
    expect((await get("/annuaire/imports")).body).toContain("Un import est retenu");
    await post(`${held}/accepter`);
    await becomes(held, "Compte rendu");
  });
});

test("a file never begun is swept after a day, and it is said", async () => {
  const address = (await send("oublie", messy)).replace(/\/colonnes$/, "");
  const file = uploadOf(address.split("/").at(-1) ?? "");
  await tidyImports(house.ground);
  expect(existsSync(file)).toBe(true);
  writeFileSync(file, messy);
  utimesSync(file, new Date("2026-11-19T09:00:00Z"), new Date("2026-11-19T09:00:00Z"));
  await tidyImports(house.ground);
  expect(existsSync(file)).toBe(false);
  expect((await get(address)).body).toContain("Le fichier a attendu plus d’un jour");
});
