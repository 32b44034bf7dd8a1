import { describe, expect, test } from "vitest";
import { addDays, day } from "#engines/calendar";
import { makeFindBuilder, makeFindIndex, type FindAsked, type FindIndex, type FindRecord } from "./index.ts";

const today = day("2026-11-20");
const gueret = { point: { latitude: 46.1706, longitude: 1.8715 }, zoneCodes: new Set(["23096", "23", "france", "99100"]) };
const vehicle = "mobilite--entretenir-reparer-son-vehicule";

const fiche = (id: string, more: Partial<FindRecord> = {}): FindRecord => ({
  id,
  name: "Garage solidaire",
  structureName: "Creuse mobilité",
  themes: [vehicle],
  publics: [],
  languages: [],
  accessModes: ["en-presentiel"],
  walkIn: false,
  nature: "service",
  point: gueret.point,
  isApproximate: false,
  updatedOn: today,
  body: new TextEncoder().encode(`{"id":"${id}"}`),
  ...more,
});

const indexOf = (...records: FindRecord[]): FindIndex => {
  const builder = makeFindBuilder();
  builder.add(records);
  const building = builder.finish();
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
};
const idsOf = (index: FindIndex, asked: Omit<FindAsked, "day">): string[] =>
  index.search({ ...asked, day: today }).hits.map(({ id }) => id);

test("the body comes back as it was given, with the distance and each reason", () => {
  const index = indexOf(
    fiche("garage", {
      publics: ["familles"],
      languages: ["ar"],
      ageFrom: 18,
      cost: "gratuit",
      walkIn: true,
      zone: ["23"],
      hours: [540, 720],
    }),
  );
  const [hit] = index.search({
    themes: [vehicle],
    words: "garage",
    near: gueret,
    publics: ["familles", "jeunes"],
    languages: ["ar"],
    age: 30,
    cost: "gratuit",
    walkIn: true,
    openAt: { minuteOfWeek: 600, isHoliday: false },
    day: today,
  }).hits;
  expect(new TextDecoder().decode(hit?.body)).toBe('{"id":"garage"}');
  expect(hit?.distanceMeters).toBe(0);
  expect(hit?.reasons).toEqual([
    { kind: "theme", theme: vehicle },
    { kind: "words", isExact: true },
    { kind: "distance", meters: 0, isApproximate: false },
    { kind: "zone" },
    { kind: "public", public: "familles" },
    { kind: "language", language: "ar" },
    { kind: "age", from: 18 },
    { kind: "cost", cost: "gratuit" },
    { kind: "walk-in" },
    { kind: "open", untilMinuteOfWeek: 720 },
  ]);
});

test("nothing within 15 km: the search goes further, and says so", () => {
  const index = indexOf(fiche("limoges", { point: { latitude: 45.9836, longitude: 1.6 } }));
  expect(index.search({ near: gueret, day: today })).toMatchObject({ total: 1, radiusMeters: 30_000, widenedFromMeters: 15_000 });
  expect(index.search({ near: gueret, mayWiden: false, day: today })).toMatchObject({ total: 0, radiusMeters: 15_000 });
});

test("what is done by telephone comes from anywhere, never when its zone is elsewhere", () => {
  const away = { point: { latitude: 48.85, longitude: 2.35 }, accessModes: ["a-distance"] };
  expect(idsOf(indexOf(fiche("ici", away), fiche("nord", { ...away, zone: ["59"] })), { near: gueret })).toEqual(["ici"]);
});

test("hours that nobody knows are not promised open, and are counted", () => {
  const index = indexOf(fiche("connu", { hours: [540, 720] }), fiche("inconnu"), fiche("fermé", { hours: [900, 960] }));
  const answer = index.search({ openAt: { minuteOfWeek: 600, isHoliday: false }, day: today });
  expect(answer).toMatchObject({ total: 1, unknownHours: 1 });
  expect(index.search({ openAt: { minuteOfWeek: 600, isHoliday: true }, day: today })).toMatchObject({ total: 0, unknownHours: 3 });
});

test("a night that begins on Sunday is still open on Monday at half past midnight", () => {
  const index = indexOf(
    fiche("nuit", { hours: [9 * 1440 - 4320, 7 * 1440 + 60].map((minute, at) => (at === 0 ? 7 * 1440 - 120 : minute)) }),
  );
  expect(idsOf(index, { openAt: { minuteOfWeek: 30, isHoliday: false } })).toEqual(["nuit"]);
  expect(idsOf(index, { openAt: { minuteOfWeek: 61, isHoliday: false } })).toEqual([]);
});

describe("among equals", () => {
  const ids = Array.from({ length: 40 }, (_, at) => `garage-${at}`);
  const index = indexOf(...ids.map((id) => fiche(id)));
  test("the same order for everyone that day, another the day after", () => {
    const on = (when: typeof today): string[] => index.search({ near: gueret, day: when, limit: 40 }).hits.map(({ id }) => id);
    expect(on(today)).toEqual(on(today));
    expect(on(today)).not.toEqual(on(addDays(today, 1)));
  });
  test("over a year each comes first about as often", () => {
    const firsts = Array.from({ length: 400 }, (_, at) => index.search({ near: gueret, day: addDays(today, at), limit: 1 }).hits[0]?.id);
    const counts = ids.map((id) => firsts.filter((first) => first === id).length);
    expect(Math.max(...counts)).toBeLessThan(30);
    expect(counts.filter((count) => count > 0).length).toBeGreaterThan(35);
  });
});

test.each(["", "x", "bm90IGpzb24", "%", "ICE"])("a cursor that is none (%j) gives the first page", (after) => {
  const index = indexOf(fiche("garage"));
  expect(index.search({ after, day: today }).hits).toHaveLength(1);
});

test("gaps: what is done at a distance, stands too far, or serves others leaves the gap open", () => {
  const index = indexOf(
    fiche("remote", { themes: ["a"], accessModes: ["a-distance"] }),
    fiche("far", { themes: ["b"], point: { latitude: 47, longitude: 2 } }),
    fiche("others", { themes: ["c"], zone: ["87"] }),
    fiche("here", { themes: ["d", "e"] }),
  );
  const themes = ["a", "b", "c", "d", "e", "never"];
  const [place] = [...index.gaps({ themes, places: [gueret], radiusMeters: 15_000 })];
  expect(Array.from(place?.missing ?? [], (at) => themes[at])).toEqual(["a", "b", "c", "never"]);
});

test("thousands of replacements: rows serve again, nothing dead is found, bodies stay true", () => {
  const index = makeFindIndex();
  for (let turn = 0; turn < 30_000; turn++)
    index.upsert(fiche(`garage-${turn % 50}`, { name: `Garage ${turn}`, body: new Uint8Array(2000).fill(turn % 50) }));
  const answer = index.search({ near: gueret, limit: 100, day: today });
  expect(answer.total).toBe(50);
  for (const { id, body } of answer.hits) expect(new Set(body)).toEqual(new Set([Number(id.slice(7))]));
});
