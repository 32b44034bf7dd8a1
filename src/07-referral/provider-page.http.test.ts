import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { buildWeb, type Web, type Work } from "#ground/server";
import { activeConsent, withdrawConsent } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, addProviders, as, handOverNow, lastTokenFor, offerStory } from "../../house/testing/handover.ts";
import { advanceReferrals } from "./advance-referrals.action.ts";
import { followWithdrawal } from "./follow-withdrawal.action.ts";
import { handOver } from "./hand-over.action.ts";
import { attemptsOf, findOffer } from "./offer.store.ts";
import { findReferral } from "./referral.store.ts";
import { openProviderPages } from "./provider-page.http.ts";

let house: TestHouse;
let web: Web;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  await agent((work) => addProviders(work, ["ADH", "OXA"]));
  web = await buildWeb(house.ground);
  openProviderPages(web);
});
afterAll(() => house.close());
beforeEach(() => {
  house.setClock("2026-11-20T16:00:00Z");
});

/** A need handed over to one of the two, and the token of the mail it received. */
const handed = async (given: Parameters<typeof addNeedOf>[1] = {}) => {
  const made = await agent((work) => handOverNow(work, given));
  const name = await agent((work) =>
    work.one(sql<{ mail: string }>`select mail from referral_provider where id = ${made.offer.providerId}`),
  );
  return { ...made, token: await agent((work) => lastTokenFor(work, name.mail)) };
};
const read = (token: string) => web.app.inject({ url: `/s/mutuelle-des-alpes/p/${token}` });
const answer = (token: string, name: string, fields: Record<string, string> = {}) =>
  web.app.inject({
    method: "POST",
    url: `/s/mutuelle-des-alpes/p/${token}/${name}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ cle: `cle-${token}`, ...fields }).toString(),
  });
const plain = (html: string): string => html.replaceAll("\u00a0", " ");

describe("the page of a request", () => {
  test("says what, where and by when; the telephone and the name are not in it before acceptance", async () => {
    const { token } = await handed();
    const page = await read(token);
    expect(page.statusCode).toBe(200);
    const html = plain(page.body);
    for (const said of ["Aide à domicile", "Grenoble", "dimanche 22 novembre, 17 h", "reste 48 h"]) expect(html).toContain(said);
    for (const secret of ["Awa", "06 39 98", "0639983344", "+33639983344"]) expect(html).not.toContain(secret);
    expect(html).not.toContain("<script");
  });

  test("reading it changes nothing, read a hundred times by a mail scanner", async () => {
    const { token, offer } = await handed();
    for (let count = 0; count < 5; count++) await read(token);
    expect(await agent((work) => findOffer(work, offer.id))).toEqual(offer);
  });

  test("two taps: accepted, it shows the first name and the telephone in pairs, and whether a message may be left", async () => {
    const { token } = await handed();
    const accepted = await answer(token, "accepter");
    expect([accepted.statusCode, accepted.headers.location]).toEqual([303, `/s/mutuelle-des-alpes/p/${token}`]);
    const html = plain((await read(token)).body);
    expect(html).toContain("Awa attend votre appel");
    expect(html).toContain('href="tel:+33639983344"');
    expect(html).toContain("Appeler le 06 39 98 33 44");
    expect(html).toContain("Ne laissez pas de message vocal.");
    expect(html).not.toContain("Diallo");
  });

  test("who reads a person's details is written in the log, with the provider's name", async () => {
    const { token, offer, personId } = await handed();
    await answer(token, "accepter");
    await read(token);
    const lines = await agent((work) =>
      work.rows(sql<{ actor_id: string }>`select actor_id from ground_audit where action = 'read packet' and object_id = ${personId}`),
    );
    expect(lines).toEqual([{ actor_id: offer.providerId }]);
  });
});

describe("each answer is done once", () => {
  test("a double tap on « J’ai appelé » is one call", async () => {
    const { token, referralId } = await handed();
    await answer(token, "accepter");
    const both = await Promise.all([answer(token, "essai", { jointe: "non" }), answer(token, "essai", { jointe: "non" })]);
    expect(both.map((each) => each.statusCode)).toEqual([303, 303]);
    expect(await agent((work) => attemptsOf(work, referralId))).toHaveLength(1);
  });

  test("scenario 22, its first half: accepted at 18:10, called and reached on Saturday at 09:30", async () => {
    const { token, referralId } = await handed();
    house.setClock("2026-11-20T17:10:00Z");
    await answer(token, "accepter");
    house.setClock("2026-11-21T08:30:00Z");
    await answer(token, "essai", { jointe: "oui" });
    expect(await agent((work) => findReferral(work, referralId))).toMatchObject({
      status: "contacted",
      acceptedAt: new Date("2026-11-20T17:10:00Z"),
      firstAttemptAt: new Date("2026-11-21T08:30:00Z"),
    });
    house.setClock("2026-11-24T08:30:00Z");
    await agent(advanceReferrals);
    expect((await agent((work) => findReferral(work, referralId)))?.status).toBe("contacted");
    await answer(token, "debut");
    expect((await agent((work) => findReferral(work, referralId)))?.status).toBe("delivering");
  });
});

describe("refusing needs a reason", () => {
  test.each([
    ["no reason", {}, "Choisissez une raison."],
    ["another reason, without a word", { raison: "other" }, "Dites pourquoi, en quelques mots."],
    ["full until yesterday", { raison: "full", jusque: "2026-11-19" }, "Indiquez une date à venir, ou laissez vide."],
    ["too long", { raison: "other", texte: "a".repeat(301) }, "Raccourcissez : 300 signes au plus."],
  ])("%s", async (_, fields, sentence) => {
    const { token, offer } = await handed();
    const refused = await answer(token, "refuser", fields);
    expect(refused.statusCode).toBe(422);
    expect(plain(refused.body)).toContain(sentence);
    expect(refused.body).toContain("<details open");
    expect((await agent((work) => findOffer(work, offer.id)))?.answer).toBe("waiting");
  });

  test("given a reason, the next provider is asked and the page thanks", async () => {
    const { token, referralId, offer } = await handed();
    expect((await answer(token, "refuser", { raison: "other", texte: "Notre équipe est en formation" })).statusCode).toBe(303);
    expect(await agent((work) => offerStory(work, referralId, {}))).toEqual(["?: refused", "?: waiting"]);
    expect((await agent((work) => findOffer(work, offer.id)))?.refusalText).toBe("Notre équipe est en formation");
    expect(plain((await read(token)).body)).toContain("Merci de l’avoir dit");
  });
});

describe("links that no longer lead to a request say so, in human words", () => {
  test("case 28: a click a second too late: 409, a human message, nothing changes", async () => {
    const { token, offer } = await handed();
    house.setClock("2026-11-22T16:00:01Z");
    const late = await answer(token, "accepter");
    expect(late.statusCode).toBe(409);
    expect(plain(late.body)).toContain("Votre réponse est arrivée après l’heure");
    expect(await agent((work) => findOffer(work, offer.id))).toEqual(offer);
  });

  test("case 29: an answer given again with an old link: 409, and a line in the log", async () => {
    const { token, offer } = await handed();
    await answer(token, "refuser", { raison: "not-ours" });
    const again = await answer(token, "accepter", { cle: "another-key-later" });
    expect(again.statusCode).toBe(409);
    expect(plain(again.body)).toContain("Vous aviez déjà répondu à cette demande.");
    const lines = await agent((work) =>
      work.rows(sql`select seq from ground_audit where object_id = ${offer.id} and action = 'answer refused: settled'`),
    );
    expect(lines).toHaveLength(1);
  });

  test("passed to another: « Vous n’avez rien à faire. »", async () => {
    const { token } = await handed();
    house.setClock("2026-11-22T16:00:00Z");
    await agent(advanceReferrals);
    const html = plain((await read(token)).body);
    expect(html).toContain("Cette demande est passée à un autre professionnel");
    expect(html).toContain("Vous n’avez rien à faire.");
  });

  test("case 12: after a withdrawal the provider sees « close », and nothing of the person", async () => {
    const { token, personId } = await handed();
    await answer(token, "accepter");
    await agent(async (work) => withdrawConsent(work, (await activeConsent(work, personId, "share_referral"))?.id ?? ""));
    await agent((work) => followWithdrawal(work, personId));
    const html = plain((await read(token)).body);
    expect(html).toContain("Cette demande est close");
    expect(html).not.toContain("Awa");
    expect(html).not.toContain("06 39 98");
  });

  test("expired, altered, of another service: 410, 404, 404, each with its words", async () => {
    const { token } = await handed();
    const other = await web.app.inject({ url: `/s/caisse-retraite-ouest/p/${token}` });
    const altered = await read(`${token.slice(0, -1)}${token.endsWith("a") ? "b" : "a"}`);
    house.setClock("2027-03-01T16:00:00Z");
    const expired = await read(token);
    expect([expired.statusCode, altered.statusCode, other.statusCode]).toEqual([410, 404, 404]);
    expect(plain(expired.body)).toContain("Ce lien a expiré");
    expect(plain(altered.body)).toContain("Ce lien n’est pas reconnu");
    expect(plain(other.body)).toContain("Ce lien n’est pas reconnu");
  });

  test.each(["", "x", "%00", "é".repeat(50), "../../etc"])("no input makes it fail: « %s »", async (token) => {
    expect((await read(encodeURIComponent(token))).statusCode).toBeLessThan(500);
    expect((await answer(encodeURIComponent(token), "refuser", { raison: "full" })).statusCode).toBeLessThan(500);
  });
});

test("« Pourquoi moi ? » says how the turn chose, and what was received beside what was due", async () => {
  const { token } = await handed();
  const html = plain((await read(token)).body);
  expect(html).toContain("Pourquoi moi ?");
  expect(html).toContain("2 prestataires pouvaient répondre.");
  expect(html).toContain("Part juste");
});

test("case 32: under 80 % kept, the page says the figure and the way back", async () => {
  const { token, offer } = await handed();
  await agent(async (work) => {
    for (let count = 0; count < 12; count++) {
      const { referralId, offer: past } = await handOverNow(work);
      await work.run(sql`update referral_offer set answer = 'expired', provider_id = ${offer.providerId} where id = ${past.id}`);
      await work.run(sql`update referral set status = 'closed', outcome = 'exhausted', closed_at = ${work.now} where id = ${referralId}`);
    }
  });
  const html = plain((await read(token)).body);
  expect(html).toMatch(
    /Vous avez tenu \d+ de vos \d+ dernières demandes, moins de 8 sur 10 : vous recevez un tour sur deux\. Encore \d+ demandes tenues de suite/,
  );
  // The weight counts in the next decision.
  const { needId } = await agent((work) => addNeedOf(work));
  const next = await agent((work) => handOver(work, { needId }));
  const record = await agent((work) =>
    work.one(sql<{ record: { entries: { provider: string; weight: number }[] } }>`
      select record from referral_decision where referral_id = ${"referralId" in next ? next.referralId : ""}`),
  );
  expect(record.record.entries.find((entry) => entry.provider === offer.providerId)?.weight).toBe(0.5);
});
