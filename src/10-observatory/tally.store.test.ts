import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inCommissioner } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import type { KnownSituation } from "./fact.ts";
import { keepGivenFacts } from "./facts.store.ts";
import { inNumbers } from "./numbers.store.ts";
import { fingerprintOf, tallyOf } from "./tally.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-10-15T09:00:00Z" });
});
afterAll(() => house.close());

const situation = (id: string, person: string, given: Partial<KnownSituation> = {}): KnownSituation => ({
  situationId: id,
  personId: person,
  openedAt: new Date("2026-10-02T09:00:00Z"),
  demands: [],
  needs: [],
  emotions: [],
  ...given,
});
const need = (name: string, theme: string, origin: string) => ({ need: name, theme, origin, severity: 2 });

/** Nadia calls twice; Marcel once; both are of the mutual. Rosa is of the pension fund. */
const nadiaFirst = situation("s1", "nadia", {
  communeCode: "38185",
  population: "actif_prive",
  demands: [{ theme: "droits" }, { theme: "droits" }],
  needs: [need("energie", "essentiels", "detected"), need("fins_de_mois", "budget", "expressed")],
  emotions: [{ emotion: "honte", intensity: 1 }],
  referrals: [{ need: "energie", outcome: "unknown" }],
});
const nadiaAgain = situation("s2", "nadia", {
  communeCode: "38185",
  population: "actif_prive",
  needs: [need("energie", "essentiels", "expressed")],
  emotions: [{ emotion: "honte", intensity: 3 }],
  referrals: [{ need: "energie", outcome: "exhausted" }],
});
const marcel = situation("s3", "marcel", { needs: [need("energie", "essentiels", "register")] });
const rosa = situation("s4", "rosa", { communeCode: "97411", population: "retraite", needs: [need("garde", "famille", "detected")] });

test("a right that is not used is a fact of its own, with a band and without a name; it changes no other count", async () => {
  const known = { ...nadiaFirst, rightsNotUsed: [{ right: "rsa", band: "300-599" }] };
  const kept = await inCommissioner(house.ground, house.mutuelle.system, (work) => keepGivenFacts(work, [known]));
  expect(kept).toEqual({ kind: "kept" });
  const rows = await inNumbers(house.ground, (numbers) =>
    numbers.rows(sql<{ right_code: string; band: string }>`select right_code, band from observatory.fact where kind = 'right'`),
  );
  expect(rows).toEqual([{ right_code: "rsa", band: "300-599" }]);
});

const keep = async (): Promise<void> => {
  await inCommissioner(house.ground, house.mutuelle.system, (work) => keepGivenFacts(work, [nadiaFirst, nadiaAgain, marcel]));
  await inCommissioner(house.ground, house.caisse.system, (work) => keepGivenFacts(work, [rosa]));
};

test("persons are counted, not acts; what was said once is said", async () => {
  await keep();
  expect(await inNumbers(house.ground, (numbers) => tallyOf(numbers, "2026-10"))).toEqual({
    persons: 3,
    situations: 4,
    contributors: 2,
    isDemonstration: false,
    severalThemes: 1,
    somethingDetected: 2,
    needs: [
      { need: "energie", persons: 2, expressed: 1 },
      { need: "fins_de_mois", persons: 1, expressed: 1 },
      { need: "garde", persons: 1, expressed: 0 },
    ],
    emotions: [{ emotion: "honte", persons: 1, strong: 1 }],
    departements: [
      { code: "38", byContributor: { [house.mutuelle.id]: 1 } },
      { code: "974", byContributor: { [house.caisse.id]: 1 } },
      { code: undefined, byContributor: { [house.mutuelle.id]: 1 } },
    ],
    populations: [
      { code: "actif_prive", byContributor: { [house.mutuelle.id]: 1 } },
      { code: "retraite", byContributor: { [house.caisse.id]: 1 } },
      { code: undefined, byContributor: { [house.mutuelle.id]: 1 } },
    ],
    referred: 1,
    outcomeKnown: 1,
    withoutSolution: 1,
    withoutSolutionByNeed: [{ need: "energie", persons: 1 }],
  });
});

test("kept again in another order, the facts have the same fingerprint; another need gives another one", async () => {
  const fingerprint = () => inNumbers(house.ground, async (numbers) => (await fingerprintOf(numbers, "2026-10")).toString("hex"));
  const before = await fingerprint();
  await inCommissioner(house.ground, house.caisse.system, (work) => keepGivenFacts(work, [rosa]));
  await inCommissioner(house.ground, house.mutuelle.system, (work) => keepGivenFacts(work, [marcel, nadiaAgain, nadiaFirst]));
  expect(await fingerprint()).toBe(before);
  await inCommissioner(house.ground, house.caisse.system, (work) =>
    keepGivenFacts(work, [{ ...rosa, needs: [need("deuil", "famille", "expressed")] }]),
  );
  expect(await fingerprint()).not.toBe(before);
});

test("a service cannot replace the facts of another", async () => {
  await keep();
  await inCommissioner(house.ground, house.caisse.system, (work) => keepGivenFacts(work, [{ ...marcel, needs: [] }]));
  const tally = await inNumbers(house.ground, (numbers) => tallyOf(numbers, "2026-10"));
  expect(tally.needs.find((each) => each.need === "energie")?.persons).toBe(2);
});
