import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inCommissioner, inShared, goRound, workOnce, type Work } from "#ground/server";
import { addPerson } from "#person/server";
import { addDemand, addNeed, openSituation, withdrawNeed } from "#situation/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import { closeMonth } from "./close-month.action.ts";
import { observatoryDuties } from "./duties.action.ts";
import type { KnownSituation } from "./fact.ts";
import { keepGivenFacts } from "./facts.store.ts";
import { keepFacts } from "./keep-facts.action.ts";
import { inNumbers } from "./numbers.store.ts";
import { fingerprintOf } from "./tally.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-10-15T09:00:00Z" });
});
afterAll(() => house.close());

const inHouse = <Result>(commissioner: TestCommissioner, deed: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(house.ground, commissioner.counsellor, deed);

/** Persons that only facts know: each with one situation, opened that day. */
const heard = (count: number, openedAt: string, given: Partial<KnownSituation> = {}): KnownSituation[] =>
  Array.from({ length: count }, (_, at) => ({
    situationId: `situation ${openedAt} ${given.communeCode ?? ""} ${at}`,
    personId: `person ${openedAt} ${given.communeCode ?? ""} ${at}`,
    openedAt: new Date(openedAt),
    demands: [{ theme: "droits" }],
    needs: [{ theme: "budget", need: "fins_de_mois", origin: at % 3 === 0 ? "expressed" : "detected", severity: 2 }].slice(0, at % 2),
    emotions: [{ emotion: "peur", intensity: 2 }].slice(0, at % 2),
    ...given,
  }));

const asRole = (role: "tu_app" | "tu_numbers", query: string): Promise<string> =>
  house.ground.database.db
    .transaction()
    .execute(async (transaction) => {
      await sql`select set_config('role', ${role}, true)`.execute(transaction);
      await sql.raw(query).execute(transaction);
      return "answered";
    })
    .catch((failure: unknown) => (failure instanceof Error ? failure.message : String(failure)));

describe("facts have no identity", () => {
  test.each([
    ["tu_app", "select count(*) from observatory.fact", /permission denied/],
    ["tu_app", "insert into observatory.fact (month) values ('2026-10')", /permission denied/],
    ["tu_app", "select key from observatory.month_key", /permission denied/],
    ["tu_app", "select figures from observatory.edition", /permission denied/],
    ["tu_numbers", "select count(*) from observatory.fact", /answered/],
    ["tu_numbers", "select figures from observatory.edition", /answered/],
    ["tu_numbers", "select key from observatory.month_key", /permission denied/],
    ["tu_numbers", "select observatory.key_of_month('2026-10', '\\x00', now())", /permission denied/],
    ["tu_numbers", "select id from public.person", /permission denied/],
    ["tu_numbers", "select name from public.ground_commissioner", /permission denied/],
    ["tu_numbers", "delete from observatory.edition", /permission denied/],
    ["tu_numbers", "update observatory.fact set need = null", /permission denied/],
  ] as const)("as %s, « %s »", async (role, query, said) => {
    expect(await asRole(role, query)).toMatch(said);
  });

  test("given a person in the register, when her facts are kept, then neither her identifier nor her commune is there", async () => {
    const known = await inHouse(house.mutuelle, async (work) => {
      const personId = await addPerson(work, { firstName: "Nadia", lastName: "Benali", communeCode: "38185", population: "actif_prive" });
      const situationId = await openSituation(work, { personId });
      await addNeed(work, { situationId, need: "energie", origin: "detected" });
      await keepFacts(work, situationId);
      return { personId, situationId };
    });
    const { rows } = await sql<{ text: string; departement: string }>`select f::text as text, departement from observatory.fact f`.execute(
      house.ground.database.db,
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      expect(row.departement).toBe("38");
      for (const secret of [known.personId, known.situationId, "38185", "Nadia", "Benali"]) expect(row.text).not.toContain(secret);
    }
  });
});

describe("the recorder", () => {
  test("given the same news twice, then the facts are the same; given a need withdrawn, then it is no longer counted", async () => {
    const factKinds = () =>
      sql<{
        kind: string;
        need: string | null;
      }>`select kind, need from observatory.fact where month = '2026-10' and contributor = ${house.caisse.id} order by kind, need`
        .execute(house.ground.database.db)
        .then(({ rows }) => rows);
    const { situationId, needId } = await inHouse(house.caisse, async (work) => {
      const personId = await addPerson(work, { firstName: "Marcel", lastName: "Petit", communeCode: "44109", population: "retraite" });
      const opened = await openSituation(work, { personId });
      await addDemand(work, { situationId: opened, theme: "droits", words: "changer d’adresse" });
      return { situationId: opened, needId: await addNeed(work, { situationId: opened, need: "energie", origin: "detected" }) };
    });
    await workOnce(house.ground, observatoryDuties);
    const once = await factKinds();
    expect(once).toEqual([
      { kind: "demand", need: null },
      { kind: "need", need: "energie" },
      { kind: "situation", need: null },
    ]);
    await inHouse(house.caisse, (work) => work.tell("situation.changed", { situationId }));
    await workOnce(house.ground, observatoryDuties);
    expect(await factKinds()).toEqual(once);
    await inHouse(house.caisse, (work) => withdrawNeed(work, needId));
    await inHouse(house.caisse, (work) => work.tell("situation.changed", { situationId }));
    await workOnce(house.ground, observatoryDuties);
    expect((await factKinds()).map(({ kind }) => kind)).toEqual(["demand", "situation"]);
  });
});

describe("observatory 7: a month is closed once", () => {
  test("closing twice gives the same edition byte for byte, and what comes after changes nothing", async () => {
    house.setClock("2026-09-10T09:00:00Z");
    await inHouse(house.mutuelle, (work) => keepGivenFacts(work, heard(40, "2026-09-02T08:00:00Z", { communeCode: "38185" })));
    await inHouse(house.caisse, (work) => keepGivenFacts(work, heard(30, "2026-09-02T08:00:00Z", { communeCode: "44109" })));
    expect((await closeMonth(house.ground, "2026-09")).kind).toBe("too-early");
    house.setClock("2026-10-03T09:00:00Z");
    const first = await closeMonth(house.ground, "2026-09");
    house.setClock("2026-10-09T09:00:00Z");
    const second = await closeMonth(house.ground, "2026-09");
    expect(first).toMatchObject({ kind: "closed", isNew: true });
    expect(second).toMatchObject({ kind: "closed", isNew: false });
    if (first.kind !== "closed" || second.kind !== "closed") return;
    expect(JSON.stringify(second.edition)).toBe(JSON.stringify(first.edition));
    expect(first.edition.figures.persons).toBe(70);

    const late = await inHouse(house.mutuelle, (work) => keepGivenFacts(work, heard(50, "2026-09-20T08:00:00Z")));
    expect(late).toEqual({ kind: "closed", months: ["2026-09"] });
    expect((await inNumbers(house.ground, (numbers) => fingerprintOf(numbers, "2026-09"))).toString("hex")).toBe(first.edition.fingerprint);
    const { rows } = await sql<{ key: Buffer | null }>`select key from observatory.month_key where month = '2026-09'`.execute(
      house.ground.database.db,
    );
    expect(rows).toEqual([{ key: null }]);
  });

  test("the round waits for the third of the month, then closes it", async () => {
    house.setClock("2026-11-02T09:00:00Z");
    const round = observatoryDuties.rounds[0];
    if (!round) throw new Error("no round");
    const months = () =>
      sql<{ month: string }>`select month from observatory.edition order by month`
        .execute(house.ground.database.db)
        .then(({ rows }) => rows.map(({ month }) => month));
    await goRound(house.ground, round);
    expect(await months()).toEqual(["2026-09"]);
    house.setClock("2026-11-03T09:00:00Z");
    await goRound(house.ground, round);
    expect(await months()).toEqual(["2026-09", "2026-10"]);
  });

  test("given a need that the taxonomy does not know, then closing is refused with its reason and the key stays", async () => {
    await inHouse(house.mutuelle, (work) =>
      keepGivenFacts(
        work,
        heard(30, "2026-08-02T08:00:00Z", { needs: [{ theme: "budget", need: "licorne", origin: "expressed", severity: 1 }] }),
      ),
    );
    expect(await closeMonth(house.ground, "2026-08")).toEqual({
      kind: "refused",
      reasons: ["Le besoin « licorne » n’est pas dans la taxonomie : il ne serait compté nulle part."],
    });
    const { rows } = await sql<{
      alive: boolean;
    }>`select key is not null as alive from observatory.month_key where month = '2026-08'`.execute(house.ground.database.db);
    expect(rows).toEqual([{ alive: true }]);
  });

  test("a month when nobody was heard has no edition", async () => {
    expect(await closeMonth(house.ground, "2020-01")).toEqual({ kind: "empty" });
  });

  test("a key is not destroyed before its edition is there", async () => {
    await inShared(house.ground, (work) => work.run(sql`select observatory.destroy_month_key('2026-08', ${work.now})`));
    const { rows } = await sql<{
      alive: boolean;
    }>`select key is not null as alive from observatory.month_key where month = '2026-08'`.execute(house.ground.database.db);
    expect(rows).toEqual([{ alive: true }]);
  });
});
