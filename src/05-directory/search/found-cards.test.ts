import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { idOf } from "#ground";
import type { Service } from "../record/service.ts";
import { cardsFrom, searchShown } from "./found-cards.ts";
import { SearchContract } from "./search.contract.ts";

const garde: Service = {
  id: idOf("0192e000-0000-7000-8000-000000000001"),
  name: "Garde « Les P’tits Loups » à Guéret",
  description: undefined,
  kind: undefined,
  themes: ["famille--garde-denfants"],
  publics: [],
  publicsDetails: undefined,
  conditions: undefined,
  cost: "gratuit",
  costDetails: undefined,
  accessModes: ["en-presentiel"],
  mobilisationModes: ["telephoner"],
  mobilisableBy: [],
  mobilisationDetails: undefined,
  mobilisationUrl: undefined,
  zone: undefined,
  address: { street: undefined, extra: undefined, postalCode: "23000", communeName: "Guéret", communeCode: "23096" },
  point: { latitude: 46.17, longitude: 1.87, from: "source" },
  phone: "05 36 49 12 34",
  mail: undefined,
  openingHours: "Mo-Fr 09:00-12:00",
  weeklyHours: undefined,
  weeks: undefined,
  sourceUrl: undefined,
  updatedOn: day("2026-05-21"),
  ageFrom: undefined,
  ageTo: undefined,
  languages: [],
  alert: { text: "Fermé pour travaux : l’accueil se fait à l’école.", until: day("2026-11-20") },
  checked: undefined,
  nature: "service",
  foldedInto: undefined,
  goneAt: undefined,
  structure: {
    id: idOf("0192e000-0000-7000-8000-000000000002"),
    name: "Crèche",
    siret: undefined,
    website: undefined,
    accessibilityUrl: undefined,
    networks: [],
  },
  source: { id: "essai", name: "Essai", licence: "Licence Ouverte 2.0", url: undefined, isDemonstration: false },
};

const answerWith = (...services: readonly Service[]) =>
  cardsFrom({
    services: services.map((service, rank) => ({
      service,
      distanceMeters: rank === 0 ? 1234.5 : undefined,
      reasons: [{ kind: "words", isExact: true }],
    })),
    total: services.length,
    next: undefined,
    radiusMeters: 15_000,
    widenedFromMeters: undefined,
    noCategory: false,
    unknownHours: undefined,
  });

/** As it is sent, and as its contract reads it. */
const shownAt = (instant: string, ...services: readonly Service[]) =>
  SearchContract.parse(searchShown(answerWith(...services), new Date(instant)));

describe("cards put end to end are the answer that the contract describes", () => {
  test.each([0, 1, 2, 50])("with %i services", (count) => {
    const services = Array.from({ length: count }, (_, at) => ({ ...garde, name: `${garde.name} n° ${at}` }));
    const shown = shownAt("2026-11-20T09:00:00Z", ...services);
    expect(shown.services.map(({ service }) => service.name)).toEqual(services.map(({ name }) => name));
    expect(shown).toMatchObject({ total: count, radiusMeters: 15_000, noCategory: false });
  });

  test("each with its own distance and reasons", () => {
    const [near, remote] = shownAt("2026-11-20T09:00:00Z", garde, garde).services;
    expect(near?.distanceMeters).toBe(1235);
    expect(remote).not.toHaveProperty("distanceMeters");
    expect(remote?.reasons).toEqual([{ kind: "words", isExact: true }]);
  });

  test("letters of several bytes are counted as bytes", () => {
    const shown = shownAt("2026-11-20T09:00:00Z", { ...garde, name: "Écoute — 电话 ☎️ 👵🏽", alert: { text: "œuf 👵🏽", until: undefined } });
    expect(shown.services[0]?.service).toMatchObject({ name: "Écoute — 电话 ☎️ 👵🏽", alert: { text: "œuf 👵🏽" } });
  });
});

describe("what is of the moment is never that of the minute before", () => {
  test("open until noon, closed from noon on", () => {
    const openingAt = (instant: string) => shownAt(instant, garde).services[0]?.opening?.kind;
    expect(openingAt("2026-11-20T10:59:59Z")).toBe("open");
    expect(openingAt("2026-11-20T11:00:00Z")).toBe("closed");
    expect(openingAt("2026-11-20T10:59:00Z")).toBe("open");
  });

  test("an alert is said until the end of its day in Paris, which is also when a service becomes old", () => {
    const at = (instant: string) => shownAt(instant, garde).services[0]?.service;
    expect(at("2026-11-20T22:59:59Z")).toMatchObject({ alert: { until: "2026-11-20" }, freshness: { days: 183, isOld: false } });
    expect(at("2026-11-20T23:00:00Z")).toMatchObject({ freshness: { days: 184, isOld: true } });
    expect(at("2026-11-20T23:00:00Z")).not.toHaveProperty("alert");
  });

  test("two services looked at on different days each have their own freshness", () => {
    const shown = shownAt("2026-11-20T09:00:00Z", garde, { ...garde, updatedOn: day("2026-11-19"), alert: undefined });
    expect(shown.services.map(({ service }) => service.freshness.days)).toEqual([183, 1]);
    expect(shown.services[1]?.service).not.toHaveProperty("alert");
  });
});
