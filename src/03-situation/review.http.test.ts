import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openContact } from "#contact/server";
import { maskingVersion } from "#engines/words";
import { buildWeb, goRound, inCommissioner, inShared, openSession, type Actor, type Web, type Work } from "#ground/server";
import { addPerson, recordConsent } from "#person/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { askForMissingMasks, maskNotes, type TextReader } from "./mask-notes.action.ts";
import { drawReview, sheetOf } from "./review.store.ts";
import { weekOf } from "./review.ts";
import { knownLeaks, maskedTextOf, openExchange, openReviews, saveNotes, situationDuties, wordsMasker } from "./server.ts";
import { stillLeaks } from "./leak.ts";
import { markLeak } from "./mark-leak.action.ts";
import { reviewWords } from "./review.words.ts";

let house: TestHouse;
let web: Web;
type Someone = Actor & { readonly kind: "staff" };
let auditor: Someone;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  openReviews(web);
  auditor = await addStaff(house.ground, house.mutuelle.id, "Odile Perrot", "odile@ecoute.example", ["quality-auditor"]);
});
/** Signs in now: weeks pass in this file, and a session does not last so long. */
const cookieOf = async (who: Someone | undefined): Promise<string> =>
  who === undefined ? "" : `tu_session=${await inShared(house.ground, (work) => openSession(work, who.staffId))}`;
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});
afterAll(() => house.close());

const asCounsellor = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
/** Masks names of the file and numbers, and lets the rest through: what a human then finds. */
const reader: TextReader = {
  analyse: (text, context) => ({
    masked: wordsMasker()(text, context),
    language: "french",
    urgency: 0,
    motives: [],
    needs: [],
    fragilities: [],
  }),
  maskingVersion,
};

let count = 0;
const listen = (text: string, personId?: string, consent: "yes" | "no" = "yes") =>
  asCounsellor(async (work) => {
    const id = personId ?? (await addPerson(work, { firstName: "Nadia", lastName: `Benali${"abcdefghij"[count++ % 10] ?? ""}` }));
    if (personId === undefined) await recordConsent(work, { personId: id, purpose: "verbatim_observatory", answer: consent, mode: "oral" });
    const contactId = await openContact(work, { channel: "call", direction: "in", personId: id });
    await openExchange(work, contactId);
    await saveNotes(work, { contactId, text, revision: 0 });
    await maskNotes(work, contactId, reader);
    return { personId: id, contactId };
  });
const textOf = async (contactId: string) => (await asCounsellor((work) => maskedTextOf(work, contactId)))?.text;
const draw = () => goRoundNamed("draw-review");
const goRoundNamed = async (name: string) => {
  for (const round of situationDuties.rounds.filter((each) => each.name === name)) await goRound(house.ground, round);
};
const sheet = () => asCounsellor((work) => sheetOf(work, weekOf(work.now)));
const reviewOf = async (contactId: string): Promise<string> => {
  const text = await textOf(contactId);
  const found = (await sheet()).find((each) => each.text === text);
  if (!found) throw new Error("not on the sheet");
  return found.id;
};
const post = async (url: string, payload: object, who: Someone = auditor) =>
  web.app.inject({
    method: "POST",
    url,
    payload,
    headers: { cookie: await cookieOf(who), "idempotency-key": `key-${String(count++)}-${url}`.slice(0, 90) },
  });
const get = async (who: Someone | undefined) =>
  web.app.inject({ url: `/api/review?commissionerId=${house.mutuelle.id}`, headers: { cookie: await cookieOf(who) } });

describe("a sheet of 50 texts is drawn each week", () => {
  test("among consented texts, each once; the same week gives the same sheet, the next one what was not read yet", async () => {
    for (let which = 0; which < 53; which++) await listen(`Elle attend une réponse depuis ${String(which + 2)} semaines.`);
    await listen("Elle a dit non, et rien de ce texte ne doit être relu.", undefined, "no");
    await draw();
    const first = await sheet();
    expect(first.map(({ place }) => place)).toEqual(Array.from({ length: 50 }, (_, at) => at + 1));
    expect(JSON.stringify(first)).not.toContain("Elle a dit non");
    await draw();
    expect(await sheet()).toEqual(first);
    house.setClock("2026-11-23T08:00:00Z");
    await draw();
    const second = await sheet();
    expect(second).toHaveLength(3);
    expect(first.map(({ text }) => text)).not.toContain(second[0]?.text);
  });

  test("a week begun with few texts is completed while there is room, and a person who says no leaves it", async () => {
    house.setClock("2026-12-01T08:00:00Z");
    await listen("Premier texte de décembre.");
    await draw();
    const { personId } = await listen("Second texte de décembre.");
    await draw();
    expect((await sheet()).map(({ text }) => text)).toEqual(["Premier texte de décembre.", "Second texte de décembre."]);
    await asCounsellor((work) => recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "no", mode: "oral" }));
    expect((await sheet()).map(({ text }) => text)).toEqual(["Premier texte de décembre."]);
  });
});

describe("observatory 2: a leak marked on the sheet is masked everywhere, and becomes a test case", () => {
  const week = "2026-12-08T08:00:00Z";
  const mark = async (contactId: string, segment: string, type = "NOM") =>
    post(`/api/reviews/${await reviewOf(contactId)}/leaks`, { segment, type });

  test("in this text, in her file, in other files, in the surroundings of other cases; sealed, with what stood around", async () => {
    house.setClock(week);
    const her = await listen("Elle voit zorglub chaque lundi, et zorglub ne rappelle pas depuis la fermeture du clapotin.");
    const again = await listen("il y avait zorglub, dit Nadia.", her.personId);
    const other = await listen("elle connaît zorglüb du quartier.");
    const apart = await listen("Une zorglubienne passe.");
    await draw();
    expect(await textOf(her.contactId)).toContain("zorglub");
    expect((await mark(her.contactId, "clapotin", "ENTREPRISE")).json()).toMatchObject({ texts: 1 });
    const done = await mark(her.contactId, " zorglub ");
    expect([done.statusCode, done.json()]).toMatchObject([200, { texts: 3 }]);
    expect(await textOf(her.contactId)).toBe(
      "Elle voit [NOM_2] chaque lundi, et [NOM_2] ne rappelle pas depuis la fermeture du [ENTREPRISE].",
    );
    expect(await textOf(again.contactId)).toBe("il y avait [NOM_2], dit [NOM_1].");
    expect(await textOf(other.contactId)).toBe("elle connaît [NOM_2] du quartier.");
    expect(await textOf(apart.contactId)).toBe("Une zorglubienne passe.");
    const everywhere = await house.ground.database.pool.query(
      "select (select json_agg(m) from situation_masked m where text not like '%zorglubienne%')::text || (select json_agg(l) from situation_leak l)::text || (select json_agg(u) from situation_leak_undo u)::text || (select json_agg(a) from ground_audit a)::text as all",
    );
    expect((everywhere.rows[0] as { all: string }).all).not.toMatch(/zorgl|clapotin/i);
    const [, leak] = (await asCounsellor(knownLeaks)).slice(-2);
    expect(leak).toMatchObject({ segment: "zorglub", type: "NOM", before: "Elle voit ", maskingVersion });
    expect(leak?.after).toContain("chaque lundi, et");
    expect(stillLeaks({ segment: "zorglub", before: "Elle voit " }, [])).toBe(true);
  });

  test("a text masked later hides it too", async () => {
    house.setClock(week);
    const { contactId } = await listen("La tante de zorglub héberge tout le monde.");
    expect(await textOf(contactId)).toBe("La tante de [NOM_2] héberge tout le monde.");
  });

  test("a text being masked at the very moment waits for the leak, and hides it too", async () => {
    house.setClock(week);
    const one = await listen("Elle a vu brindezingue hier.");
    await draw();
    const reviewId = await reviewOf(one.contactId);
    let masked: Promise<{ contactId: string }> | undefined;
    await inCommissioner(house.ground, auditor, async (work) => {
      await markLeak(work, { reviewId, segment: "brindezingue", type: "NOM" });
      masked = listen("Le cousin de brindezingue est passé.");
      await new Promise((later) => setTimeout(later, 400));
    });
    expect(await textOf((await masked)?.contactId ?? "")).toBe("Le cousin de [NOM_2] est passé.");
  });

  test("a word that everybody writes is not hidden everywhere, and it is said why", async () => {
    house.setClock(week);
    const { contactId } = await listen("Elle dit que le facteur passe, et que le pain est cher.");
    await draw();
    const refused = await mark(contactId, "le");
    expect([refused.statusCode, refused.json<{ sentence: string }>().sentence]).toEqual([422, reviewWords.fr.refusals["too-common"]]);
    expect(await textOf(contactId)).toContain("le facteur");
  });

  test("undone within a day, every text is as it was and the case is gone; a day later it cannot be", async () => {
    house.setClock(week);
    const one = await listen("Rendez-vous au plumetis demain.");
    const two = await listen("Le plumetis est fermé.");
    await draw();
    const { leakId } = (await mark(one.contactId, "plumetis", "ENTREPRISE")).json<{ leakId: string }>();
    expect(await textOf(two.contactId)).toBe("Le [ENTREPRISE] est fermé.");
    expect((await post(`/api/leaks/${leakId}/take-back`, {})).json()).toEqual({ restored: 2, kept: 0 });
    expect([await textOf(one.contactId), await textOf(two.contactId)]).toEqual([
      "Rendez-vous au plumetis demain.",
      "Le plumetis est fermé.",
    ]);
    expect((await post(`/api/leaks/${leakId}/take-back`, {})).statusCode).toBe(404);
    const again = (await mark(one.contactId, "plumetis", "ENTREPRISE")).json<{ leakId: string }>();
    house.setClock("2026-12-09T09:00:00Z");
    expect((await post(`/api/leaks/${again.leakId}/take-back`, {})).statusCode).toBe(409);
    await goRoundNamed("draw-review");
    expect((await house.ground.database.pool.query("select 1 from situation_leak_undo")).rowCount).toBe(0);
  });

  test("two leaks of one text are undone one after the other; a text changed since stays masked", async () => {
    house.setClock(week);
    const { contactId } = await listen("Entre brimbelle et farigoule, elle hésite.");
    await draw();
    const first = (await mark(contactId, "brimbelle")).json<{ leakId: string }>();
    const second = (await mark(contactId, "farigoule")).json<{ leakId: string }>();
    expect((await post(`/api/leaks/${first.leakId}/take-back`, {})).json()).toEqual({ restored: 0, kept: 1 });
    expect((await post(`/api/leaks/${second.leakId}/take-back`, {})).json()).toEqual({ restored: 1, kept: 0 });
    expect(await textOf(contactId)).toBe("Entre [NOM_2] et farigoule, elle hésite.");
  });

  test.each([
    ["a", 422, "Choisissez au moins deux lettres ou chiffres."],
    ["[NOM_1]", 422, "Votre choix contient déjà un masque. Choisissez seulement ce qui n’est pas masqué."],
    ["zigomar", 409, "Ces mots ne sont plus dans le texte : quelqu’un vient peut-être de les masquer."],
  ])("« %s » is refused with %i", async (segment, status, sentence) => {
    house.setClock(week);
    const { contactId } = await listen(`Texte à relire numéro ${String(count++)}, par Nadia.`);
    await draw();
    const answer = await mark(contactId, segment);
    expect([answer.statusCode, answer.json<{ sentence: string }>().sentence]).toEqual([status, sentence]);
  });

  test("when she objects, her cases go with her texts", async () => {
    house.setClock(week);
    const { contactId, personId } = await listen("Elle dort au grillonet.");
    await draw();
    await mark(contactId, "grillonet", "ADRESSE");
    await asCounsellor((work) => recordConsent(work, { personId, purpose: "verbatim_observatory", answer: "no", mode: "oral" }));
    await goRoundNamed("watch-text-consent");
    expect((await asCounsellor(knownLeaks)).map(({ segment }) => segment)).not.toContain("grillonet");
  });
});

describe("who may read the sheet", () => {
  test("those who watch over quality: the auditor and the supervisor, for their own service", async () => {
    house.setClock("2026-12-15T08:00:00Z");
    await listen("Un texte de la semaine.");
    await draw();
    const seen = await get(auditor);
    expect(seen.json()).toMatchObject({
      week: "2026-12-14",
      texts: [{ place: 1, text: "Un texte de la semaine.", isReviewed: false, leaks: [] }],
    });
    expect((await get(house.mutuelle.supervisor)).statusCode).toBe(200);
    expect((await get(house.mutuelle.counsellor)).statusCode).toBe(403);
    expect((await get(house.caisse.supervisor)).statusCode).toBe(404);
    expect((await get(undefined)).statusCode).toBe(401);
    const { id } = (await sheet())[0] ?? { id: "" };
    expect((await post(`/api/reviews/${id}/settle`, { isReviewed: true }, house.caisse.supervisor)).statusCode).toBe(404);
    expect((await post(`/api/reviews/${id}/settle`, { isReviewed: true }, house.mutuelle.counsellor)).statusCode).toBe(403);
    expect((await post(`/api/reviews/${id}/settle`, { isReviewed: true })).statusCode).toBe(200);
    expect((await sheet())[0]?.reviewedAt).toEqual(new Date("2026-12-15T08:00:00Z"));
    await post(`/api/reviews/${id}/settle`, { isReviewed: false });
    expect((await sheet())[0]?.reviewedAt).toBeUndefined();
    const logged = await asCounsellor((work) =>
      work.rows(sql`select 1 from ground_audit where action = 'read sheet of masked texts' and object_id = '2026-12-14'`),
    );
    expect(logged).toHaveLength(2);
  });
});

test("masking is asked for what has none, and a drawing of another service is not touched", async () => {
  await asCounsellor(askForMissingMasks);
  expect(await inCommissioner(house.ground, house.caisse.system, drawReview)).toBe(0);
});
