import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { buildWeb, inCommissioner, inShared, openSession, openTasks, type Actor, type Web, type Work } from "#ground/server";
import { addContactPoint, addPerson } from "#person/server";
import { closeSituation, openSituation } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { topicsTold } from "../../../house/testing/handover.ts";
import { openApplications } from "./application.http.ts";
import type { ApplicationsShown } from "./application.contract.ts";
import { findApplication } from "./application.store.ts";
import { applicationObjections } from "./closing-objections.store.ts";
import { applicationFollowUpSteps } from "./follow-up-steps.store.ts";
import type { LettersShown } from "./letter.contract.ts";
import { applicationSummary } from "./summary-lines.store.ts";
import { applicationTimeline } from "./timeline.store.ts";

let house: TestHouse;
let web: Web;
let keys = 0;
let personId: string;
let situationId: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  web = await buildWeb(house.ground);
  openApplications(web, {
    rightsFound: () =>
      Promise.resolve([
        { right: "asf", isSure: true, lowCents: 19_900, highCents: 19_900, likelyCents: 19_900, period: "month" },
        { right: "prime_activite", isSure: true, lowCents: 21_000, highCents: 21_000, likelyCents: 21_000, period: "month" },
      ]),
    heldPapers: () => Promise.resolve([{ paper: "identity", seenOn: "2026-11-02", validUntil: "2031-04-02" }]),
    places: { byCode: (code) => (code === "23096" ? { name: "Guéret" } : undefined) },
  });
  await agent(async (work) => {
    personId = await addPerson(work, { firstName: "Maïa", lastName: "Quentin", communeCode: "23096" });
    await addContactPoint(work, personId, { channel: "address", value: "3 rue des Tilleuls\n23000 Guéret" });
    situationId = await openSituation(work, { personId });
  });
});
afterEach(() => house.close());

type Staff = Extract<Actor, { kind: "staff" }>;
const agent = <Result>(deed: (work: Work) => Promise<Result>, who: Staff = house.mutuelle.counsellor): Promise<Result> =>
  inCommissioner(house.ground, who, deed);
const ask = async (method: "GET" | "POST", url: string, payload?: object, more: { who?: Staff; key?: string } = {}) => {
  const session = await inShared(house.ground, (work) => openSession(work, (more.who ?? house.mutuelle.counsellor).staffId));
  return web.app.inject({
    method,
    url,
    ...(payload ? { payload } : {}),
    headers: { "idempotency-key": more.key ?? `application-${keys++}` },
    cookies: { tu_session: session },
  });
};
const post = (url: string, payload: object, more = {}) => ask("POST", url, payload, more);
const read = async (): Promise<ApplicationsShown> => (await ask("GET", `/api/situations/${situationId}/applications`)).json();
const start = async (asked: object = { kind: "computed", right: "prime_activite" }): Promise<string> =>
  (await post(`/api/situations/${situationId}/applications`, { asked })).json<{ id: string }>().id;
const gesture = (id: string, made: object) => post(`/api/applications/${id}/gestures`, made);
const asked = { kind: "ask", on: "2026-11-20", how: "online", toWhom: "CAF de la Creuse" };
const granted = { kind: "grant", on: "2026-11-20", amount: { cents: 21_000, period: "month" }, from: "2026-11-01" };
const paid = { kind: "pay", on: "2026-11-20", amount: { cents: 21_000, period: "month" }, proof: "notice" };
const tasks = () => agent(async (work) => (await openTasks(work)).map(({ kind, dueAt }) => `${kind} ${dueAt.toISOString().slice(0, 10)}`));
const sentenceOf = (response: { json: () => unknown }): string => (response.json() as { sentence: string }).sentence;

test("from nothing to the money: what is awaited is one task, with its day, and the plan empties as it is followed", async () => {
  const before = await read();
  expect(before.applications).toEqual([]);
  expect(before.plan.map(({ right, by, isPressing }) => `${right} ${by} ${String(isPressing)}`)).toEqual([
    "prime_activite 2026-11-30 true",
    "asf 2026-12-05 false",
  ]);
  const id = await start();
  expect(await tasks()).toEqual(["application.ask 2026-11-30"]);
  expect((await read()).plan.map(({ right }) => right)).toEqual(["asf"]);
  expect((await gesture(id, asked)).statusCode).toBe(200);
  expect(await tasks()).toEqual(["application.answer 2027-01-20"]);
  expect((await gesture(id, granted)).statusCode).toBe(200);
  expect(await tasks()).toEqual(["application.money 2027-01-04"]);
  expect((await gesture(id, paid)).statusCode).toBe(200);
  expect(await tasks()).toEqual([]);
  const [application] = (await read()).applications;
  expect(application).toMatchObject({
    state: "paid",
    amount: { cents: 21_000, period: "month" },
    mayDo: [],
    undoable: "pay",
    deadline: null,
  });
  expect(application?.steps.map(({ kind, by }) => `${kind} ${by ?? ""}`)).toEqual([
    "open Inès Caron (mutuelle-des-alpes)",
    "ask Inès Caron (mutuelle-des-alpes)",
    "grant Inès Caron (mutuelle-des-alpes)",
    "pay Inès Caron (mutuelle-des-alpes)",
  ]);
  expect((await agent(topicsTold)).map(({ topic }) => topic).filter((topic) => topic.startsWith("application."))).toEqual([
    "application.changed",
    "application.changed",
    "application.changed",
    "application.changed",
    "application.paid",
  ]);
});

test("a refusal tells its last day of appeal, and an appeal awaits its answer", async () => {
  const id = await start();
  await gesture(id, asked);
  await gesture(id, { kind: "refuse", on: "2026-11-20", reason: "resources" });
  expect(await tasks()).toEqual(["application.appeal 2027-01-06"]);
  expect((await read()).applications[0]).toMatchObject({
    state: "refused",
    deadline: { kind: "appeal", on: "2027-01-20", isPast: false },
    mayDo: ["ask", "appeal"],
  });
  await gesture(id, { kind: "appeal", on: "2026-11-20", toWhom: "Commission de recours amiable" });
  expect(await tasks()).toEqual(["application.appeal-answer 2027-01-20"]);
});

describe("what is refused writes nothing", () => {
  test.each([
    ["paid before it was granted", paid, 409, "Ce geste ne suit pas l’étape actuelle : à demander. Rechargez la page."],
    ["asked tomorrow", { ...asked, on: "2026-11-21" }, 422, "Cette date est à venir. Notez ce qui a déjà eu lieu."],
    ["a day that does not exist", { ...asked, on: "2026-02-30" }, 400, undefined],
    ["nobody says to whom", { ...asked, toWhom: "" }, 400, undefined],
    ["a gesture that is none", { kind: "dance", on: "2026-11-20" }, 400, undefined],
  ])("%s", async (_, made, status, sentence) => {
    const id = await start();
    const answer = await gesture(id, made);
    expect(answer.statusCode).toBe(status);
    if (sentence !== undefined) expect(sentenceOf(answer)).toBe(sentence);
    expect((await read()).applications[0]?.steps).toHaveLength(1);
  });
  test("an answer older than the question", async () => {
    const id = await start();
    await gesture(id, asked);
    const answer = await gesture(id, { ...granted, on: "2026-11-01" });
    expect([answer.statusCode, sentenceOf(answer)]).toEqual([422, "Cette date vient avant l’étape du 20 novembre 2026."]);
  });
  test("money without an amount, for a right that is money; a cover needs none", async () => {
    const id = await start();
    await gesture(id, asked);
    await gesture(id, granted);
    const { amount: _amount, ...bare } = paid;
    expect((await gesture(id, bare)).statusCode).toBe(422);
    const cover = await start({ kind: "computed", right: "css" });
    await gesture(cover, asked);
    await gesture(cover, { kind: "grant", on: "2026-11-20" });
    expect((await gesture(cover, bare)).statusCode).toBe(200);
  });
  test("« autre raison » says which", async () => {
    const id = await start();
    await gesture(id, asked);
    expect((await gesture(id, { kind: "refuse", on: "2026-11-20", reason: "other" })).statusCode).toBe(400);
  });
});

describe("said twice, done once", () => {
  test("the same key gives the same application and the same step", async () => {
    const body = { asked: { kind: "computed", right: "rsa" } };
    const url = `/api/situations/${situationId}/applications`;
    const first = await post(url, body, { key: "the-same-key" });
    const second = await post(url, body, { key: "the-same-key" });
    expect(second.json()).toEqual(first.json());
    const id = first.json<{ id: string }>().id;
    await post(`/api/applications/${id}/gestures`, asked, { key: "another-key-1" });
    expect((await post(`/api/applications/${id}/gestures`, asked, { key: "another-key-1" })).statusCode).toBe(200);
    expect((await read()).applications[0]?.steps).toHaveLength(2);
  });
  test("a right already followed is shown, not begun again; once stopped it may begin anew", async () => {
    const id = await start();
    expect(await start()).toBe(id);
    expect(await start({ kind: "other", label: "Aide du CCAS" })).not.toBe(id);
    expect(await start({ kind: "other", label: " aide du ccas " })).toBe((await read()).applications[1]?.id);
    await gesture(id, { kind: "withdraw", on: "2026-11-20" });
    expect(await start()).not.toBe(id);
  });
  test("two colleagues begin the same right at the same time: one application", async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect(one).toBe(other);
    expect((await read()).applications).toHaveLength(1);
  });
  test("two colleagues note the answer at the same time: the second is told where it stands", async () => {
    const id = await start();
    await gesture(id, asked);
    const answers = await Promise.all([gesture(id, granted), gesture(id, { kind: "refuse", on: "2026-11-20", reason: "resources" })]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
  });
});

describe("taking back the last gesture", () => {
  test("the same day: it stays written, no longer counts, and what was awaited before is awaited again", async () => {
    const id = await start();
    await gesture(id, asked);
    await gesture(id, granted);
    await gesture(id, paid);
    expect((await post(`/api/applications/${id}/undo`, {})).statusCode).toBe(200);
    const [application] = (await read()).applications;
    expect(application).toMatchObject({ state: "granted", undoable: "grant" });
    expect(application?.steps.map(({ kind, isUndone }) => `${kind}${isUndone ? " undone" : ""}`)).toEqual([
      "open",
      "ask",
      "grant",
      "pay undone",
    ]);
    expect(await tasks()).toEqual(["application.money 2027-01-04"]);
    expect((await agent(topicsTold)).map(({ topic }) => topic)).toContain("application.unpaid");
  });
  test("the next day it is too late", async () => {
    const id = await start();
    house.setClock("2026-11-21T09:00:00Z");
    const answer = await post(`/api/applications/${id}/undo`, {});
    expect([answer.statusCode, sentenceOf(answer)]).toEqual([409, "Un geste s’annule le jour même. Notez plutôt ce qui a changé."]);
  });
  test("taking back the opening takes the application away, and its task", async () => {
    const id = await start();
    await post(`/api/applications/${id}/undo`, {});
    expect((await read()).applications).toEqual([]);
    expect(await tasks()).toEqual([]);
    expect((await post(`/api/applications/${id}/undo`, {})).statusCode).toBe(404);
  });
});

describe("case 45: a situation does not close while an application is open", () => {
  const close = (who: Staff, reason: "helped" | "by-supervisor", note?: string) =>
    agent((work) => closeSituation(work, { situationId, reason, ...(note === undefined ? {} : { note }) }, [applicationObjections]), who);
  test("asked: refused, listing it; a supervisor may, with a reason; paid: it closes", async () => {
    const id = await start();
    expect(await close(house.mutuelle.counsellor, "helped")).toMatchObject({
      kind: "still-open",
      objections: [
        { kind: "application", subjectId: id, about: { fr: "Prime d’activité" }, link: `/bureau/situations/${situationId}/demarches` },
      ],
    });
    await gesture(id, asked);
    await gesture(id, granted);
    expect((await close(house.mutuelle.counsellor, "helped")).kind).toBe("still-open");
    await gesture(id, paid);
    expect((await close(house.mutuelle.counsellor, "helped")).kind).toBe("closed");
  });
  test("closed by a supervisor: nothing new begins, and the money that comes later is still noted", async () => {
    const id = await start();
    await gesture(id, asked);
    expect((await close(house.mutuelle.supervisor, "by-supervisor", "La personne a déménagé")).kind).toBe("closed");
    expect((await post(`/api/situations/${situationId}/applications`, { asked: { kind: "computed", right: "rsa" } })).statusCode).toBe(409);
    expect((await gesture(id, granted)).statusCode).toBe(200);
  });
});

test("another commissioner finds nothing: not the situation, not the application, not its letters", async () => {
  const id = await start();
  const who = house.caisse.counsellor;
  for (const url of [`/api/situations/${situationId}/applications`, `/api/applications/${id}`, `/api/applications/${id}/letters`])
    expect((await ask("GET", url, undefined, { who })).statusCode).toBe(404);
  expect((await ask("GET", `/api/applications/${id}/letter.pdf?courrier=request`, undefined, { who })).statusCode).toBe(404);
  expect((await post(`/api/applications/${id}/gestures`, asked, { who })).statusCode).toBe(404);
  expect(await inCommissioner(house.ground, who, (work) => findApplication(work, id))).toBeUndefined();
});

describe("letters", () => {
  const letters = async (id: string): Promise<LettersShown> => (await ask("GET", `/api/applications/${id}/letters`)).json();
  const pdf = (id: string, kind: string) => ask("GET", `/api/applications/${id}/letter.pdf?courrier=${kind}`);
  const refused = async () => {
    const id = await start();
    await gesture(id, asked);
    await gesture(id, { kind: "refuse", on: "2026-11-20", reason: "resources" });
    return id;
  };
  test("drafted from what she said, kept by version, printed once nothing is left to write", async () => {
    const id = await refused();
    const shown = await letters(id);
    expect(shown.letters.map(({ kind, version }) => `${kind} ${version}`)).toEqual(["appeal 0", "reasons 0"]);
    const draft = shown.letters[0]?.draft;
    expect(draft?.sender).toContain("Maïa Quentin\n3 rue des Tilleuls\n23000 Guéret");
    expect(draft?.addressee).toContain("CAF de la Creuse\nCommission de recours amiable");
    expect(draft?.text).toContain("mes ressources dépasseraient le plafond");
    expect(draft?.place).toBe("Guéret");
    expect((await pdf(id, "appeal")).statusCode).toBe(409);
    const keep = (letter: object, afterVersion: number) =>
      post(`/api/applications/${id}/letters`, { kind: "appeal", letter, afterVersion });
    expect((await keep(draft ?? {}, 0)).json()).toEqual({ version: 1 });
    expect(sentenceOf(await pdf(id, "appeal"))).toBe("Il reste un passage entre crochets à écrire avec la personne.");
    const finished = {
      ...draft,
      addressee: "CAF de la Creuse\nCommission de recours amiable\n17 avenue du Berry\n23000 Guéret",
      text: (draft?.text ?? "").replace(/\[[^\]]*\]/, "Mes ressources ont baissé en septembre."),
    };
    expect((await keep(finished, 0)).statusCode).toBe(409);
    expect((await keep(finished, 1)).json()).toEqual({ version: 2 });
    const paper = await pdf(id, "appeal");
    expect([paper.statusCode, paper.headers["content-type"], paper.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    expect(paper.rawPayload.toString("latin1")).toContain("/StructTreeRoot");
    expect((await letters(id)).letters[0]).toMatchObject({ version: 2, writtenBy: "Inès Caron (mutuelle-des-alpes)" });
  });
  test("of somebody protected, no address and no place are written for her", async () => {
    await agent(async (work) => {
      personId = await addPerson(work, { firstName: "Léna", communeCode: "23096", isProtected: true });
      await addContactPoint(work, personId, { channel: "address", value: "12 rue Haute" });
      situationId = await openSituation(work, { personId });
    });
    const [request] = (await letters(await start())).letters;
    expect(request?.draft.place).toBe("");
    expect(request?.draft.sender).not.toContain("rue Haute");
  });
});

test("the paper given to her names the right, and until when; of somebody protected nothing is written beforehand", async () => {
  const id = await start();
  await gesture(id, asked);
  expect(await agent((work) => applicationSummary(work, situationId))).toEqual([
    { section: "steps", text: "Prime d’activité : demande partie, réponse attendue avant le 20 janvier 2027." },
  ]);
  await agent(async (work) => {
    personId = await addPerson(work, { firstName: "Léna", isProtected: true });
    situationId = await openSituation(work, { personId });
  });
  await start();
  expect(await agent((work) => applicationSummary(work, situationId))).toEqual([]);
});

test("the timeline tells each gesture that counts, and no amount; the follow-up names no right", async () => {
  const id = await start();
  await gesture(id, asked);
  const entries = await agent((work) => applicationTimeline(work, personId));
  expect(entries.map(({ sentence }) => sentence.fr)).toEqual([
    "Démarche commencée : Prime d’activité",
    "Demande partie : Prime d’activité",
  ]);
  await gesture(id, granted);
  const steps = await agent((work) => applicationFollowUpSteps(work, personId));
  expect(steps).toEqual([
    { title: "Une demande a été acceptée", detail: "L’argent doit maintenant arriver. S’il tarde, dites-le-nous.", state: "now" },
  ]);
  expect(JSON.stringify(steps)).not.toMatch(/prime|210/i);
});
