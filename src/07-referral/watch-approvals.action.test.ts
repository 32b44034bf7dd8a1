import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { addApproval, enterService } from "#directory/server";
import { goRound, inCommissioner, inShared, openTasks, type Actor, type Work } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, handOverNow, provider } from "../../house/testing/handover.ts";
import { handOver } from "./hand-over.action.ts";
import { offersOf } from "./offer.store.ts";
import { addProvider, editProvider, findProvider } from "./provider.store.ts";
import { watchApprovals } from "./watch-approvals.action.ts";

let house: TestHouse;
let adh: string;
const agrement = "0190d1a2-7b3c-4000-a000-0000000000a1";
const renewed = "0190d1a2-7b3c-4000-a000-0000000000a2";

/** ADH works for both services; its structure has an approval until 30 November 2026, its last day included. */
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-10-30T22:30:00Z" });
  const serviceId = await inShared(house.ground, (work) =>
    enterService(work, {
      source: { id: "essai", name: "Essai", licence: "Licence Ouverte 2.0" },
      key: "adh",
      structureName: "ADH",
      name: "Aide à domicile",
      themes: [],
      updatedOn: "2026-10-01",
    }),
  );
  await approve(agrement, "2021-12-01", "2026-11-30");
  const own = { ...provider("ADH"), serviceId, approvedFrom: day("2026-01-01"), approvedUntil: day("2028-12-31") };
  adh = await as(house.mutuelle.supervisor)((work) => addProvider(work, own));
  await as(house.caisse.supervisor)((work) => addProvider(work, own));
});
afterEach(() => house.close());

const as =
  (actor: Actor) =>
  <Result>(deed: (work: Work) => Promise<Result>): Promise<Result> =>
    inCommissioner(house.ground, actor, deed);
const approve = (key: string, from: string, until: string): Promise<unknown> =>
  inShared(house.ground, async (work) => {
    const { id } = await work.one(sql<{ id: string }>`select id from directory_structure where source_key = 'adh'`);
    const line = key === agrement ? {} : { lineId: agrement };
    return addApproval(
      work,
      {
        structureId: id,
        kind: "agrement",
        title: "Services à la personne",
        body: "Préfecture de l’Isère",
        number: undefined,
        from: day(from),
        until: day(until),
        isRequired: true,
        proof: { url: undefined, file: undefined },
      },
      { key, staffId: house.mutuelle.supervisor.staffId, ...line },
    );
  });
const roundAt = async (instant: string): Promise<string[]> => {
  house.setClock(instant);
  await goRound(house.ground, { name: "approvals", everyMinutes: 30, run: watchApprovals });
  return tasks();
};
const tasks = async (): Promise<string[]> =>
  (await as(house.mutuelle.supervisor)((work) => openTasks(work))).filter(({ subjectId }) => subjectId === adh).map(({ kind }) => kind);

test("a task thirty days before the end, another when it has ended, in Paris time; each once, for every commissioner concerned", async () => {
  // 23:30 in Paris on 30 October: thirty-one days are left.
  expect(await roundAt("2026-10-30T22:30:00Z")).toEqual([]);
  expect(await roundAt("2026-10-30T23:30:00Z")).toEqual(["referral.approval-ends"]);
  expect(await roundAt("2026-11-05T10:00:00Z")).toEqual(["referral.approval-ends"]);
  const ofCaisse = await as(house.caisse.supervisor)((work) => openTasks(work));
  expect(ofCaisse.map(({ kind }) => kind)).toEqual(["referral.approval-ends"]);
  expect(await roundAt("2026-11-30T22:59:00Z")).toEqual(["referral.approval-ends"]);
  expect(await roundAt("2026-11-30T23:01:00Z")).toEqual(["referral.approval-ended"]);
  expect(await roundAt("2026-12-10T10:00:00Z")).toEqual(["referral.approval-ended"]);
});

test("a task that somebody has done is not made again for the same end", async () => {
  await roundAt("2026-11-05T10:00:00Z");
  await as(house.mutuelle.supervisor)((work) =>
    work.run(sql`update ground_task set done_at = ${work.now} where commissioner_id = ${work.commissionerId}`),
  );
  expect(await roundAt("2026-11-06T10:00:00Z")).toEqual([]);
});

test("renewed, its tasks end by themselves", async () => {
  await roundAt("2026-12-02T10:00:00Z");
  await approve(renewed, "2026-12-03", "2031-12-02");
  expect(await roundAt("2026-12-02T11:00:00Z")).toEqual(["referral.approval-ended"]);
  expect(await roundAt("2026-12-03T09:00:00Z")).toEqual([]);
});

test("the dates agreed with a commissioner are watched as well", async () => {
  await approve(renewed, "2026-12-01", "2031-12-02");
  await as(house.mutuelle.supervisor)(async (work) => {
    const known = await findProvider(work, adh);
    if (known) await editProvider(work, adh, { ...known, approvedUntil: day("2026-11-15") });
  });
  expect(await roundAt("2026-11-15T12:00:00Z")).toEqual(["referral.approval-ends"]);
  expect(await roundAt("2026-11-16T12:00:00Z")).toEqual(["referral.approval-ended"]);
});

test("the last day it receives a request; the day after none, and what was asked before goes on; renewed, it receives again", async () => {
  const agent = as(house.mutuelle.counsellor);
  house.setClock("2026-11-30T22:00:00Z");
  const { referralId, offer } = await agent((work) => handOverNow(work));
  expect(offer.providerId).toBe(adh);
  house.setClock("2026-11-30T23:00:00Z");
  const { needId } = await agent((work) => addNeedOf(work, { firstName: "Paul", phone: "+33639980101" }));
  expect(await agent((work) => handOver(work, { needId, consent: "oral-yes" }))).toMatchObject({ kind: "searching" });
  expect((await agent((work) => offersOf(work, referralId))).map(({ answer }) => answer)).toEqual(["waiting"]);
  expect((await agent((work) => findProvider(work, adh)))?.lacksApproval).toBe(true);
  await approve(renewed, "2026-12-01", "2031-12-02");
  expect((await agent((work) => findProvider(work, adh)))?.lacksApproval).toBe(false);
  const third = await agent((work) => addNeedOf(work, { firstName: "Lina", phone: "+33639980102" }));
  expect(await agent((work) => handOver(work, { needId: third.needId, consent: "oral-yes" }))).toMatchObject({ kind: "offered" });
});
