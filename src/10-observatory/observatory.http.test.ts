import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inCommissioner, type Web } from "#ground/server";
import { addCommissioner, openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import { closeMonth } from "./close-month.action.ts";
import type { KnownSituation } from "./fact.ts";
import { keepGivenFacts } from "./facts.store.ts";
import { openObservatory } from "./observatory.http.ts";
import { fileNames } from "./table.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-09-15T09:00:00Z" });
  web = await buildWeb(house.ground);
  openObservatory(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const asRead = (markup: string): string =>
  markup.replaceAll("\u00A0", " ").replaceAll("\u202F", " ").replaceAll("&lt;", "<").replaceAll("&#x27;", "'").replaceAll("&amp;", "&");
const get = (url: string, headers: Record<string, string> = {}) => web.app.inject({ url, headers });

/** Persons of one service, each with one situation. */
const heard = (service: string, month: string, count: number, given: (at: number) => Partial<KnownSituation>): KnownSituation[] =>
  Array.from({ length: count }, (_, at) => ({
    situationId: `situation ${service} ${month} ${at}`,
    personId: `person ${service} ${month} ${at}`,
    openedAt: new Date(`${month}-10T09:00:00Z`),
    demands: [{ theme: "droits" }],
    needs: [],
    emotions: [],
    ...given(at),
  }));

/** 120 persons in Isère and Savoie, 4 in Creuse; a third with energy, 5 with a mourning; 9 with shame. */
const keepMonth = async (month: string, services: readonly TestCommissioner[]): Promise<void> => {
  for (const [order, service] of services.entries())
    await inCommissioner(house.ground, service.system, (work) =>
      keepGivenFacts(
        work,
        heard(service.slug, month, 64 - order, (at) => ({
          communeCode: at < 2 ? "23096" : at % 2 === 0 ? "38185" : "73065",
          population: at < 5 ? "etudiant" : at % 3 === 0 ? "retraite" : "actif_prive",
          needs: [
            ...(at % 3 === 0
              ? [{ theme: "essentiels", need: "energie", origin: at % 2 === 0 ? "detected" : "expressed", severity: 2 }]
              : []),
            ...(at % 2 === 0
              ? [{ theme: "budget", need: "fins_de_mois", origin: at % 4 === 0 ? "detected" : "expressed", severity: 2 }]
              : []),
            ...(at === 1 ? [{ theme: "famille", need: "deuil", origin: "expressed", severity: 3 }] : []),
          ],
          emotions: [
            { emotion: at % 2 === 0 ? "peur" : "epuisement", intensity: (at % 3) + 1 },
            ...(at < 3 ? [{ emotion: "honte", intensity: 2 }] : []),
          ],
        })),
      ),
    );
};

describe("before the first edition", () => {
  test("the page says when the first one comes, without a redirect", async () => {
    const page = await get("/observatoire");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("La première édition arrive");
    expect(page.body).toContain("septembre 2026");
    expect(page.body).toContain("3\u00A0octobre 2026".replace("\u00A0", " "));
  });
});

describe("a closed month", () => {
  let mairie: TestCommissioner;
  beforeAll(async () => {
    mairie = await addCommissioner(house.ground, {
      slug: "mairie-de-gueret",
      kind: "town",
      name: "Mairie de Guéret",
      color: "#0b5c6b",
      phone: "05 36 49 12 34",
    });
    const services = [house.mutuelle, house.caisse, mairie];
    await keepMonth("2026-09", services);
    house.setClock("2026-10-15T09:00:00Z");
    await keepMonth("2026-10", services);
    house.setClock("2026-11-04T09:00:00Z");
    for (const month of ["2026-09", "2026-10"] as const) expect((await closeMonth(house.ground, month)).kind).toBe("closed");
  });

  test("the first address is the last closed edition itself", async () => {
    const page = await get("/observatoire");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("En octobre, les fins de mois difficiles devant la facture d’énergie.");
    expect(page.body).toContain('href="/observatoire/2026-09"');
    expect((await get("/observatoire/2026-09")).body).toContain('href="/observatoire/2026-10"');
    expect((await get("/observatoire/mois")).body).toMatch(/2026-10[\s\S]*2026-09/);
  });

  test.each([
    ["a month to come that is this one", "/observatoire/2026-11", 200],
    ["a month before the first edition", "/observatoire/2024-05", 200],
    ["a month to come", "/observatoire/2027-01", 404],
    ["a month that does not exist", "/observatoire/2026-13", 404],
    ["a month of another century", "/observatoire/1815-06", 404],
    ["a word", "/observatoire/octobre", 404],
    ["a file that does not exist", "/observatoire/2026-10/licornes.csv", 404],
    ["a file of a month that is not closed", "/observatoire/2026-11/besoins.csv", 404],
    ["a number without end", `/observatoire/${"9".repeat(90)}`, 404],
  ])("%s answers", async (_, url, status) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(status);
    if (status === 200) expect(answer.body).toContain('href="/observatoire/2026-10"');
  });

  test("observatory 8: « < 11 » is the same on the page, in the file, in the edition, in the text of the drawing", async () => {
    const page = asRead((await get("/observatoire/2026-10")).body);
    expect(page).toMatch(/aria-label="Carte des émotions[^"]*Honte, < 11[ "]/);
    expect(page).toContain('<th scope="row">Honte</th><td>< 11</td>');
    expect((await get("/observatoire/2026-10/emotions.csv")).body).toContain("Honte;< 11;< 11");
    const edition = (await get("/observatoire/2026-10/edition.json")).json<{
      figures: { emotions: { emotion: string; persons: unknown }[] };
    }>();
    expect(edition.figures.emotions.find(({ emotion }) => emotion === "honte")?.persons).toBe("< 11");
  });

  test("case 66: Creuse is told with the rest of France, and no service is named", async () => {
    const places = (await get("/observatoire/2026-10/departements.csv")).body;
    expect(places).not.toContain("Creuse");
    expect(places).toMatch(/^Reste de la France;France;FR;\d\d;/m);
    for (const url of [
      "/observatoire/2026-10",
      "/observatoire/2026-10/edition.json",
      ...fileNames.map((file) => `/observatoire/2026-10/${file}.csv`),
    ]) {
      const body = (await get(url)).body;
      for (const service of [house.mutuelle, house.caisse, mairie]) expect(body).not.toContain(service.id);
      for (const name of ["Mutuelle des Alpes", "Caisse retraite Ouest", "Mairie de Guéret"]) expect(body).not.toContain(name);
    }
  });

  test("the tables of the page hold, word for word, the figures of the files", async () => {
    const page = asRead((await get("/observatoire/2026-10")).body);
    const cells = [...page.matchAll(/<t[dh](?: [^>]*)?>(.*?)<\/t[dh]>/g)].map(([, cell = ""]) => cell);
    for (const file of fileNames)
      for (const line of (await get(`/observatoire/2026-10/${file}.csv`)).body.slice(1).trim().split("\r\n"))
        for (const cell of line.split(";")) expect(cells).toContain(cell);
  });

  test("observatory 18: read without a script, light, each drawing with its sentence, its name and its table", async () => {
    const page = await get("/observatoire/2026-10", { "accept-encoding": "gzip" });
    const plain = (await get("/observatoire/2026-10")).body;
    const look = ["tokens.css", "charts.css", "observatory.css", "source-sans-3-latin-wght-normal.woff2"];
    const weights = await Promise.all(look.map(async (file) => (await get(`/look/${file}`)).rawPayload.length));
    expect(weights.reduce((sum, weight) => sum + weight, page.rawPayload.length)).toBeLessThan(120_000);
    expect(plain).not.toMatch(/<script|javascript:|style="|https?:\/\//);
    const figures = [...plain.matchAll(/<figure class="chart"[^>]*aria-labelledby="([^"]+)"[\s\S]*?<\/figure>/g)];
    expect(figures).toHaveLength(5);
    for (const [figure, id = ""] of figures) {
      expect(figure).toMatch(new RegExp(`<h2 id="${id}">[^<]*\\.</h2>`));
      expect(figure).toContain("<table");
      for (const [drawing] of figure.matchAll(/<svg class="wide[^>]*>/g)) expect(drawing).toMatch(/role="img" aria-label="[^"]+"/);
    }
    expect(plain).toContain("pas l’ensemble des Français");
  });

  test("who has it already is not sent it again, and anybody may keep it", async () => {
    const first = await get("/observatoire/2026-10");
    expect(first.headers["cache-control"]).toBe("public, max-age=3600");
    expect(first.headers["set-cookie"]).toBeUndefined();
    expect((await get("/observatoire/2026-10", { "if-none-match": String(first.headers.etag) })).statusCode).toBe(304);
    expect((await get("/observatoire/2026-10/besoins.csv")).headers["cache-control"]).toBe("public, max-age=86400");
  });
});
