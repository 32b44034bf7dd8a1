import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { buildWeb, inShared, openSession, openTasks, type Actor, type Web, type Work } from "#ground/server";
import { recordConsent } from "#person/server";
import { enterService } from "#directory/server";
import { findNeed, setNeedStatus } from "#situation/server";
import { hoursToContact } from "#referral";
import {
  acceptOffer,
  advanceReferrals,
  findReferral,
  informPerson,
  noteAttempt,
  offersOf,
  openProviderPages,
  reopenReferral,
} from "#referral/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, addProviders, as, handOverNow, lastTokenFor, messagesOf, topicsTold } from "../../house/testing/handover.ts";
import { askOutcomes } from "./ask-outcomes.action.ts";
import { openAnswerPages } from "./answer-page.http.ts";
import { outcomeObjections } from "./closing-objections.store.ts";
import { openOutcomes } from "./outcome.http.ts";
import type { GainsShown, OutcomesShown } from "./outcome.contract.ts";
import { closedBetween, outcomesOf } from "./outcome.store.ts";
import { closureRate } from "./outcome.ts";
import { openProviderOutcome } from "./provider-outcome.http.ts";
import { recordOutcome } from "./record-outcome.action.ts";

let house: TestHouse;
let web: Web;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let keys = 0;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  await agent((work) => addProviders(work, ["ADH"]));
  web = await buildWeb(house.ground);
  openProviderPages(web);
  openProviderOutcome(web);
  openAnswerPages(web);
  openOutcomes(web);
});
afterEach(() => house.close());

const clock = <Result>(deed: (work: Work) => Promise<Result>) => as(house.ground, house.mutuelle.system)(deed);
const plain = (html: string): string => html.replaceAll("\u00a0", " ");
const send = (url: string, fields: Record<string, string>) =>
  web.app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ cle: `key-number-${keys++}`, ...fields }).toString(),
  });
const read = async (url: string) => plain((await web.app.inject({ url })).body);

type Staff = Extract<Actor, { kind: "staff" }>;
const desk = async (url: string, payload?: object, who: Staff = house.mutuelle.counsellor) => {
  const session = await inShared(house.ground, (work) => openSession(work, who.staffId));
  const response = await web.app.inject({
    url,
    method: payload ? "POST" : "GET",
    ...(payload ? { payload, headers: { "idempotency-key": `desk-key-${keys++}` } } : {}),
    cookies: { tu_session: session },
  });
  return { status: response.statusCode, body: response.json<unknown>() };
};

/** Handed over to ADH, accepted at 18:10 and called on Saturday at 09:30. */
const called = async () => {
  const made = await agent((work) => handOverNow(work));
  house.setClock("2026-11-20T17:10:00Z");
  await agent((work) => acceptOffer(work, made.offer.id));
  house.setClock("2026-11-21T08:30:00Z");
  await agent((work) => noteAttempt(work, made.offer.id, true));
  return made;
};

test("scenario 22, end to end: asked on Friday 17:00, called on Saturday 09:30, done on Wednesday, confirmed by the person: 16.5 hours", async () => {
  const { referralId, needId, offer } = await agent((work) => handOverNow(work));
  expect(offer.dueAt).toEqual(new Date("2026-11-22T16:00:00Z"));
  const token = await agent((work) => lastTokenFor(work, "adh@prestataires.example"));
  const page = `/s/mutuelle-des-alpes/p/${token}`;
  house.setClock("2026-11-20T17:10:00Z");
  expect((await send(`${page}/accepter`, {})).statusCode).toBe(303);
  house.setClock("2026-11-21T08:30:00Z");
  expect((await send(`${page}/essai`, { jointe: "oui" })).statusCode).toBe(303);
  house.setClock("2026-11-25T10:00:00Z");
  expect((await send(`${page}/resultat`, { resultat: "yes" })).statusCode).toBe(303);
  expect(await read(page)).toContain("Merci, cette demande est terminée");
  expect(await agent((work) => findReferral(work, referralId))).toMatchObject({
    status: "closed",
    outcome: "delivered",
    doneAt: new Date("2026-11-25T10:00:00Z"),
  });

  house.setClock("2026-12-04T17:10:00Z");
  await clock(askOutcomes);
  await clock(askOutcomes);
  const sms = (await agent(messagesOf)).filter((message) => message.channel === "sms");
  expect(sms).toHaveLength(1);
  const answer = `/reponse/${await agent((work) => lastTokenFor(work, "+33639983344"))}`;
  expect(await read(answer)).toContain("Avez-vous eu l’aide attendue ?");
  expect((await send(answer, { reponse: "yes" })).statusCode).toBe(303);
  expect(await read(answer)).toContain("Merci, c’est noté");

  const referral = await agent((work) => findReferral(work, referralId));
  expect(referral).toMatchObject({ status: "closed", outcome: "delivered" });
  expect((await agent((work) => outcomesOf(work, referralId))).map(({ source, delivered }) => [source, delivered])).toEqual([
    ["provider", "yes"],
    ["person", "yes"],
  ]);
  const offers = await agent((work) => offersOf(work, referralId));
  expect(hoursToContact(offers[0]?.offeredAt, referral?.firstAttemptAt)).toBe(16.5);
  expect((await agent((work) => findNeed(work, needId)))?.status).toBe("met");
});

test("case 41: provider J+7, person J+14, counsellor J+30 without answer: closed unknown, and the closure rate falls", async () => {
  const { referralId, situationId } = await called();
  for (const day of ["2026-11-27T17:10:00Z", "2026-12-04T17:10:00Z", "2026-12-20T17:10:00Z", "2026-12-27T17:09:00Z"]) {
    house.setClock(day);
    await clock(askOutcomes);
  }
  const written = (await agent(messagesOf)).slice(1).map((message) => [message.channel, message.purpose]);
  expect(written).toEqual([
    ["mail", "referral question"],
    ["sms", "outcome question"],
  ]);
  expect((await agent((work) => openTasks(work))).map(({ kind }) => kind)).toEqual(["outcome.ask-counsellor"]);
  expect((await agent((work) => findReferral(work, referralId)))?.status).toBe("contacted");
  house.setClock("2026-12-27T17:10:00Z");
  await clock(askOutcomes);
  expect(await agent((work) => findReferral(work, referralId))).toMatchObject({ status: "closed", outcome: "unknown" });
  const closed = await agent((work) => closedBetween(work, new Date("2026-12-01"), new Date("2027-01-01")));
  expect(closureRate(closed.map(({ outcome }) => outcome))).toBe(0);
  expect(await agent((work) => outcomeObjections(work, situationId))).toEqual([]);
  // A late word still corrects it.
  await agent((work) => recordOutcome(work, { referralId, source: "person", delivered: "yes" }));
  expect((await agent((work) => findReferral(work, referralId)))?.outcome).toBe("delivered");
});

describe("case 42: two truths", () => {
  test("disputed, not counted as delivered, a task of quality, and the situation cannot close until it is settled", async () => {
    const { referralId, situationId, needId } = await called();
    await agent((work) => recordOutcome(work, { referralId, source: "provider", delivered: "yes" }));
    house.setClock("2026-12-05T10:00:00Z");
    expect(await agent((work) => recordOutcome(work, { referralId, source: "person", delivered: "no" }))).toMatchObject({
      verdict: "disputed",
    });
    expect((await agent((work) => openTasks(work))).map(({ kind }) => kind)).toEqual(["outcome.disputed"]);
    expect((await agent((work) => findNeed(work, needId)))?.status).toBe("accepted");
    expect(await agent((work) => outcomeObjections(work, situationId))).toEqual([
      { kind: "outcome", subjectId: referralId, need: "aide_domicile" },
    ]);

    house.setClock("2026-12-06T10:00:00Z");
    const word = { source: "counsellor", delivered: "no", reason: "Rendez-vous manqué des deux côtés" };
    expect((await desk(`/api/referrals/${referralId}/outcomes`, word)).status).toBe(403);
    const settled = await desk(`/api/referrals/${referralId}/outcomes`, word, house.mutuelle.supervisor);
    expect((settled.body as OutcomesShown).verdict).toBe("not-delivered");
    expect(await agent((work) => openTasks(work))).toEqual([]);
    expect(await agent((work) => outcomeObjections(work, situationId))).toEqual([]);
    expect((await agent((work) => findReferral(work, referralId)))?.outcome).toBe("not-delivered");
  });
});

test("the provider's « non » needs a few words, kept beside it", async () => {
  const { referralId } = await called();
  const page = `/s/mutuelle-des-alpes/p/${await agent((work) => lastTokenFor(work, "adh@prestataires.example"))}`;
  const refused = await send(`${page}/resultat`, { resultat: "no" });
  expect([refused.statusCode, plain(refused.body).includes("Dites pourquoi, en quelques mots.")]).toEqual([422, true]);
  await send(`${page}/resultat`, { resultat: "no", motif: "La personne a déménagé" });
  expect((await agent((work) => outcomesOf(work, referralId)))[0]).toMatchObject({ delivered: "no", reason: "La personne a déménagé" });
  const again = await send(`${page}/resultat`, { resultat: "yes" });
  expect(again.statusCode).toBe(409);
});

describe("the person's page", () => {
  test("two taps, and a third if she wants to say how it went; she may change her mind", async () => {
    const { referralId } = await called();
    house.setClock("2026-12-04T17:10:00Z");
    await clock(askOutcomes);
    const answer = `/reponse/${await agent((work) => lastTokenFor(work, "+33639983344"))}`;
    const html = await read(answer);
    for (const secret of ["Aide à domicile", "ADH", "Awa"]) expect(html).not.toContain(secret);
    expect(html).toContain("Quitter vite");
    await send(answer, { reponse: "partly" });
    expect((await send(`${answer}/avis`, { satisfaction: "3" })).statusCode).toBe(303);
    expect((await agent((work) => outcomesOf(work, referralId))).at(-1)).toMatchObject({ delivered: "partly", satisfaction: 3 });
    expect(await read(`${answer}?changer=1`)).toContain("Avez-vous eu l’aide attendue ?");
  });

  test("another answer from a page kept by the browser is asked again, never thanked for and lost", async () => {
    const { referralId } = await called();
    house.setClock("2026-12-04T17:10:00Z");
    await clock(askOutcomes);
    const answer = `/reponse/${await agent((work) => lastTokenFor(work, "+33639983344"))}`;
    await send(answer, { cle: "one-same-page", reponse: "yes" });
    const again = await send(answer, { cle: "one-same-page", reponse: "no" });
    expect([again.statusCode, plain(again.body)]).toEqual([422, expect.stringContaining("pas encore celle-ci")]);
    const cle = /name="cle" value="([^"]*)"/.exec(again.body)?.[1] ?? "";
    expect((await send(answer, { cle, reponse: "no" })).statusCode).toBe(303);
    expect((await agent((work) => outcomesOf(work, referralId))).map((outcome) => outcome.delivered)).toEqual(["yes", "no"]);
  });

  test("« Non » makes a task for whoever follows her, and the need is open again", async () => {
    const { referralId, needId } = await called();
    await agent((work) => recordOutcome(work, { referralId, source: "person", delivered: "no" }));
    const [task] = await agent((work) => openTasks(work));
    expect(task).toMatchObject({ kind: "outcome.not-obtained", ownerId: house.mutuelle.counsellor.staffId });
    expect((await agent((work) => findNeed(work, needId)))?.status).toBe("accepted");
    expect(await agent((work) => findReferral(work, referralId))).toMatchObject({ status: "closed", outcome: "not-delivered" });
  });

  test("reading it changes nothing; an answer without a choice is asked again; odd links say so", async () => {
    const { referralId } = await called();
    house.setClock("2026-12-04T17:10:00Z");
    await clock(askOutcomes);
    const answer = `/reponse/${await agent((work) => lastTokenFor(work, "+33639983344"))}`;
    await read(answer);
    expect((await send(answer, {})).statusCode).toBe(422);
    expect(await agent((work) => outcomesOf(work, referralId))).toEqual([]);
    expect((await web.app.inject({ url: "/reponse/abc" })).statusCode).toBe(404);
    house.setClock("2027-04-01T10:00:00Z");
    expect((await web.app.inject({ url: answer })).statusCode).toBe(410);
    expect((await send(answer, { reponse: "yes" })).statusCode).toBe(410);
  });
});

test("case 13: who did not agree to SMS, or said no to being asked, is not texted; the first is called by a human", async () => {
  const silent = await agent((work) => handOverNow(work, { consents: ["share_referral"] }));
  const refusing = await agent((work) => handOverNow(work, { firstName: "Nadia", phone: "+33639980011" }));
  await agent((work) => recordConsent(work, { personId: refusing.personId, purpose: "survey", answer: "no", mode: "oral" }));
  for (const { offer } of [silent, refusing]) {
    await agent((work) => acceptOffer(work, offer.id));
    await agent((work) => noteAttempt(work, offer.id, true));
  }
  house.setClock("2026-12-05T10:00:00Z");
  await clock(askOutcomes);
  expect((await agent(messagesOf)).filter((message) => message.channel === "sms")).toEqual([]);
  const tasks = await agent((work) => openTasks(work));
  expect(tasks.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([["outcome.ask-person", silent.referralId]]);
});

test("opened again, a referral is asked about again, and what was said before no longer counts", async () => {
  const { referralId } = await called();
  await agent((work) => recordOutcome(work, { referralId, source: "provider", delivered: "no", reason: "Absente" }));
  house.setClock("2026-11-28T10:00:00Z");
  expect(await agent((work) => reopenReferral(work, referralId))).toMatchObject({ kind: "offered" });
  const last = (await agent((work) => offersOf(work, referralId))).at(-1);
  await agent((work) => acceptOffer(work, last?.id ?? ""));
  await agent((work) => noteAttempt(work, last?.id ?? "", true));
  house.setClock("2026-12-05T10:00:00Z");
  await clock(askOutcomes);
  expect((await agent(messagesOf)).filter((message) => message.purpose === "referral question")).toHaveLength(1);
  expect(await agent((work) => recordOutcome(work, { referralId, source: "person", delivered: "yes" }))).toMatchObject({
    verdict: "delivered",
  });
});

describe("gains", () => {
  test("cases 43 and 44: 210 € a month proven, a skill and an opportunity beside it; added, then withdrawn", async () => {
    const { personId, situationId } = await agent((work) => addNeedOf(work));
    const add = (gain: object) => desk(`/api/situations/${situationId}/gains`, gain);
    await add({ kind: "money", label: "prime d’activité", amount: { cents: 21_000, period: "month" }, basis: "proven" });
    await add({ kind: "skill", label: "fait seule sa déclaration trimestrielle", basis: "declared" });
    const interview = await add({ kind: "opportunity", label: "entretien d’embauche", basis: "declared" });
    const gains = (await desk(`/api/persons/${personId}/gains`)).body as GainsShown;
    expect(gains.perYear.money).toEqual({ declared: 0, estimated: 0, proven: 252_000 });
    expect(gains.gains.map(({ kind, label }) => [kind, label])).toEqual([
      ["money", "prime d’activité"],
      ["skill", "fait seule sa déclaration trimestrielle"],
      ["opportunity", "entretien d’embauche"],
    ]);
    const id = (interview.body as { id: string }).id;
    expect((await desk(`/api/gains/${id}/withdraw`, {})).status).toBe(200);
    expect((await desk(`/api/gains/${id}/withdraw`, {})).status).toBe(404);
    expect(((await desk(`/api/persons/${personId}/gains`)).body as GainsShown).gains).toHaveLength(2);
    expect((await desk(`/api/persons/${personId}/gains`, undefined, house.caisse.supervisor)).status).toBe(404);
  });

  test.each([
    ["money without an amount", { kind: "money", label: "aide", basis: "proven" }],
    ["a skill with an amount", { kind: "skill", label: "lire", amount: { cents: 100, period: "once" }, basis: "declared" }],
    ["a part of a cent", { kind: "money", label: "aide", amount: { cents: 1.5, period: "once" }, basis: "declared" }],
    ["nothing said", { kind: "skill", label: " ", basis: "declared" }],
  ])("%s is refused", async (_, gain) => {
    const { situationId } = await agent((work) => addNeedOf(work));
    expect((await desk(`/api/situations/${situationId}/gains`, gain)).status).toBe(400);
  });

  test("what the person gained is sealed: the database does not hold her words", async () => {
    const { situationId } = await agent((work) => addNeedOf(work));
    await desk(`/api/situations/${situationId}/gains`, { kind: "skill", label: "lit ses courriers", basis: "declared" });
    const rows = await agent((work) => work.rows(sql<{ label: Buffer }>`select label from outcome_gain`));
    expect(rows[0]?.label.toString("utf8")).not.toContain("courriers");
  });
});

test("« outcome.recorded » is told with identifiers only", async () => {
  const { referralId, needId } = await called();
  await agent((work) => setNeedStatus(work, needId, "handled"));
  await agent((work) => recordOutcome(work, { referralId, source: "provider", delivered: "partly", reason: "Une heure sur deux" }));
  const told = (await agent(topicsTold)).filter(({ topic }) => topic === "outcome.recorded");
  expect(Object.keys(told[0]?.ids ?? {}).toSorted()).toEqual(["outcomeId", "referralId"]);
  house.setClock("2026-12-25T10:00:00Z");
  await clock(advanceReferrals);
  expect((await agent((work) => findReferral(work, referralId)))?.outcome).toBe("partly");
});

test("case 40: a contact is given on the line; a week later she is asked by SMS whether it helped, and her no opens the need again", async () => {
  house.setClock("2026-11-20T16:00:00Z");
  const { needId, referralId } = await agent(async (work) => {
    const of = await addNeedOf(work, { consents: ["sms"] });
    const serviceId = await enterService(work, {
      source: { id: "essai", name: "Essai", licence: "fictif" },
      key: "menage",
      structureName: "Coup de main",
      name: "Ménage chez vous",
      themes: ["equipement-et-alimentation--aide-menagere"],
      phone: "04 65 71 10 02",
      updatedOn: "2026-11-01",
    });
    const informed = await informPerson(work, { needId: of.needId, serviceId });
    if (informed.kind !== "informed") throw new Error(informed.kind);
    return { ...of, referralId: informed.referralId };
  });
  expect(await agent((work) => findReferral(work, referralId))).toMatchObject({ mode: "inform", outcome: "informed" });
  house.setClock("2026-11-27T16:05:00Z");
  await clock(askOutcomes);
  const [sms, ...others] = (await agent(messagesOf)).filter((message) => message.channel === "sms");
  expect(others).toEqual([]);
  expect(sms?.body).not.toMatch(/ménage|domicile/i);
  const answer = `/reponse/${await agent((work) => lastTokenFor(work, "+33639983344"))}`;
  await agent((work) => setNeedStatus(work, needId, "handled"));
  expect((await send(answer, { reponse: "no" })).statusCode).toBe(303);
  expect((await agent((work) => findNeed(work, needId)))?.status).toBe("accepted");
});
