import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { day } from "#engines/calendar";
import {
  buildWeb,
  finishTasks,
  goRound,
  inShared,
  openSession,
  openTasks,
  prepareJobs,
  workOnce,
  type Actor,
  type Duties,
  type Web,
  type Work,
} from "#ground/server";
import { activeConsent, addPerson, recordConsent, withdrawConsent } from "#person/server";
import { closeSituation, openSituation } from "#situation/server";
import { openRegisterDouble, openTestHouse, type RegisterDouble, type TestHouse } from "#testing";
import { as, topicsTold } from "../../../house/testing/handover.ts";
import { makeRegisters } from "../register/api-particulier.source.ts";
import { noteDocument, usesOf } from "../register/document.store.ts";
import { consentListeners } from "../register/forget-answers.action.ts";
import { openRegisters } from "../register/register.http.ts";
import { retryRegister } from "../register/retry-register.action.ts";
import { openCardModels } from "./card-model.http.ts";
import { addModel, type NewCardModel } from "./card-model.store.ts";
import { renewalObjections } from "./closing-objections.store.ts";
import type { EntitlementPageShown, EntitlementsShown, LookAtShown } from "./entitlement.contract.ts";
import { openEntitlements } from "./entitlement.http.ts";
import { answerListener } from "./follow-answers.action.ts";
import { endsRound } from "./lapse-entitlements.action.ts";

let house: TestHouse;
let double: RegisterDouble;
let web: Web;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let keys = 0;

const awa = { birthName: "Diallo", firstNames: "Awa", birthDate: "1990-05-01", sex: "F", birthPlace: "38185" } as const;
const cardOfThreeMonths: NewCardModel = {
  name: "Carte trois mois",
  printedName: "Carte Alpes",
  months: 3,
  question: { register: "rsa" },
  issuers: ["counsellor", "supervisor"],
  isCard: true,
};

beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-30T09:00:00Z" });
  await prepareJobs(house.ground);
  double = await openRegisterDouble();
  agent = as(house.ground, house.mutuelle.counsellor);
  web = await buildWeb(house.ground);
  const registers = makeRegisters(double.access, 500);
  openRegisters(web, registers);
  openEntitlements(web, registers);
  openCardModels(web);
});
afterEach(async () => {
  await double.close();
  await house.close();
});

type Staff = Extract<Actor, { kind: "staff" }>;
const desk = async (url: string, payload?: object, more: { who?: Staff; key?: string; on?: Web } = {}) => {
  const session = await inShared(house.ground, (work) => openSession(work, (more.who ?? house.mutuelle.counsellor).staffId));
  const response = await (more.on ?? web).app.inject({
    url,
    method: payload ? "POST" : "GET",
    ...(payload ? { payload, headers: { "idempotency-key": more.key ?? `desk-key-${keys++}` } } : {}),
    cookies: { tu_session: session },
  });
  return { status: response.statusCode, body: response.json<unknown>() };
};

const receives = (...benefits: readonly string[]) => {
  double.know({ birthName: "DIALLO", firstName: "AWA", birthDate: "1990-05-01", receives: benefits });
};
const addAwa = (consents = true) =>
  agent(async (work) => {
    const personId = await addPerson(work, { firstName: "Awa", lastName: "Diallo", birthDate: "1990-05-01", communeCode: "38185" });
    if (consents) await recordConsent(work, { personId, purpose: "register_check", answer: "yes", mode: "oral" });
    return personId;
  });
const addTheModel = async (more: Partial<NewCardModel> = {}) => {
  const id = await agent((work) => addModel(work, { ...cardOfThreeMonths, ...more }));
  if (id === "name-taken") throw new Error(id);
  return id;
};
const request = async (personId: string, modelId: string) =>
  ((await desk(`/api/persons/${personId}/entitlements`, { modelId })).body as { id: string }).id;
const on = async (id: string, gesture: string, body: object = {}, more: { who?: Staff; key?: string; on?: Web } = {}) => {
  const answer = await desk(`/api/entitlements/${id}/${gesture}`, body, more);
  return { status: answer.status, body: answer.body as EntitlementPageShown & { needs?: string; sentence?: string } };
};
const page = async (id: string) => (await desk(`/api/entitlements/${id}`)).body as EntitlementPageShown;
const tasks = () => agent(async (work) => (await openTasks(work)).map(({ kind, dueAt }) => [kind, dueAt.toISOString()]));
const goTo = async (now: string) => {
  house.setClock(now);
  await goRound(house.ground, endsRound);
};

/** A card of three months from 30 November, issued while she is on the line. */
const issued = async (more: Partial<NewCardModel> = {}) => {
  receives("rsa");
  const personId = await addAwa();
  const id = await request(personId, await addTheModel(more));
  await on(id, "check", { identity: awa });
  await on(id, "issue");
  return { personId, id };
};

describe("case 60: a card of three months", () => {
  test("asked for, checked on the line, issued with a number: from 30 November to 28 February", async () => {
    receives("rsa");
    const personId = await addAwa();
    const id = await request(personId, await addTheModel());
    expect(await page(id)).toMatchObject({ state: "requested", number: null });
    expect((await on(id, "check", { identity: awa })).body).toMatchObject({ state: "checked", checkedHow: "register" });
    const card = (await on(id, "issue")).body;
    expect(card).toMatchObject({ state: "active", from: "2026-11-30", to: "2027-02-28", renewalOpensOn: "2027-01-29" });
    expect(card.number).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/);
    expect(card.history.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["issued", "checked", "requested"]));
    expect(await tasks()).toEqual([]);
  });

  test("a task thirty days before; « situation inchangée » and a register that says yes renew in one gesture, to 30 May", async () => {
    const { id, personId } = await issued();
    await goTo("2027-01-28T23:00:00Z");
    expect(await tasks()).toEqual([["card.renewal-due", "2027-01-29T08:00:00.000Z"]]);
    expect(await page(id)).toMatchObject({ state: "renewal-due" });
    house.setClock("2027-02-03T09:00:00Z");
    const renewed = (await on(id, "renew", { situation: "unchanged" })).body;
    expect(renewed).toMatchObject({ state: "active", from: "2026-11-30", to: "2027-05-30", mayUndoRenewal: true });
    expect(double.asked.length).toBe(2);
    expect(await tasks()).toEqual([]);
    await goTo("2027-02-04T09:00:00Z");
    expect(await tasks()).toEqual([]);
    const told = (await agent(topicsTold)).filter(({ topic }) => topic.startsWith("entitlement."));
    expect(told.map(({ topic, ids }) => [topic, Object.keys(ids).toSorted()])).toEqual([
      ["entitlement.issued", ["entitlementId", "personId"]],
      ["entitlement.renewed", ["entitlementId", "personId"]],
    ]);
    expect((await agent((work) => usesOf(work, personId))).map(({ purpose }) => purpose)).toEqual(["card"]);
  });

  test("the answer that gave the card is too old to renew it, even while it still holds", async () => {
    const { id } = await issued();
    // Valid until 31 January: a renewal opened on the 29th asks again all the same.
    house.setClock("2027-01-29T09:00:00Z");
    receives();
    await on(id, "renew", { situation: "unchanged" });
    expect(double.asked.length).toBe(2);
  });

  test("a register that says no: a human decides, and nothing is cut meanwhile, not even at the end", async () => {
    const { id } = await issued();
    await double.close();
    double = await openRegisterDouble();
    receives();
    const other = await webWith(double);
    house.setClock("2027-02-10T09:00:00Z");
    expect((await on(id, "renew", { situation: "unchanged" }, { on: other })).body).toMatchObject({
      state: "waiting",
      waitsFor: "decision",
      to: "2027-02-28",
      lastAnswer: { answer: "no" },
    });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.register-no"]);
    await goTo("2027-03-15T09:00:00Z");
    expect(await page(id)).toMatchObject({ state: "waiting" });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.register-no", "card.waits-too-long"]);
    expect((await on(id, "settle", { outcome: "renewed", note: " " })).status).toBe(422);
    const settled = await on(id, "settle", { outcome: "renewed", note: "Le dossier CAF est en cours de transfert" });
    expect(settled.body).toMatchObject({ state: "active", to: "2027-05-30" });
    expect(settled.body.history[0]).toMatchObject({ kind: "renewed", how: "decision", note: "Le dossier CAF est en cours de transfert" });
    expect(await tasks()).toEqual([]);
  });

  test("not renewed by a human: it goes on to its end, then lapses, and somebody is told", async () => {
    const { id } = await issued();
    house.setClock("2027-02-10T09:00:00Z");
    expect((await on(id, "renew", { situation: "changed" })).body).toMatchObject({ state: "waiting", waitsFor: "decision" });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.situation-changed"]);
    expect((await on(id, "settle", { outcome: "not-renewed", note: "A trouvé un emploi" })).body).toMatchObject({ state: "renewal-due" });
    await goTo("2027-02-28T22:30:00Z");
    expect(await page(id)).toMatchObject({ state: "renewal-due" });
    await goTo("2027-02-28T23:30:00Z");
    expect(await page(id)).toMatchObject({ state: "lapsed" });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.lapsed"]);
    expect((await agent(topicsTold)).map(({ topic }) => topic)).toContain("entitlement.lapsed");
  });

  test("a register that cannot answer: the card goes on, the house asks again tomorrow and renews by itself", async () => {
    const { id } = await issued();
    house.setClock("2027-02-27T09:00:00Z");
    double.beIn("down");
    expect((await on(id, "renew", { situation: "unchanged" })).body).toMatchObject({
      state: "waiting",
      waitsFor: "register",
      lastAnswer: { answer: "unknown", because: "down" },
    });
    expect(await tasks()).toEqual([["register.unknown", "2027-02-28T09:00:00.000Z"]]);
    await goTo("2027-03-02T09:00:00Z");
    expect(await page(id)).toMatchObject({ state: "waiting" });
    double.beIn("right");
    await runJobs("2027-03-02T09:05:00Z");
    expect(await page(id)).toMatchObject({ state: "active", to: "2027-05-30" });
    expect(await tasks()).toEqual([]);
  });

  test("a register that does not know her will not be asked again: a human decides", async () => {
    const { id } = await issued();
    house.setClock("2027-02-10T09:00:00Z");
    const unknown = await on(id, "renew", { situation: "unchanged", identity: { ...awa, birthName: "Dialo" } });
    expect(unknown.body).toMatchObject({ state: "waiting", waitsFor: "decision", lastAnswer: { because: "person-unknown" } });
    expect((await on(id, "renew", { situation: "unchanged", identity: awa })).body).toMatchObject({ state: "active", to: "2027-05-30" });
  });

  test("she takes her consent back while it waits: nobody is asked, nothing is cut, a human decides", async () => {
    const { id, personId } = await issued();
    house.setClock("2027-02-10T09:00:00Z");
    double.beIn("down");
    await on(id, "renew", { situation: "unchanged" });
    await agent(async (work) => withdrawConsent(work, (await activeConsent(work, personId, "register_check"))?.id ?? ""));
    double.beIn("right");
    const asked = double.asked.length;
    await runJobs("2027-02-11T09:05:00Z");
    expect(double.asked.length).toBe(asked);
    expect(await page(id)).toMatchObject({ state: "waiting", waitsFor: "decision", lastAnswer: null });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.no-register"]);
  });

  test("past its end, what waits is recalled every week until somebody decides", async () => {
    const { id } = await issued();
    house.setClock("2027-02-20T09:00:00Z");
    await on(id, "renew", { situation: "changed" });
    await agent((work) => finishTasks(work, { subjectId: id }));
    const recalled = async (now: string) => {
      await goTo(now);
      return (await tasks()).map(([kind]) => kind);
    };
    expect(await recalled("2027-02-28T09:00:00Z")).toEqual([]);
    expect(await recalled("2027-03-01T09:00:00Z")).toEqual(["card.waits-too-long"]);
    await agent((work) => finishTasks(work, { subjectId: id }));
    expect(await recalled("2027-03-05T09:00:00Z")).toEqual([]);
    expect(await recalled("2027-03-09T09:00:00Z")).toEqual(["card.waits-too-long"]);
  });

  test("renewed by mistake, it is undone the same day, and no later", async () => {
    const { id } = await issued();
    house.setClock("2027-02-03T09:00:00Z");
    await on(id, "renew", { situation: "unchanged" });
    expect((await on(id, "undo-renewal")).body).toMatchObject({ state: "renewal-due", to: "2027-02-28" });
    expect((await on(id, "undo-renewal")).status).toBe(409);
    await on(id, "renew", { situation: "unchanged" });
    house.setClock("2027-02-04T09:00:00Z");
    expect((await on(id, "undo-renewal")).status).toBe(409);
  });

  test("before its time it is not renewed, and the day is said", async () => {
    const { id } = await issued();
    const early = await on(id, "renew", { situation: "unchanged" });
    expect([early.status, early.body.sentence]).toEqual([409, expect.stringContaining("29 janvier 2027")]);
  });
});

const webWith = async (register: RegisterDouble | undefined): Promise<Web> => {
  const other = await buildWeb(house.ground);
  openEntitlements(other, register && makeRegisters(register.access, 500));
  return other;
};
const duties = (): Duties => ({
  jobs: [retryRegister(makeRegisters(double.access, 500))],
  subscribers: [...consentListeners, answerListener],
  rounds: [],
});
const runJobs = async (at: string): Promise<void> => {
  house.setClock(at);
  for (const _ of [1, 2]) {
    await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second' where run_at <= ${at}::timestamptz`.execute(
      house.ground.database.db,
    );
    await workOnce(house.ground, duties());
  }
};

describe("case 16, on a card: a register that cannot answer refuses nobody", () => {
  test("the request stays, a human has a day; answered the next morning, it may be issued, and somebody is told", async () => {
    receives("rsa");
    double.beIn("slow");
    const personId = await addAwa();
    const id = await request(personId, await addTheModel());
    expect((await on(id, "check", { identity: awa })).body).toMatchObject({
      state: "requested",
      lastAnswer: { answer: "unknown", because: "slow" },
    });
    expect(await tasks()).toEqual([["register.unknown", "2026-12-01T09:00:00.000Z"]]);
    double.beIn("right");
    await runJobs("2026-12-01T07:01:00Z");
    expect(await page(id)).toMatchObject({ state: "checked", checkedHow: "register" });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.to-issue"]);
    await on(id, "issue");
    expect(await tasks()).toEqual([]);
  });

  test("a human may decide without waiting, with a reason in words", async () => {
    double.beIn("down");
    const id = await request(await addAwa(), await addTheModel());
    await on(id, "check", { identity: awa });
    expect((await on(id, "decide", {})).status).toBe(422);
    expect((await on(id, "decide", { note: "Attestation CAF vue au guichet" })).body).toMatchObject({
      state: "checked",
      checkedHow: "decision",
    });
  });

  test("a no refuses nobody either: it goes to a human", async () => {
    receives();
    const id = await request(await addAwa(), await addTheModel());
    expect((await on(id, "check", { identity: awa })).body).toMatchObject({ state: "requested", lastAnswer: { answer: "no" } });
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.register-no"]);
  });
});

describe("case 15, on a card: what is proven is not asked again", () => {
  test("a document already seen is enough: no register is asked, and its use is written", async () => {
    const personId = await addAwa(false);
    await agent((work) =>
      noteDocument(work, { personId, kind: "rsa", provenance: "person", seenOn: day("2026-11-20"), validUntil: day("2026-12-31") }),
    );
    const id = await request(personId, await addTheModel());
    expect(await page(id)).toMatchObject({ state: "checked", checkedHow: "document" });
    expect(double.asked).toEqual([]);
    expect((await agent((work) => usesOf(work, personId))).map(({ purpose, subjectId }) => [purpose, subjectId])).toEqual([["card", id]]);
  });
  test("a register's answer that holds gives the second card without a question", async () => {
    const { personId } = await issued();
    const other = await request(personId, await addTheModel({ name: "Carte sport", printedName: "Carte Loisirs" }));
    expect(await page(other)).toMatchObject({ state: "checked", checkedHow: "register" });
    expect(double.asked.length).toBe(1);
  });
  test("nothing is asked when there is no condition", async () => {
    const id = await request(await addAwa(false), await addTheModel({ question: undefined }));
    expect(await page(id)).toMatchObject({ state: "checked", checkedHow: "no-condition" });
  });
});

describe("what is missing to ask a register is told to the screen", () => {
  test("her consent, then what she must be known by; nothing is written before", async () => {
    const personId = await addAwa(false);
    const id = await request(personId, await addTheModel());
    expect(await on(id, "check")).toMatchObject({ status: 409, body: { needs: "consent" } });
    await agent((work) => recordConsent(work, { personId, purpose: "register_check", answer: "yes", mode: "oral" }));
    expect(await on(id, "check")).toMatchObject({ status: 422, body: { needs: "identity" } });
    expect(double.asked).toEqual([]);
  });
  test("without a register plugged in, a document or a decision opens the card, and renews it", async () => {
    const none = await webWith(undefined);
    const personId = await addAwa(false);
    const id = await request(personId, await addTheModel());
    expect(await on(id, "check", {}, { on: none })).toMatchObject({ status: 409, body: { needs: "register" } });
    await on(id, "decide", { note: "Attestation vue" });
    await on(id, "issue");
    house.setClock("2027-02-03T09:00:00Z");
    expect(await on(id, "renew", { situation: "unchanged" }, { on: none })).toMatchObject({ status: 409, body: { needs: "register" } });
    expect(await page(id)).toMatchObject({ state: "renewal-due" });
    await agent((work) => noteDocument(work, { personId, kind: "rsa", provenance: "person", seenOn: day("2027-02-03") }));
    expect((await on(id, "renew", { situation: "unchanged" }, { on: none })).body).toMatchObject({ state: "active", to: "2027-05-30" });
  });
  test("a paper seen before the window opened does not renew", async () => {
    const { id, personId } = await issued();
    await agent((work) => noteDocument(work, { personId, kind: "rsa", provenance: "person", seenOn: day("2026-11-30") }));
    house.setClock("2027-02-03T09:00:00Z");
    double.beIn("down");
    expect((await on(id, "renew", { situation: "unchanged" })).body).toMatchObject({ state: "waiting" });
  });
});

describe("the card in the hand", () => {
  test("lost, it is replaced: a new number, the same end; the old number is known, and said to be replaced", async () => {
    const { id } = await issued();
    const before = (await page(id)).number ?? "";
    const after = (await on(id, "replace", { because: "lost" })).body;
    expect(after).toMatchObject({ state: "active", to: "2027-02-28" });
    expect(after.number).not.toBe(before);
    const find = (number: string) => desk(`/api/card-numbers?commissionerId=${house.mutuelle.id}&number=${encodeURIComponent(number)}`);
    expect((await find(before.toLowerCase().replace("-", " "))).body).toEqual({ entitlementId: id, isReplaced: true });
    expect((await find(after.number ?? "")).body).toEqual({ entitlementId: id, isReplaced: false });
    expect((await find("AAAA-AAAA")).status).toBe(404);
    expect((await find("12")).status).toBe(422);
  });
  test("its number stands nowhere in the database as it is read", async () => {
    const { id } = await issued();
    const number = ((await page(id)).number ?? "").replace("-", "").toLowerCase();
    const { rows } = await house.ground.database.pool.query<{ row: string }>("select t::text as row from rights_card t");
    expect(JSON.stringify(rows)).not.toContain(number);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(number).toString("hex"));
  });
  test("it prints on one A4: whose, which number, until when; and not a word of why", async () => {
    const { id } = await issued();
    const session = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
    const print = () => web.app.inject({ url: `/api/entitlements/${id}/card.pdf`, cookies: { tu_session: session } });
    const file = await print();
    expect([file.statusCode, file.headers["content-type"], file.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    expect(file.rawPayload.toString("latin1").match(/\/Type \/Page\b/g)).toHaveLength(1);
    await on(id, "stop", { because: "moved" });
    expect((await print()).statusCode).toBe(409);
  });
  test("a right that is no card has no number", async () => {
    const { id } = await issued({ isCard: false });
    expect(await page(id)).toMatchObject({ state: "active", number: null });
    expect((await on(id, "replace", { because: "lost" })).status).toBe(409);
  });
});

describe("who does what", () => {
  test("stopped by a human with a reason, taken back by mistake", async () => {
    const { id } = await issued();
    expect((await on(id, "stop", { because: "other" })).status).toBe(422);
    expect((await on(id, "stop", { because: "moved" })).body).toMatchObject({ state: "stopped", stoppedBecause: "moved" });
    expect((await on(id, "renew", { situation: "unchanged" })).status).toBe(409);
    expect((await on(id, "resume")).body).toMatchObject({ state: "active" });
  });
  test("a model that only supervisors issue", async () => {
    receives("rsa");
    const personId = await addAwa();
    const id = await request(personId, await addTheModel({ issuers: ["supervisor"] }));
    await on(id, "check", { identity: awa });
    expect((await on(id, "issue")).status).toBe(403);
    expect((await on(id, "issue", {}, { who: house.mutuelle.supervisor })).body).toMatchObject({ state: "active" });
    expect((await on(id, "stop", { because: "moved" })).status).toBe(403);
  });
  test("one card of a kind at a time; once stopped or lapsed it may be asked for again", async () => {
    const { id, personId } = await issued();
    const [model] = (
      (await desk(`/api/card-models?commissionerId=${house.mutuelle.id}`, undefined, { who: house.mutuelle.supervisor })).body as {
        models: { id: string }[];
      }
    ).models;
    const again = () => desk(`/api/persons/${personId}/entitlements`, { modelId: model?.id ?? "" });
    expect((await again()).status).toBe(409);
    // Past its end, and the round has not come by.
    house.setClock("2027-03-01T09:00:00Z");
    expect((await again()).status).toBe(200);
    expect(await page(id)).toMatchObject({ state: "lapsed" });
    expect((await tasks()).map(([kind]) => kind)).toContain("card.lapsed");
  });
  test("two of us ask for the same card at once: one is made", async () => {
    const personId = await addAwa();
    const modelId = await addTheModel();
    const both = await Promise.all([1, 2].map(() => desk(`/api/persons/${personId}/entitlements`, { modelId })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });
  test("the same renewal sent twice renews once", async () => {
    const { id } = await issued();
    house.setClock("2027-02-03T09:00:00Z");
    const [one, two] = [
      await on(id, "renew", { situation: "unchanged" }, { key: "renew-once-1" }),
      await on(id, "renew", { situation: "unchanged" }, { key: "renew-once-1" }),
    ];
    expect([one.body.to, two.body.to, double.asked.length]).toEqual(["2027-05-30", "2027-05-30", 2]);
  });
  test("another commissioner sees nothing and does nothing", async () => {
    const { id, personId } = await issued();
    const who = house.caisse.supervisor;
    expect((await desk(`/api/entitlements/${id}`, undefined, { who })).status).toBe(404);
    expect((await desk(`/api/persons/${personId}/entitlements`, undefined, { who })).status).toBe(404);
    for (const gesture of ["issue", "stop", "replace", "resume", "undo-renewal", "check", "renew", "settle", "decide"])
      expect(
        (
          await on(
            id,
            gesture,
            { because: gesture === "replace" ? "lost" : "moved", situation: "unchanged", outcome: "renewed", note: "x" },
            { who },
          )
        ).status,
      ).toBe(404);
    expect(((await desk("/api/entitlements", undefined, { who })).body as LookAtShown).entitlements).toEqual([]);
  });
});

describe("the ends are watched", () => {
  test("the task of thirty days is not given again once done by hand; three days before the end, one more is", async () => {
    const { id } = await issued();
    await goTo("2027-02-01T09:00:00Z");
    await agent((work) => finishTasks(work, { subjectId: id }));
    await goTo("2027-02-10T09:00:00Z");
    expect(await tasks()).toEqual([]);
    await goTo("2027-02-25T09:00:00Z");
    expect((await tasks()).map(([kind]) => kind)).toEqual(["card.ends-soon"]);
    await goTo("2027-02-26T09:00:00Z");
    expect(await tasks()).toHaveLength(1);
  });
  test("each renewal has its own task", async () => {
    const { id } = await issued();
    await goTo("2027-02-01T09:00:00Z");
    await on(id, "renew", { situation: "unchanged" });
    await goTo("2027-05-01T09:00:00Z");
    expect(await tasks()).toEqual([["card.renewal-due", "2027-04-30T07:00:00.000Z"]]);
  });
  test("the list shows what is due, what waits and what was asked for, by date; not what runs quietly", async () => {
    const { id } = await issued();
    const list = async () => ((await desk("/api/entitlements")).body as LookAtShown).entitlements;
    expect(await list()).toEqual([]);
    house.setClock("2027-02-03T09:00:00Z");
    await goRound(house.ground, endsRound);
    expect(await list()).toMatchObject([{ id, state: "renewal-due", personName: "Awa Diallo", commissionerName: "Mutuelle des Alpes" }]);
  });
});

test("case 45: a situation does not close while a renewal is due or waits, and the list says it", async () => {
  const { id, personId } = await issued();
  const situationId = await agent((work) => openSituation(work, { personId }));
  expect(await agent((work) => renewalObjections(work, situationId))).toEqual([]);
  house.setClock("2027-02-03T09:00:00Z");
  expect(await agent((work) => closeSituation(work, { situationId, reason: "helped" }, [renewalObjections]))).toEqual({
    kind: "still-open",
    objections: [{ kind: "renewal", subjectId: id }],
  });
  double.beIn("down");
  await on(id, "renew", { situation: "unchanged" });
  expect(await agent((work) => renewalObjections(work, situationId))).toHaveLength(1);
  await on(id, "settle", { outcome: "renewed", note: "Attestation vue" });
  expect(await agent((work) => renewalObjections(work, situationId))).toEqual([]);
});

describe("models are data, kept by supervisors", () => {
  const model = {
    name: "Carte été",
    printedName: "Carte Alpes",
    months: 3,
    register: "quotient_familial",
    atMost: 700,
    issuers: ["counsellor"],
    isCard: true,
  };
  const supervisor = () => ({ who: house.mutuelle.supervisor });
  const add = (more: object = {}) => desk("/api/card-models", { ...model, commissionerId: house.mutuelle.id, ...more }, supervisor());
  const list = async () =>
    (
      (await desk(`/api/card-models?commissionerId=${house.mutuelle.id}`, undefined, supervisor())).body as {
        models: Record<string, unknown>[];
      }
    ).models;

  test("added, corrected, no longer given, given again", async () => {
    const { id } = (await add()).body as { id: string };
    expect(await list()).toMatchObject([{ id, name: "Carte été", atMost: 700, isRetired: false }]);
    const { isCard: _, ...edited } = { ...model, months: 6, register: null, atMost: null };
    expect((await desk(`/api/card-models/${id}`, edited, supervisor())).status).toBe(200);
    expect(await list()).toMatchObject([{ months: 6, register: null }]);
    await desk(`/api/card-models/${id}/retire`, { isRetired: true }, supervisor());
    expect(await list()).toMatchObject([{ isRetired: true }]);
    const personId = await addAwa();
    expect(((await desk(`/api/persons/${personId}/entitlements`)).body as EntitlementsShown).models).toEqual([]);
    expect((await desk(`/api/persons/${personId}/entitlements`, { modelId: id })).status).toBe(409);
    await desk(`/api/card-models/${id}/retire`, { isRetired: false }, supervisor());
    expect(await list()).toMatchObject([{ isRetired: false }]);
  });
  test.each([
    ["a printed name that tells she is poor", { printedName: "Carte RSA transport" }],
    ["or out of work", { printedName: "Tarif demandeurs d’emploi" }],
    ["a quotient without its amount", { atMost: null }],
    ["an amount without a quotient", { register: "rsa" }],
    ["nobody who issues", { issuers: [] }],
    ["no length", { months: 0 }],
  ])("%s is refused", async (_, more) => {
    expect((await add(more)).status).toBe(400);
  });
  test("two do not bear the same name, accents and capitals apart", async () => {
    await add();
    expect((await add({ name: "CARTE ETE" })).status).toBe(422);
  });
  test("a counsellor does not keep models", async () => {
    expect((await desk(`/api/card-models?commissionerId=${house.mutuelle.id}`)).status).toBe(403);
    expect((await desk("/api/card-models", { ...model, commissionerId: house.mutuelle.id })).status).toBe(403);
  });
});
