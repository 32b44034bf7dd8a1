import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { enterService } from "../intake/enter-service.action.ts";
import { findService } from "../record/service.store.ts";
import { openEntries } from "./entry.http.ts";
import { openServicePages } from "./service-page.http.ts";

let house: TestHouse;
let web: Web;
let referent: string;
let counsellor: string;

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  openServicePages(web);
  openEntries(web);
  const data = await addStaff(house.ground, house.mutuelle.id, "Rémi Data", "remi@mutuelle.example", ["data-referent"]);
  referent = await inShared(house.ground, (work) => openSession(work, data.staffId));
  counsellor = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

type Form = Readonly<Record<string, string | readonly string[]>>;
const cafe: Form = {
  nature: "initiative",
  structure: "Le Café des Deux Âges",
  nom: "Café entre générations",
  description: "Une grande table.",
  sujets: ["remobilisation--lien-social"],
  publics: ["tous-publics"],
  age_debut: "16",
  langues: ["ar", "lsf"],
  prix: "payant",
  prix_detail: "Un euro",
  accueil: ["en-presentiel"],
  telephone: "04 65 71 00 12",
  adresse: "3 rue des Cerisiers",
  code_postal: "38500",
  commune: "voiron",
  zone: "departement",
  horaires: "We 14:00-18:00",
  alerte: "Fermé à Noël",
  alerte_fin: "2026-12-26",
  verifie: "structure",
};
const post = (url: string, form: Form = {}, session = referent) =>
  web.app.inject({
    method: "POST",
    url,
    cookies: { tu_session: session },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(
      Object.entries(form).flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, each])),
    ).toString(),
  });
const get = (url: string, session = referent) => web.app.inject({ url, cookies: { tu_session: session } });
const read = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
const entered = async (change: Form = {}): Promise<string> => {
  const answer = await post("/annuaire/services", { ...cafe, ...change });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers.location).split("/").at(-1) ?? "";
};
const found = (id: string) => inShared(house.ground, (work) => findService(work, id));

test("an initiative written by hand keeps all that was said of it, and says who said so", async () => {
  const service = await found(await entered());
  expect(service).toMatchObject({
    nature: "initiative",
    name: "Café entre générations",
    themes: ["remobilisation--lien-social"],
    ageFrom: 16,
    ageTo: undefined,
    languages: ["fr", "ar", "lsf"],
    cost: "payant",
    zone: ["38"],
    address: { communeName: "Voiron", communeCode: "38563", postalCode: "38500" },
    point: { from: "commune" },
    openingHours: "We 14:00-18:00",
    alert: { text: "Fermé à Noël", until: "2026-12-26" },
    checked: { on: "2026-11-20", by: "structure" },
    source: { id: "saisie", licence: "Licence Ouverte 2.0" },
  });
});

test("only those who keep the directory write in it", async () => {
  expect((await get("/annuaire/services/nouveau", counsellor)).statusCode).toBe(403);
  expect((await post("/annuaire/services", cafe, counsellor)).statusCode).toBe(403);
  expect((await get("/annuaire/services/nouveau")).statusCode).toBe(200);
});

test.each([
  [{ nature: "" }, "Dites si c’est un service ou une activité."],
  [{ structure: " " }, "Dites qui le propose."],
  [{ nom: "" }, "Donnez un nom"],
  [{ sujets: [] }, "Choisissez au moins un sujet"],
  [{ age_debut: "douze" }, "Un âge est un nombre entre 0 et 120."],
  [{ age_debut: "70", age_fin: "60" }, "Le second âge est plus petit que le premier."],
  [{ telephone: "pas de téléphone" }, "Écrivez un numéro à dix chiffres."],
  [{ courriel: "moi" }, "Écrivez une adresse de courriel complète."],
  [{ site: "javascript:alert(1)" }, "L’adresse du site commence par https://."],
  [{ code_postal: "", commune: "Voiron" }, "Indiquez une commune et son code postal."],
  [{ code_postal: "38500", commune: "Lyon" }, "Avec ce code postal, choisissez :"],
  [{ horaires: "le matin sauf mardi" }, "Nous ne comprenons pas la fin des horaires"],
  [{ horaires: "Mo 09:00-12:00,11:00-14:00" }, "Deux plages d’un même jour se chevauchent, de 11 h à 12 h."],
  [{ alerte_fin: "2026-02-30" }, "Indiquez un jour qui existe."],
  [{ verifie: "" }, "Dites d’où viennent ces informations."],
] as [Form, string][])("refused with a sentence, what was typed stays: %j", async (change, sentence) => {
  const answer = await post("/annuaire/services", { ...cafe, ...change });
  expect(answer.statusCode).toBe(422);
  expect(read(answer.body)).toContain(sentence);
  if (!("structure" in change)) expect(answer.body).toContain('value="Le Café des Deux Âges"');
  expect(answer.body).toContain("Une grande table.");
});

test("written again, it keeps its address; sent twice, it is one; taken out and brought back, nothing is lost", async () => {
  const cle = "0190d1a2-7b3c-4000-a000-0000000000c1";
  const id = await entered({ cle });
  expect(await entered({ cle })).toBe(id);
  const form = await get(`/annuaire/services/${id}/modifier`);
  for (const kept of ['value="Café entre générations"', 'value="16"', 'value="We 14:00-18:00"']) expect(form.body).toContain(kept);
  expect((await post(`/annuaire/services/${id}/modifier`, { ...cafe, nom: "Café des âges", zone: "pareil", alerte: "" })).statusCode).toBe(
    303,
  );
  expect(await found(id)).toMatchObject({ name: "Café des âges", zone: ["38"], alert: undefined });
  await post(`/annuaire/services/${id}/retirer`);
  expect((await found(id))?.goneAt).toBeInstanceOf(Date);
  await post(`/annuaire/services/${id}/remettre`);
  expect(await found(id)).toMatchObject({ goneAt: undefined, name: "Café des âges" });
});

test("what another source gives is not written over", async () => {
  const id = await inShared(house.ground, async (work) => {
    const one = await enterService(work, {
      source: { id: "mairie", name: "Mairie", licence: "Licence Ouverte 2.0" },
      key: "1",
      structureName: "Mairie",
      name: "État civil",
      themes: [],
      updatedOn: "2026-11-01",
    });
    return one;
  });
  await inShared(house.ground, (work) => work.run(sql`update directory_import set file_name = 'mairies.csv' where source_id = 'mairie'`));
  expect((await get(`/annuaire/services/${id}/modifier`)).statusCode).toBe(403);
  expect((await post(`/annuaire/services/${id}/retirer`)).statusCode).toBe(403);
});
