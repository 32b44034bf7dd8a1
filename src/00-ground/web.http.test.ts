import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openTestHouse, type TestHouse } from "#testing";
import { openAdministration } from "./administration.http.ts";
import { openPublicPages } from "./home.http.ts";
import { openSession } from "./session.store.ts";
import { openSignIn } from "./sign-in.http.ts";
import { idempotencyKey, workFor, workForEach, workOn } from "./desk-work.http.ts";
import { HttpAnswer, notFound } from "./http-answer.ts";
import { lookVersion } from "./look.http.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";
import { inShared } from "./work.store.ts";

let house: TestHouse;
let web: Web;
let cookie: string;
let administrator: string;
beforeAll(async () => {
  house = await openTestHouse();
  const sessionOf = async (staffId: string) => `tu_session=${await inShared(house.ground, (work) => openSession(work, staffId))}`;
  cookie = await sessionOf(house.mutuelle.counsellor.staffId);
  administrator = await sessionOf(house.caisse.supervisor.staffId);
  await inShared(house.ground, (work) =>
    work.run(sql`update ground_staff set is_administrator = true where id = ${house.caisse.supervisor.staffId}`),
  );
  web = await buildWeb(house.ground, { requestsPerMinute: 100_000 });
  openTestRoutes(web);
  openSignIn(web);
  openPublicPages(web);
  openAdministration(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const openTestRoutes = ({ app }: Web): void => {
  app.get("/api/for/:service/:deed", (request) => {
    const { service, deed } = request.params as { service: string; deed: "search" | "import-directory" };
    return workFor(web, request, service, deed, (work) => Promise.resolve({ service: work.commissionerId }));
  });
  app.get("/api/on/:service/:deed", (request) => {
    const { service, deed } = request.params as { service: string; deed: "search" | "import-directory" };
    return workOn(
      web,
      request,
      deed,
      (work) => Promise.resolve(work.commissionerId === service),
      (work) => Promise.resolve({ service: work.commissionerId }),
    );
  });
  app.get("/api/each", (request) => workForEach(web, request, "search", (work) => Promise.resolve(work.commissionerId)));
  app.post("/api/write", { schema: { body: z.object({ name: z.string().max(10) }) } }, (request) => ({
    key: idempotencyKey(request),
    name: request.body.name,
  }));
  app.get("/api/broken", () => Promise.reject(new Error("the secret of Nadia")));
  app.get("/broken", () => Promise.reject(new Error("the secret of Nadia")));
  app.get("/api/refused", () => Promise.reject(new HttpAnswer(409, "Ce créneau vient d’être pris.", { others: [1] })));
  app.get("/api/nothing", () => Promise.reject(notFound()));
};
const get = (url: string, headers: Record<string, string> = {}) => web.app.inject({ url, headers: { cookie, ...headers } });
const write = (payload: unknown, headers: Record<string, string> = { "idempotency-key": "key-12345" }) =>
  web.app.inject({
    method: "POST",
    url: "/api/write",
    headers: { "content-type": "application/json", ...headers },
    payload: typeof payload === "string" ? payload : JSON.stringify(payload),
  });

describe("one acts for the services one serves, as one’s role allows", () => {
  test.each(["for", "on"])("/api/%s", async (by) => {
    expect((await get(`/api/${by}/${house.mutuelle.id}/search`)).json()).toEqual({ service: house.mutuelle.id });
    expect((await get(`/api/${by}/${house.mutuelle.id}/import-directory`)).statusCode).toBe(403);
    expect((await get(`/api/${by}/${house.caisse.id}/search`)).statusCode).toBe(404);
    expect((await get(`/api/${by}/n-importe-quoi/search`)).statusCode).toBe(404);
    expect((await get(`/api/${by}/${house.mutuelle.id}/search`, { cookie: "" })).statusCode).toBe(401);
  });
  test("another service and no service at all give the same answer", async () => {
    const other = await get(`/api/on/${house.caisse.id}/search`);
    const none = await get("/api/on/019a0000-0000-7000-8000-000000000099/search");
    expect([other.statusCode, other.body]).toEqual([none.statusCode, none.body]);
  });
  test("each service is asked in turn", async () => {
    expect((await get("/api/each")).json()).toEqual([house.mutuelle.id]);
  });
});

describe("what goes wrong is said, and tells nothing else", () => {
  test("our mistake: a number to quote, and no detail", async () => {
    const answer = await get("/api/broken");
    expect(answer.statusCode).toBe(500);
    expect(answer.json<{ incident: string }>().incident).toMatch(/^[0-9A-F]{8}$/);
    expect(answer.body).not.toContain("Nadia");
    const page = await get("/broken");
    expect(page.body).toContain("donnez ce numéro");
    expect(page.body).not.toContain("Nadia");
  });
  test("a refusal: its sentence and what goes with it", async () => {
    const answer = await get("/api/refused");
    expect([answer.statusCode, answer.json()]).toEqual([409, { sentence: "Ce créneau vient d’être pris.", others: [1] }]);
  });
  test.each([
    ["/api/nulle-part", "application/json; charset=utf-8"],
    ["/nulle-part", "text/html; charset=utf-8"],
  ])("%s does not exist", async (url, type) => {
    const answer = await get(url);
    expect([answer.statusCode, answer.headers["content-type"]]).toEqual([404, type]);
  });
});

describe("a write says what is wrong with it", () => {
  test.each([
    ["done", { name: "Awa" }, 200],
    ["a NUL", { name: "A\0wa" }, 400],
    ["half of a smile", { name: "\ud83d" }, 400],
    ["too long", { name: "a".repeat(11) }, 400],
    ["another kind of value", { name: 3 }, 400],
    ["nothing", {}, 400],
    ["not JSON", "{", 400],
    ["a key that poisons", '{"__proto__": {"name": "x"}}', 400],
    ["more than 512 kB", { name: "a".repeat(600_000) }, 413],
  ])("%s", async (_, payload, status) => {
    expect((await write(payload)).statusCode).toBe(status);
  });
  test("which field", async () => {
    expect((await write({ name: 3 })).json<{ fields: { field: string }[] }>().fields[0]?.field).toBe("name");
  });
  test.each([{}, { "idempotency-key": "short" }, { "idempotency-key": "a".repeat(101) }])(
    "without a key of 8 to 100 signs (%j), it is refused",
    async (headers) => {
      expect((await write({ name: "Awa" }, headers as Record<string, string>)).statusCode).toBe(400);
    },
  );
  test.each([
    ["from another site", { origin: "https://autre.example" }, 403],
    ["from a frame without origin", { origin: "null" }, 403],
    ["from our desk", { origin: "http://localhost:80", "sec-fetch-site": "same-origin" }, 200],
    ["from a program, which says nothing", {}, 200],
  ])("%s: %j", async (_, headers, status) => {
    expect((await write({ name: "Awa" }, { "idempotency-key": "key-12345", ...(headers as Record<string, string>) })).statusCode).toBe(
      status,
    );
  });
});

describe("every page is closed to what it does not need", () => {
  test("scripts of others, frames of others, guesses on types", async () => {
    const { headers } = await get("/connexion", { cookie: "" });
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).toContain("script-src 'self'");
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect([headers["x-content-type-options"], headers["referrer-policy"], headers["cache-control"]]).toEqual([
      "nosniff",
      "same-origin",
      "no-store",
    ]);
  });
  test("styles and font are kept by browsers, under an address that changes with them", async () => {
    for (const file of ["tokens.css", "public.css", "charts.css", "observatory.css", "source-sans-3-latin-wght-normal.woff2"]) {
      const answer = await get(`/look/${file}?v=${lookVersion}`);
      expect([answer.statusCode, answer.headers["cache-control"]]).toEqual([200, "public, max-age=31536000, immutable"]);
    }
    for (const file of ["desk.css.map", "..%2fseal.ts", "constructor", "__proto__"])
      expect((await get(`/look/${file}`)).statusCode).toBe(404);
  });
});

describe("no input breaks a page", () => {
  const routes: readonly [method: "GET" | "POST", url: string][] = [
    ["GET", "/connexion"],
    ["POST", "/connexion"],
    ["POST", "/deconnexion"],
    ["POST", "/compte/langue"],
    ["POST", "/compte/mot-de-passe"],
    ["POST", "/api/session"],
    ["GET", "/"],
    ["GET", "/logo"],
    ["GET", "/urgence"],
    ["GET", "/administration/services/x"],
    ["POST", "/administration/services/nouveau"],
    ["POST", "/administration/services/x/logo"],
    ["POST", "/administration/equipes/nouveau"],
    ["POST", "/administration/equipes/x/roles"],
    ["POST", "/administration/equipes/x/mot-de-passe"],
    ["POST", "/administration/equipes/x/fin"],
    ["GET", "/administration/journal"],
    ["GET", "/administration/messages"],
    ["GET", "/administration/messages/x/y"],
  ];
  const names = fc.constantFrom(
    "mail",
    "password",
    "suite",
    "cle",
    "name",
    "slug",
    "color",
    "day1",
    "grants-a",
    "service",
    "mots",
    "avant",
    "etat",
    "present",
    "next",
    "again",
    "__proto__",
  );
  const values = fc.oneof(
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.constantFrom("a".repeat(5000), "%00", "' or 1=1", "{}", "-1", "1e999", "#ffffff"),
  );
  test("whatever the fields, the types and the hosts", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...routes),
        fc.array(fc.tuple(names, values), { maxLength: 5 }),
        fc.constantFrom(
          "application/x-www-form-urlencoded",
          "application/json",
          "multipart/form-data; boundary=x",
          "multipart/form-data",
          "text/plain",
        ),
        fc.constantFrom("127.0.0.1", "ecoute.example", "ünïcode.example", "a".repeat(300)),
        async ([method, url], fields, type, host) => {
          const text = fields.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`).join("&");
          const payload = type.startsWith("application/json") ? JSON.stringify(fields.map(([, value]) => value)) : text;
          const answer = await web.app.inject({
            method,
            url: method === "GET" ? `${url}?${text}` : url,
            headers: { cookie: administrator, host, ...(method === "POST" ? { "content-type": type } : {}) },
            ...(method === "POST" ? { payload } : {}),
          });
          expect(answer.statusCode).toBeLessThan(500);
          if (url === "/deconnexion" || url === "/connexion" || url === "/api/session")
            administrator = `tu_session=${await inShared(house.ground, (work) => openSession(work, house.caisse.supervisor.staffId))}`;
        },
      ),
      { numRuns: 500 },
    );
  });
});
