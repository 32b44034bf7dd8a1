import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { buildWeb, inShared, openSession, openTasks, type Actor, type Web } from "#ground/server";
import { gazetteer } from "#directory/server";
import { addPerson } from "#person/server";
import { closeSituation, openSituation } from "#situation/server";
import { openTestHouse, type TestHouse } from "#testing";
import { as, topicsTold } from "../../../house/testing/handover.ts";
import { rightsNotUsedOf } from "./not-used.store.ts";
import type { ComparedShown, RightExplained, RightsShown } from "./rights.contract.ts";
import { openRights } from "./rights.http.ts";

type Staff = Extract<Actor, { kind: "staff" }>;

let house: TestHouse;
let web: Web;
let agent: ReturnType<typeof as>;
let keys = 0;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  web = await buildWeb(house.ground);
  openRights(web, gazetteer());
});
afterEach(() => house.close());

const desk = async (
  url: string,
  payload?: object,
  given: { readonly who?: Staff; readonly key?: string } = {},
): Promise<{ readonly status: number; readonly body: unknown }> => {
  const session = await inShared(house.ground, (work) => openSession(work, (given.who ?? house.mutuelle.counsellor).staffId));
  const response = await web.app.inject({
    url,
    method: payload ? "POST" : "GET",
    ...(payload ? { payload, headers: { "idempotency-key": given.key ?? `rights-key-${keys++}` } } : {}),
    cookies: { tu_session: session },
  });
  return { status: response.statusCode, body: response.json<unknown>() };
};

/** A lone mother near Guéret: her file says where and when she was born. */
const nadia = (
  given: Parameters<typeof addPerson>[1] = { firstName: "Nadia", lastName: "Benali", birthDate: "1992-04-12", communeCode: "23096" },
) =>
  agent(async (work) => {
    const personId = await addPerson(work, given);
    return { personId, situationId: await openSituation(work, { personId }) };
  });

const path = (situationId: string) => `/api/situations/${situationId}/rights`;
const read = async (situationId: string) => (await desk(path(situationId))).body as RightsShown;
const answer = (situationId: string, answers: Readonly<Record<string, string>>) =>
  desk(`${path(situationId)}/facts`, {
    answers: Object.entries(answers).map(([question, typed]) => ({ question, typed })),
    source: "counsellor",
  });
const fieldsOf = (body: unknown) => (body as { readonly fields?: readonly { field: string; sentence: string }[] }).fields ?? [];
const rightOf = (shown: RightsShown, id: string) => {
  const found = shown.rights.find(({ right }) => right === id);
  if (!found) throw new Error(`${id} is not estimated`);
  return found;
};

/** A lone mother of two, without any income, tenant of social housing, who receives nothing. */
const poor = {
  union: "single",
  children: "2",
  "child.1.born": "06/2016",
  "child.2.born": "02/2019",
  "recently-alone": "no",
  home: "social",
  rent: "380",
  "me.work": "unemployed",
  "me.income": "none",
  "me.steady": "yes",
  savings: "0",
  received: "none",
};

describe("what a household could have and does not, during a call", () => {
  test("from nothing but her file, the first question is who lives here", async () => {
    const { situationId } = await nadia();
    const shown = await read(situationId);
    expect(shown.next).toEqual({ question: "union", couldChangeCents: null });
    expect(shown.questions.find(({ id }) => id === "commune")?.fact).toMatchObject({ value: "23096", source: "file", mayTakeBack: false });
    expect(shown.communeName).toBe("Guéret");
    expect(shown.rights).toHaveLength(16);
  });

  test("each answer narrows what she could have; the next question is the one that would settle most", async () => {
    const { situationId } = await nadia();
    const before = await read(situationId);
    expect((await answer(situationId, { union: "single", children: "2", "me.income": "none" })).status).toBe(200);
    const after = await read(situationId);
    expect(after.next?.couldChangeCents).toBeGreaterThan(0);
    const width = (shown: RightsShown): number => shown.rights.reduce((sum, { lowCents, highCents }) => sum + highCents - lowCents, 0);
    await answer(situationId, poor);
    const whole = await read(situationId);
    expect(width(whole)).toBeLessThan(width(after));
    expect(before.notTakenUp.lowMonthCents).toBe(0);
    expect(rightOf(whole, "rsa")).toMatchObject({ received: "no" });
    expect(rightOf(whole, "rsa").lowCents).toBeGreaterThan(500_00);
    expect(whole.notTakenUp.lowMonthCents).toBeGreaterThan(1_000_00);
    expect(whole.notTakenUp.lowYearCents).toBeGreaterThanOrEqual(12 * whole.notTakenUp.lowMonthCents);
  });

  test("what is supposed is said; the scales say their date", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    const shown = await read(situationId);
    expect(shown.assumptions.length).toBeGreaterThan(0);
    expect(shown.scalesFrom).toMatch(/^202[56]-\d\d-01$/);
  });

  test("somebody anonymous is estimated too", async () => {
    const { situationId } = await nadia({ ageBand: "26-39" });
    expect((await answer(situationId, { commune: "Voiron", union: "single", children: "0" })).status).toBe(200);
    expect((await read(situationId)).communeName).toBe("Voiron");
  });

  test("an answer is told to other desks, by its situation alone, and audited", async () => {
    const { situationId } = await nadia();
    await answer(situationId, { union: "single" });
    expect((await agent(topicsTold)).filter(({ topic }) => topic === "rights.changed")).toMatchObject([{ ids: { situationId } }]);
  });

  test("the same answer sent twice is kept once; it may be taken back", async () => {
    const { situationId } = await nadia();
    const body = { answers: [{ question: "union", typed: "single" }], source: "counsellor" };
    for (const _ of [1, 2]) expect((await desk(`${path(situationId)}/facts`, body, { key: "the-same-key" })).status).toBe(200);
    expect(await agent((work) => work.rows(sql`select id from rights_fact`))).toHaveLength(1);
    expect((await desk(`${path(situationId)}/facts/take-back`, { question: "union" })).status).toBe(200);
    expect((await read(situationId)).next?.question).toBe("union");
    expect((await desk(`${path(situationId)}/facts/take-back`, { question: "union" })).status).toBe(409);
  });

  test.each([
    [{ rent: "beaucoup" }, "rent"],
    [{ home: "social", rent: "-20" }, "rent"],
    [{ children: "2", "child.1.born": "06/1970" }, "child.1.born"],
    [{ commune: "Nulle-Part-les-Bains" }, "commune"],
    [{ commune: "Saint-Denis" }, "commune"],
    // Four communes share it, and one bears it as its own code.
    [{ commune: "38500" }, "commune"],
    [{ "me.born": "31/02/1985" }, "me.born"],
    [{ union: "perhaps" }, "union"],
    [{ "shoe-size": "42" }, "answers"],
  ])("refused, with the field named, and nothing kept: %j", async (answers, field) => {
    const { situationId } = await nadia();
    const home = "rent" in answers && !("home" in answers) ? { home: "social", ...answers } : answers;
    const refused = await answer(situationId, home);
    expect(refused.status).toBe(422);
    expect(fieldsOf(refused.body)[0]?.field).toBe(field);
    expect(fieldsOf(refused.body)[0]?.sentence.length).toBeGreaterThan(10);
    expect(await agent((work) => work.rows(sql`select id from rights_fact`))).toEqual([]);
  });

  test("a commune chosen in a list is read; a closed situation is read and not answered", async () => {
    const { situationId } = await nadia();
    await answer(situationId, { commune: "insee:38563" });
    expect((await read(situationId)).communeName).toBe("Voiron");
    await as(house.ground, house.mutuelle.supervisor)((work) => closeSituation(work, { situationId, reason: "answered" }, []));
    expect((await answer(situationId, { union: "single" })).status).toBe(409);
    expect((await read(situationId)).isOpen).toBe(false);
  });

  test("when the scales are too old to say anything, nothing is computed, and it is said", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    house.setClock("2031-01-15T09:00:00Z");
    const shown = await read(situationId);
    expect([shown.rights, shown.next]).toEqual([[], null]);
    expect(shown.complaints[0]?.sentence).toMatch(/barème|mois/i);
    expect((await desk(`${path(situationId)}/rsa`)).status).toBe(404);
  });

  test("another commissioner, a stranger and nobody see nothing", async () => {
    const { situationId } = await nadia();
    expect((await desk(path(situationId), undefined, { who: house.caisse.counsellor })).status).toBe(404);
    expect(
      (
        await desk(
          `${path(situationId)}/facts`,
          { answers: [{ question: "union", typed: "single" }], source: "counsellor" },
          { who: house.caisse.counsellor },
        )
      ).status,
    ).toBe(404);
    expect((await web.app.inject({ url: path(situationId) })).statusCode).toBe(401);
    expect((await desk(path("not-an-id"))).status).toBe(404);
  });
});

describe("why this amount", () => {
  test("the steps add up to the amount, each with its article and the date of its scale", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    const body = (await desk(`${path(situationId)}/rsa`)).body as RightExplained;
    expect(body.amountCents).toBe(body.steps.reduce((sum, { addsCents }) => sum + (addsCents ?? 0), 0));
    expect(body.amountCents).toBe(body.shown.likelyCents);
    expect(body.steps.some(({ source }) => /L262|R262/.test(source.replaceAll(/[. ]/g, "")))).toBe(true);
    expect(body.steps.some(({ scaleDate }) => scaleDate !== null)).toBe(true);
    expect((await desk(`${path(situationId)}/no-such-right`)).status).toBe(404);
  });
});

describe("what would change", () => {
  test("work resumes: what is gained and what is lost, right by right; nothing is kept", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    const body = (await desk(`${path(situationId)}/compare?change=work&wage=1300`)).body as ComparedShown;
    const line = (id: string) => body.rights.find(({ right }) => right === id);
    expect(line("prime_activite")?.after.likelyCents).toBeGreaterThan(line("prime_activite")?.before.likelyCents ?? 0);
    expect(line("rsa")?.after.likelyCents).toBeLessThan(line("rsa")?.before.likelyCents ?? 0);
    expect(body.assumptions[0]).toMatch(/quatre mois/);
    expect((await read(situationId)).questions.find(({ id }) => id === "me.work")?.fact?.value).toBe("unemployed");
  });
  test("a change that has no sense is refused, with the field named", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    const refused = await desk(`${path(situationId)}/compare?change=separation`);
    expect([refused.status, fieldsOf(refused.body)[0]?.field]).toEqual([422, "change"]);
    expect((await desk(`${path(situationId)}/compare?change=work&wage=abc`)).status).toBe(422);
  });
});

describe("non-take-up is a fact only once somebody confirmed it", () => {
  test("acquired and answered as not received: kept by a band, told by the situation alone; received after all: out of the count", async () => {
    const { situationId } = await nadia();
    const { received, ...withoutReceived } = poor;
    await answer(situationId, withoutReceived);
    expect(await agent((work) => rightsNotUsedOf(work, situationId))).toEqual([]);
    await answer(situationId, { received, french: "yes" });
    const notUsed = await agent((work) => rightsNotUsedOf(work, situationId));
    const acquired = (await read(situationId)).rights.filter(({ state, received: is }) => state === "acquired" && is === "no");
    expect(notUsed.map(({ right }) => right)).toEqual(acquired.map(({ right }) => right).toSorted());
    expect(notUsed.length).toBeGreaterThan(0);
    const told = (await agent(topicsTold)).filter(({ topic }) => topic === "right.not-used");
    expect(told.map(({ ids }) => ids)).toEqual([{ situationId }]);
    const [first] = notUsed;
    await answer(situationId, { received: first?.right ?? "" });
    expect((await agent((work) => rightsNotUsedOf(work, situationId))).map(({ right }) => right)).not.toContain(first?.right);
    expect((await agent(topicsTold)).filter(({ topic }) => topic === "right.not-used")).toHaveLength(2);
  });
});

describe("an unexpected amount", () => {
  test("is kept sealed, waits for whoever supervises, and is settled by them alone", async () => {
    const { situationId } = await nadia();
    await answer(situationId, poor);
    const body = { right: "rsa", kind: "decided-otherwise", said: "Notification de la CAF : 210 €" };
    expect((await desk(`${path(situationId)}/reports`, body)).status).toBe(200);
    const shown = await read(situationId);
    expect(shown.reports).toMatchObject([{ right: "rsa", kind: "decided-otherwise", said: "Notification de la CAF : 210 €" }]);
    expect(shown.maySettleReports).toBe(false);
    expect((await agent((work) => openTasks(work))).map(({ kind }) => kind)).toEqual(["rights.reported"]);
    const settle = `/api/rights-reports/${shown.reports[0]?.id ?? ""}/settle`;
    expect((await desk(settle, {})).status).toBe(403);
    expect((await desk(settle, {}, { who: house.mutuelle.supervisor })).status).toBe(200);
    expect((await read(situationId)).reports).toEqual([]);
    expect(await agent((work) => openTasks(work))).toEqual([]);
  });
  test("of no kind is refused in a sentence", async () => {
    const { situationId } = await nadia();
    expect((await desk(`${path(situationId)}/reports`, { right: "rsa", kind: "odd", said: "" })).status).toBe(400);
  });
});
