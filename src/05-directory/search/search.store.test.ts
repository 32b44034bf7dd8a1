import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { gazetteer } from "../record/gazetteer.source.ts";
import { enterService, type ServiceEntered } from "../intake/enter-service.action.ts";
import { searchServices } from "./search.store.ts";
import type { SearchAsked } from "./search.ts";

const gueret = { latitude: 46.1693, longitude: 1.8717 };
const voiron = { latitude: 45.3647, longitude: 5.5922 };
const garde = "famille--garde-denfants";
const parents = "famille--soutien-a-la-parentalite-et-a-leducation";
const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };

const entered: readonly ServiceEntered[] = [
  {
    source,
    key: "1",
    structureName: "Les Petits Pas",
    name: "Garde du mercredi",
    themes: [garde],
    point: voiron,
    updatedOn: "2026-11-01",
    cost: "payant",
  },
  {
    source,
    key: "2",
    structureName: "Crèche des Tilleuls",
    name: "Accueil du matin",
    themes: [garde, parents],
    point: { latitude: 45.4, longitude: 5.6 },
    updatedOn: "2026-10-01",
  },
  {
    source,
    key: "3",
    structureName: "Écoute Parents",
    name: "Parler à un conseiller",
    themes: [parents],
    accessModes: ["a-distance"],
    zone: ["38"],
    updatedOn: "2026-09-01",
  },
  {
    source,
    key: "4",
    structureName: "Relais de la Creuse",
    name: "Garde à domicile",
    themes: [garde],
    point: { latitude: 46.38, longitude: 1.87 },
    updatedOn: "2026-11-01",
  },
  {
    source,
    key: "5",
    structureName: "Garage solidaire d’Épinal",
    name: "Réparer sa voiture",
    themes: ["mobilite--entretenir-reparer-son-vehicule"],
    point: { latitude: 48.17, longitude: 6.45 },
    updatedOn: "2026-11-01",
  },
  {
    source,
    key: "6",
    structureName: "Réservé aux Lyonnais",
    name: "Garde de nuit",
    themes: [garde],
    point: voiron,
    zone: ["69123"],
    updatedOn: "2026-11-01",
  },
];

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
  // Takes a second to load: before any transaction.
  gazetteer();
  await inShared(house.ground, async (work) => {
    for (const one of entered) await enterService(work, one);
  });
});
afterAll(() => house.close());

const search = (asked: SearchAsked) => inShared(house.ground, (work) => searchServices(work, asked));
const names = async (asked: SearchAsked) => (await search(asked)).services.map(({ service }) => service.name);

describe("services are searched", () => {
  test.each<[string, SearchAsked, string[]]>([
    [
      "the better fit first, then the nearest",
      { themes: [garde, parents], near: voiron },
      ["Accueil du matin", "Garde du mercredi", "Parler à un conseiller"],
    ],
    ["one whose zone is elsewhere is never given", { themes: [garde], near: voiron }, ["Garde du mercredi", "Accueil du matin"]],
    [
      "at a distance, anywhere in its zone",
      { themes: [parents], near: { latitude: 45.1885, longitude: 5.7245 }, accessMode: "a-distance" },
      ["Parler à un conseiller"],
    ],
    ["at a distance, not outside its zone", { themes: [parents], near: gueret, accessMode: "a-distance" }, []],
    ["free of charge only", { themes: [garde], near: voiron, cost: "gratuit" }, []],
    ["by words with accents and a mistake", { words: "garage solidere epinal" }, ["Réparer sa voiture"]],
    ["no word of the question may be missing", { words: "garage solidaire Nantes" }, []],
  ])("%s", async (_, asked, expected) => {
    expect(await names(asked)).toEqual(expected);
  });

  test("each result says why it is there", async () => {
    const { services } = await search({ themes: [garde], need: "garde", near: voiron });
    expect(services[1]?.reasons).toEqual([
      { kind: "need", need: "garde" },
      { kind: "distance", meters: 3970, isApproximate: false },
    ]);
  });

  test("nothing at 15 km: it looks at 30 km, and says so", async () => {
    const answer = await search({ themes: [garde], near: gueret, radiusMeters: 15_000 });
    expect(answer).toMatchObject({ total: 1, radiusMeters: 30_000, widenedFromMeters: 15_000 });
    expect(await search({ themes: [garde], near: gueret, radiusMeters: 15_000, mayWiden: false })).toMatchObject({
      total: 0,
      radiusMeters: 15_000,
      widenedFromMeters: undefined,
    });
  });

  test("a need without category in the national format is said to be so, and does not list the whole neighbourhood", async () => {
    expect(await search({ themes: [], need: "deuil", near: voiron })).toMatchObject({ noCategory: true, total: 0 });
  });

  test("pages follow each other without a gap or a repetition, whatever is added meanwhile", async () => {
    const first = await search({ themes: [garde, parents], near: voiron, limit: 1 });
    await inShared(house.ground, (work) =>
      enterService(work, {
        source,
        key: "0",
        structureName: "Nouveau",
        name: "Tout près",
        themes: [garde, parents],
        point: voiron,
        updatedOn: "2026-11-02",
      }),
    );
    const second = await search({
      themes: [garde, parents],
      near: voiron,
      limit: 5,
      ...(first.next === undefined ? {} : { after: first.next }),
    });
    expect([...first.services, ...second.services].map(({ service }) => service.name)).toEqual([
      "Accueil du matin",
      "Garde du mercredi",
      "Parler à un conseiller",
    ]);
    expect(second.next).toBeUndefined();
  });
});
