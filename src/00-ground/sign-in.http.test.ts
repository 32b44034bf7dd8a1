import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import type { Session } from "./session.contract.ts";
import { hashPassword } from "./sign-in.action.ts";
import { openSignIn } from "./sign-in.http.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";
import { inShared } from "./work.store.ts";

const mail = "ines@mutuelle-des-alpes.example";
const password = "un marron chaud au balcon";
let house: TestHouse;
let web: Web;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
  const kept = await hashPassword(password);
  await inShared(house.ground, (work) => work.run(sql`update ground_staff set password_hash = ${kept} where mail = ${mail}`));
  web = await buildWeb(house.ground);
  openSignIn(web);
});
afterEach(async () => {
  await web.app.close();
  await house.close();
});

const form = { "content-type": "application/x-www-form-urlencoded" };
const post = (url: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  web.app.inject({ method: "POST", url, headers: { ...form, ...headers }, payload: new URLSearchParams(fields).toString() });
const cookieOf = (answer: Awaited<ReturnType<typeof post>>): string =>
  answer.cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
const signedInCookie = async (): Promise<string> => cookieOf(await post("/connexion", { mail, password }));

describe("the page to sign in", () => {
  test("asks for a mail and a password, without a script", async () => {
    const page = await web.app.inject("/connexion");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('name="mail"');
    expect(page.body).toContain('type="password"');
    expect(page.body).not.toContain("<script");
  });
  test("leads to the desk, with a cookie that no script reads and that another site does not send", async () => {
    const answer = await post("/connexion", { mail, password });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, "/bureau/"]);
    expect(answer.headers["set-cookie"]).toMatch(/^tu_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });
  test.each([
    ["/bureau/echanges/12", "/bureau/echanges/12"],
    ["//autre.example", "/bureau/"],
    ["https://autre.example", "/bureau/"],
  ])("asked to go on to %s, it leads to %s", async (suite, expected) => {
    expect((await post("/connexion", { mail, password, suite })).headers.location).toBe(expected);
  });
  test.each([
    ["nothing", { mail: "", password: "" }, ["Indiquez votre adresse mail", "Indiquez votre mot de passe"]],
    ["no password", { mail, password: "" }, ["Indiquez votre mot de passe"]],
    ["a wrong password", { mail, password: "autre" }, ["ne vont pas ensemble"]],
    ["a mail too long", { mail: "a".repeat(500), password }, ["ne vont pas ensemble"]],
  ])("given %s, it says what to do and keeps the mail", async (_, fields, sentences) => {
    const answer = await post("/connexion", fields);
    expect(answer.statusCode).toBe(422);
    for (const sentence of sentences) expect(answer.body).toContain(sentence);
    expect(answer.body).toContain("<title>Erreur");
    if (fields.mail === mail) expect(answer.body).toContain(`value="${mail}"`);
    expect(answer.cookies).toEqual([]);
  });
  test("after five failures, it says when to try again", async () => {
    for (let tries = 0; tries < 5; tries += 1) await post("/connexion", { mail, password: "autre" });
    const answer = await post("/connexion", { mail, password });
    expect(answer.statusCode).toBe(429);
    expect(answer.body).toContain("Réessayez à 9\u00a0h\u00a015");
  });
  test("someone already signed in goes straight on", async () => {
    const answer = await web.app.inject({ url: "/connexion?suite=/bureau/annuaire", headers: { cookie: await signedInCookie() } });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, "/bureau/annuaire"]);
  });
});

describe("a request from another site does nothing", () => {
  test.each([
    ["another origin", { origin: "https://autre.example" }],
    ["an origin that hides itself", { origin: "null" }],
    ["a neighbour's site", { "sec-fetch-site": "same-site" }],
    ["a site across", { "sec-fetch-site": "cross-site" }],
    ["an origin that is not one", { origin: "n’importe quoi" }],
  ])("%s", async (_, headers) => {
    const cookie = await signedInCookie();
    for (const [method, url] of [
      ["POST", "/connexion"],
      ["POST", "/deconnexion"],
      ["POST", "/compte/langue"],
      ["POST", "/compte/mot-de-passe"],
      ["POST", "/api/session"],
      ["DELETE", "/api/session"],
    ] as const) {
      const answer = await web.app.inject({ method, url, headers: { ...headers, cookie } });
      expect([method, url, answer.statusCode]).toEqual([method, url, 403]);
    }
    expect((await web.app.inject({ url: "/api/session", headers: { cookie } })).statusCode).toBe(200);
  });
  test("our own pages are let through", async () => {
    const answer = await post(
      "/connexion",
      { mail, password },
      { host: "ecoute.example", origin: "http://ecoute.example", "sec-fetch-site": "same-origin" },
    );
    expect(answer.statusCode).toBe(303);
  });
});

describe("the desk asks who is signed in", () => {
  test("and gets roles by their names", async () => {
    const answer = await web.app.inject({ url: "/api/session", headers: { cookie: await signedInCookie() } });
    expect(answer.json<Session>()).toMatchObject({
      staff: { mail, isAdministrator: false },
      memberships: [{ name: "Mutuelle des Alpes", isDemonstration: false, roles: ["counsellor"], roleNames: ["Écoute et conseil"] }],
      language: "fr",
      isDemonstration: false,
    });
  });
  test("nobody: 401", async () => {
    expect((await web.app.inject("/api/session")).statusCode).toBe(401);
  });
  test("signing in again by the desk gives the same, and ends the session before", async () => {
    const before = await signedInCookie();
    const answer = await web.app.inject({ method: "POST", url: "/api/session", headers: { cookie: before }, payload: { mail, password } });
    expect(answer.statusCode).toBe(200);
    expect((await web.app.inject({ url: "/api/session", headers: { cookie: before } })).statusCode).toBe(401);
    expect((await web.app.inject({ url: "/api/session", headers: { cookie: cookieOf(answer) } })).statusCode).toBe(200);
  });
  test("a wrong password is refused in words", async () => {
    const answer = await web.app.inject({ method: "POST", url: "/api/session", payload: { mail, password: "autre" } });
    expect([answer.statusCode, answer.json<{ sentence: string }>().sentence]).toEqual([
      422,
      "Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux.",
    ]);
  });
  test.each(["/deconnexion", "/api/session"])("leaving by %s ends the session", async (url) => {
    const cookie = await signedInCookie();
    await web.app.inject({ method: url === "/deconnexion" ? "POST" : "DELETE", url, headers: { cookie } });
    expect((await web.app.inject({ url: "/api/session", headers: { cookie } })).statusCode).toBe(401);
  });
});

describe("one’s own account", () => {
  const next = "une brouette sous la lune";
  test("shows one’s roles", async () => {
    const page = await web.app.inject({ url: "/compte", headers: { cookie: await signedInCookie() } });
    expect(page.body).toContain("Écoute et conseil");
  });
  test("is shown to nobody else", async () => {
    expect((await web.app.inject("/compte")).headers.location).toBe("/connexion?suite=/compte");
  });
  test("the new password works, the old one no more, and other sessions end", async () => {
    const elsewhere = await signedInCookie();
    const cookie = await signedInCookie();
    expect((await post("/compte/mot-de-passe", { present: password, next, again: next }, { cookie })).headers.location).toBe(
      "/compte?fait=mot-de-passe",
    );
    expect((await post("/connexion", { mail, password })).statusCode).toBe(422);
    expect((await post("/connexion", { mail, password: next })).statusCode).toBe(303);
    expect((await web.app.inject({ url: "/api/session", headers: { cookie: elsewhere } })).statusCode).toBe(401);
    expect((await web.app.inject({ url: "/api/session", headers: { cookie } })).statusCode).toBe(200);
  });
  test.each([
    ["a wrong present password", { present: "autre", next, again: next }, "pas votre mot de passe actuel"],
    ["two different new ones", { present: password, next, again: "autre" }, "sont différents"],
    ["a new one too short", { present: password, next: "court", again: "court" }, "14 caractères"],
  ])("given %s, nothing changes", async (_, fields, sentence) => {
    const answer = await post("/compte/mot-de-passe", fields, { cookie: await signedInCookie() });
    expect([answer.statusCode, answer.body.includes(sentence)]).toEqual([422, true]);
    expect((await post("/connexion", { mail, password })).statusCode).toBe(303);
  });
  test("the language of the desk is kept", async () => {
    const cookie = await signedInCookie();
    await post("/compte/langue", { language: "en" }, { cookie });
    expect((await web.app.inject({ url: "/api/session", headers: { cookie } })).json<Session>()).toMatchObject({
      language: "en",
      memberships: [{ roleNames: ["Listening and advice"] }],
    });
  });
});
