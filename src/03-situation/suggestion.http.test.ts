import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { buildWeb, inCommissioner, inShared, listAudit, openSession, type Web } from "#ground/server";
import { addContactPoint, addPerson } from "#person/server";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import type { ExchangeShown } from "./exchange.contract.ts";
import { openExchanges, openNeeds, openSituations, openSuggestions, words } from "./server.ts";
import type { SuggestionsShown } from "./suggestion.contract.ts";

// On the real engine and the model of the house: the sentences leave no doubt.

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground, { requestsPerMinute: 100_000 });
  openExchanges(web, []);
  openNeeds(web);
  openSituations(web, []);
  openSuggestions(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const rent = "Elle a trois mois de loyer de retard, le bailleur a envoyé un commandement de payer.";
const energy = "Facture d’électricité impayée de 312 €, EDF menace de couper le courant.";
const letter = "Mon mari a laissé une lettre sous le clavier, il n’a pas pris ses cannes.";
const bridge = "Elle dit qu’elle va se tuer ce soir avec des médicaments.";

let keys = 0;
const as = async (who: TestCommissioner["counsellor"]) => {
  const cookies = { tu_session: await inShared(house.ground, (work) => openSession(work, who.staffId)) };
  return {
    get: (url: string) => web.app.inject({ method: "GET", url, cookies }),
    post: (url: string, payload: object) =>
      web.app.inject({ method: "POST", url, payload, cookies, headers: { "idempotency-key": `suggestion-key-${keys++}` } }),
  };
};
type Desk = Awaited<ReturnType<typeof as>>;

const inMutuelle = <Result>(task: Parameters<typeof inCommissioner<Result>>[2]) =>
  inCommissioner(house.ground, house.mutuelle.counsellor, task);

/** Inès listens to Nadia; with nobody named yet when `isKnown` is false. */
const openCall = async (isKnown = true) => {
  const contactId = await inMutuelle(async (work) => {
    const personId = isKnown ? await addPerson(work, { firstName: "Nadia", lastName: "Benali" }) : undefined;
    if (personId) await addContactPoint(work, personId, { channel: "address", value: "14 rue des Tisserands, 38500 Voiron" });
    return openContact(work, { channel: "call", direction: "in", ...(personId ? { personId } : {}) });
  });
  const ines = await as(house.mutuelle.counsellor);
  const exchange = async () => (await ines.get(`/api/exchanges/${contactId}`)).json<ExchangeShown>();
  const situationId = (await exchange()).situation?.id ?? "";
  const read = async (text: string) => (await ines.post(`/api/exchanges/${contactId}/suggestions`, { text })).json<SuggestionsShown>();
  return { contactId, ines, exchange, situationId, read };
};

const machineOf = ({ path, versions }: SuggestionsShown) => ({ path, ...versions });
const needsIn = ({ suggestions }: SuggestionsShown) => suggestions.map(({ need }) => need as string);

const judge = (ines: Desk, contactId: string, how: "keep" | "refuse", read: SuggestionsShown, need: string) =>
  ines.post(`/api/exchanges/${contactId}/suggestions/${how}`, { need, confidence: 0.8, machine: machineOf(read) });

const answer = (ines: Desk, contactId: string, level: number, read: SuggestionsShown) =>
  ines.post(`/api/exchanges/${contactId}/danger`, {
    level,
    motives: level === 0 ? [] : read.danger.motives.map(({ motive }) => motive),
    asked: {
      motives: read.danger.motives.map(({ motive }) => motive),
      words: read.danger.motives.map(({ words: said }) => said),
      confidence: read.danger.confidence,
      machine: machineOf(read),
    },
  });

const verdictsOf = (situationId: string) =>
  inMutuelle((work) =>
    work.rows(sql<Record<string, unknown>>`
      select kind, label, verdict, proposed_by, model_version, taxonomy_version, given_by, cardinality(told_prints) as prints
      from situation_verdict
      where commissioner_id = ${work.commissionerId} and situation_id = ${situationId}
      order by given_at, id`),
  );

describe("what is proposed", () => {
  test("a need, with the words that led to it, where they stand in the text, and the versions of what read it", async () => {
    const { read } = await openCall();
    const found = await read(rent);
    expect(found).toMatchObject({ language: "french", path: "house", versions: words().versions });
    expect(needsIn(found)).toContain("loyer");
    for (const each of found.suggestions) expect(rent.slice(each.start, each.end)).toBe(each.words);
    expect(found.suggestions.length).toBeLessThanOrEqual(3);
  });
  test("nothing of it is kept: no row, no line in the log, no event", async () => {
    const { read } = await openCall();
    const count = () =>
      inMutuelle(async (work) => ({
        log: (await listAudit(work)).length,
        ...(await work.one(sql<object>`
          select (select count(*) from ground_once) as keys, (select count(*) from ground_outbox) as events,
            (select count(*) from situation_verdict) as verdicts, (select count(*) from situation_need) as needs,
            (select count(*) from situation_emotion) as emotions`)),
      }));
    const before = await count();
    await read(`${rent} ${energy}`);
    expect(await count()).toEqual(before);
  });
  test("another language is said, and nothing is guessed", async () => {
    const { read } = await openCall();
    const found = await read(
      "My landlord wants to put me out because I have not paid the rent for three months and I do not know what to do.",
    );
    expect(found).toMatchObject({ language: "other", suggestions: [], emotions: [], danger: { asks: false } });
  });
  test("someone of another commissioner does not find the exchange", async () => {
    const { contactId, read } = await openCall();
    const stranger = await as(house.caisse.counsellor);
    const found = await read(rent);
    const statuses = [
      await stranger.post(`/api/exchanges/${contactId}/suggestions`, { text: rent }),
      await judge(stranger, contactId, "keep", found, "loyer"),
      await judge(stranger, contactId, "refuse", found, "loyer"),
      await stranger.post(`/api/exchanges/${contactId}/suggestions/take-back`, { need: "loyer" }),
      await answer(stranger, contactId, 3, found),
    ].map(({ statusCode }) => statusCode);
    expect(statuses).toEqual([404, 404, 404, 404, 404]);
  });
  test("a text of 200 kB is refused in words", async () => {
    const { contactId, ines } = await openCall();
    const refused = await ines.post(`/api/exchanges/${contactId}/suggestions`, { text: "loyer ".repeat(35_000) });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain("trop longues");
  });
  test("an exchange about nobody yet gets no need to keep", async () => {
    const { read } = await openCall(false);
    expect(await read(rent)).toMatchObject({ suggestions: [], emotions: [] });
  });
});

describe("what a human answers to a suggestion", () => {
  test("kept, it is a need found by listening that the person has not been told; it is not proposed again", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    await judge(ines, contactId, "keep", await read(rent), "loyer");
    expect((await exchange()).situation?.needs).toMatchObject([{ need: "loyer", origin: "detected", told: "untold" }]);
    expect(needsIn(await read(rent))).not.toContain("loyer");
    expect(await verdictsOf(situationId)).toMatchObject([{ kind: "need", label: "loyer", verdict: "kept", proposed_by: "house" }]);
  });
  test("refused, it is not proposed again in this situation, in another exchange either", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    await judge(ines, contactId, "refuse", await read(rent), "loyer");
    expect(needsIn(await read(rent))).not.toContain("loyer");
    const personId = (await exchange()).personId ?? "";
    const later = await inMutuelle((work) => openContact(work, { channel: "mail", direction: "in", personId }));
    await ines.get(`/api/exchanges/${later}`);
    const again = (await ines.post(`/api/exchanges/${later}/suggestions`, { text: rent })).json<SuggestionsShown>();
    expect(needsIn(again)).not.toContain("loyer");
    expect(await verdictsOf(situationId)).toMatchObject([{ label: "loyer", verdict: "refused" }]);
  });
  test("a refusal taken back never was, and it is proposed again", async () => {
    const { contactId, ines, situationId, read } = await openCall();
    await judge(ines, contactId, "refuse", await read(rent), "loyer");
    await ines.post(`/api/exchanges/${contactId}/suggestions/take-back`, { need: "loyer" });
    expect(needsIn(await read(rent))).toContain("loyer");
    expect(await verdictsOf(situationId)).toEqual([]);
  });
  test("in a closed situation nothing is kept", async () => {
    const { contactId, ines, situationId, read } = await openCall();
    const found = await read(rent);
    await ines.post(`/api/situations/${situationId}/close`, { reason: "answered" });
    expect((await judge(ines, contactId, "keep", found, "loyer")).statusCode).toBe(409);
  });
  test.each([
    ["a confidence that is none", { confidence: 7 }],
    ["a version that is a text", { machine: { path: "house", model: "x".repeat(500), taxonomy: "1", masking: "1" } }],
    ["words said, in the place of a model", { machine: { path: "house", model: "Nadia veut mourir", taxonomy: "1", masking: "1" } }],
    ["words said, in the place of a path", { machine: { path: "elle pleure", model: "1", taxonomy: "1", masking: "1" } }],
    ["a name, in the place of a taxonomy", { machine: { path: "house", model: "1", taxonomy: "Nadia", masking: "1" } }],
    ["a need that does not exist", { need: "yacht" }],
  ])("what comes back is checked: %s", async (_, wrong) => {
    const { contactId, ines, read } = await openCall();
    const given = { need: "loyer", confidence: 0.8, machine: machineOf(await read(rent)), ...wrong };
    expect((await ines.post(`/api/exchanges/${contactId}/suggestions/keep`, given)).statusCode).toBe(400);
  });
  test("observatory 6: a proposed need withdrawn and another added by hand are counted, with versions, day and author", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    const found = await read(rent);
    await judge(ines, contactId, "keep", found, "loyer");
    const atWork = { contactId, machine: machineOf(found) };
    await ines.post(`/api/needs/${(await exchange()).situation?.needs[0]?.id ?? ""}/withdraw`, { atWork });
    await ines.post(`/api/situations/${situationId}/needs`, { need: "energie", origin: "detected", atWork });
    const by = {
      model_version: found.versions.model,
      taxonomy_version: found.versions.taxonomy,
      given_by: house.mutuelle.counsellor.staffId,
    };
    expect(await verdictsOf(situationId)).toMatchObject([
      { label: "loyer", verdict: "kept", proposed_by: "house", ...by },
      { label: "loyer", verdict: "withdrawn", proposed_by: "house", ...by },
      { label: "energie", verdict: "added", proposed_by: null, ...by },
    ]);
    expect((await exchange()).situation?.needs.map(({ need }) => need)).toEqual(["energie"]);
    expect(needsIn(await read(`${rent} ${energy}`))).toEqual(expect.not.arrayContaining(["loyer", "energie"]));
  });
  test("an emotion proposed and confirmed leaves a verdict; pressed without a proposal, none", async () => {
    const { contactId, ines, situationId, read } = await openCall();
    const proposed = { confidence: 0.7, machine: machineOf(await read(rent)) };
    await ines.post(`/api/contacts/${contactId}/emotions`, { emotion: "honte", intensity: 1, proposed });
    await ines.post(`/api/contacts/${contactId}/emotions`, { emotion: "peur", intensity: 2 });
    expect(await verdictsOf(situationId)).toMatchObject([{ kind: "emotion", label: "honte", verdict: "kept" }]);
  });
});

describe("a danger that the machine asks about", () => {
  test("observatory 3: asked with the words as they were written, answered by a human, and traced with the hour", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    const found = await read(`Appel du soir. ${letter}`);
    expect(found.danger).toMatchObject({ level: 3, asks: true });
    expect(found.danger.motives[0]?.words).toMatch(/lettre|cannes/);
    expect((await answer(ines, contactId, 3, found)).statusCode).toBe(200);
    expect((await exchange()).situation?.urgency).toMatchObject({ level: 3, flaggedAt: "2026-11-20T16:00:00.000Z" });
    expect(await verdictsOf(situationId)).toMatchObject([{ kind: "danger", verdict: "kept", proposed_by: "house" }]);
  });
  test("observatory 3: answered yes already, it is not asked again", async () => {
    const { contactId, ines, read } = await openCall();
    await answer(ines, contactId, 3, await read(bridge));
    expect((await read(`${bridge} ${letter}`)).danger.asks).toBe(false);
  });
  test("answered no: traced, and not asked again for these words, even when the notes go on", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    await answer(ines, contactId, 0, await read(bridge));
    expect(await verdictsOf(situationId)).toMatchObject([{ kind: "danger", verdict: "refused" }]);
    expect((await exchange()).situation?.urgency.level).toBe(0);
    expect((await inMutuelle((work) => listAudit(work))).map(({ action }) => action)).toContain("answer danger no");
    expect((await read(bridge)).danger.asks).toBe(false);
    expect((await read(`${bridge} Elle habite Voiron.`)).danger.asks).toBe(false);
  });
  test("new words tell it: asked again", async () => {
    const { contactId, ines, read } = await openCall();
    await answer(ines, contactId, 0, await read(bridge));
    expect((await read(`${bridge} Son mari la frappe, il a un couteau.`)).danger.asks).toBe(true);
  });
  test("the words answered no are kept nowhere in clear", async () => {
    const { contactId, ines, situationId, read } = await openCall();
    await answer(ines, contactId, 0, await read(bridge));
    const kept = await inMutuelle((work) =>
      work.rows(sql<{ row: string }>`
        select v::text as row from situation_verdict v where v.commissioner_id = ${work.commissionerId} and v.situation_id = ${situationId}
        union all select o::text from ground_once o where o.commissioner_id = ${work.commissionerId}`),
    );
    expect(kept.map(({ row }) => row).join(" ")).not.toMatch(/tuer|medicament|médicament/);
  });
  test("observatory 3: a no to the machine never lowers what a human had set", async () => {
    const { contactId, ines, situationId, exchange, read } = await openCall();
    await ines.post(`/api/situations/${situationId}/urgency`, { level: 2, motives: ["echeance"] });
    await answer(ines, contactId, 0, await read(bridge));
    expect((await exchange()).situation?.urgency.level).toBe(2);
  });
  test("observatory 4: « La facture m'a tuée, une crise cardiaque ! » asks nothing, and may still be noted", async () => {
    const { contactId, ines, exchange, read } = await openCall();
    expect((await read("La facture m'a tuée, une crise cardiaque !")).danger).toMatchObject({ asks: false });
    await ines.post(`/api/contacts/${contactId}/emotions`, { emotion: "frustration", intensity: 2 });
    expect((await exchange()).emotions).toEqual([{ emotion: "frustration", intensity: 2 }]);
  });
  test("switched off by the service, nothing is asked, and the human's own button stays", async () => {
    const { contactId, ines, exchange, read } = await openCall();
    const set = (isOn: boolean) =>
      inShared(house.ground, (work) =>
        work.run(sql`update ground_commissioner set asks_about_danger = ${isOn} where id = ${house.mutuelle.id}`),
      );
    await set(false);
    expect((await read(bridge)).danger).toMatchObject({ level: 0, motives: [], asks: false });
    await ines.post(`/api/exchanges/${contactId}/danger`, { level: 3, motives: [] });
    expect((await exchange()).situation?.urgency.level).toBe(3);
    await set(true);
  });
  test("nobody waits for a name: a yes while nobody knows who calls opens an anonymous file, and supervisors are told", async () => {
    const { contactId, ines, exchange, read } = await openCall(false);
    const found = await read(bridge);
    expect(found.danger.asks).toBe(true);
    await answer(ines, contactId, 3, found);
    expect((await exchange()).situation?.urgency.level).toBe(3);
    const told = await inMutuelle((work) => work.rows(sql<object>`select 1 from ground_task where kind = 'danger'`));
    expect(told.length).toBeGreaterThan(0);
  });
  test("the place said in the notes comes with the question, and the one of the file with the exchange", async () => {
    const { exchange, read } = await openCall();
    expect((await exchange()).address).toBe("14 rue des Tisserands, 38500 Voiron");
    expect((await read(`Elle est au 3 avenue de la Gare à Voiron. ${bridge}`)).danger.place).toMatch(/3 avenue de la Gare/);
  });
});
