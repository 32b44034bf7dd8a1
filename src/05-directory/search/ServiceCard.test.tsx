import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { FoundShown } from "./search.contract.ts";
import { FoundServices } from "./NearbyServices.screen.tsx";
import { ServiceCard } from "./ServiceCard.screen.tsx";

const found: FoundShown = {
  service: {
    id: "0190d1a2-7b3c-7000-8000-00000000abcd",
    name: "Point budget du Voironnais",
    themes: [],
    publics: [],
    accessModes: [],
    mobilisationModes: [],
    mobilisableBy: [],
    address: { communeName: "Voiron" },
    phone: "+33465710012",
    updatedOn: "2026-03-20",
    languages: [],
    nature: "service",
    freshness: { days: 245, isOld: true },
    isGone: false,
    structure: { id: "0190d1a2-7b3c-7000-8000-00000000abce", name: "Maison des familles", networks: [] },
    source: { id: "essai", name: "Essai", licence: "aucune", isDemonstration: false },
  },
  distanceMeters: 1200,
  reasons: [
    { kind: "need", need: "loyer" },
    { kind: "distance", meters: 1200, isApproximate: false },
  ],
};
const read = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/[\s\u00a0]+/g, " ");

test("a service says its name, its telephone in pairs, why it is there, and that it is old", () => {
  const text = read(renderToStaticMarkup(<ServiceCard found={found} rank={1} />));
  for (const said of [
    "1 Point budget du Voironnais",
    "Maison des familles",
    "04 65 71 00 12",
    "Pourquoi : Loyer impayé, expulsion, à 1,2 km",
    "Vérifié il y a 8 mois",
  ])
    expect(text).toContain(said);
});

test.each([
  [{ widenedFromMeters: 15_000, radiusMeters: 30_000 }, "Aucun service à moins de 15 km. Voici ceux à moins de 30 km."],
  [{ noCategory: true }, "n’a pas de rubrique"],
  [{ services: [], total: 0, radiusMeters: 60_000 }, "Aucun service à moins de 60 km."],
])("before the list, what must be known: %j", (change, said) => {
  const answer = { services: [found], total: 1, noCategory: false, radiusMeters: 15_000, ...change };
  expect(read(renderToStaticMarkup(<FoundServices answer={answer} />))).toContain(said);
});
