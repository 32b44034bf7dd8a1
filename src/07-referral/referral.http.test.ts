import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { buildWeb, inShared, openSession, type Actor, type Web, type Work } from "#ground/server";
import { consentsOf } from "#person/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { addNeedOf, addProviders, as, handOverNow } from "../../house/testing/handover.ts";
import type { DueOffer } from "./due-offers.contract.ts";
import { openDueOffers } from "./due-offers.http.ts";
import { openReferrals } from "./referral.http.ts";
import { openProviders } from "./provider.http.ts";
import type { HandOverPreview, ReferralDetail } from "./referral.contract.ts";

let house: TestHouse;
let web: Web;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let names: Awaited<ReturnType<typeof addProviders>>;
const cookies = new Map<string, string>();
let keys = 0;

beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  agent = as(house.ground, house.mutuelle.counsellor);
  names = await agent((work) => addProviders(work, ["ADH", "OXA", "VIA"]));
  web = await buildWeb(house.ground);
  openReferrals(web);
  openProviders(web);
  openDueOffers(web);
  for (const actor of [house.mutuelle.counsellor, house.mutuelle.supervisor, house.caisse.supervisor])
    cookies.set(actor.staffId, await inShared(house.ground, (work) => openSession(work, actor.staffId)));
});
afterAll(() => house.close());

type Staff = Extract<Actor, { kind: "staff" }>;
const get = async (url: string, who: Staff = house.mutuelle.counsellor) => {
  const response = await web.app.inject({ url, cookies: { tu_session: cookies.get(who.staffId) ?? "" } });
  return { status: response.statusCode, body: response.json<unknown>() };
};
const post = async (url: string, payload: object, who: Staff = house.mutuelle.counsellor, key = `key-number-${keys++}`) => {
  const response = await web.app.inject({
    method: "POST",
    url,
    payload,
    headers: { "idempotency-key": key },
    cookies: { tu_session: cookies.get(who.staffId) ?? "" },
  });
  return { status: response.statusCode, body: response.json<unknown>() };
};

describe("before handing over, the desk shows who is at turn, what to read aloud, and exactly what would leave", () => {
  test("the fields shown are those of the packet, the telephone masked", async () => {
    const { needId } = await agent((work) => addNeedOf(work, { consents: [] }));
    const { status, body } = await get(`/api/needs/${needId}/hand-over`);
    const preview = body as HandOverPreview;
    expect(status).toBe(200);
    expect(preview.fields).toEqual({
      firstName: "Awa",
      phoneMasked: "06 ·· ·· 33 44",
      mayLeaveMessage: false,
      zone: "Grenoble",
      need: "Aide à domicile",
      availability: null,
    });
    expect(preview).toMatchObject({
      hasConsent: false,
      missing: [],
      mayBeHandedOver: true,
      dueAt: "2026-11-22T16:00:00.000Z",
      openReferralId: null,
    });
    expect(Object.values(names)).toContain(preview.next?.providerId);
    expect(preview.shares).toHaveLength(3);
  });

  test("who is shown at turn is who is asked", async () => {
    const { needId } = await agent((work) => addNeedOf(work));
    const preview = (await get(`/api/needs/${needId}/hand-over`)).body as HandOverPreview;
    const done = await post(`/api/needs/${needId}/hand-over`, {});
    expect(done.body).toMatchObject({ kind: "offered", providerName: preview.next?.name, dueAt: "2026-11-22T16:00:00.000Z" });
  });
});

describe("handing over from the desk", () => {
  test("no consent: the script is given and nothing leaves; « Non » is kept as calmly as a yes", async () => {
    const { needId, personId } = await agent((work) => addNeedOf(work, { consents: [] }));
    expect((await post(`/api/needs/${needId}/hand-over`, {})).body).toMatchObject({ kind: "consent-needed" });
    expect((await post(`/api/needs/${needId}/hand-over`, { consent: "oral-no" })).body).toEqual({ kind: "declined" });
    expect((await agent((work) => consentsOf(work, personId))).map(({ purpose, answer }) => [purpose, answer])).toEqual([
      ["share_referral", "no"],
    ]);
    expect((await post(`/api/needs/${needId}/hand-over`, { consent: "oral-yes" })).body).toMatchObject({ kind: "offered" });
  });

  test("sent twice with the same key, it is one offer", async () => {
    const { needId, situationId } = await agent((work) => addNeedOf(work));
    const key = "the-same-key-twice";
    const both = [
      await post(`/api/needs/${needId}/hand-over`, {}, house.mutuelle.counsellor, key),
      await post(`/api/needs/${needId}/hand-over`, {}, house.mutuelle.counsellor, key),
    ];
    expect(both[1]?.body).toEqual(both[0]?.body);
    expect((await get(`/api/situations/${situationId}/referrals`)).body).toHaveLength(1);
  });

  test.each([
    ["case 7: no telephone", { firstName: "", phone: "" }, "Coordonnées nécessaires"],
    ["case 18: not told", { told: false }, "n’a pas été dit"],
  ] as const)("%s: 422, with what to do", async (_, given, sentence) => {
    const { needId } = await agent((work) => addNeedOf(work, given));
    const { status, body } = await post(`/api/needs/${needId}/hand-over`, {});
    expect(status).toBe(422);
    expect((body as { sentence: string }).sentence).toContain(sentence);
  });
});

describe("one referral, whole", () => {
  test("case 35: eligible set, credits before and after, weights, excluded with the cause", async () => {
    await agent((work) => work.run(sql`update referral_provider set paused_from = '2026-11-01' where id = ${names["VIA"] ?? ""}`));
    const { referralId } = await agent((work) => handOverNow(work));
    const detail = (await get(`/api/referrals/${referralId}`)).body as ReferralDetail;
    const decision = detail.offers[0]?.decision;
    expect(decision?.excluded).toEqual([{ name: "VIA", because: "paused" }]);
    expect(decision?.entries.map((entry) => entry.name)).toEqual(expect.arrayContaining(["ADH", "OXA"]));
    for (const entry of decision?.entries ?? []) expect(entry.creditBefore + entry.gained - entry.paid).toBeCloseTo(entry.creditAfter, 2);
    expect(detail).toMatchObject({
      personName: "Awa Diallo",
      fieldsSent: ["firstName", "phone", "zone", "need"],
      isReadable: true,
      status: "offered",
    });
  });

  test("next now, by name, close, reopen: each says what it did, and refuses what it may not", async () => {
    const { referralId } = await agent((work) => handOverNow(work));
    expect((await post(`/api/referrals/${referralId}/next`, { seen: 1, providerId: names["VIA"] })).status).toBe(422);
    expect((await post(`/api/referrals/${referralId}/next`, { seen: 0 })).status).toBe(409);
    expect((await post(`/api/referrals/${referralId}/next`, { seen: 1 })).body).toEqual({ kind: "offered" });
    expect((await post(`/api/referrals/${referralId}/close`, { outcome: "unreachable" })).status).toBe(422);
    expect((await post(`/api/referrals/${referralId}/close`, { outcome: "delivered" })).status).toBe(400);
    expect((await post(`/api/referrals/${referralId}/close`, { outcome: "duplicate" })).body).toEqual({ done: true });
    expect((await post(`/api/referrals/${referralId}/close`, { outcome: "duplicate" })).status).toBe(409);
    expect((await post(`/api/referrals/${referralId}/reopen`, {})).body).toEqual({ kind: "offered" });
  });

  test("case 8: another commissioner's referral does not exist", async () => {
    const { referralId, needId, situationId } = await agent((work) => handOverNow(work));
    for (const url of [`/api/referrals/${referralId}`, `/api/needs/${needId}/hand-over`, `/api/situations/${situationId}/referrals`])
      expect((await get(url, house.caisse.supervisor)).status).toBe(404);
    expect((await post(`/api/referrals/${referralId}/next`, { seen: 1 }, house.caisse.supervisor)).status).toBe(404);
  });

  test.each(["x", "00000000-0000-0000-0000-000000000000", "%00", "é"])("no identifier makes it fail: %s", async (id) => {
    for (const url of [`/api/referrals/${id}`, `/api/needs/${id}/hand-over`]) expect((await get(url)).status).toBeLessThan(500);
  });
});

describe("providers are the work of supervisors", () => {
  const fields = {
    name: "Les Petits Pas",
    mail: "contact@petits-pas.example",
    phone: "04.65.71.20.20",
    needs: ["garde"],
    zone: ["38", "200040715"],
    approvedFrom: "2026-01-01",
    approvedUntil: "2026-12-31",
  };
  test("a counsellor may not", async () => {
    expect((await get(`/api/providers?commissionerId=${house.mutuelle.id}`)).status).toBe(403);
  });
  test("added, paused, listed", async () => {
    const supervisor = house.mutuelle.supervisor;
    const added = (await post("/api/providers", { ...fields, commissionerId: house.mutuelle.id }, supervisor)).body as { id: string };
    expect((await post(`/api/providers/${added.id}`, { ...fields, pausedFrom: "2026-11-10" }, supervisor)).body).toEqual({ done: true });
    const listed = (await get(`/api/providers?commissionerId=${house.mutuelle.id}`, supervisor)).body as {
      id: string;
      phone: string;
      isPausedToday: boolean;
    }[];
    expect(listed.find(({ id }) => id === added.id)).toMatchObject({ phone: "04 65 71 20 20", isPausedToday: true });
    expect((await post(`/api/providers/${added.id}`, fields, house.caisse.supervisor)).status).toBe(404);
  });
  test.each([
    [{ needs: [] }, 400],
    [{ zone: ["Isère"] }, 400],
    [{ phone: "douze" }, 400],
    [{ approvedUntil: "2025-01-01" }, 400],
    [{ approvedFrom: "0000-01-01" }, 400],
    [{ serviceId: "00000000-0000-7000-8000-000000000000" }, 422],
  ])("%j is refused", async (wrong, status) => {
    expect(
      (await post("/api/providers", { ...fields, ...wrong, commissionerId: house.mutuelle.id }, house.mutuelle.supervisor)).status,
    ).toBe(status);
  });
});

test("who only searches or checks tells nobody of a service: an auditor and a data referent are refused", async () => {
  const { needId } = await agent((work) => addNeedOf(work));
  for (const role of ["quality-auditor", "data-referent", "commissioner-viewer"] as const) {
    const who = await addStaff(house.ground, house.mutuelle.id, role, `${role}@mutuelle.example`, [role]);
    cookies.set(who.staffId, await inShared(house.ground, (work) => openSession(work, who.staffId)));
    expect((await post(`/api/needs/${needId}/inform`, { serviceId: needId, bySms: true }, who)).status, role).toBe(403);
  }
});

describe("requests whose time comes near are shown to those who listen, twelve hours before", () => {
  const due = async (referralId: string, who?: Staff) =>
    ((await get("/api/due-offers", who)).body as DueOffer[]).filter((offer) => offer.referralId === referralId);
  test("not the first day; the last twelve hours, with who must call; never in another service", async () => {
    house.setClock("2026-11-18T20:00:00Z");
    const near = await agent((work) => handOverNow(work));
    house.setClock("2026-11-20T16:00:00Z");
    const fresh = await agent((work) => handOverNow(work));
    const [offer] = await due(near.referralId);
    expect(offer).toMatchObject({ personName: "Awa Diallo", need: "aide_domicile", isAccepted: false, dueAt: "2026-11-20T20:00:00.000Z" });
    expect(Object.keys(names)).toContain(offer?.providerName);
    expect(await due(fresh.referralId)).toEqual([]);
    expect(await due(near.referralId, house.caisse.supervisor)).toEqual([]);
  });
});
