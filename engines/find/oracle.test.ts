import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, daysBetween } from "#engines/calendar";
import { distanceMeters, type Point } from "#engines/places";
import { editsBetween } from "./edits.ts";
import { drawOf, fairnessSeedOf } from "./fairness.ts";
import { dayNumberOf } from "./freshness.ts";
import { makeFindIndex, type FindAsked, type FindIndex, type FindRecord } from "./index.ts";
import { bandEdgesMeters } from "./rank.ts";
import { soundingOf } from "./sounding.ts";
import { faultsForgiven } from "./vocabulary.ts";
import { wordsOf } from "./words-of.ts";

// The oracle: the same rules written plainly, one record after another, without any index. Slow, and easy to believe.

const today = day("2026-11-20");
const towns: readonly (Point & { readonly codes: readonly string[] })[] = [
  { latitude: 46.1706, longitude: 1.8715, codes: ["23096", "23", "france"] },
  { latitude: 45.8834, longitude: 2.1731, codes: ["23079", "23", "france"] },
  { latitude: 46.2494, longitude: 1.4869, codes: ["23176", "23", "france"] },
  { latitude: 45.8336, longitude: 1.2611, codes: ["87085", "87", "france"] },
  { latitude: 46.3401, longitude: 2.6033, codes: ["03185", "03", "france"] },
  { latitude: -20.8789, longitude: 55.4481, codes: ["97411", "974", "france"] },
];
const themes = [
  "mobilite--preparer-un-permis",
  "mobilite--entretenir-reparer-son-vehicule",
  "numerique--acquerir-un-equipement",
  "sante--addictions",
];
const publics = ["tous-publics", "jeunes", "familles", "seniors"];
const names = [
  "Garage solidaire",
  "Garage associatif de la Creuse",
  "Permis à un euro",
  "Atelier numérique",
  "Solidarité transports",
  "Garages du Limousin",
  "Point accueil écoute jeunes",
  "Mairie",
  "Relais emploi",
];
const typed = [
  "garaj solidere",
  "garage",
  "solidaire garage",
  "numerik",
  "mairie",
  "perm",
  "relay emploi",
  "ecute jeune",
  "creuze",
  "xyz",
  "de la",
];

const some = <Item>(items: readonly Item[], max = 3): fc.Arbitrary<Item[]> => fc.uniqueArray(fc.constantFrom(...items), { maxLength: max });
/** With every filter at once, nothing would ever answer. */
const rarely = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value });
const perhaps = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });

/** Half of them at the very centre, where distances are equal and the id decides; the others anywhere around, on both sides of each band. */
const point: fc.Arbitrary<Point> = fc
  .tuple(fc.constantFrom(...towns), fc.oneof(fc.constant(0), fc.integer({ min: -200, max: 200 })), fc.integer({ min: -200, max: 200 }))
  .map(([town, up, aside]) => ({ latitude: town.latitude + up / 1000, longitude: town.longitude + (up === 0 ? 0 : aside / 1000) }));

const recordOf = (id: fc.Arbitrary<string>): fc.Arbitrary<FindRecord> =>
  fc
    .record({
      id,
      name: fc.constantFrom(...names),
      structureName: fc.constantFrom(...names),
      description: perhaps(fc.constantFrom(...names)),
      themes: some(themes),
      publics: some(publics),
      languages: some(["fr", "ar", "pt"], 2),
      ageFrom: perhaps(fc.integer({ min: 0, max: 60 })),
      ageTo: perhaps(fc.integer({ min: 18, max: 120 })),
      cost: perhaps(fc.constantFrom("gratuit", "payant")),
      accessModes: some(["a-distance", "en-presentiel"], 2),
      walkIn: fc.boolean(),
      nature: fc.constantFrom("service" as const, "initiative" as const),
      zone: perhaps(some(["23", "87", "23096", "03", "france"], 2)),
      point: perhaps(point),
      isApproximate: fc.boolean(),
      updatedOn: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(today, -days)),
      hours: perhaps(fc.constantFrom([], [540, 720], [540, 720, 1980, 2160], [9900, 10_200])),
      holidays: perhaps(fc.constantFrom("open" as const, "closed" as const)),
    })
    .map((record) => ({ ...withoutUndefined(record), body: new TextEncoder().encode(`{"id":"${record.id}"}`) }) as FindRecord);

const withoutUndefined = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));

const asked: fc.Arbitrary<FindAsked> = fc
  .record({
    themes: perhaps(some(themes)),
    words: perhaps(fc.constantFrom(...typed)),
    near: perhaps(fc.constantFrom(...towns).map((town) => ({ point: town, zoneCodes: new Set(town.codes) }))),
    radiusMeters: perhaps(fc.constantFrom(2000, 8000, 15_000, 50_000)),
    mayWiden: perhaps(fc.boolean()),
    publics: rarely(some(publics, 2)),
    languages: rarely(some(["fr", "ar"], 1)),
    age: rarely(fc.integer({ min: 0, max: 99 })),
    cost: rarely(fc.constantFrom("gratuit", "payant")),
    accessMode: rarely(fc.constantFrom("a-distance", "en-presentiel")),
    walkIn: rarely(fc.boolean()),
    nature: rarely(fc.constantFrom("service" as const, "initiative" as const)),
    openAt: rarely(fc.record({ minuteOfWeek: fc.constantFrom(60, 600, 2000, 5000), isHoliday: fc.boolean() })),
    order: perhaps(fc.constantFrom("best" as const, "distance" as const)),
    limit: perhaps(fc.integer({ min: 1, max: 9 })),
  })
  .map((given) => ({ ...withoutUndefined(given), day: today }));

const oracle = (records: readonly FindRecord[], asked: FindAsked): { ids: string[]; radius: number | undefined; unknown: number } => {
  const radii = [
    asked.radiusMeters ?? 15_000,
    ...(asked.mayWiden === false ? [] : [15_000, 30_000, 60_000].filter((r) => r > (asked.radiusMeters ?? 15_000))),
  ];
  for (const [at, radius] of radii.entries()) {
    const found = records.flatMap((record) => reachedBy(record, asked, radius) ?? []);
    const open = found.filter(({ record }) => !asked.openAt || openingOf(record, asked.openAt) === "open");
    if (asked.near && at < radii.length - 1 && !open.some(({ meters }) => meters !== Infinity)) continue;
    return {
      ids: open.toSorted((a, b) => byPlace(a, b, asked)).map(({ record }) => record.id),
      radius: asked.near && radius,
      unknown: asked.openAt ? found.filter(({ record }) => openingOf(record, asked.openAt) === "unknown").length : 0,
    };
  }
  throw new Error("no radius");
};

interface Found {
  readonly record: FindRecord;
  readonly meters: number;
  readonly worst: number | undefined;
}

const reachedBy = (record: FindRecord, asked: FindAsked, radius: number): Found | undefined => {
  const worst = wordsMet(record, wordsOf(asked.words ?? ""));
  const isAsked =
    worst !== "none" &&
    (!asked.themes?.length || record.themes.some((theme) => asked.themes?.includes(theme))) &&
    (!asked.publics?.length ||
      record.publics.length === 0 ||
      record.publics.includes("tous-publics") ||
      record.publics.some((one) => asked.publics?.includes(one))) &&
    (!asked.languages?.length || record.languages.some((one) => asked.languages?.includes(one))) &&
    (asked.age === undefined || (asked.age >= (record.ageFrom ?? 0) && asked.age <= (record.ageTo ?? 999))) &&
    (asked.cost === undefined || asked.cost === record.cost) &&
    (asked.accessMode === undefined || record.accessModes.includes(asked.accessMode)) &&
    (asked.walkIn !== true || record.walkIn) &&
    (asked.nature === undefined || asked.nature === record.nature);
  if (!isAsked) return undefined;
  if (!asked.near) return { record, worst, meters: Infinity };
  const zone = record.zone ?? [];
  const isNamed = zone.some((code) => asked.near?.zoneCodes.has(code));
  if (zone.length > 0 && !isNamed) return undefined;
  const meters = record.point ? distanceMeters(asked.near.point, record.point) : Infinity;
  if (meters <= radius) return { record, worst, meters };
  return record.accessModes.includes("a-distance") || (!record.point && isNamed) ? { record, worst, meters: Infinity } : undefined;
};

const openingOf = (record: FindRecord, at: FindAsked["openAt"]): "open" | "closed" | "unknown" => {
  if (!at || !record.hours || (at.isHoliday && !record.holidays)) return "unknown";
  if (at.isHoliday && record.holidays === "closed") return "closed";
  const hours = [...Array.from(record.hours)];
  return hours.some(
    (from, index) =>
      index % 2 === 0 && [0, 10_080].some((week) => at.minuteOfWeek + week >= from && at.minuteOfWeek + week < (hours[index + 1] ?? 0)),
  )
    ? "open"
    : "closed";
};

const wordsMet = (record: FindRecord, words: readonly string[]): number | undefined | "none" => {
  if (words.length === 0) return undefined;
  const inNames = [...wordsOf(record.name), ...wordsOf(record.structureName)];
  const told = wordsOf(record.description ?? "");
  const levels = words.map((word, at) =>
    Math.min(
      ...inNames.map((name) => alike(word, name, at === words.length - 1)),
      ...told.map((name) => Math.max(2, alike(word, name, at === words.length - 1))),
    ),
  );
  const worst = Math.max(...levels);
  return worst > 2 ? "none" : worst;
};

const alike = (typed: string, name: string, isLast: boolean): number => {
  if (typed === name) return 0;
  if (isLast && typed.length >= 3 && name.startsWith(typed)) return 1;
  const edits = editsBetween(typed, name, 2);
  if (name.length >= 3 && edits <= faultsForgiven(typed, name)) return edits;
  return Math.min(typed.length, name.length) >= 4 && soundingOf(typed) === soundingOf(name) ? 2 : 9;
};

const byPlace = (a: Found, b: Found, asked: FindAsked): number => {
  const keys = (found: Found): number[] =>
    asked.order === "distance" && asked.near ? [found.meters === Infinity ? 1e12 : found.meters] : bestKeys(found, asked);
  const [left, right] = [keys(a), keys(b)];
  for (const [at, key] of left.entries()) if (key !== right[at]) return key < (right[at] as number) ? -1 : 1;
  return a.record.id < b.record.id ? -1 : 1;
};

const bestKeys = ({ record, meters, worst }: Found, asked: FindAsked): number[] => {
  const askedThemes = new Set(asked.themes);
  const met = [...askedThemes].filter((theme) => record.themes.includes(theme)).length;
  const fit = (met === 0 ? 0 : met === askedThemes.size ? 2 : 1) + (worst === undefined ? 0 : worst === 0 ? 2 : 1);
  const typedWords = wordsOf(asked.words ?? "").length;
  const age = daysBetween(record.updatedOn, today);
  return [
    -fit,
    asked.near ? (meters === Infinity ? 99 : bandEdgesMeters.filter((edge) => meters > edge).length) : 0,
    worst ?? 0,
    worst === undefined ? 0 : -Math.floor((15 * typedWords) / Math.max(typedWords, wordsOf(record.name).length)),
    [183, 366, 731].filter((step) => age >= step).length,
    drawOf(fairnessSeedOf(record.id), dayNumberOf(today)),
  ];
};

const indexOf = (records: readonly FindRecord[]): FindIndex => {
  const index = makeFindIndex();
  for (const record of records) index.upsert(record);
  return index;
};

const allPages = (index: FindIndex, asked: FindAsked): { ids: string[]; totals: number[]; radius: number | undefined; unknown: number } => {
  const ids: string[] = [];
  const totals: number[] = [];
  let answer = index.search(asked);
  const [radius, unknown] = [answer.radiusMeters, answer.unknownHours ?? 0];
  for (;;) {
    ids.push(...answer.hits.map(({ id }) => id));
    totals.push(answer.total);
    if (answer.next === undefined) return { ids, totals, radius, unknown };
    answer = index.search({ ...asked, after: answer.next });
  }
};

const numbered = fc.integer({ min: 0, max: 40 }).map((number) => `fiche-${number}`);
const world = fc.array(recordOf(numbered), { maxLength: 60 });
const lastById = (records: readonly FindRecord[]): readonly FindRecord[] => [
  ...new Map(records.map((record) => [record.id, record])).values(),
];

describe("the index answers as the plain rules do", () => {
  test("same records, same order, same total, same radius, through all pages", () => {
    fc.assert(
      fc.property(world, asked, (records, question) => {
        const right = oracle(lastById(records), question);
        const said = allPages(indexOf(records), question);
        expect(said.ids).toEqual(right.ids);
        expect(new Set(said.totals)).toEqual(new Set([right.ids.length]));
        expect(said.radius).toBe(right.radius);
        expect(said.unknown).toBe(right.unknown);
      }),
      { numRuns: 400 },
    );
  });
  test("after any additions, replacements and removals, it is the index of what is left", () => {
    const change = fc.oneof(
      recordOf(numbered).map((record) => ({ kind: "upsert" as const, record })),
      numbered.map((id) => ({ kind: "remove" as const, id })),
    );
    fc.assert(
      fc.property(fc.array(change, { maxLength: 120 }), asked, (changes, question) => {
        const index = makeFindIndex();
        const left = new Map<string, FindRecord>();
        for (const each of changes) {
          if (each.kind === "upsert") {
            index.upsert(each.record);
            left.set(each.record.id, each.record);
          } else {
            index.remove(each.id);
            left.delete(each.id);
          }
        }
        expect(index.size).toBe(left.size);
        expect(allPages(index, question).ids).toEqual(oracle([...left.values()], question).ids);
      }),
      { numRuns: 150 },
    );
  });
});

describe("pages, while the directory changes between them", () => {
  test("nobody is shown twice, and nobody who stayed is missed", () => {
    const change = fc.oneof(recordOf(numbered.map((id) => `new-${id}`)), numbered);
    fc.assert(
      fc.property(
        world,
        asked,
        fc.array(fc.array(change, { maxLength: 4 }), { minLength: 1, maxLength: 20 }),
        (records, question, changes) => {
          const index = indexOf(records);
          const before = oracle(lastById(records), question).ids;
          const removed = new Set<string>();
          const shown: string[] = [];
          const paged = { ...question, limit: 3 };
          let answer = index.search(paged);
          for (let turn = 0; ; turn++) {
            shown.push(...answer.hits.map(({ id }) => id));
            if (answer.next === undefined) break;
            for (const each of changes[turn % changes.length] ?? [])
              if (typeof each === "string") {
                index.remove(each);
                removed.add(each);
              } else index.upsert({ ...each, id: `${each.id}-${turn}` });
            answer = index.search({ ...paged, day: addDays(today, 1), after: answer.next });
          }
          expect(new Set(shown).size).toBe(shown.length);
          expect(before.filter((id) => !removed.has(id) && !shown.includes(id))).toEqual([]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
