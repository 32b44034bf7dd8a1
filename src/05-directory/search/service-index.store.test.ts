import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { chanceFrom, type Chance } from "#engines/chance";
import { inShared } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { enterService, type ServiceEntered } from "../intake/enter-service.action.ts";
import { accessModes, costs, publics } from "../record/code-lists.ts";
import { searchShown } from "./found-cards.ts";
import { SearchContract } from "./search.contract.ts";
import type { SearchAsked } from "./search.ts";
import { openServiceIndex, type ServiceIndex } from "./service-index.store.ts";
import { databaseSearch, type ServiceSearch } from "./service-search.store.ts";

const source = { id: "essai", name: "Saisie d’essai", licence: "Licence Ouverte 2.0" };
const themes = ["famille--garde-denfants", "famille--soutien-aidants", "mobilite--acceder-a-un-vehicule", "sante--acces-aux-soins"];
const voiron = { latitude: 45.3647, longitude: 5.5922 };
const grenoble = { latitude: 45.1885, longitude: 5.7245 };
const gueret = { latitude: 46.1693, longitude: 1.8717 };
const hours = ["Mo-Fr 09:00-17:00", "Mo-Su 00:00-24:00", "Tu 09:00-12:00", "Mo[1] 09:00-12:00", "le matin, parfois", null];

let house: TestHouse;
let index: ServiceIndex;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T10:00:00Z" });
  await fill(chanceFrom(200), 200);
  index = openServiceIndex(house.ground);
  await index.caughtUp();
});
afterAll(async () => {
  await index.close();
  await house.close();
});

/** A world drawn from a seed: names, places and facets of all kinds, some services gone and some folded. */
const fill = (chance: Chance, count: number) =>
  inShared(house.ground, async (work) => {
    const ids: string[] = [];
    for (let at = 0; at < count; at++) {
      const id = await enterService(work, drawn(chance, at));
      ids.push(id);
      await work.run(sql`
        update directory_service set
          opening_hours = ${chance.pick(hours)},
          age_from = ${chance.happens(0.3) ? chance.between(0, 20) : null}, age_to = ${chance.happens(0.3) ? chance.between(20, 99) : null},
          languages = ${chance.pick([[], ["ar"], ["en", "lsf"]])}::text[],
          nature = ${chance.happens(0.2) ? "initiative" : "service"},
          mobilisation_modes = ${chance.pick([[], ["se-presenter"], ["telephoner"]])}::text[],
          gone_at = ${chance.happens(0.1) ? "2026-11-01" : null},
          folded_into = ${chance.happens(0.1) && at > 0 ? (ids[0] ?? null) : null}
        where id = ${id}`);
    }
  });

const drawn = (chance: Chance, at: number): ServiceEntered => {
  const town = chance.pick([voiron, grenoble, gueret]);
  const zone = chance.pick([null, null, ["38"], ["23096"], ["france"]]);
  const publicsSaid = chance.pick([[], ["tous-publics"], ["familles"], ["seniors", "jeunes"]] as const);
  return {
    source,
    key: String(at),
    structureName: chance.pick(["Les Petits Pas", "La Passerelle", "Garage solidaire", "Maison de santé"]),
    name: chance.pick(["Garde du soir", "Aide aux aidants", "Réparer sa voiture", "Consultation"]),
    themes: themes.filter(() => chance.happens(0.5)),
    publics: [...publicsSaid],
    cost: chance.pick(costs),
    accessModes: accessModes.filter(() => chance.happens(0.6)),
    ...(zone ? { zone } : {}),
    ...(chance.happens(0.9)
      ? { point: { latitude: town.latitude + (chance.next() - 0.5) * 0.4, longitude: town.longitude + (chance.next() - 0.5) * 0.4 } }
      : {}),
    updatedOn: `2026-0${chance.between(1, 9)}-10`,
  };
};

const asked = (chance: Chance): SearchAsked => {
  const maybe = <Value>(value: Value): Value | undefined => (chance.happens(0.25) ? value : undefined);
  const all = {
    themes: chance.happens(0.7) ? themes.filter(() => chance.happens(0.4)).concat(chance.pick(themes)) : undefined,
    near: chance.happens(0.8) ? chance.pick([voiron, grenoble, gueret]) : undefined,
    radiusMeters: maybe(chance.pick([3000, 10_000, 40_000])),
    mayWiden: maybe(false),
    cost: maybe(chance.pick(costs)),
    accessMode: maybe(chance.pick(accessModes)),
    publics: maybe([chance.pick(publics)]),
    languages: maybe([chance.pick(["ar", "lsf"])]),
    age: maybe(chance.between(0, 90)),
    walkIn: maybe(true),
    nature: maybe(chance.pick(["service", "initiative"] as const)),
    openAt: maybe(new Date("2026-11-20T10:00:00Z")),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

const found = async (search: ServiceSearch, what: SearchAsked) => {
  const answer = await search.search({ ...what, limit: 500 });
  const { services } = searchShown(answer, house.ground.clock());
  return {
    ids: services.map(({ service }) => service.id),
    total: answer.total,
    radiusMeters: answer.radiusMeters,
    widenedFromMeters: answer.widenedFromMeters,
    unknownHours: answer.unknownHours,
    reasons: new Map(services.map(({ service, reasons }) => [service.id, reasons.map((reason) => JSON.stringify(reason)).toSorted()])),
  };
};

describe("the index and the database give the same services", () => {
  const cases = Array.from({ length: 60 }, (_, at) => asked(chanceFrom(at)));
  test("the nearest first: the same ones in the same order, for the same reasons, with the same total and radius", async () => {
    for (const what of cases.filter(({ near }) => near !== undefined)) {
      const [ours, theirs] = [
        await found(index, { ...what, order: "distance" }),
        await found(databaseSearch(house.ground), { ...what, order: "distance" }),
      ];
      expect({ what, ...ours }).toEqual({ what, ...theirs });
    }
  });
  test("the most useful first: the same ones", async () => {
    for (const what of cases) {
      const [ours, theirs] = [await found(index, what), await found(databaseSearch(house.ground), what)];
      expect({ what, ids: new Set(ours.ids), total: ours.total }).toEqual({ what, ids: new Set(theirs.ids), total: theirs.total });
    }
  });
});

test("what leaves keeps the contract of the interface", async () => {
  const answer = await index.search({ near: voiron, themes, limit: 50, openAt: house.ground.clock() });
  expect(answer.total).toBeGreaterThan(0);
  expect(SearchContract.strict().parse(searchShown(answer, house.ground.clock())).services.length).toBeGreaterThan(0);
});

test("two typing errors: « garaj solidere » finds the garage", async () => {
  const { services } = searchShown(await index.search({ words: "garaj solidere", near: voiron }), house.ground.clock());
  expect(services[0]?.service.structure.name).toBe("Garage solidaire");
});

test("pages follow each other to the last, each service once", async () => {
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await index.search({ near: voiron, themes, limit: 7, ...(after === undefined ? {} : { after }) });
    seen.push(...searchShown(page, house.ground.clock()).services.map(({ service }) => service.id));
    after = page.next;
  } while (after !== undefined);
  expect(seen).toHaveLength((await index.search({ near: voiron, themes })).total);
  expect(new Set(seen).size).toBe(seen.length);
});

describe("the index follows what is written", () => {
  const one = (change: Partial<ServiceEntered> = {}): ServiceEntered => ({
    source,
    key: "vivant",
    structureName: "Café des âges",
    name: "Tricot du jeudi",
    themes: ["remobilisation--lien-social"],
    point: voiron,
    updatedOn: "2026-11-19",
    ...change,
  });
  const names = async (words: string) =>
    searchShown(await index.search({ words }), house.ground.clock()).services.map(
      ({ service }) => `${service.structure.name}, ${service.name}`,
    );
  const write = async (query: ReturnType<typeof sql>) => {
    await inShared(house.ground, (work) => work.run(query));
    await index.caughtUp();
  };

  test("entered, renamed with its structure, folded, shown again, gone", async () => {
    const id = await inShared(house.ground, (work) => enterService(work, one()));
    await index.caughtUp();
    expect(await names("tricot")).toEqual(["Café des âges, Tricot du jeudi"]);
    await write(sql`update directory_structure set name = 'Café de tous' where name = 'Café des âges'`);
    expect(await names("tricot")).toEqual(["Café de tous, Tricot du jeudi"]);
    await write(sql`update directory_service set folded_into = (select min(id::text)::uuid from directory_service) where id = ${id}`);
    expect(await names("tricot")).toEqual([]);
    await write(sql`update directory_service set folded_into = null where id = ${id}`);
    expect(await names("tricot")).toHaveLength(1);
    await write(sql`update directory_service set gone_at = '2026-11-20' where id = ${id}`);
    expect(await names("tricot")).toEqual([]);
  });

  test("its connections cut, it comes back, and nothing was missed", async () => {
    await house.ground.database.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'trait-dunion live'",
    );
    await inShared(house.ground, (work) => enterService(work, one({ key: "apres", name: "Tricot du lundi" })));
    await index.caughtUp();
    expect(await names("tricot")).toHaveLength(1);
  });

  test("a reader elsewhere sees it within some two seconds, without asking", async () => {
    await inShared(house.ground, (work) => enterService(work, one({ key: "seul", name: "Couture du mardi" })));
    await expect.poll(() => names("couture"), { timeout: 5000 }).toHaveLength(1);
  });
});

test("until the index is ready, the database answers; closed half-way, it leaves nothing behind", async () => {
  const other = openServiceIndex(house.ground);
  expect(other.told()).toBe("building");
  expect((await other.search({ near: voiron, themes })).total).toBe((await index.search({ near: voiron, themes })).total);
  await other.close();
  expect(index.told()).toMatch(/^ready, \d+, lag \d/);
});
