import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { attachPerson, findContact, openContact } from "#contact/server";
import { goRound, inCommissioner, openTasks, type Work } from "#ground/server";
import { addPerson } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { mayBeHandedOver, needCounts } from "./need.ts";
import type { Objector } from "./close-situation.action.ts";
import {
  acknowledgeNeed,
  addDemand,
  addNeed,
  chooseNextAction,
  closeExchange,
  closeSituation,
  demandsOf,
  diagnosesOf,
  factsOfSituation,
  findNeed,
  findSituation,
  flagUrgency,
  needCountsBetween,
  needsOf,
  nextActionsDue,
  noteEmotion,
  openExchange,
  openSituation,
  reopenSituation,
  saveNotes,
  setNeedStatus,
  signDiagnosis,
  situationDuties,
  situationOfContact,
  timelineOf,
  urgenciesOf,
  withdrawNeed,
} from "./server.ts";
import { readSituation } from "./exchange.store.ts";
import { helpCalledFor } from "./help.store.ts";
import { noteHelp } from "./note-help.action.ts";
import { notesOf } from "./notes.store.ts";

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});
afterAll(() => house.close());

const asCounsellor = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const asSupervisor = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.supervisor, deed);
const someone = (work: Work, firstName?: string) =>
  addPerson(work, firstName === undefined ? { communeCode: "38563" } : { firstName, lastName: "Benali", communeCode: "38563" });
const newSituation = () => asCounsellor(async (work) => openSituation(work, { personId: await someone(work, "Nadia") }));
/** A call with a person, whose situation is open. */
const newExchange = (firstName?: string) =>
  asCounsellor(async (work) => {
    const personId = await someone(work, firstName);
    const contactId = await openContact(work, { channel: "call", direction: "in", personId });
    const situationId = (await openExchange(work, contactId))?.situationId;
    if (situationId === undefined) throw new Error("no situation");
    return { personId, contactId, situationId };
  });
const tomorrow = new Date("2026-11-21T09:00:00Z");
const next = () => ({ what: "Rappeler Nadia", at: tomorrow, ownerId: house.mutuelle.counsellor.staffId });
const nobodyObjects: readonly Objector[] = [];

describe("case 17: a demand differs from a need", () => {
  test("given a change of address, when the tour reveals a separation and unpaid rent, then 1 demand, 3 needs, 2 of them detected", async () => {
    const seen = await asCounsellor(async (work) => {
      const situationId = await openSituation(work, { personId: await someone(work, "Nadia") });
      const demandId = await addDemand(work, { situationId, theme: "droits", words: "Je voudrais changer mon adresse." });
      await addNeed(work, { situationId, need: "demarche", origin: "expressed", demandId });
      await addNeed(work, { situationId, need: "separation", origin: "detected" });
      await addNeed(work, { situationId, need: "loyer", origin: "detected", severity: 3 });
      return {
        demands: await demandsOf(work, situationId),
        needs: await needsOf(work, situationId),
        facts: await factsOfSituation(work, situationId),
      };
    });
    expect(seen.demands.map((demand) => demand.words)).toEqual(["Je voudrais changer mon adresse."]);
    expect(needCounts(seen.needs)).toEqual({ expressed: 1, detected: 2 });
    expect(seen.needs.filter((need) => need.origin === "detected").map((need) => need.acknowledgedAt)).toEqual([undefined, undefined]);
    expect(seen.facts).toMatchObject({ communeCode: "38563", demands: [{ theme: "droits" }] });
    expect(JSON.stringify(seen.facts)).not.toContain("adresse");
  });
  test("the dashboard counts 1 expressed, 2 detected", async () => {
    const counts = await asCounsellor(async (work) => {
      const before = await needCountsBetween(work, new Date("2026-11-20T00:00:00Z"), new Date("2026-11-21T00:00:00Z"));
      const situationId = await openSituation(work, { personId: await someone(work, "Awa") });
      await addNeed(work, { situationId, need: "demarche", origin: "expressed" });
      await addNeed(work, { situationId, need: "separation", origin: "detected" });
      await addNeed(work, { situationId, need: "loyer", origin: "detected" });
      const after = await needCountsBetween(work, new Date("2026-11-20T00:00:00Z"), new Date("2026-11-21T00:00:00Z"));
      return { expressed: after.expressed - before.expressed, detected: after.detected - before.detected };
    });
    expect(counts).toEqual({ expressed: 1, detected: 2 });
  });
  test("the words of a demand are sealed in the database", async () => {
    const raw = await asCounsellor(async (work) => {
      const situationId = await openSituation(work, { personId: await someone(work, "Awa") });
      await addDemand(work, { situationId, theme: "droits", words: "changer mon adresse" });
      return work.one(
        sql<{
          words: Buffer;
        }>`select words from situation_demand where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}`,
      );
    });
    expect(raw.words.toString("utf8")).not.toContain("adresse");
  });
});

describe("case 18: a detected need is told before it is handed over", () => {
  test("untold it may not be, told it may, and an emergency goes first", async () => {
    const situationId = await newSituation();
    const { before, after } = await asCounsellor(async (work) => {
      const needId = await addNeed(work, { situationId, need: "loyer", origin: "detected" });
      const before = await findNeed(work, needId);
      await acknowledgeNeed(work, needId);
      return { before, after: await findNeed(work, needId) };
    });
    if (!before || !after) throw new Error("no need");
    expect(mayBeHandedOver(before)).toBe(false);
    expect(mayBeHandedOver(before, "emergency")).toBe(true);
    expect(mayBeHandedOver(after)).toBe(true);
    expect(after.status).toBe("accepted");
  });
  test("a need withdrawn is out of every list", async () => {
    const situationId = await newSituation();
    const left = await asCounsellor(async (work) => {
      const needId = await addNeed(work, { situationId, need: "loyer", origin: "detected" });
      await withdrawNeed(work, needId);
      return {
        needs: await needsOf(work, situationId),
        found: await findNeed(work, needId),
        facts: (await factsOfSituation(work, situationId))?.needs,
      };
    });
    expect(left).toEqual({ needs: [], found: undefined, facts: [] });
  });
  test("the same need noted twice is one need", async () => {
    const situationId = await newSituation();
    const ids = await asCounsellor(async (work) => [
      await addNeed(work, { situationId, need: "loyer", origin: "expressed" }),
      await addNeed(work, { situationId, need: "loyer", origin: "detected" }),
    ]);
    expect(ids[0]).toBe(ids[1]);
  });
});

describe("case 19: a diagnosis is never changed", () => {
  test("editing makes version 2, and version 1 is still there", async () => {
    house.setClock("2026-05-20T10:00:00Z");
    const situationId = await newSituation();
    await asCounsellor((work) => signDiagnosis(work, { situationId, answers: { logement: "fragile" }, afterVersion: 0 }));
    house.setClock("2026-11-21T10:00:00Z");
    const second = await asCounsellor((work) => signDiagnosis(work, { situationId, answers: { logement: "hard" }, afterVersion: 1 }));
    const kept = await asCounsellor((work) => diagnosesOf(work, situationId));
    expect(second).toMatchObject({ kind: "signed", version: 2 });
    expect(kept.map((each) => [each.version, each.answers["logement"]])).toEqual([
      [2, "hard"],
      [1, "fragile"],
    ]);
  });
  test("the database refuses to change a signed one", async () => {
    const situationId = await newSituation();
    await asCounsellor((work) => signDiagnosis(work, { situationId, answers: { logement: "fragile" }, afterVersion: 0 }));
    await expect(
      asCounsellor((work) => work.run(sql`update situation_diagnosis set answers = '{}' where commissioner_id = ${work.commissionerId}`)),
    ).rejects.toThrow();
  });
  test("signing over a version that was not seen is refused", async () => {
    const situationId = await newSituation();
    await asCounsellor((work) => signDiagnosis(work, { situationId, answers: {}, afterVersion: 0 }));
    expect(await asCounsellor((work) => signDiagnosis(work, { situationId, answers: {}, afterVersion: 0 }))).toEqual({
      kind: "newer",
      version: 1,
    });
  });
});

describe("case 7: someone who gives no name has a situation too", () => {
  test("opening the exchange opens it", async () => {
    const { situationId, personId } = await newExchange();
    expect((await asCounsellor((work) => findSituation(work, situationId)))?.personId).toBe(personId);
  });
  test("opening it again gives the same one", async () => {
    const { contactId, situationId } = await newExchange();
    expect((await asCounsellor((work) => openExchange(work, contactId)))?.situationId).toBe(situationId);
  });
  test("an exchange with nobody attached opens nothing", async () => {
    const opened = await asCounsellor(async (work) => openExchange(work, await openContact(work, { channel: "call", direction: "in" })));
    expect(opened?.situationId).toBeUndefined();
  });
  test("given the person is known later, then the situation, its words and its notes follow her", async () => {
    const { contactId, situationId } = await newExchange();
    const after = await asCounsellor(async (work) => {
      await addDemand(work, { situationId, theme: "logement", words: "Je ne peux plus payer." });
      await saveNotes(work, { contactId, text: "Pleure au téléphone.", revision: 0 });
      const nadia = await someone(work, "Nadia");
      await attachPerson(work, contactId, nadia);
      const opened = await openExchange(work, contactId);
      return {
        nadia,
        opened,
        situation: await findSituation(work, situationId),
        demands: await demandsOf(work, situationId),
        notes: await notesOf(work, contactId),
        sealedFor: await work.one(sql<{ sealed_for: string }>`
          select sealed_for from situation_verbatim where commissioner_id = ${work.commissionerId} and contact_id = ${contactId}`),
      };
    });
    // Erasing her erases them: they are under her key now.
    expect(after.sealedFor.sealed_for).toBe(after.nadia);
    expect(after.opened?.situationId).toBe(situationId);
    expect(after.situation?.personId).toBe(after.nadia);
    expect(after.demands[0]?.words).toBe("Je ne peux plus payer.");
    expect(after.notes.text).toBe("Pleure au téléphone.");
  });
  test("given an older situation of somebody else, it stays with her and only the exchange moves", async () => {
    const { contactId, situationId, personId } = await newExchange("Karim");
    house.setClock("2026-11-20T17:00:00Z");
    const after = await asCounsellor(async (work) => {
      const second = await openContact(work, { channel: "call", direction: "in", personId });
      await openExchange(work, second);
      await saveNotes(work, { contactId: second, text: "C’était Nadia.", revision: 0 });
      await attachPerson(work, second, await someone(work, "Nadia"));
      const opened = await openExchange(work, second);
      return { moved: opened?.situationId, notes: await notesOf(work, second), karims: await situationOfContact(work, contactId) };
    });
    expect(after.moved).not.toBe(situationId);
    expect(after.notes.text).toBe("C’était Nadia.");
    expect(after.karims).toEqual({ id: situationId, personId });
  });
});

describe("notes are never lost", () => {
  test("a save on the revision that was read is kept, and the revision grows", async () => {
    const { contactId } = await newExchange("Nadia");
    const first = await asCounsellor((work) => saveNotes(work, { contactId, text: "un", revision: 0 }));
    const second = await asCounsellor((work) => saveNotes(work, { contactId, text: "un, deux", revision: 1 }));
    expect([first, second]).toMatchObject([
      { kind: "saved", revision: 1 },
      { kind: "saved", revision: 2 },
    ]);
  });
  test("a save that comes late is answered with a conflict, and overwrites nothing", async () => {
    const { contactId } = await newExchange("Nadia");
    await asCounsellor((work) => saveNotes(work, { contactId, text: "poste A", revision: 0 }));
    const late = await asCounsellor((work) => saveNotes(work, { contactId, text: "poste B", revision: 0 }));
    expect(late).toEqual({ kind: "conflict", revision: 1 });
    expect((await asCounsellor((work) => notesOf(work, contactId))).text).toBe("poste A");
  });
  test("a revision that never existed creates nothing", async () => {
    const { contactId } = await newExchange("Nadia");
    expect(await asCounsellor((work) => saveNotes(work, { contactId, text: "x", revision: 7 }))).toEqual({ kind: "conflict", revision: 0 });
  });
  test("about nobody yet, they wait", async () => {
    const answer = await asCounsellor(async (work) =>
      saveNotes(work, { contactId: await openContact(work, { channel: "call", direction: "in" }), text: "x", revision: 0 }),
    );
    expect(answer).toEqual({ kind: "no-person" });
  });
  test("another commissioner does not see them", async () => {
    const { contactId } = await newExchange("Nadia");
    const elsewhere = await inCommissioner(house.ground, house.caisse.counsellor, (work) =>
      saveNotes(work, { contactId, text: "x", revision: 0 }),
    );
    expect(elsewhere).toEqual({ kind: "not-found" });
  });
  test.each([
    ["2027-02-18T15:00:00Z", "Mot pour mot.", "the day before, they are there"],
    ["2027-02-18T17:00:00Z", "", "at day 90 the raw words are destroyed"],
  ])("at %s: « %s », %s", async (instant, text) => {
    const { contactId } = await newExchange("Nadia");
    await asCounsellor((work) => saveNotes(work, { contactId, text: "Mot pour mot.", revision: 0 }));
    house.setClock(instant);
    for (const round of situationDuties.rounds) await goRound(house.ground, round);
    expect((await asCounsellor((work) => notesOf(work, contactId))).text).toBe(text);
  });
});

describe("urgency is a human's word", () => {
  test("level 3 asks those who supervise, and each flag is kept with who and when", async () => {
    const situationId = await newSituation();
    const tasksNow = () => asCounsellor((work) => openTasks(work, { subjectKind: "situation", subjectId: situationId }));
    await asCounsellor((work) => flagUrgency(work, { situationId, level: 2, motives: ["violence"] }));
    expect(await tasksNow()).toEqual([]);
    await asCounsellor((work) => flagUrgency(work, { situationId, level: 3, motives: [] }));
    expect((await tasksNow()).map((task) => task.kind)).toEqual(["danger"]);
    house.setClock("2026-11-20T16:30:00Z");
    await asSupervisor((work) => flagUrgency(work, { situationId, level: 1, motives: ["violence"] }));
    const { flags, situation } = await asCounsellor(async (work) => ({
      flags: await urgenciesOf(work, situationId),
      situation: await findSituation(work, situationId),
    }));
    expect(flags.map((flag) => [flag.level, flag.flaggedBy])).toEqual([
      [1, house.mutuelle.supervisor.staffId],
      [3, house.mutuelle.counsellor.staffId],
      [2, house.mutuelle.counsellor.staffId],
    ]);
    expect(situation?.urgency).toBe(1);
  });
  test("case 21: at 14:03 the Samu is called with the person on the line: it stands on the same screen, those who supervise are told, no form stands before it", async () => {
    house.setClock("2026-11-20T13:03:00Z");
    const { situationId } = await newExchange("Awa");
    await asCounsellor((work) => flagUrgency(work, { situationId, level: 3, motives: [] }));
    expect(await asCounsellor((work) => noteHelp(work, { situationId, number: "15" }))).toBe(true);
    const { urgency, told } = await asCounsellor(async (work) => ({
      urgency: (await readSituation(work, situationId))?.urgency,
      told: await openTasks(work, { subjectKind: "situation", subjectId: situationId }),
    }));
    expect(urgency).toMatchObject({ level: 3, help: [{ number: "15", calledAt: "2026-11-20T13:03:00.000Z" }] });
    expect(told.map(({ kind }) => kind)).toEqual(["danger"]);
    const other = await inCommissioner(house.ground, house.caisse.counsellor, (work) => noteHelp(work, { situationId, number: "15" }));
    expect(other).toBe(false);
    expect(await asCounsellor((work) => helpCalledFor(work, situationId))).toHaveLength(1);
  });
  test("software may neither raise nor lower it", async () => {
    const situationId = await newSituation();
    await asCounsellor((work) => flagUrgency(work, { situationId, level: 3, motives: ["suicide"] }));
    await expect(
      inCommissioner(house.ground, house.mutuelle.system, (work) => flagUrgency(work, { situationId, level: 0, motives: [] })),
    ).rejects.toThrow("only a human");
  });
  test("a level needs a reason", async () => {
    const situationId = await newSituation();
    expect(await asCounsellor((work) => flagUrgency(work, { situationId, level: 2, motives: [] }))).toEqual({ kind: "motive-missing" });
  });
});

describe("an open situation always has a next action", () => {
  test("from its first instant, and it is in somebody's day", async () => {
    const situationId = await newSituation();
    const due = await asCounsellor((work) =>
      nextActionsDue(work, { until: new Date("2026-11-20T23:00:00Z"), ownerId: house.mutuelle.counsellor.staffId }),
    );
    expect(due.find((action) => action.situationId === situationId)?.what).toBe("Reprendre cet échange");
  });
  test.each([
    ["a past hour", { at: new Date("2026-11-20T15:00:00Z") }, "past"],
    ["an owner who does not serve here", { ownerId: "caisse" }, "unknown-owner"],
    ["what, when and who", {}, "chosen"],
  ])("%s", async (_, change, kind) => {
    const situationId = await newSituation();
    const asked = { situationId, ...next(), ...change };
    const ownerId = asked.ownerId === "caisse" ? house.caisse.counsellor.staffId : asked.ownerId;
    expect((await asCounsellor((work) => chooseNextAction(work, { ...asked, ownerId }))).kind).toBe(kind);
  });
});

describe("closing an exchange and closing a situation are two things", () => {
  test("an exchange does not close without a next action", async () => {
    const { contactId } = await newExchange("Nadia");
    const answer = await asCounsellor((work) => closeExchange(work, { contactId }, nobodyObjects));
    expect(answer).toEqual({ kind: "missing", missing: [{ kind: "next-action" }] });
    expect((await asCounsellor((work) => findContact(work, contactId)))?.endedAt).toBeUndefined();
  });
  test("nor with a need that was not told", async () => {
    const { contactId, situationId } = await newExchange("Nadia");
    const needId = await asCounsellor((work) => addNeed(work, { situationId, need: "loyer", origin: "detected" }));
    const answer = await asCounsellor((work) => closeExchange(work, { contactId, nextAction: next() }, nobodyObjects));
    expect(answer).toEqual({ kind: "missing", missing: [{ kind: "untold-need", needId, need: "loyer" }] });
  });
  test("with a next action it closes, and the situation stays open", async () => {
    const { contactId, situationId } = await newExchange("Nadia");
    const answer = await asCounsellor((work) => closeExchange(work, { contactId, nextAction: next() }, nobodyObjects));
    const after = await asCounsellor(async (work) => ({
      contact: await findContact(work, contactId),
      situation: await findSituation(work, situationId),
    }));
    expect(answer).toEqual({ kind: "closed" });
    expect(after.contact?.endedAt).toBeInstanceOf(Date);
    expect(after.situation).toMatchObject({ nextAction: { what: "Rappeler Nadia", isChosen: true } });
    expect(after.situation?.closedAt).toBeUndefined();
  });
  test("or both close together", async () => {
    const { contactId, situationId } = await newExchange("Nadia");
    await asCounsellor((work) => closeExchange(work, { contactId, situation: { reason: "answered" } }, nobodyObjects));
    expect((await asCounsellor((work) => findSituation(work, situationId)))?.closedReason).toBe("answered");
  });
  test("an exchange about nobody simply ends", async () => {
    const contactId = await asCounsellor((work) => openContact(work, { channel: "call", direction: "in" }));
    expect(await asCounsellor((work) => closeExchange(work, { contactId }, nobodyObjects))).toEqual({ kind: "closed" });
  });
});

describe("case 45: a situation with something open does not close", () => {
  const withReferral: readonly Objector[] = [(_, situationId) => Promise.resolve([{ kind: "referral", subjectId: situationId }])];
  test("an open need and the objection of another room are listed", async () => {
    const situationId = await newSituation();
    const needId = await asCounsellor((work) => addNeed(work, { situationId, need: "loyer", origin: "expressed" }));
    const answer = await asCounsellor((work) => closeSituation(work, { situationId, reason: "helped" }, withReferral));
    expect(answer).toEqual({
      kind: "still-open",
      objections: [
        { kind: "need", subjectId: needId, need: "loyer" },
        { kind: "referral", subjectId: situationId },
      ],
    });
    expect((await asCounsellor((work) => findSituation(work, situationId)))?.closedAt).toBeUndefined();
  });
  test("once everything is settled it closes, and is told", async () => {
    const situationId = await newSituation();
    await asCounsellor(async (work) =>
      setNeedStatus(work, await addNeed(work, { situationId, need: "loyer", origin: "expressed" }), "met"),
    );
    expect(await asCounsellor((work) => closeSituation(work, { situationId, reason: "helped" }, nobodyObjects))).toEqual({
      kind: "closed",
    });
    const told = await asCounsellor((work) =>
      work.rows(
        sql<{
          topic: string;
        }>`select topic from ground_outbox where commissioner_id = ${work.commissionerId} and ids->>'situationId' = ${situationId}`,
      ),
    );
    expect(told.map((each) => each.topic)).toContain("situation.closed");
  });
  test("a counsellor does not go over it", async () => {
    const situationId = await newSituation();
    expect(
      (await asCounsellor((work) => closeSituation(work, { situationId, reason: "by-supervisor", note: "Vu avec elle" }, withReferral)))
        .kind,
    ).toBe("not-allowed");
  });
  test("a supervisor does, with a reason in words", async () => {
    const situationId = await newSituation();
    expect(
      (await asSupervisor((work) => closeSituation(work, { situationId, reason: "by-supervisor", note: "  " }, withReferral))).kind,
    ).toBe("reason-missing");
    expect(
      (
        await asSupervisor((work) =>
          closeSituation(work, { situationId, reason: "by-supervisor", note: "Partie à l’étranger" }, withReferral),
        )
      ).kind,
    ).toBe("closed");
  });
  test("closed, it reopens with a next action", async () => {
    const situationId = await newSituation();
    await asCounsellor((work) => closeSituation(work, { situationId, reason: "gone" }, nobodyObjects));
    expect(await asCounsellor((work) => reopenSituation(work, { situationId, ...next() }))).toEqual({ kind: "reopened" });
    expect(await asCounsellor((work) => findSituation(work, situationId))).toMatchObject({ nextAction: { what: "Rappeler Nadia" } });
  });
  test("it does not reopen for someone who does not serve here: it stays closed", async () => {
    const situationId = await newSituation();
    await asCounsellor((work) => closeSituation(work, { situationId, reason: "gone" }, nobodyObjects));
    const ownerId = house.caisse.counsellor.staffId;
    expect(await asCounsellor((work) => reopenSituation(work, { situationId, ...next(), ownerId }))).toEqual({ kind: "unknown-owner" });
    expect((await asCounsellor((work) => findSituation(work, situationId)))?.closedAt).toBeDefined();
  });
});

describe("the timeline of a person", () => {
  test("tells what happened, the newest first, with what other rooms add, and says who read it", async () => {
    const { personId, contactId, situationId } = await newExchange("Nadia");
    house.setClock("2026-11-20T16:10:00Z");
    await asCounsellor(async (work) => {
      await addDemand(work, { situationId, theme: "droits", words: "Changer d’adresse" });
      await noteEmotion(work, { contactId, situationId, emotion: "honte", intensity: 2 });
    });
    house.setClock("2026-11-20T16:20:00Z");
    await asCounsellor((work) => flagUrgency(work, { situationId, level: 2, motives: ["expulsion"] }));
    const entries = await asCounsellor((work) =>
      timelineOf(work, personId, [
        () =>
          Promise.resolve([{ at: new Date("2026-11-20T18:00:00Z"), mark: "referral", sentence: { fr: "Transmis", en: "Handed over" } }]),
      ]),
    );
    expect(entries.map((entry) => entry.sentence.fr)).toEqual([
      "Transmis",
      "Urgence : urgent sous 48 h",
      "Demande : « Changer d’adresse »",
      "Situation ouverte",
      "Appel reçu, en cours",
    ]);
    const reads = await asCounsellor((work) =>
      work.rows(
        sql`select seq from ground_audit where commissioner_id = ${work.commissionerId} and action = 'read file' and object_id = ${personId}`,
      ),
    );
    expect(reads.length).toBeGreaterThan(0);
  });
});
