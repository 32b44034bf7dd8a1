import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { openAdministration } from "./administration.http.ts";
import { listAudit, verifyAudit } from "./audit.store.ts";
import { openHome } from "./home.http.ts";
import { sendMessage } from "./send-message.action.ts";
import { openSession } from "./session.store.ts";
import { openSignIn } from "./sign-in.http.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";
import { inCommissioner, inShared } from "./work.store.ts";

const key = (last: number): string => `019a0000-0000-4000-a000-${String(last).padStart(12, "0")}`;
let house: TestHouse;
let web: Web;
let administrator: string;
let counsellor: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
  await inShared(house.ground, (work) =>
    work.run(sql`update ground_staff set is_administrator = true where id = ${house.mutuelle.supervisor.staffId}`),
  );
  const sessionOf = async (staffId: string) => `tu_session=${await inShared(house.ground, (work) => openSession(work, staffId))}`;
  administrator = await sessionOf(house.mutuelle.supervisor.staffId);
  counsellor = await sessionOf(house.mutuelle.counsellor.staffId);
  web = await buildWeb(house.ground);
  openSignIn(web);
  openHome(web, []);
  openAdministration(web);
});
afterEach(async () => {
  await web.app.close();
  await house.close();
});

const get = (url: string, cookie = administrator) => web.app.inject({ url, headers: { cookie } });
const post = (url: string, fields: Record<string, string> | [string, string][], cookie = administrator) =>
  web.app.inject({
    method: "POST",
    url,
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });
const logOf = (commissionerId: string) =>
  inCommissioner(house.ground, { kind: "system", commissionerId: commissionerId as typeof house.mutuelle.id }, async (work) =>
    (await listAudit(work)).map((line) => `${line.action} ${line.purpose ?? ""}`.trim()),
  );
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, " ").replaceAll(/[\s\u00a0]+/g, " ");

const town = {
  cle: key(1),
  name: "Ville de Voiron",
  slug: "ville-de-voiron",
  kind: "town",
  color: "#0b5c6b",
  phone: "0465711234",
  phonePrice: "appel gratuit",
  host: "",
  day1: "9h-12h30, 14h-19h",
  day2: "9h-19h",
  day3: "9h-19h",
  day4: "9h-19h",
  day5: "9h-19h",
  day6: "",
  day7: "",
  promiseKind: "working-days",
  promiseAmount: "2",
  callbackPlaces: "3",
  retentionMonths: "24",
};

describe("administration is for those who administer", () => {
  const pages = [
    "/administration",
    "/administration/services",
    "/administration/services/nouveau",
    "/administration/equipes",
    "/administration/equipes/nouveau",
    "/administration/journal",
    "/administration/messages",
  ];
  test.each(pages)("%s: nobody signed in goes to the sign-in page, and comes back here", async (url) => {
    const answer = await web.app.inject(url);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `/connexion?suite=${encodeURIComponent(url)}`]);
  });
  test.each(pages)("%s: anybody else is refused", async (url) => {
    expect((await get(url, counsellor)).statusCode).toBe(403);
  });
  test.each(pages.slice(1))("%s opens", async (url) => {
    expect((await get(url)).statusCode).toBe(200);
  });
  test("a counsellor changes nothing by sending the forms", async () => {
    const id = house.mutuelle.id;
    for (const url of [
      "/administration/services/nouveau",
      `/administration/services/${id}`,
      `/administration/services/${id}/logo`,
      "/administration/equipes/nouveau",
      `/administration/equipes/${house.caisse.counsellor.staffId}/fin`,
    ])
      expect((await post(url, town, counsellor)).statusCode).toBe(403);
  });
});

describe("a service is opened", () => {
  test("its page is live at once, and its log says who opened it", async () => {
    expect((await post("/administration/services/nouveau", town)).statusCode).toBe(303);
    const page = words((await web.app.inject("/s/ville-de-voiron/")).body);
    expect(page).toContain("Appeler le 04 65 71 12 34");
    expect(page).toContain("Le lundi, de 9 h à 12 h 30 et de 14 h à 19 h");
    expect(await logOf(key(1))).toEqual(["add service"]);
  });
  test("once, when the form is sent twice", async () => {
    await post("/administration/services/nouveau", town);
    expect((await post("/administration/services/nouveau", town)).statusCode).toBe(303);
    expect(await logOf(key(1))).toEqual(["add service"]);
  });
  test.each([
    ["slug", "mutuelle-des-alpes", "sert déjà à un autre service"],
    ["slug", "Ville de Voiron", "en minuscules"],
    ["name", "V", "2 à 80 caractères"],
    ["kind", "planet", "sorte d’organisme"],
    ["color", "turquoise", "#rrvvbb"],
    ["color", "#ffd24d", "trop claire"],
    ["phone", "12", "10 chiffres"],
    ["host", "http://x", "nom d’hôte"],
    ["day1", "le matin", "9h-12h30"],
    ["promiseKind", "later", "compter le délai"],
    ["promiseAmount", "0", "entre 1 et 240"],
    ["callbackPlaces", "beaucoup", "entre 1 et 200"],
    ["retentionMonths", "99", "entre 1 et 60"],
  ])("%s « %s » is refused in words, and what was typed is kept", async (field, value, sentence) => {
    const answer = await post("/administration/services/nouveau", { ...town, [field]: value });
    expect([answer.statusCode, words(answer.body).includes(sentence)]).toEqual([422, true]);
    expect(answer.body).toContain(`href="#${field}"`);
    expect(answer.body).toContain('value="Ville de Voiron"'.replace("Ville de Voiron", field === "name" ? "V" : "Ville de Voiron"));
  });
  test("the nearest colour is offered, and it is accepted", async () => {
    const refused = words((await post("/administration/services/nouveau", { ...town, color: "#ffd24d" })).body);
    const nearest = /acceptée : (#[0-9a-f]{6})/.exec(refused)?.[1] ?? "";
    expect((await post("/administration/services/nouveau", { ...town, color: nearest })).statusCode).toBe(303);
  });
});

describe("a service is changed", () => {
  const edit = (fields: Record<string, string>) =>
    post(`/administration/services/${house.mutuelle.id}`, { ...town, slug: "mutuelle-des-alpes", ...fields });
  test("its log says which fields", async () => {
    expect((await edit({ name: "Mutuelle des Alpes", cle: key(2) })).statusCode).toBe(303);
    expect(await logOf(house.mutuelle.id)).toEqual(["edit service kind, color, phone, openingHours, promise, callbackPlaces"]);
  });
  test("the machine's question of danger is switched off, which the log says", async () => {
    await edit({ asksAboutDanger: "no", cle: key(7) });
    expect(await logOf(house.mutuelle.id)).toEqual([expect.stringContaining("asksAboutDanger")]);
  });
  test("a form sent twice changes once; sent again with another content, it is refused", async () => {
    await edit({ cle: key(2) });
    await edit({ cle: key(2) });
    expect(await logOf(house.mutuelle.id)).toHaveLength(1);
    expect((await edit({ cle: key(2), name: "Autre nom" })).statusCode).toBe(422);
  });
  test("the form shows what is kept", async () => {
    const page = await get(`/administration/services/${house.mutuelle.id}`);
    expect(page.body).toContain('value="9h-19h"');
    expect(page.body).toContain('value="#7a1f5c"');
  });
  test.each(["019a0000-0000-7000-8000-000000000099", "rien"])("a service that does not exist (%s): 404", async (id) => {
    expect((await get(`/administration/services/${id}`)).statusCode).toBe(404);
  });
});

describe("a logo is sent", () => {
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGD4DwABBAEAX+XDSwAAAABJRU5ErkJggg==", "base64");
  const send = async (bytes: Buffer, filename = "logo.png") => {
    const form = new FormData();
    form.append("cle", key(3));
    form.append("logo", new Blob([new Uint8Array(bytes)]), filename);
    const request = new Request("http://x", { method: "POST", body: form });
    return web.app.inject({
      method: "POST",
      url: `/administration/services/${house.mutuelle.id}/logo`,
      headers: { cookie: administrator, "content-type": request.headers.get("content-type") ?? "" },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  test("a PNG is taken, and written in the log", async () => {
    expect((await send(png)).statusCode).toBe(303);
    expect(await logOf(house.mutuelle.id)).toEqual(["change logo"]);
  });
  test.each([
    ["an SVG called logo.png", Buffer.from("<svg><script>alert(1)</script></svg>"), "PNG, JPEG ou WebP"],
    ["more than 200 kB", Buffer.concat([png, Buffer.alloc(200_001)]), "200 ko"],
    ["nothing", Buffer.alloc(0), "Choisissez une image"],
  ])("%s is refused", async (_, bytes, sentence) => {
    const answer = await send(bytes);
    expect([answer.statusCode, words(answer.body).includes(sentence)]).toEqual([422, true]);
  });
  test("a form cut short is refused", async () => {
    const answer = await web.app.inject({
      method: "POST",
      url: `/administration/services/${house.mutuelle.id}/logo`,
      headers: { cookie: administrator, "content-type": "multipart/form-data; boundary=x" },
      payload: '--x\r\nContent-Disposition: form-data; name="logo"; filename="a.png"\r\n\r\n',
    });
    expect(answer.statusCode).toBe(422);
  });
});

describe("an access is given", () => {
  const ana: [string, string][] = [
    ["cle", key(4)],
    ["name", "Ana Morel"],
    ["mail", "Ana@Mutuelle.example"],
  ];
  const grant = (commissioner: { id: string }, role: string): [string, string] => [
    `grants-${commissioner.id}`,
    `${commissioner.id}:${role}`,
  ];
  const give = async (more: [string, string][] = []) => post("/administration/equipes/nouveau", [...ana, ...more]);
  const passwordIn = (html: string): string => /[a-z2-9]{4}(-[a-z2-9]{4}){3}/.exec(html)?.[0] ?? "";
  const signIn = async (password: string) => post("/connexion", { mail: "ana@mutuelle.example", password }, "");

  test("with a password shown once, and roles written in the log of each service", async () => {
    const page = await give([grant(house.mutuelle, "counsellor"), grant(house.mutuelle, "referent"), grant(house.caisse, "data-referent")]);
    expect((await signIn(passwordIn(page.body))).statusCode).toBe(303);
    expect(await logOf(house.mutuelle.id)).toEqual(["change roles +counsellor +referent"]);
    expect(await logOf(house.caisse.id)).toEqual(["change roles +data-referent"]);
    const again = await give();
    expect([passwordIn(again.body), words(again.body).includes("déjà été créé")]).toEqual(["", true]);
  });
  test.each([
    [[["mail", "INES@mutuelle-des-alpes.example"]], "déjà celle d’un autre compte"],
    [[["mail", "pas une adresse"]], "adresse mail"],
    [[["name", "A"]], "2 à 80 caractères"],
    [[["grants-x", "n’importe quoi"]], "n’existe pas"],
  ] as [[string, string][], string][])("%j is refused", async (more, sentence) => {
    const answer = await post("/administration/equipes/nouveau", [
      ...ana.filter(([name]) => !more.some(([other]) => other === name)),
      ...more,
    ]);
    expect([answer.statusCode, words(answer.body).includes(sentence)]).toEqual([422, true]);
  });
  test("roles taken back hold at once, given back they hold again", async () => {
    const cookieOf = (answer: Awaited<ReturnType<typeof signIn>>) => `tu_session=${answer.cookies[0]?.value ?? ""}`;
    const cookie = cookieOf(await signIn(passwordIn((await give([grant(house.mutuelle, "counsellor")])).body)));
    const services = async () =>
      (await get("/api/session", cookie)).json<{ memberships: { slug: string }[] }>().memberships.map((each) => each.slug);
    expect(await services()).toEqual(["mutuelle-des-alpes"]);
    await post(`/administration/equipes/${key(4)}/roles`, [
      ["cle", key(5)],
      grant(house.caisse, "supervisor"),
      grant(house.caisse, "supervisor"),
    ]);
    expect(await services()).toEqual(["caisse-retraite-ouest"]);
    await post(`/administration/equipes/${key(4)}/roles`, [["cle", key(6)], grant(house.mutuelle, "counsellor")]);
    expect(await services()).toEqual(["mutuelle-des-alpes"]);
  });
  test("ended, it is over at once on every browser", async () => {
    const answer = await signIn(passwordIn((await give([grant(house.mutuelle, "counsellor")])).body));
    const cookie = `tu_session=${answer.cookies[0]?.value ?? ""}`;
    expect((await get("/api/session", cookie)).statusCode).toBe(200);
    await post(`/administration/equipes/${key(4)}/fin`, { cle: key(7) });
    expect((await get("/api/session", cookie)).statusCode).toBe(401);
    expect((await logOf(house.mutuelle.id))[0]).toBe("end access");
    expect(words((await get("/administration/equipes")).body)).toContain("accès terminé");
  });
  test("a new password ends the sessions, and the old one works no more", async () => {
    const first = passwordIn((await give([grant(house.mutuelle, "counsellor")])).body);
    const cookie = `tu_session=${(await signIn(first)).cookies[0]?.value ?? ""}`;
    const next = passwordIn((await post(`/administration/equipes/${key(4)}/mot-de-passe`, { cle: key(8) })).body);
    expect((await get("/api/session", cookie)).statusCode).toBe(401);
    expect([(await signIn(first)).statusCode, (await signIn(next)).statusCode]).toEqual([422, 303]);
  });
  test("nobody takes away their own: the house keeps someone to administer it", async () => {
    const me = house.mutuelle.supervisor.staffId;
    expect((await post(`/administration/equipes/${me}/fin`, { cle: key(9) })).statusCode).toBe(422);
    expect((await post(`/administration/equipes/${me}/roles`, [["cle", key(9)]])).statusCode).toBe(422);
    expect((await get("/administration/equipes")).statusCode).toBe(200);
  });
});

describe("the log is read", () => {
  test("filtered, verified, and this reading is written too", async () => {
    await inCommissioner(house.ground, house.mutuelle.counsellor, (work) => {
      work.audit({ action: "read file", objectKind: "person", objectId: "p1" });
      work.audit({ action: "close situation", objectKind: "situation", objectId: "s1" });
      return Promise.resolve();
    });
    const page = words((await get("/administration/journal?service=mutuelle-des-alpes&mots=file&verifier=1")).body);
    expect(page).toContain("read file");
    expect(page).not.toContain("close situation");
    expect(page).toContain("La chaîne est entière : 2 lignes.");
    expect((await logOf(house.mutuelle.id))[0]).toBe("verify log");
    expect(await inCommissioner(house.ground, house.mutuelle.system, (work) => verifyAudit(work))).toMatchObject({ kind: "whole" });
  });
  test.each([
    "?service=nulle-part",
    "?service=mutuelle-des-alpes&avant=abc",
    "?service=mutuelle-des-alpes&avant=99999999999999999999",
    "?service=%00",
    "?service[]=x",
    "?mots=%ED%A0%80",
  ])("asked %s, it never breaks", async (query) => {
    expect((await get(`/administration/journal${query}`)).statusCode).toBeLessThan(500);
  });
});

describe("messages are kept closed", () => {
  test("opening one is written in the log", async () => {
    const id = await inCommissioner(house.ground, house.mutuelle.system, (work) =>
      sendMessage(work, { channel: "sms", to: "+33639981234", purpose: "callback booked", body: "Nous vous appelons mardi." }),
    );
    const list = words((await get("/administration/messages?service=mutuelle-des-alpes")).body);
    expect(list).toContain("callback booked");
    expect(list).not.toContain("Nous vous appelons");
    expect(await logOf(house.mutuelle.id)).toEqual([]);
    const opened = words((await get(`/administration/messages/mutuelle-des-alpes/${id}`)).body);
    expect(opened).toContain("Nous vous appelons mardi.");
    expect(await logOf(house.mutuelle.id)).toEqual(["open message"]);
    expect((await get(`/administration/messages/caisse-retraite-ouest/${id}`)).statusCode).toBe(404);
  });
});
