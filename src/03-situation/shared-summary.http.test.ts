import { afterAll, beforeAll, expect, test } from "vitest";
import { openContact, openContactRoom } from "#contact/server";
import { buildWeb, inCommissioner, makeLink, type Web, type Work } from "#ground/server";
import { addPerson, editPerson, readingsOf } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import { keepSummary, shareSummary } from "./keep-summary.action.ts";
import { followUpSummaries, openExchange } from "./server.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  web = await buildWeb(house.ground);
  openContactRoom(web, { summaries: followUpSummaries });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

const asInes = <Result>(deed: (work: Work) => Promise<Result>) => inCommissioner(house.ground, house.mutuelle.counsellor, deed);
const portal = "/s/mutuelle-des-alpes";
const form = (url: string, payload: Record<string, string>, cookie = "") =>
  web.app.inject({
    method: "POST",
    url,
    payload: new URLSearchParams(payload).toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", cookie },
  });

/** Solène, whose summary was kept, with the link to all that is hers and the letters given. */
const solene = async () => {
  const { personId, contactId, token } = await asInes(async (work) => {
    const personId = await addPerson(work, { firstName: "Solène" });
    const contactId = await openContact(work, { channel: "call", direction: "in", personId });
    await openExchange(work, contactId);
    const text = { lines: { asked: ["« Une garde le mercredi »"], agreed: [], steps: [], people: [] }, word: "À mardi." };
    await keepSummary(work, { contactId, afterVersion: 0, text });
    const expiresAt = new Date(work.now.getTime() + 86_400_000);
    return { personId, contactId, token: await makeLink(work, { kind: "follow-up", subjectId: personId, expiresAt }) };
  });
  const place = `${portal}/suivi/${token}`;
  const opened = await form(place, { lettres: "sol" });
  const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
  const get = (path: string) => web.app.inject({ method: "GET", url: `${place}${path}`, headers: { cookie } });
  return { personId, contactId, place, cookie, get };
};

test("a summary is read from the follow-up once she agreed, and leaves it as soon as she says so", async () => {
  const { personId, contactId, place, cookie, get } = await solene();
  expect((await get("")).body).not.toContain("Lire mon résumé");
  expect((await get("/resume")).statusCode).toBe(303);
  await asInes((work) => shareSummary(work, contactId, true));
  expect((await get("")).body).toContain("Lire mon résumé");
  const page = (await get("/resume")).body;
  for (const said of ["Mon résumé", "Une garde le mercredi", "À mardi.", "Un mot pour vous"]) expect(page).toContain(said);
  expect((await asInes((work) => readingsOf(work, personId))).map((reading) => reading.action)).toContain("read summary");
  expect((await form(`${place}/resume`, {}, cookie)).headers.location).toBe(`${place}?fait=resume`);
  expect((await get("/resume")).statusCode).toBe(303);
});

test("without the letters nothing of it is read; nor once somebody may be watching", async () => {
  const { personId, contactId, place, get } = await solene();
  await asInes((work) => shareSummary(work, contactId, true));
  const closed = await web.app.inject({ method: "GET", url: `${place}/resume` });
  expect([closed.statusCode, closed.headers.location]).toEqual([303, place]);
  await asInes((work) => editPerson(work, personId, { isProtected: true }));
  expect((await get("")).body).not.toContain("Lire mon résumé");
  expect((await get("/resume")).statusCode).toBe(303);
});
