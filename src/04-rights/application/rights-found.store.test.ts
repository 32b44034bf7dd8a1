import { afterEach, beforeEach, expect, test } from "vitest";
import { gazetteer } from "#directory/server";
import { inCommissioner, type Work } from "#ground/server";
import { addPerson } from "#person/server";
import { openSituation } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { answerFacts } from "../estimate/answer-facts.action.ts";
import { rightsFound } from "./rights-found.store.ts";

let house: TestHouse;
let situationId: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  await agent(async (work) => {
    situationId = await openSituation(work, { personId: await addPerson(work, { firstName: "Maïa", communeCode: "23096" }) });
  });
});
afterEach(() => house.close());

const agent = <Result>(deed: (work: Work) => Promise<Result>): Promise<Result> =>
  inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const say = (answers: Readonly<Record<string, string>>) =>
  agent((work) =>
    answerFacts(
      work,
      { situationId, answers: Object.entries(answers).map(([question, typed]) => ({ question, typed })), source: "counsellor" },
      gazetteer(),
    ),
  );
const found = async () => (await agent((work) => rightsFound(work, situationId))).map(({ right }) => right);

const loneMother = { union: "single", "me.born": "1992-05", children: "2", "child.1.born": "2021-04-12", "child.2.born": "2018-02-03" };

test("nothing is known: nothing is found, and nothing is planned on a guess", async () => {
  expect(await found()).toEqual([]);
});

test("a lone mother of two near Guéret, who receives nothing: family allowances are to be asked for", async () => {
  expect(
    await say({ ...loneMother, home: "social", rent: "420", "me.income": "wage", "me.wage": "900", savings: "0", received: "none" }),
  ).toMatchObject({
    kind: "kept",
  });
  expect(await found()).toContain("af");
});

test("what she receives already is not asked for again", async () => {
  await say({ ...loneMother, received: "af" });
  expect(await found()).not.toContain("af");
});
