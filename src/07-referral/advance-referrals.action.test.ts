import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recompute, type Decision } from "#engines/turns";
import { constraintOf, openTasks, type Work } from "#ground/server";
import { activeConsent, addContactPoint, addPerson, findPerson, recordConsent, withdrawConsent } from "#person/server";
import { addNeed, findNeed, openSituation } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, addProviders, as, handOverNow, messagesOf, offerStory, provider, topicsTold } from "../../house/testing/handover.ts";
import { advanceReferrals } from "./advance-referrals.action.ts";
import { acceptOffer, noteAttempt, refuseOffer, startService } from "./answer-offer.action.ts";
import { moveOn, reopenReferral } from "./change-course.action.ts";
import { closeReferral } from "./close-referral.action.ts";
import { followWithdrawal } from "./follow-withdrawal.action.ts";
import { handOver } from "./hand-over.action.ts";
import { addOffer, attemptsOf, findOffer, offersOf } from "./offer.store.ts";
import { accountsOf, decisionsOf } from "./pool.store.ts";
import { addProvider, findProvider } from "./provider.store.ts";
import { findReferral, openPacket } from "./referral.store.ts";
import { referralObjections } from "./closing-objections.store.ts";

let house: TestHouse;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let clock: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let names: Awaited<ReturnType<typeof addProviders>>;

/** « Ven. 17:00 » of the scenarios is 16:00 UTC in November. */
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  clock = as(house.ground, house.mutuelle.system);
  names = await agent((work) => addProviders(work, ["ADH", "OXA", "TDT", "VIA"]));
});
afterEach(() => house.close());

const at = (instant: string): void => {
  house.setClock(instant);
};

test("case 11: without her yes nothing leaves and the script is shown; after it, only five fields do, under that consent", async () => {
  const { needId, personId } = await agent((work) => addNeedOf(work, { consents: [] }));
  const refused = await agent((work) => handOver(work, { needId }));
  expect(refused).toMatchObject({ kind: "consent-needed", script: expect.stringContaining("prénom") as string });
  expect(await agent((work) => work.rows(sql`select id from referral`))).toEqual([]);
  const { referral, packet, consentId } = await agent(async (work) => {
    const handed = await handOver(work, { needId, consent: "oral-yes", availability: "le matin" });
    if (handed.kind !== "offered") throw new Error(handed.kind);
    const referral = await findReferral(work, handed.referralId);
    return {
      referral,
      packet: referral && (await openPacket(work, referral)),
      consentId: (await activeConsent(work, personId, "share_referral"))?.id,
    };
  });
  expect(packet).toEqual({
    firstName: "Awa",
    phone: "+33639983344",
    mayLeaveMessage: false,
    zone: "Grenoble",
    need: "Aide à domicile",
    availability: "le matin",
  });
  expect(referral?.consentId).toBe(consentId);
  expect((await agent((work) => findNeed(work, needId)))?.status).toBe("handled");
});

describe("what keeps a need from being handed over", () => {
  test("case 7: an anonymous caller without a telephone: details are needed", async () => {
    const { needId } = await agent((work) => addNeedOf(work, { firstName: "", phone: "" }));
    expect(await agent((work) => handOver(work, { needId }))).toEqual({ kind: "details-needed", missing: ["phone"] });
  });
  test("case 18: a need found and not yet told", async () => {
    const { needId } = await agent((work) => addNeedOf(work, { told: false }));
    expect(await agent((work) => handOver(work, { needId }))).toEqual({ kind: "not-told" });
  });
  test("case 9: the database itself refuses a referral on a person of another commissioner", async () => {
    const { situationId, needId } = await agent((work) => addNeedOf(work));
    const other = await as(house.ground, house.caisse.counsellor)((work) => addPerson(work, { firstName: "Awa" }));
    const insert = clock((work) =>
      work.run(sql`insert into referral (commissioner_id, situation_id, need_id, person_id, mode, status, created_at)
        values (${work.commissionerId}, ${situationId}, ${needId}, ${other}, 'inform', 'draft', ${work.now})`),
    );
    expect(constraintOf(await insert.catch((refusal: unknown) => refusal))).toBe("referral_person_own");
  });
});

test("case 23: expiry and next: two warnings, then the next provider, and the person is told", async () => {
  const { referralId, offer } = await agent((work) => handOverNow(work));
  expect(offer.dueAt).toEqual(new Date("2026-11-22T16:00:00Z"));
  for (const instant of ["2026-11-21T16:00:00Z", "2026-11-21T16:01:00Z", "2026-11-22T12:00:00Z", "2026-11-22T12:01:00Z"]) {
    at(instant);
    await clock(advanceReferrals);
  }
  const first = Object.entries(names).find(([, id]) => id === offer.providerId)?.[0] ?? "";
  const mails = (await clock(messagesOf)).filter((message) => message.to === `${first.toLowerCase()}@prestataires.example`);
  expect(mails.map((mail) => mail.subject)).toEqual([
    "Une demande à Grenoble, réponse avant dimanche 17 h",
    "Rappel : une demande à Grenoble, avant dimanche 17 h",
    "Rappel : une demande à Grenoble, avant dimanche 17 h",
  ]);
  at("2026-11-22T16:00:00Z");
  await clock(advanceReferrals);
  await clock(advanceReferrals);
  const story = await clock((work) => offerStory(work, referralId, names));
  expect(story).toEqual([`${first}: expired`, expect.stringMatching(/: waiting$/)]);
  expect(story[1]).not.toContain(first);
  const sms = (await clock(messagesOf)).filter((message) => message.channel === "sms");
  expect(sms.map((message) => message.body)).toEqual([
    "Mutuelle des Alpes. Une autre personne va vous appeler avant mardi 24/11 à 17h. Vous n'avez rien à faire.",
  ]);
  expect((await clock(topicsTold)).filter(({ topic }) => topic === "sla.broken")).toEqual([
    { topic: "sla.broken", ids: { referralId, offerId: offer.id, providerId: offer.providerId, stage: "expired" } },
  ]);
});

test("case 24: accepted but never called: broken, offered again, and counted against the provider", async () => {
  const { referralId, offer } = await agent((work) => handOverNow(work));
  at("2026-11-20T17:00:00Z");
  await agent((work) => acceptOffer(work, offer.id));
  at("2026-11-22T16:00:00Z");
  await clock(advanceReferrals);
  expect((await clock((work) => offersOf(work, referralId))).map(({ answer }) => answer)).toEqual(["broken", "waiting"]);
  expect(await clock((work) => noteAttempt(work, offer.id, true))).toEqual({ kind: "settled", answer: "broken" });
});

test("case 25: a commissioner that promises two working days: Friday 17:00 is due on Tuesday 17:00", async () => {
  await house.ground.database.pool.query(`update ground_commissioner set promise_kind = 'working-days', promise_amount = 2 where id = $1`, [
    house.mutuelle.id,
  ]);
  const { offer } = await agent((work) => handOverNow(work));
  expect(offer.dueAt).toEqual(new Date("2026-11-24T16:00:00Z"));
});

describe("case 27: one holder", () => {
  test("two agents hand the same need over at once: one offer exists, the other sees it", async () => {
    const { needId } = await agent((work) => addNeedOf(work));
    const supervisor = as(house.ground, house.mutuelle.supervisor);
    const both = await Promise.all([agent((work) => handOver(work, { needId })), supervisor((work) => handOver(work, { needId }))]);
    expect(both.map((answer) => answer.kind).toSorted()).toEqual(["already", "offered"]);
    expect(await clock((work) => work.rows(sql`select id from referral_offer`))).toHaveLength(1);
  });
  test("the database itself refuses a second running offer", async () => {
    const { referralId, offer } = await agent((work) => handOverNow(work));
    const second = clock((work) =>
      addOffer(work, { referralId, providerId: offer.providerId, decisionId: offer.decisionId, dueAt: offer.dueAt }),
    );
    expect(constraintOf(await second.catch((refusal: unknown) => refusal))).toBe("offer_one_holder");
  });
  test("two agents pass to the next at once: it moves once", async () => {
    const { referralId } = await agent((work) => handOverNow(work));
    const both = await Promise.all([
      agent((work) => moveOn(work, referralId, { seen: 1 })),
      agent((work) => moveOn(work, referralId, { seen: 1 })),
    ]);
    expect(both.map((answer) => answer.kind).toSorted()).toEqual(["moved-on", "offered"]);
  });
});

test("a yes and a no at the same instant: one of them counts, and one provider holds the request", async () => {
  for (let time = 0; time < 4; time++) {
    const { offer, referralId } = await agent((work) => handOverNow(work));
    const both = await Promise.all([
      clock((work) => acceptOffer(work, offer.id)),
      clock((work) => refuseOffer(work, offer.id, { reason: "not-ours" })),
    ]);
    expect(both.filter((answer) => answer.kind === "done")).toHaveLength(1);
    const running = (await clock((work) => offersOf(work, referralId))).filter(
      ({ answer }) => answer === "waiting" || answer === "accepted",
    );
    expect(running).toHaveLength(1);
  }
});

test("case 28: a click a second too late changes nothing", async () => {
  const { offer, referralId } = await agent((work) => handOverNow(work));
  at("2026-11-22T16:00:01Z");
  expect(await clock((work) => acceptOffer(work, offer.id))).toEqual({ kind: "late" });
  expect(await clock((work) => refuseOffer(work, offer.id, { reason: "not-ours" }))).toEqual({ kind: "late" });
  expect(await clock((work) => findOffer(work, offer.id))).toEqual(offer);
  expect((await clock((work) => findReferral(work, referralId)))?.status).toBe("offered");
});

test("case 29: a refused offer cannot be accepted with the old link, and the log says that it was tried", async () => {
  const { offer } = await agent((work) => handOverNow(work));
  await clock((work) => refuseOffer(work, offer.id, { reason: "out-of-zone" }));
  expect(await clock((work) => acceptOffer(work, offer.id))).toEqual({ kind: "settled", answer: "refused" });
  const lines = await clock((work) =>
    work.rows(sql<{ action: string }>`select action from ground_audit where object_kind = 'offer' order by seq`),
  );
  expect(lines.map((line) => line.action)).toEqual(["refuse offer", "answer refused: settled"]);
});

test("case 31: a provider that covers one town is not owed what it could not serve", async () => {
  await agent(async (work) => {
    await work.run(sql`update referral_provider set zone = '{38563}' where id = ${names["ADH"] ?? ""}`);
    for (let count = 0; count < 9; count++) await handOverNow(work);
  });
  const poolId = (await agent((work) => work.one(sql<{ id: string }>`select id from referral_pool`))).id;
  const accounts = await agent((work) => accountsOf(work, poolId));
  expect(accounts.map(({ name, received }) => [name, received])).toEqual([
    ["OXA", 3],
    ["TDT", 3],
    ["VIA", 3],
  ]);
  const { offer } = await agent((work) => handOverNow(work, { communeCode: "38563" }));
  const excluded = await agent((work) => decisionsOf(work, offer.referralId));
  expect([...excluded.values()][0]?.entries.find((entry) => entry.provider === names["ADH"])?.creditBefore).toBe(0);
});

test("case 30: 40 requests, four providers: ten each, never one more; the accounts sum to 0", async () => {
  const received = new Map<string, number>();
  for (let count = 1; count <= 40; count++) {
    const { offer } = await agent((work) => handOverNow(work));
    received.set(offer.providerId, (received.get(offer.providerId) ?? 0) + 1);
    const entitled = count / 4;
    expect(Math.max(...Object.values(names).map((id) => Math.abs((received.get(id) ?? 0) - entitled)))).toBeLessThanOrEqual(1);
  }
  expect([...received.values()]).toEqual([10, 10, 10, 10]);
  const { total } = await agent((work) => work.one(sql<{ total: number }>`select sum(credit_micro) as total from referral_ledger`));
  expect(total).toBe(0);
});

test("invariant 7: the database refuses accounts that do not sum to 0", async () => {
  const { offer } = await agent((work) => handOverNow(work));
  const cheat = clock((work) =>
    work.run(sql`update referral_ledger set credit_micro = credit_micro + 1 where provider_id = ${offer.providerId}`),
  );
  expect(constraintOf(await cheat.catch((refusal: unknown) => refusal))).toBe("ledger_sums_to_zero");
});

test("case 34: Awa asks for VIA by name: VIA is asked, and no account moves", async () => {
  const { needId } = await agent((work) => addNeedOf(work));
  const handed = await agent((work) => handOver(work, { needId, namedProviderId: names["VIA"] }));
  expect(handed).toMatchObject({ kind: "offered", offer: { providerId: names["VIA"] } });
  expect(await agent((work) => work.rows(sql`select mode from referral_decision`))).toEqual([{ mode: "choice" }]);
  expect(await agent((work) => work.rows(sql`select provider_id from referral_ledger`))).toEqual([]);
});

test("a provider that may not be asked is not, even by name, and nothing is written", async () => {
  const { needId } = await agent((work) => addNeedOf(work, { consents: [] }));
  await agent((work) => work.run(sql`update referral_provider set paused_from = '2026-11-01' where id = ${names["VIA"] ?? ""}`));
  const refused = await agent((work) => handOver(work, { needId, namedProviderId: names["VIA"], consent: "oral-yes" }));
  expect(refused).toEqual({ kind: "choice-refused", because: "paused" });
  expect(await agent((work) => work.rows(sql`select id from person_consent`))).toEqual([]);
});

test("case 35: any decision may be done again from its record, excluded providers and causes included", async () => {
  await agent((work) => work.run(sql`update referral_provider set capacity = 'waitlist' where id = ${names["TDT"] ?? ""}`));
  const { referralId } = await agent((work) => handOverNow(work));
  const [decision] = [...(await agent((work) => decisionsOf(work, referralId))).values()];
  expect(decision?.excluded).toEqual([{ provider: names["TDT"], because: "full" }]);
  expect(recompute(decision as Decision)).toEqual(decision);
});

test("case 36: Paul near Guéret, nobody for a child: the third demand in 30 days makes one report, and each one a task", async () => {
  for (let count = 0; count < 3; count++) {
    const { needId } = await agent((work) =>
      addNeedOf(work, { firstName: "Paul", communeCode: "23096", need: "garde", phone: "+33536490011" }),
    );
    expect(await agent((work) => handOver(work, { needId }))).toMatchObject({ kind: "searching" });
  }
  const gaps = await agent((work) => work.rows(sql`select need, commune_code, radius_meters, status from directory_gap`));
  expect(gaps).toEqual([{ need: "garde", commune_code: "23096", radius_meters: 15_000, status: "reported" }]);
  const tasks = await agent((work) => openTasks(work));
  expect(tasks.filter((task) => task.kind === "referral.nobody")).toHaveLength(3);
  expect(tasks.filter((task) => task.kind === "gap.report")).toHaveLength(1);
  expect(tasks[0]?.dueAt).toEqual(new Date("2026-11-21T16:00:00Z"));
});

test("case 37: three offers unanswered: a human has a task, and the referral stays open", async () => {
  const { referralId } = await agent((work) => handOverNow(work));
  for (const instant of ["2026-11-22T16:00:00Z", "2026-11-24T16:00:00Z", "2026-11-26T16:00:00Z", "2026-11-28T16:00:00Z"]) {
    at(instant);
    await clock(advanceReferrals);
  }
  expect((await clock((work) => offersOf(work, referralId))).map(({ answer }) => answer)).toEqual(["expired", "expired", "expired"]);
  expect((await clock((work) => findReferral(work, referralId)))?.status).toBe("searching");
  expect((await clock((work) => openTasks(work))).map(({ kind }) => kind)).toEqual(["referral.exhausted"]);
  // The human may still ask the fourth, or close as exhausted.
  expect(await agent((work) => moveOn(work, referralId, { seen: 3 }))).toMatchObject({ kind: "offered" });
});

test("a referral is closed as exhausted only once it is", async () => {
  const { referralId } = await agent((work) => handOverNow(work));
  expect(await agent((work) => closeReferral(work, referralId, "exhausted"))).toEqual({ kind: "refused", because: "not-exhausted" });
});

test("case 38: three calls on two days: the details are to be checked, and only then may it be closed as unreachable", async () => {
  const { offer, referralId } = await agent((work) => handOverNow(work));
  await clock((work) => acceptOffer(work, offer.id));
  for (const instant of ["2026-11-21T09:00:00Z", "2026-11-21T17:00:00Z"]) {
    at(instant);
    await clock((work) => noteAttempt(work, offer.id, false));
  }
  expect(await agent((work) => closeReferral(work, referralId, "unreachable"))).toEqual({ kind: "refused", because: "may-be-reached" });
  at("2026-11-23T09:00:00Z");
  await clock((work) => noteAttempt(work, offer.id, false));
  expect((await clock((work) => openTasks(work))).map(({ kind }) => kind)).toEqual(["referral.verify-details"]);
  expect(await agent((work) => closeReferral(work, referralId, "unreachable"))).toEqual({ kind: "closed" });
  expect(await clock((work) => attemptsOf(work, referralId))).toHaveLength(3);
  expect(await clock((work) => openTasks(work))).toEqual([]);
});

test("case 39: « complet » takes the provider out of the turn, and the next one is asked at once", async () => {
  const { offer, referralId } = await agent((work) => handOverNow(work));
  await clock((work) => refuseOffer(work, offer.id, { reason: "full" }));
  expect(await clock((work) => findProvider(work, offer.providerId))).toMatchObject({ capacity: "waitlist", capacityUntil: undefined });
  const [first, second] = await clock((work) => offersOf(work, referralId));
  expect(first).toMatchObject({ answer: "refused", refusalReason: "full" });
  expect(second).toMatchObject({ answer: "waiting" });
  expect(second?.providerId).not.toBe(offer.providerId);
});

test("case 39: « autre » without a word is refused by the database too", async () => {
  const { offer } = await agent((work) => handOverNow(work));
  const silent = clock((work) => refuseOffer(work, offer.id, { reason: "other", text: "  " }));
  expect(constraintOf(await silent.catch((refusal: unknown) => refusal))).toBe("offer_other_is_said");
});

test("case 12: when Awa withdraws her consent the referral closes, the provider is told « close », and the packet no longer exists", async () => {
  const { personId, referralId, offer, needId } = await agent((work) => handOverNow(work));
  await clock((work) => acceptOffer(work, offer.id));
  await agent(async (work) => {
    const consent = await activeConsent(work, personId, "share_referral");
    await withdrawConsent(work, consent?.id ?? "");
  });
  await clock((work) => followWithdrawal(work, personId));
  await clock((work) => followWithdrawal(work, personId));
  const referral = await clock((work) => findReferral(work, referralId));
  expect(referral).toMatchObject({ status: "closed", outcome: "withdrawn", hasPacket: false });
  expect(referral && (await clock((work) => openPacket(work, referral)))).toBeUndefined();
  expect((await clock((work) => findOffer(work, offer.id)))?.answer).toBe("withdrawn");
  const mails = (await clock(messagesOf)).filter((message) => message.channel === "mail");
  expect(mails.at(-1)?.subject).toBe("Une demande à Grenoble est close");
  const told = (await clock(topicsTold)).filter(({ topic }) => topic === "consent.withdrawn");
  expect(Object.keys(told[0]?.ids ?? {}).toSorted()).toEqual(["consentId", "personId"]);
  expect((await clock((work) => findNeed(work, needId)))?.status).toBe("accepted");
  expect(await agent((work) => reopenReferral(work, referralId))).toEqual({ kind: "consent-needed" });
});

test("case 10: a protected person is never texted, and the provider may leave no message", async () => {
  const { referralId, offer } = await agent((work) => handOverNow(work, { isProtected: true }));
  await clock((work) => refuseOffer(work, offer.id, { reason: "not-ours" }));
  expect((await clock(messagesOf)).filter((message) => message.channel === "sms")).toEqual([]);
  const referral = await clock((work) => findReferral(work, referralId));
  expect(referral && (await clock((work) => openPacket(work, referral)))?.mayLeaveMessage).toBe(false);
});

test("closed, then opened again within 30 days: a new search, a new number, and nothing of the measures of before", async () => {
  const { offer, referralId, situationId } = await agent((work) => handOverNow(work));
  await clock((work) => acceptOffer(work, offer.id));
  at("2026-11-21T08:30:00Z");
  await clock((work) => noteAttempt(work, offer.id, true));
  await clock((work) => startService(work, offer.id));
  expect(await agent((work) => referralObjections(work, situationId))).toEqual([
    { kind: "referral", subjectId: referralId, need: "aide_domicile" },
  ]);
  await agent((work) => closeReferral(work, referralId, "not-delivered"));
  expect(await agent((work) => referralObjections(work, situationId))).toEqual([]);
  at("2026-12-01T08:30:00Z");
  expect(await agent((work) => reopenReferral(work, referralId))).toMatchObject({ kind: "offered", offer: { seq: 2 } });
  expect(await clock((work) => findReferral(work, referralId))).toMatchObject({
    status: "offered",
    outcome: undefined,
    firstAttemptAt: undefined,
  });
  at("2026-12-01T08:31:00Z");
  await agent((work) => closeReferral(work, referralId, "duplicate"));
  at("2027-01-02T08:30:00Z");
  expect(await agent((work) => reopenReferral(work, referralId))).toEqual({ kind: "too-late" });
});

test("a shared telephone and a consent to SMS never given: no text leaves", async () => {
  await agent(async (work) => {
    const personId = await addPerson(work, { firstName: "Paul", communeCode: "38185" });
    await addContactPoint(work, personId, { channel: "phone", value: "+33199001234" });
    await recordConsent(work, { personId, purpose: "share_referral", answer: "yes", mode: "oral" });
    const situationId = await openSituation(work, { personId });
    const needId = await addNeed(work, { situationId, need: "aide_domicile", origin: "expressed" });
    const handed = await handOver(work, { needId });
    if (handed.kind !== "offered") throw new Error(handed.kind);
    await refuseOffer(work, handed.offer.id, { reason: "not-ours" });
    expect((await findPerson(work, personId))?.firstName).toBe("Paul");
  });
  expect((await clock(messagesOf)).filter((message) => message.channel === "sms")).toEqual([]);
});

test("case 33: a provider paused in December earns nothing and comes back without a burst", async () => {
  const other = await agent((work) => addProvider(work, provider("ZEN", { pausedFrom: undefined })));
  await agent((work) =>
    work.run(sql`update referral_provider set paused_from = '2026-12-01', paused_until = '2026-12-07' where id = ${other}`),
  );
  at("2026-12-02T10:00:00Z");
  for (let count = 0; count < 8; count++) await agent((work) => handOverNow(work));
  at("2026-12-08T10:00:00Z");
  const after: string[] = [];
  for (let count = 0; count < 5; count++) after.push((await agent((work) => handOverNow(work))).offer.providerId);
  expect(after.filter((id) => id === other)).toHaveLength(1);
});
