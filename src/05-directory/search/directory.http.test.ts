import { globSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { openDirectoryPages } from "./directory-page.http.ts";
import { enterService } from "../intake/enter-service.action.ts";
import { openErrorReportRoutes } from "../report/error-report.http.ts";
import { openGapRoutes } from "../gap/gap.http.ts";
import { openImports } from "../intake/import.http.ts";
import { openServices } from "./service.http.ts";

let house: TestHouse;
let web: Web;
let serviceId: string;
let counsellor: string;
let referent: string;
const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  for (const open of [openServices, openDirectoryPages, openGapRoutes, openImports, openErrorReportRoutes]) open(web);
  serviceId = await inShared(house.ground, (work) =>
    enterService(work, {
      source,
      key: "1",
      structureName: "Les Petits Pas",
      name: "Garde du mercredi",
      description: "Accueil <b>de 3 à 10 ans</b> <script>alert(1)</script>",
      themes: ["famille--garde-denfants"],
      zone: ["38"],
      street: "3 rue Genevoise",
      postalCode: "38500",
      communeName: "Voiron",
      communeCode: "38563",
      point: { latitude: 45.3647, longitude: 5.5922 },
      phone: "+33465710012",
      updatedOn: "2026-03-20",
    }),
  );
  const data = await addStaff(house.ground, house.mutuelle.id, "Rémi Data", "remi@mutuelle.example", ["data-referent"]);
  counsellor = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
  referent = await inShared(house.ground, (work) => openSession(work, data.staffId));
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const get = (url: string, session?: string) =>
  web.app.inject({ url, ...(session === undefined ? {} : { cookies: { tu_session: session } }) });

describe("the public page of the directory", () => {
  test("« neuilly » gives towns to choose from, each with its département and postal code", async () => {
    const page = await get("/annuaire?besoin=garde&ou=neuilly");
    expect(page.statusCode).toBe(200);
    for (const said of ["Neuilly-sur-Seine", "92200 Hauts-de-Seine", "Neuilly-Plaisance", "93360 Seine-Saint-Denis"])
      expect(page.body.replace(/<!-- -->/g, "")).toContain(said);
    expect(page.body).toContain("/annuaire?besoin=garde&amp;ou=Neuilly-sur-Seine&amp;commune=92051#resultats");
  });

  test("a service found says why, how far, and how fresh it is", async () => {
    const { body } = await get("/annuaire?besoin=garde&ou=Voiron");
    expect(body).toContain("Garde du mercredi");
    expect(body).toContain("Garde d’enfants");
    expect(body).toMatch(/à \d+.m/);
    expect(body).toContain("Vérifié il y a 8 mois");
  });

  test("nothing within 15 km: it says so, and how far it looked", async () => {
    const { body } = await get("/annuaire?besoin=garde&ou=Gu%C3%A9ret");
    expect(body).toContain("Aucun service à moins de 60");
  });

  test("a need without category says that nothing found proves nothing", async () => {
    expect((await get("/annuaire?besoin=deuil&ou=Voiron")).body).toContain("n’a pas de rubrique dans le format national");
  });

  test("words that name a need offer it", async () => {
    expect((await get("/annuaire?mots=garde")).body).toContain("Vouliez-vous dire");
  });

  test.each([
    "/annuaire?besoin=inconnu",
    "/annuaire?apres=xxx&mots=garde",
    "/annuaire?ou=xqzwv&mots=a",
    "/annuaire?rayon=abc&besoin=a&besoin=b",
    "/annuaire?commune=99999&besoin=garde",
  ])("%s answers without a fall", async (url) => {
    expect((await get(url)).statusCode).toBe(200);
  });

  test("the page of a service: HTML of the source stays text, its zone is named, its source said", async () => {
    const { body } = await get(`/annuaire/services/${serviceId}`);
    expect(body).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(body).not.toContain("<script>");
    expect(body).toContain("Isère");
    expect(body).toContain("20 mars 2026");
    expect(body).toContain("appelez avant de vous déplacer");
  });

  test.each(["nimporte-quoi", "0190d1a2-0000-7000-8000-000000000000"])("a service that does not exist: %s", async (id) => {
    expect((await get(`/annuaire/services/${id}`)).statusCode).toBe(404);
    expect((await get(`/api/services/${id}`)).statusCode).toBe(404);
  });

  test("under a service's own address, links stay there", async () => {
    expect((await get("/s/mutuelle-des-alpes/annuaire?besoin=garde&ou=Voiron")).body).toContain(
      `/s/mutuelle-des-alpes/annuaire/services/${serviceId}`,
    );
  });
});

describe("an error on a service is reported", () => {
  const post = (payload: Record<string, string>, session?: string) =>
    web.app.inject({
      method: "POST",
      url: `/annuaire/services/${serviceId}/erreur`,
      payload: new URLSearchParams(payload).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
      ...(session === undefined ? {} : { cookies: { tu_session: session } }),
    });
  const kept = () =>
    inShared(house.ground, (work) =>
      work.rows(
        sql<{
          reason: string;
          details: string | null;
          from_kind: string;
        }>`select reason, details, from_kind from directory_error_report order by reported_at, reason`,
      ),
    );

  test("without a reason: the page says what is missing, and keeps what was typed", async () => {
    const page = await post({ precision: "le mardi" });
    expect(page.statusCode).toBe(422);
    expect(page.body).toContain("Choisissez ce qui ne va pas.");
    expect(page.body).toContain("le mardi");
  });

  test("« autre » without a word is refused", async () => {
    expect((await post({ motif: "other" })).body).toContain("Dites en quelques mots");
  });

  test("sent twice, kept once; a professional is known as such", async () => {
    const cle = "0190d1a2-7b3c-7000-8000-00000000abcd";
    for (let times = 0; times < 2; times++)
      expect((await post({ motif: "hours", precision: " fermé   le mardi ", cle })).headers.location).toBe(
        `/annuaire/services/${serviceId}?merci=oui`,
      );
    await post({ motif: "closed" }, counsellor);
    expect(await kept()).toEqual([
      { reason: "closed", details: null, from_kind: "staff" },
      { reason: "hours", details: "fermé le mardi", from_kind: "public" },
    ]);
  });
});

describe("the interface", () => {
  test("a search gives reasons as data", async () => {
    const answer = await get("/api/services?besoin=garde&commune=38563");
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      total: 1,
      radiusMeters: 15000,
      noCategory: false,
      services: [
        {
          service: { id: serviceId, freshness: { isOld: true } },
          reasons: [{ kind: "need", need: "garde" }, { kind: "distance" }, { kind: "zone" }],
        },
      ],
    });
  });

  test.each([
    ["besoin=inconnu", "Ce besoin n’est pas dans la taxonomie."],
    ["theme=inconnu", "Cette thématique n’est pas dans le format national."],
    ["besoin=garde&commune=99999", "Ce code de commune n’existe pas."],
    ["besoin=garde&apres=abc", "La suite demandée n’existe pas. Recommencez la recherche."],
  ])("%s is refused in words", async (query, sentence) => {
    const answer = await get(`/api/services?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ sentence });
  });

  test("communes, with the one that is certain", async () => {
    expect((await get("/api/places?q=voiron")).json()).toMatchObject({ exact: { code: "38563", departement: { name: "Isère" } } });
    expect((await get("/api/places?q=neuilly")).json()).not.toHaveProperty("exact");
  });

  test("a gap is recorded once a key, and read by those who serve this commissioner", async () => {
    const payload = { commissionerId: house.mutuelle.id, need: "garde", communeCode: "23096", radiusMeters: 15000 };
    const ask = (session: string, key: string) =>
      web.app.inject({ method: "POST", url: "/api/gaps", payload, headers: { "idempotency-key": key }, cookies: { tu_session: session } });
    expect((await ask(counsellor, "cle-00001")).json()).toMatchObject({ timesIn30Days: 1, isNewReport: false });
    expect((await ask(counsellor, "cle-00001")).json()).toMatchObject({ timesIn30Days: 1 });
    expect((await get("/api/gaps", counsellor)).json()).toMatchObject([{ need: "garde", communeName: "Guéret", timesIn30Days: 1 }]);
    const other = await inShared(house.ground, (work) => openSession(work, house.caisse.counsellor.staffId));
    expect((await ask(other, "cle-00002")).statusCode).toBe(404);
    expect((await get("/api/gaps", other)).json()).toEqual([]);
    expect((await get("/api/gaps")).statusCode).toBe(401);
  });

  test("a gap is told to someone by a referent, then settled", async () => {
    const [gap] = (await get("/api/gaps", referent)).json<{ id: string }[]>();
    const deed = (what: string, session: string, key: string) =>
      web.app.inject({
        method: "POST",
        url: `/api/gaps/${gap?.id ?? ""}/${what}`,
        payload: { reportedTo: "Département de la Creuse" },
        headers: { "idempotency-key": key },
        cookies: { tu_session: session },
      });
    expect((await deed("report", counsellor, "cle-00010")).statusCode).toBe(403);
    expect((await deed("report", referent, "cle-00011")).statusCode).toBe(200);
    expect((await get("/api/gaps", referent)).json()).toMatchObject([{ status: "reported", reportedTo: "Département de la Creuse" }]);
    expect((await deed("resolve", referent, "cle-00012")).statusCode).toBe(200);
    expect((await get("/api/gaps", referent)).json()).toEqual([]);
  });
});

describe("a data referent lets a file in", () => {
  const csv =
    "id,type,nom,siret,adresse,complement_adresse,code_postal,commune,code_insee,latitude,longitude,telephone,courriel,site_web,horaires,services,date_maj,source\n1,caf,Caf de Voiron,,3 rue Haute,,38500,Voiron,38563,,,,,,,,2026-01-01,essai\n2,caf,X,,,,38500,Voiron,38563,,,,,,,,2026-01-01,essai\n";
  const multipart = (fields: Record<string, string>, file?: string) => {
    const boundary = "limite";
    const parts = Object.entries(fields).map(
      ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    );
    const data =
      file === undefined
        ? ""
        : `--${boundary}\r\ncontent-disposition: form-data; name="fichier"; filename="lieux.csv"\r\ncontent-type: text/csv\r\n\r\n${file}\r\n`;
    return {
      payload: `${parts.join("")}${data}--${boundary}--\r\n`,
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    };
  };
  const send = (fields: Record<string, string>, file?: string, session = referent) =>
    web.app.inject({ method: "POST", url: "/annuaire/imports", ...multipart(fields, file), cookies: { tu_session: session } });
  const asked = { source: "lieux", nom: "Lieux ouverts", licence: "Licence Ouverte 2.0", correspondance: "lieux", date: "" };

  test("nobody else may", async () => {
    expect((await get("/annuaire/imports")).statusCode).toBe(401);
    expect((await get("/annuaire/imports", counsellor)).statusCode).toBe(403);
    expect((await send(asked, csv, counsellor)).statusCode).toBe(403);
  });

  test("what is missing is said, and what was typed stays", async () => {
    const page = await send({ ...asked, licence: "", date: "2030-01-01" });
    expect(page.statusCode).toBe(422);
    for (const said of ["Choisissez un fichier", "Donnez la licence", "n’est pas dans le futur", "Lieux ouverts"])
      expect(page.body).toContain(said);
  });

  test("first lines, then the import, then the report and its file", async () => {
    const sent = await send(asked, csv);
    expect(sent.statusCode).toBe(303);
    const address = String(sent.headers.location);
    const before = await get(address, referent);
    for (const said of ["Premières lignes", "Caf de Voiron", "3, refusée", "Importer tout le fichier"]) expect(before.body).toContain(said);
    expect((await get("/annuaire?mots=caf+voiron")).body).toContain("Aucun service");

    expect((await web.app.inject({ method: "POST", url: `${address}/commencer`, cookies: { tu_session: referent } })).statusCode).toBe(303);
    await expect.poll(async () => (await get(address, referent)).body, { timeout: 20_000 }).toContain("Compte rendu");
    expect((await get(address, referent)).body).toContain("est trop court");
    expect((await get("/annuaire?mots=caf+voiron")).body).toContain("Caf de Voiron");

    const file = await get(`${address}/refus.csv`, referent);
    expect(file.headers["content-type"]).toContain("text/csv");
    expect(file.body).toContain("3,refusée,lieux--2,nom,min-length");
  });
});

describe("reports of errors, for who keeps the directory", () => {
  const settle = (id: string, as: string, session: string) =>
    web.app.inject({
      method: "POST",
      url: `/api/error-reports/${id}/settle`,
      payload: { as },
      cookies: { tu_session: session },
      headers: { "idempotency-key": `settle-${id}-${as}` },
    });
  const waiting = async () => (await get("/api/error-reports", referent)).json<{ id: string; serviceName: string; reason: string }[]>();

  test("each is listed with its service until it is settled; settled twice, the first answer stays", async () => {
    const id = "01a00000-0000-7000-8000-00000000aaaa";
    await inShared(house.ground, (work) =>
      work.run(sql`
        insert into directory_error_report (id, service_id, reason, from_kind, reported_at) values (${id}, ${serviceId}, 'hours', 'public', ${work.now})`),
    );
    expect((await waiting()).find((report) => report.id === id)).toMatchObject({ serviceName: "Garde du mercredi", reason: "hours" });
    expect((await settle(id, "corrected", referent)).statusCode).toBe(200);
    expect((await settle(id, "unfounded", referent)).statusCode).toBe(200);
    expect((await waiting()).some((report) => report.id === id)).toBe(false);
    const kept = await inShared(house.ground, (work) =>
      work.one(sql<{ settled_as: string }>`select settled_as from directory_error_report where id = ${id}`),
    );
    expect(kept.settled_as).toBe("corrected");
  });
  test("a counsellor neither reads nor settles them; what does not exist answers 404", async () => {
    expect((await get("/api/error-reports", counsellor)).statusCode).toBe(403);
    expect((await settle("01a00000-0000-7000-8000-00000000bbbb", "corrected", counsellor)).statusCode).toBe(403);
    expect((await settle("01a00000-0000-7000-8000-00000000bbbb", "corrected", referent)).statusCode).toBe(404);
    expect((await settle("oups", "corrected", referent)).statusCode).toBe(404);
  });
});

test("an upload that was cut leaves no half of a file behind", async () => {
  const halves = () => globSync(path.join(os.tmpdir(), "tu-imports-*", "*.part")).length;
  const before = halves();
  const answer = await web.app.inject({
    method: "POST",
    url: "/annuaire/imports",
    headers: { "content-type": "multipart/form-data; boundary=B" },
    payload: `--B\r\ncontent-disposition: form-data; name="fichier"; filename="a.csv"\r\n\r\n${"a;b\n".repeat(50_000)}`,
    cookies: { tu_session: referent },
  });
  expect([answer.statusCode, halves()]).toEqual([400, before]);
});
