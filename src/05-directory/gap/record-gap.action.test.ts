import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inCommissioner, openTasks } from "#ground/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import { recordGap, type GapAsked } from "./record-gap.action.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
});
afterAll(() => house.close());

const garde: GapAsked = { need: "garde", communeCode: "23096", radiusMeters: 15_000, from: "search", nearestMeters: 22_000 };
const record = (asked: GapAsked, who: TestCommissioner = house.mutuelle) =>
  inCommissioner(house.ground, who.counsellor, (work) => recordGap(work, asked));
const reports = (who: TestCommissioner) =>
  inCommissioner(house.ground, who.counsellor, async (work) => (await openTasks(work)).filter(({ kind }) => kind === "gap.report"));

describe("case 36: nobody offers it near Guéret", () => {
  test("the third demand in 30 days makes one report, the next ones none", async () => {
    const answers = [];
    for (const day of ["2026-11-01", "2026-11-12", "2026-11-20", "2026-11-21"]) {
      house.setClock(`${day}T09:00:00Z`);
      answers.push(await record(garde));
    }
    expect(answers.map(({ timesIn30Days, isNewReport }) => [timesIn30Days, isNewReport])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [4, false],
    ]);
    expect(new Set(answers.map(({ gapId }) => gapId)).size).toBe(1);
    expect(await reports(house.mutuelle)).toMatchObject([
      { subjectKind: "gap", subjectId: answers[0]?.gapId, dueAt: new Date("2026-11-21T09:00:00Z") },
    ]);
  });

  test("demands older than 30 days no longer count", async () => {
    const answers = [];
    for (const day of ["2026-08-01", "2026-08-10", "2026-09-15"]) {
      house.setClock(`${day}T09:00:00Z`);
      answers.push(await record({ ...garde, need: "loyer" }));
    }
    expect(answers.map(({ timesIn30Days }) => timesIn30Days)).toEqual([1, 2, 1]);
  });

  test("three demands at the same instant make one report", async () => {
    house.setClock("2026-11-22T09:00:00Z");
    const answers = await Promise.all([1, 2, 3].map(() => record({ ...garde, need: "permis" })));
    expect(answers.filter(({ isNewReport }) => isNewReport)).toHaveLength(1);
  });

  test("another commissioner counts its own, and sees no other", async () => {
    expect(await record(garde, house.caisse)).toMatchObject({ timesIn30Days: 1, isNewReport: false });
    expect(await reports(house.caisse)).toEqual([]);
    const seen = await inCommissioner(house.ground, house.caisse.counsellor, (work) => work.rows(sql`select id from directory_gap`));
    expect(seen).toHaveLength(1);
  });

  test("a gap that was settled opens again as another one", async () => {
    const before = await record({ ...garde, need: "permis" });
    await inCommissioner(house.ground, house.mutuelle.counsellor, (work) =>
      work.run(sql`update directory_gap set status = 'resolved', resolved_at = ${work.now} where id = ${before.gapId}`),
    );
    const after = await record({ ...garde, need: "permis" });
    expect(after.gapId).not.toBe(before.gapId);
    expect(after.timesIn30Days).toBe(1);
  });
});
