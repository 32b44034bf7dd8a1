import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { addTask, finishTasks, openTasks } from "./task.store.ts";
import { inCommissioner, type Work } from "./work.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const subjectId = "00000000-0000-4000-8000-000000000042";
const toCheck = (work: Work) => addTask(work, { kind: "details", subjectKind: "person", subjectId, dueAt: work.now });
const news = async (work: Work): Promise<number> =>
  (
    await work.rows(sql`
      select id from ground_outbox where commissioner_id = ${work.commissionerId} and topic = 'task.changed'`)
  ).length;

test("a task is asked once while it is open, and the open screens hear of it when it comes and when it is done", async () => {
  await inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
    expect([await toCheck(work), await toCheck(work)]).toEqual([1, 0]);
    expect(await news(work)).toBe(1);
    expect((await openTasks(work)).map((task) => task.kind)).toEqual(["details"]);
    expect([await finishTasks(work, { subjectId, kind: "details" }), await finishTasks(work, { subjectId })]).toEqual([1, 0]);
    expect(await news(work)).toBe(2);
    expect(await openTasks(work)).toEqual([]);
  });
});

test("somebody in danger comes before what has been late for longer", async () => {
  await inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
    const due = (kind: string, hours: number) =>
      addTask(work, { kind, subjectKind: "situation", subjectId, dueAt: new Date(work.now.getTime() - hours * 3_600_000) });
    await due("outcome.ask-person", 48);
    await due("danger", 0);
    expect((await openTasks(work)).map((task) => task.kind)).toEqual(["danger", "outcome.ask-person"]);
  });
});
