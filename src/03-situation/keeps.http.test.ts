import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { buildWeb, inCommissioner, inShared, openSession, type Web, type Work } from "#ground/server";
import { addPerson, readingsOf } from "#person/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import type { DiagnosesShown } from "./diagnosis.contract.ts";
import { readDiagnoses } from "./diagnoses.http.ts";
import type { ExchangeShown } from "./exchange.contract.ts";
import type { FragilityShown } from "./fragility.contract.ts";
import { grids, type Grid } from "./grid.ts";
import type { SummaryShown } from "./summary.contract.ts";
import { openDiagnoses, openExchanges, openFragilities, openNeeds, openSituations, openSummaries, sharedSummaryOf } from "./server.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  openExchanges(web, []);
  openNeeds(web);
  openSituations(web, []);
  openDiagnoses(web);
  openFragilities(web);
  openSummaries(web, [() => Promise.resolve([{ section: "people", text: "Les Petits Pas : 04 65 71 00 12" }])]);
});
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

let keys = 0;
const as = async (who: TestCommissioner["counsellor"]) => {
  const cookies = { tu_session: await inShared(house.ground, (work) => openSession(work, who.staffId)) };
  return {
    get: (url: string) => web.app.inject({ method: "GET", url, cookies }),
    post: (url: string, payload: object) =>
      web.app.inject({ method: "POST", url, payload, cookies, headers: { "idempotency-key": `keep-number-${keys++}` } }),
  };
};
const asInes = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);

/** A call that is going on, with Nadia or with somebody else. */
const openCall = async (who: Parameters<typeof addPerson>[1] = { firstName: "Nadia", lastName: "Benali", communeCode: "38563" }) => {
  const call = await asInes(async (work) => {
    const personId = await addPerson(work, who);
    return { personId, contactId: await openContact(work, { channel: "call", direction: "in", personId }) };
  });
  const ines = await as(house.mutuelle.counsellor);
  const exchange = (await ines.get(`/api/exchanges/${call.contactId}`)).json<ExchangeShown>();
  const situation = `/api/situations/${exchange.situation?.id ?? ""}`;
  return { ...call, ines, situation, situationId: exchange.situation?.id ?? "", exchange: `/api/exchanges/${call.contactId}` };
};

describe("two minutes", () => {
  const brief = { answered: "yes", demand: { words: "Une garde le mercredi", theme: "famille" } };
  test("closes on a demand and its answer; the house plans to come back in a week", async () => {
    const { ines, exchange } = await openCall();
    expect((await ines.post(`${exchange}/close`, { brief })).statusCode).toBe(200);
    const { situation } = (await ines.get(exchange)).json<ExchangeShown>();
    expect(situation?.demands).toMatchObject([{ words: "Une garde le mercredi", answered: "yes" }]);
    expect(situation?.nextAction).toMatchObject({ what: "Voir si la réponse donnée a servi", at: "2026-11-27T08:00:00.000Z", holds: true });
  });
  test("a next action that a human chose before still holds", async () => {
    const { ines, exchange, situation } = await openCall();
    const mine = { what: "Rappeler Nadia", at: "2026-12-01T09:00:00Z", ownerId: house.mutuelle.counsellor.staffId };
    await ines.post(`${situation}/next-action`, mine);
    expect((await ines.post(`${exchange}/close`, { brief: { ...brief, answered: "no" } })).statusCode).toBe(200);
    expect((await ines.get(exchange)).json<ExchangeShown>().situation?.nextAction?.what).toBe("Rappeler Nadia");
  });
  test("without a demand it does not close, nor with a need that was hidden, and nothing is written", async () => {
    const { ines, exchange, situation } = await openCall();
    const refused = await ines.post(`${exchange}/close`, { brief: { answered: "yes" } });
    expect(refused.statusCode).toBe(422);
    expect(refused.json()).toMatchObject({ missing: [{ kind: "demand" }] });
    await ines.post(`${situation}/needs`, { need: "loyer", origin: "detected" });
    expect((await ines.post(`${exchange}/close`, { brief })).json()).toMatchObject({ missing: [{ kind: "untold-need", need: "loyer" }] });
    expect((await ines.get(exchange)).json<ExchangeShown>().situation?.demands).toEqual([]);
  });
  test("a demand noted before closing is the one that is answered", async () => {
    const { ines, exchange, situation } = await openCall();
    await ines.post(`${situation}/demands`, { theme: "famille", words: "Une crèche" });
    expect((await ines.post(`${exchange}/close`, { brief: { answered: "no" } })).statusCode).toBe(200);
    expect((await ines.get(exchange)).json<ExchangeShown>().situation).toMatchObject({
      demands: [{ words: "Une crèche", answered: "no" }],
      nextAction: { what: "Reprendre la demande restée sans réponse", at: "2026-11-23T08:00:00.000Z" },
    });
  });
});

describe("what weakens is told by facts, and a human says so", () => {
  const linesOf = async (call: Awaited<ReturnType<typeof openCall>>) =>
    (await call.ines.get(`${call.situation}/fragilities`)).json<{ lines: FragilityShown[] }>().lines;
  test("facts are shown, confirmed with who and when, then removed; each word is kept", async () => {
    const call = await openCall();
    await call.ines.post(`${call.situation}/needs`, { need: "loyer", origin: "expressed" });
    expect(await linesOf(call)).toMatchObject([{ fragility: "logement", state: "to-confirm", facts: [{ kind: "need", need: "loyer" }] }]);
    await call.ines.post(`${call.situation}/fragilities`, { fragility: "logement", verdict: "confirmed" });
    house.setClock("2026-11-20T16:10:00Z");
    await call.ines.post(`${call.situation}/fragilities`, { fragility: "logement", verdict: "removed" });
    const [line] = await linesOf(call);
    expect(line?.state).toBe("removed");
    expect(line?.history.map(({ verdict, at, by }) => [verdict, at.slice(11, 16), by.slice(0, 4)])).toEqual([
      ["removed", "16:10", "Inès"],
      ["confirmed", "16:00", "Inès"],
    ]);
    const told = await asInes((work) =>
      work.rows(sql`select 1 from ground_outbox where topic = 'fragility.changed' and ids ->> 'situationId' = ${call.situationId}`),
    );
    expect(told).toHaveLength(2);
  });
  test("what nothing says is not noted; another commissioner does not find it", async () => {
    const call = await openCall();
    expect((await call.ines.post(`${call.situation}/fragilities`, { fragility: "violences", verdict: "confirmed" })).statusCode).toBe(422);
    const stranger = await as(house.caisse.counsellor);
    expect((await stranger.get(`${call.situation}/fragilities`)).statusCode).toBe(404);
    expect((await stranger.post(`${call.situation}/fragilities`, { fragility: "logement", verdict: "removed" })).statusCode).toBe(404);
  });
});

describe("the rounds of a situation, version by version", () => {
  test("case 20: given a label that the later grid dropped, the old answer is read with its own words, and no row goes", async () => {
    const old: Grid = {
      version: "grid-0",
      domains: [{ id: "numerique", label: "Numérique" }],
      states: [{ id: "advanced", label: "Usage avancé du numérique" }],
    };
    const { situationId } = await openCall();
    await asInes((work) =>
      work.run(sql`
        insert into situation_diagnosis (commissioner_id, situation_id, version, grid_version, answers, signed_at, signed_by)
        values (${work.commissionerId}, ${situationId}, 1, 'grid-0', '{"numerique":"advanced"}', '2026-03-12T10:00:00Z',
          ${house.mutuelle.counsellor.staffId})`),
    );
    const kept = [old, ...grids];
    const page = await asInes((work) => readDiagnoses(work, situationId, kept));
    expect(page?.versions[0]).toMatchObject({ isExpired: true, inWords: [{ stateLabel: "Usage avancé du numérique" }] });
    // The grid in force does not know that answer, and signs over it; the first version stands as it was.
    await asInes((work) =>
      work.run(sql`
        insert into situation_diagnosis (commissioner_id, situation_id, version, grid_version, answers, signed_at, signed_by)
        values (${work.commissionerId}, ${situationId}, 2, 'grid-1', '{"numerique":"hard"}', ${work.now}, ${house.mutuelle.counsellor.staffId})`),
    );
    const after = await asInes((work) => readDiagnoses(work, situationId, kept));
    expect(after?.versions.map((version) => [version.version, version.inWords[0]?.stateLabel])).toEqual([
      [2, "difficulté"],
      [1, "Usage avancé du numérique"],
    ]);
    expect(after?.situation.previousDiagnosis?.inWords[0]?.stateLabel).toBe("Usage avancé du numérique");
  });
  test("each version is listed, the newest first, with its last day; another commissioner does not find it", async () => {
    const { ines, situation } = await openCall();
    await ines.post(`${situation}/diagnoses`, { answers: { logement: "hard" }, afterVersion: 0 });
    await ines.post(`${situation}/diagnoses`, { answers: { logement: "fragile" }, afterVersion: 1 });
    const page = (await ines.get(`${situation}/diagnoses`)).json<DiagnosesShown>();
    expect(page.versions.map(({ version, validUntil, isExpired }) => [version, validUntil, isExpired])).toEqual([
      [2, "2027-05-20", false],
      [1, "2027-05-20", false],
    ]);
    expect((await (await as(house.caisse.counsellor)).get(`${situation}/diagnoses`)).statusCode).toBe(404);
  });
});

describe("the summary given to the person", () => {
  const prepared = async (who?: Parameters<typeof addPerson>[1]) => {
    const call = await openCall(who);
    await call.ines.post(`${call.situation}/demands`, { theme: "droits", words: "Je voudrais changer mon adresse." });
    await call.ines.post(`${call.situation}/needs`, { need: "loyer", origin: "expressed" });
    await call.ines.post(`${call.situation}/needs`, { need: "violences_conj", origin: "detected" });
    await call.ines.post(`/api/contacts/${call.contactId}/notes`, { text: "A peur de son mari.", revision: 0 });
    const summary = (await call.ines.get(`${call.exchange}/summary`)).json<SummaryShown>();
    return { ...call, summary };
  };
  test("is drafted from what was said together: nothing untold, no note", async () => {
    const { summary } = await prepared();
    expect(summary).toMatchObject({
      version: 0,
      text: {
        lines: {
          asked: ["« Je voudrais changer mon adresse. »"],
          agreed: ["Loyer impayé, expulsion"],
          people: ["Mutuelle des Alpes : 01 99 00 12 34", "Les Petits Pas : 04 65 71 00 12"],
        },
      },
    });
    expect(JSON.stringify(summary)).not.toMatch(/iolence|mari/);
  });
  test("is kept by version, sealed: nobody who reads the table reads it", async () => {
    const { ines, exchange, summary, contactId } = await prepared();
    const text = { ...summary.text, word: "Prenez soin de vous." };
    expect((await ines.post(`${exchange}/summary`, { text, afterVersion: 0 })).json()).toEqual({ version: 1 });
    expect((await ines.post(`${exchange}/summary`, { text, afterVersion: 0 })).statusCode).toBe(409);
    expect((await ines.get(`${exchange}/summary`)).json<SummaryShown>()).toMatchObject({
      version: 1,
      text: { word: "Prenez soin de vous." },
    });
    const { body } = await asInes((work) =>
      work.one(sql<{ body: Buffer }>`select body from situation_summary where contact_id = ${contactId}`),
    );
    expect(body.toString("latin1")).not.toContain("Prenez soin");
  });
  test("check 40: is printed once kept, and each time a line is added to the log of readings, with the reason", async () => {
    const { ines, exchange, summary, personId } = await prepared();
    expect((await ines.get(`${exchange}/summary.pdf`)).statusCode).toBe(409);
    await ines.post(`${exchange}/summary`, { text: summary.text, afterVersion: 0 });
    const paper = await ines.get(`${exchange}/summary.pdf?motif=post`);
    expect([paper.statusCode, paper.headers["content-type"], paper.rawPayload.subarray(0, 5).toString()]).toEqual([
      200,
      "application/pdf",
      "%PDF-",
    ]);
    const readings = await asInes((work) => readingsOf(work, personId));
    expect(readings.filter((reading) => reading.action === "print summary")).toMatchObject([
      { purpose: "summary: post", staffName: "Inès Caron (mutuelle-des-alpes)" },
    ]);
  });
  test("too long for one page, it is refused", async () => {
    const { ines, exchange, summary } = await prepared();
    const everyLine = Array.from({ length: 20 }, (_, at) => `ligne ${at}`);
    const text = { ...summary.text, lines: { asked: everyLine, agreed: everyLine, steps: everyLine, people: everyLine } };
    expect((await ines.post(`${exchange}/summary`, { text, afterVersion: 0 })).statusCode).toBe(422);
  });
  test("is shown online with her yes only, taken back at once, and never to somebody who may be watched", async () => {
    const { ines, exchange, summary, personId } = await prepared();
    const shown = () => asInes((work) => sharedSummaryOf(work, personId));
    expect((await ines.post(`${exchange}/summary/share`, { answer: "yes" })).statusCode).toBe(409);
    await ines.post(`${exchange}/summary`, { text: summary.text, afterVersion: 0 });
    expect(await shown()).toBeUndefined();
    await ines.post(`${exchange}/summary/share`, { answer: "yes" });
    await ines.post(`${exchange}/summary`, { text: { ...summary.text, word: "Corrigé." }, afterVersion: 1 });
    expect((await shown())?.text.word).toBe("Corrigé.");
    await ines.post(`${exchange}/summary/share`, { answer: "no" });
    expect(await shown()).toBeUndefined();
    const watched = await prepared({ firstName: "Léa", isProtected: true });
    await watched.ines.post(`${watched.exchange}/summary`, { text: watched.summary.text, afterVersion: 0 });
    expect((await watched.ines.post(`${watched.exchange}/summary/share`, { answer: "yes" })).statusCode).toBe(409);
  });
  test("follows the person once she is known, sealed with her own key, and no longer online", async () => {
    const { ines, exchange, summary, contactId } = await prepared({});
    await ines.post(`${exchange}/summary`, { text: summary.text, afterVersion: 0 });
    await ines.post(`${exchange}/summary/share`, { answer: "yes" });
    const known = await asInes(async (work) => {
      const personId = await addPerson(work, { firstName: "Nadia", lastName: "Benali" });
      await work.run(sql`update contact set person_id = ${personId} where commissioner_id = ${work.commissionerId} and id = ${contactId}`);
      return personId;
    });
    await ines.get(exchange);
    expect((await ines.get(`${exchange}/summary`)).json<SummaryShown>()).toMatchObject({
      version: 1,
      personName: "Nadia Benali",
      text: summary.text,
    });
    expect(await asInes((work) => sharedSummaryOf(work, known))).toBeUndefined();
  });
  test("another commissioner does not find it", async () => {
    const { exchange, summary } = await prepared();
    const stranger = await as(house.caisse.counsellor);
    for (const path of [`${exchange}/summary`, `${exchange}/summary.pdf`]) expect((await stranger.get(path)).statusCode).toBe(404);
    expect((await stranger.post(`${exchange}/summary`, { text: summary.text, afterVersion: 0 })).statusCode).toBe(404);
  });
});
