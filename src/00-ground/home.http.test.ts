import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { openPublicPages } from "./home.http.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";
import { inShared } from "./work.store.ts";

const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==", "base64");
let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  await inShared(house.ground, (work) =>
    work.run(
      sql`update ground_commissioner set logo = ${png}, logo_type = 'image/png', host = 'ecoute.caisse.example' where slug = 'caisse-retraite-ouest'`,
    ),
  );
  web = await buildWeb(house.ground);
  openPublicPages(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});
const plain = (html: string): string => html.replaceAll(/<style>.*?<\/style>|<[^>]+>/gs, " ").replaceAll(/\s+/g, " ");
const read = async (url: string, host = "127.0.0.1") => {
  const page = await web.app.inject({ url, headers: { host } });
  return { status: page.statusCode, html: page.body, text: plain(page.body) };
};

describe("where no service is chosen", () => {
  test("the services are listed, with their telephone, hours and door", async () => {
    const { text, html } = await read("/");
    expect(text).toContain("Caisse retraite Ouest");
    expect(text).toContain("02 61 91 12 34");
    expect(text).toContain("Ouvert jusqu’à 19 h");
    expect(html).toContain('href="/s/mutuelle-des-alpes/"');
    for (const href of ["/observatoire", "/annuaire", "/connexion"]) expect(html).toContain(`href="${href}"`);
  });
});

describe("the first page of a service", () => {
  test("gives its telephone, real hours and doors, each link under its prefix", async () => {
    const { text, html } = await read("/s/mutuelle-des-alpes/");
    expect(html).toContain('href="tel:0199001234"');
    expect(text).toContain("Ouvert jusqu’à 19 h");
    expect(html).toContain('href="/s/mutuelle-des-alpes/rappel/1"');
    expect(html).toContain('href="/s/mutuelle-des-alpes/annuaire"');
  });
  test("says when it opens next, on a Saturday", async () => {
    house.setClock("2026-11-21T16:00:00Z");
    expect((await read("/s/mutuelle-des-alpes")).text).toContain("Ouvre lundi 23 novembre à 9 h");
    house.setClock("2026-11-20T16:00:00Z");
  });
  test("at its own host, its links need no prefix", async () => {
    const { html, text } = await read("/", "ecoute.caisse.example");
    expect(text).toContain("Caisse retraite Ouest");
    expect(html).toContain('href="/rappel/1"');
  });
  test("only has the doors that exist", async () => {
    const other = await buildWeb(house.ground);
    openPublicPages(other, { doors: ["directory"] });
    expect((await other.app.inject("/s/mutuelle-des-alpes/")).body).not.toContain("rappel/1");
    await other.app.close();
  });
  test("weighs less than 14 kB with its styles asked apart, and holds no script", async () => {
    const { html } = await read("/s/mutuelle-des-alpes/");
    expect(html.length).toBeLessThan(14_000);
    expect(html).not.toContain("<script");
  });
});

test("a service that does not exist: 404, in words", async () => {
  expect(await read("/s/nulle-part/")).toMatchObject({ status: 404, text: expect.stringContaining("n’existe pas") as string });
});

describe("the logo", () => {
  test("is given as an image and nothing else", async () => {
    const answer = await web.app.inject("/s/caisse-retraite-ouest/logo");
    expect([answer.statusCode, answer.headers["content-type"], answer.headers["x-content-type-options"]]).toEqual([
      200,
      "image/png",
      "nosniff",
    ]);
    expect(answer.rawPayload.equals(png)).toBe(true);
  });
  test.each(["/s/mutuelle-des-alpes/logo", "/logo"])("of %s, which has none: 404", async (url) => {
    expect((await read(url)).status).toBe(404);
  });
});

describe("pages that every service has", () => {
  test("/urgence gives the ten numbers, and who answers", async () => {
    const { html, text } = await read("/urgence");
    for (const number of ["15", "17", "18", "112", "115", "119", "3114", "3919", "3977"]) expect(html).toContain(`href="tel:${number}"`);
    expect(html).toContain('href="sms:114"');
    expect(html).not.toContain("tel:114");
    expect(text).toContain("Un médecin vous dit quoi faire");
  });
  test("/quitter-vite goes elsewhere at once, and tells nothing of us", async () => {
    const answer = await web.app.inject("/quitter-vite");
    expect([answer.statusCode, answer.headers.location, answer.headers["referrer-policy"]]).toEqual([
      303,
      "https://www.meteofrance.com",
      "no-referrer",
    ]);
  });
  test.each([
    ["/quitter-vite/conseils", "historique"],
    ["/accessibilite", "RGAA"],
    ["/s/mutuelle-des-alpes/accessibilite", "01 99 00 12 34"],
    ["/confidentialite", "CNIL"],
    ["/s/mutuelle-des-alpes/confidentialite", "24 mois"],
  ])("%s says « %s »", async (url, expected) => {
    const { status, text } = await read(url);
    expect([status, text.replaceAll("\u00a0", " ").includes(expected)]).toEqual([200, true]);
  });
});
