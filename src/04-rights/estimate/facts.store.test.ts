import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { addPerson, joinHousehold } from "#person/server";
import { addNeed, closeSituation, findSituation, openSituation, signDiagnosis } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { as, topicsTold } from "../../../house/testing/handover.ts";
import {
  forgetSimulatorFacts,
  keepFact,
  keepSimulatorFacts,
  purgeWaitingFacts,
  simulatorAgreementsOf,
  takeBackFact,
} from "./facts.store.ts";
import { valuesOf } from "./kept-fact.ts";
import { factsOfSituation } from "./situation-facts.store.ts";

let house: TestHouse;
let agent: ReturnType<typeof as>;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
});
afterEach(() => house.close());

/** Nadia Benali, of Guéret, born in 1985; her situation is open. */
const nadia = (
  given: Parameters<typeof addPerson>[1] = { firstName: "Nadia", lastName: "Benali", birthDate: "1985-04-12", communeCode: "23096" },
) =>
  agent(async (work) => {
    const personId = await addPerson(work, given);
    return { personId, situationId: await openSituation(work, { personId }) };
  });

const inForce = (situationId: string) =>
  agent(async (work) => {
    const situation = await findSituation(work, situationId);
    if (!situation) throw new Error("no situation");
    return factsOfSituation(work, situation);
  });

const callbackOf = (personId: string) =>
  agent(async (work) => {
    const { id } = await work.one(sql<{ id: string }>`
      insert into contact_callback (commissioner_id, person_id, slot_from, slot_until, place, asked_at)
      values (${work.commissionerId}, ${personId}, ${work.now}, ${new Date(work.now.getTime() + 900_000)}, 1, ${work.now})
      returning id`);
    return id;
  });

describe("where the facts of a household come from", () => {
  test("the file tells birth, commune and activity; nothing is copied: corrected there, it is corrected here", async () => {
    const { personId, situationId } = await nadia({
      firstName: "Nadia",
      lastName: "Benali",
      birthDate: "1985-04-12",
      communeCode: "23096",
      population: "demandeur_emploi",
    });
    expect(valuesOf(await inForce(situationId))).toEqual({ "me.born": "1985-04-12", commune: "23096", "me.work": "unemployed" });
    await agent((work) => work.run(sql`update person set commune_code = '38185' where id = ${personId}`));
    expect(valuesOf(await inForce(situationId))).toMatchObject({ commune: "38185" });
  });

  test("the children of her household are counted, the eldest first; another adult is not held to be a partner", async () => {
    const { personId, situationId } = await nadia();
    await agent(async (work) => {
      for (const [firstName, birthDate] of [
        ["Adam", "2017-02-03"],
        ["Lina", "2012-06-01"],
        ["Karim", "1983-01-01"],
      ] as const)
        await joinHousehold(work, await addPerson(work, { firstName, lastName: "Benali", birthDate }), personId);
    });
    expect(valuesOf(await inForce(situationId))).toMatchObject({ children: 2, "child.1.born": "2012-06-01", "child.2.born": "2017-02-03" });
    expect(valuesOf(await inForce(situationId))).not.toHaveProperty("union");
  });

  test("a signed round and the needs found tell little, and say that they told it", async () => {
    const { situationId } = await nadia();
    await agent(async (work) => {
      await addNeed(work, { situationId, need: "perte_emploi", origin: "expressed" });
      await addNeed(work, { situationId, need: "loyer", origin: "expressed" });
      await signDiagnosis(work, { situationId, answers: { handicap: "apart", logement: "hard" }, afterVersion: 0 });
    });
    const facts = await inForce(situationId);
    expect(facts.get("me.work")).toMatchObject({ value: "unemployed", source: "diagnosis" });
    expect(facts.get("me.disability")).toMatchObject({ value: "none", source: "diagnosis", saidBy: house.mutuelle.counsellor.staffId });
    expect([...facts.keys()].toSorted()).toEqual(["commune", "me.born", "me.disability", "me.work"]);
  });

  test("somebody anonymous has facts too", async () => {
    const { personId, situationId } = await nadia({ ageBand: "26-39" });
    await agent((work) => keepFact(work, { personId, situationId }, { question: "children", value: 2, source: "counsellor" }));
    expect(valuesOf(await inForce(situationId))).toEqual({ children: 2 });
  });
});

describe("an answer", () => {
  test("goes before what is read elsewhere; the last one counts; taken back, the one before holds again, then the file", async () => {
    const { personId, situationId } = await nadia();
    const answer = (value: string) =>
      agent((work) => keepFact(work, { personId, situationId }, { question: "commune", value, source: "counsellor" }));
    await answer("38563");
    await answer("38185");
    expect((await inForce(situationId)).get("commune")).toMatchObject({
      value: "38185",
      source: "counsellor",
      saidBy: house.mutuelle.counsellor.staffId,
    });
    expect(await agent((work) => takeBackFact(work, situationId, "commune"))).toBe(true);
    expect((await inForce(situationId)).get("commune")).toMatchObject({ value: "38563" });
    expect(await agent((work) => takeBackFact(work, situationId, "commune"))).toBe(true);
    expect((await inForce(situationId)).get("commune")).toMatchObject({ value: "23096", source: "file" });
    expect(await agent((work) => takeBackFact(work, situationId, "commune"))).toBe(false);
  });

  test("is sealed: the base holds no amount that can be read; the whole history stays", async () => {
    const { personId, situationId } = await nadia();
    for (const value of [69_000, 71_000])
      await agent((work) => keepFact(work, { personId, situationId }, { question: "rent", value, source: "notes" }));
    const rows = await agent((work) => work.rows(sql<{ value: Buffer }>`select value from rights_fact`));
    expect(rows).toHaveLength(2);
    for (const { value } of rows) expect(value.toString("latin1")).not.toMatch(/69000|71000/);
  });

  test("follows a situation that turns out to be about somebody else, sealed again with her key", async () => {
    const { personId, situationId } = await nadia({ ageBand: "26-39" });
    await agent((work) => keepFact(work, { personId, situationId }, { question: "rent", value: 69_000, source: "counsellor" }));
    const hers = await agent((work) => addPerson(work, { firstName: "Nadia", lastName: "Benali" }));
    await agent((work) =>
      work.run(
        sql`update situation set person_id = ${hers}, next_action = null, closed_at = now(), closed_reason = 'gone' where id = ${situationId}`,
      ),
    );
    expect(valuesOf(await inForce(situationId))).toEqual({ rent: 69_000 });
    expect((await agent((work) => work.rows(sql<{ sealed_for: string }>`select sealed_for from rights_fact`)))[0]?.sealed_for).toBe(hers);
  });

  test("another commissioner sees nothing of it", async () => {
    const { personId, situationId } = await nadia();
    await agent((work) => keepFact(work, { personId, situationId }, { question: "rent", value: 69_000, source: "counsellor" }));
    expect(await as(house.ground, house.caisse.counsellor)((work) => work.rows(sql`select id from rights_fact`))).toEqual([]);
  });
});

describe("what a person brings from the simulator", () => {
  test("waits for a situation, and is taken by the first that is open; it tells who listens", async () => {
    const personId = await agent((work) => addPerson(work, { firstName: "Rose" }));
    const callbackId = await callbackOf(personId);
    await as(
      house.ground,
      house.mutuelle.system,
    )((work) => keepSimulatorFacts(work, { personId, callbackId }, { union: "single", rent: 41_200, children: null }));
    expect((await agent(topicsTold)).map(({ topic }) => topic)).toContain("rights.brought");
    const situationId = await agent((work) => openSituation(work, { personId }));
    expect(valuesOf(await inForce(situationId))).toEqual({ union: "single", rent: 41_200, children: null });
    expect((await inForce(situationId)).get("rent")).toMatchObject({ source: "simulator", saidBy: undefined });
  });

  test("sent again with the same request, it takes the place of the first; taken back, it is erased from the situation too", async () => {
    const { personId, situationId } = await nadia();
    const callbackId = await callbackOf(personId);
    await agent((work) => keepSimulatorFacts(work, { personId, callbackId }, { rent: 41_200, home: "social" }));
    await agent((work) => keepSimulatorFacts(work, { personId, callbackId }, { rent: 43_000 }));
    expect(valuesOf(await inForce(situationId))).toMatchObject({ rent: 43_000 });
    expect(valuesOf(await inForce(situationId))).not.toHaveProperty("home");
    expect(await agent((work) => simulatorAgreementsOf(work, { personId, callbackId: undefined }))).toMatchObject([{ id: callbackId }]);
    expect(await agent((work) => forgetSimulatorFacts(work, { personId, callbackId }))).toBe(true);
    expect(valuesOf(await inForce(situationId))).not.toHaveProperty("rent");
    expect(await agent((work) => simulatorAgreementsOf(work, { personId, callbackId: undefined }))).toEqual([]);
  });

  test("a closed situation takes nothing; what waits 90 days is erased", async () => {
    const { personId, situationId } = await nadia();
    await as(house.ground, house.mutuelle.supervisor)((work) => closeSituation(work, { situationId, reason: "answered" }, []));
    const callbackId = await callbackOf(personId);
    await agent((work) => keepSimulatorFacts(work, { personId, callbackId }, { rent: 41_200 }));
    expect(valuesOf(await inForce(situationId))).not.toHaveProperty("rent");
    house.setClock("2027-02-18T15:59:00Z");
    expect(await agent(purgeWaitingFacts)).toBe(0);
    house.setClock("2027-02-18T16:00:00Z");
    expect(await agent(purgeWaitingFacts)).toBe(1);
  });
});
