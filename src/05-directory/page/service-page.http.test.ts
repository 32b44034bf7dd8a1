import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { addApproval } from "../approval/approval.store.ts";
import { enterService } from "../intake/enter-service.action.ts";
import { findService } from "../record/service.store.ts";
import { openServicePages } from "./service-page.http.ts";

let house: TestHouse;
let web: Web;
let serviceId: string;
let structureId: string;
let counsellor: string;
let referent: string;
let viewer: string;
let referentId: string;
const source = { id: "saisie", name: "Saisie des référents", licence: "Licence Ouverte 2.0" };

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  web = await buildWeb(house.ground);
  openServicePages(web);
  counsellor = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
  const data = await addStaff(house.ground, house.mutuelle.id, "Rémi Data", "remi@mutuelle.example", ["data-referent"]);
  const reader = await addStaff(house.ground, house.mutuelle.id, "Lise Lit", "lise@mutuelle.example", ["commissioner-viewer"]);
  referentId = data.staffId;
  referent = await inShared(house.ground, (work) => openSession(work, data.staffId));
  viewer = await inShared(house.ground, (work) => openSession(work, reader.staffId));
});
/** The café of the two ages, as on the first day. */
beforeEach(async () => {
  house.setClock("2026-11-20T10:00:00Z");
  await inShared(house.ground, async (work) => {
    serviceId = await enterService(work, {
      source,
      key: "cafe",
      structureName: "Le Café des Deux Âges",
      name: "Café entre générations",
      nature: "initiative",
      description: "Une grande table.\nOn joue aux cartes.",
      themes: ["remobilisation--lien-social"],
      publics: ["tous-publics"],
      ageFrom: 16,
      languages: ["fr", "lsf"],
      cost: "payant",
      costDetails: "Un euro le café",
      zone: ["38"],
      street: "3 rue des Cerisiers",
      postalCode: "38500",
      communeName: "Voiron",
      communeCode: "38563",
      phone: "+33465710012",
      openingHours: "Fr 10:00-12:30; We 14:00-18:00",
      alert: { text: "Fermé pendant les fêtes", until: "2026-12-31" },
      checked: { on: "2026-11-12", by: "structure" },
      updatedOn: "2026-02-01",
    });
    ({ id: structureId } = await work.one(sql<{ id: string }>`select structure_id as id from directory_service where id = ${serviceId}`));
  });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const at = (): string => `/annuaire/services/${serviceId}`;
const get = async (session?: string) => {
  const answer = await web.app.inject({ url: at(), ...(session === undefined ? {} : { cookies: { tu_session: session } }) });
  expect(answer.statusCode).toBe(200);
  return answer.body.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
};
const check = (session?: string) =>
  web.app.inject({ method: "POST", url: `${at()}/verifier`, ...(session === undefined ? {} : { cookies: { tu_session: session } }) });

test("the page says who it is for, what it does, how to come, the price, when it is open now, and who checked it", async () => {
  const page = await get();
  for (const said of [
    "Activité ou rencontre",
    "Fermé pendant les fêtes (jusqu’au 31 décembre 2026)",
    "Vérifié le 12 novembre 2026 par la structure elle-même",
    "à partir de 16 ans",
    "français, langue des signes",
    "Isère",
    "On joue aux cartes.",
    "payant. Un euro le café",
    "Ouvert, jusqu’à 12 h 30",
    "Mercredi : 14 h à 18 h",
    "3 rue des Cerisiers, 38500 Voiron",
    "04 65 71 00 12",
    "Saisie des référents, licence : Licence Ouverte 2.0",
  ])
    expect(page).toContain(said);
  expect(page).not.toContain("Pour les professionnels");
});

test.each([
  ["2026-11-20T11:30:00Z", "Fermé, ouvre mercredi"],
  ["2026-11-25T14:00:00Z", "Ouvert, jusqu’à 18 h"],
])("at %s: %s", async (instant, said) => {
  house.setClock(instant);
  expect(await get()).toContain(said);
});

test("a warning is shown until its last day, that day included, in Paris time", async () => {
  house.setClock("2026-12-31T22:59:00Z");
  expect(await get()).toContain("Fermé pendant les fêtes");
  house.setClock("2026-12-31T23:00:00Z");
  expect(await get()).not.toContain("Fermé pendant les fêtes");
});

describe("« vérifié aujourd'hui » is said by those who search for people", () => {
  test.each([
    ["nobody signed in", undefined, 401],
    ["who only reads figures", () => viewer, 403],
    ["a counsellor", () => counsellor, 303],
    ["a data referent", () => referent, 303],
  ])("%s", async (_, session, status) => {
    expect((await check(session?.())).statusCode).toBe(status);
  });
  test("the page is fresh again, and says by whom", async () => {
    house.setClock("2027-06-15T10:00:00Z");
    const later = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
    expect(await get(later)).toContain("il y a 7 mois");
    await check(later);
    expect(await get()).toContain("Vérifié le 15 juin 2027 par nos équipes");
    const service = await inShared(house.ground, (work) => findService(work, serviceId));
    expect(service).toMatchObject({ updatedOn: "2026-02-01", checked: { on: "2027-06-15", by: "staff" } });
  });
});

test("its approvals are shown with where they stand; other services of the structure and what another source says, too", async () => {
  const twin = await inShared(house.ground, async (work) => {
    await addApproval(
      work,
      {
        structureId,
        kind: "convention",
        title: "Lieu de vie",
        body: "Ville de Voiron",
        number: undefined,
        from: day("2025-12-01"),
        until: day("2026-11-30"),
        isRequired: false,
        proof: { url: undefined, file: undefined },
      },
      { key: "0190d1a2-7b3c-4000-a000-0000000000b1", staffId: referentId },
    );
    const other = { ...source, id: "mairie", name: "Mairie de Voiron" };
    const id = await enterService(work, {
      source: other,
      key: "cafe",
      structureName: "Café des 2 âges",
      name: "Café entre générations",
      themes: [],
      phone: "+33465710099",
      updatedOn: "2025-11-01",
    });
    await work.run(sql`update directory_service set folded_into = ${serviceId} where id = ${id}`);
    const sibling = await enterService(work, {
      source,
      key: "jeux",
      structureName: "x",
      name: "Après-midi jeux",
      themes: [],
      updatedOn: "2026-11-01",
    });
    await work.run(sql`update directory_service set structure_id = ${structureId} where id = ${sibling}`);
    return id;
  });
  const page = await get();
  for (const said of [
    "Convention : Lieu de vie, Ville de Voiron se termine dans 10 jours",
    "D’où vient cette fiche : 2 sources",
    "1 champ diffère d’une source à l’autre",
    "+33465710099 (Mairie de Voiron)",
    "Après-midi jeux",
  ])
    expect(page).toContain(said);
  await inShared(house.ground, (work) =>
    work.run(sql`update directory_service set folded_into = null, gone_at = ${work.now} where id = ${twin}`),
  );
});
