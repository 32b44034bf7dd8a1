import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import {
  buildWeb,
  findCommissioner,
  goRound,
  inCommissioner,
  inShared,
  makeLink,
  openMessage,
  openSession,
  openTasks,
  prepareJobs,
  type Actor,
  type Web,
} from "#ground/server";
import { addContactPoint, addPerson, consentsOf, findPerson, personsAt, recordConsent } from "#person/server";
import { openTestHouse, type TestHouse } from "#testing";
import type { CallbackView } from "./callback.contract.ts";
import { lastCallbackOf } from "./callback.store.ts";
import type { Communes } from "./communes.ts";
import { openContactRoom } from "./server.ts";
import { lateCallbackRound } from "./settle-callback.action.ts";
import { wordsOf } from "./word.store.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T09:05:00Z" });
  await prepareJobs(house.ground);
  web = await buildWeb(house.ground);
  const saintDenis = (code: string, departement: string) =>
    ({
      code,
      name: "Saint-Denis",
      departement: { code: code.slice(0, 2), name: departement },
      postalCodes: [],
      otherCodes: [],
      region: "",
      population: 1,
      point: { latitude: 0, longitude: 0 },
      pointFrom: "town",
    }) as const;
  const known = [saintDenis("93066", "Seine-Saint-Denis"), saintDenis("97411", "La Réunion")];
  const communes: Communes = {
    byCode: (code) => known.find((commune) => commune.code === code),
    search: (text) => (/^saint.denis$/i.test(text) ? known : []),
  };
  openContactRoom(web, {
    communes,
    followUpSteps: () => Promise.resolve([{ title: "Un professionnel doit vous appeler", state: "next" }]),
  });
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});
beforeEach(async () => {
  house.setClock("2026-11-20T09:05:00Z");
  await setPlaces(100);
});
/** How many may be called back in the same quarter of an hour. */
const setPlaces = (places: number) =>
  inShared(house.ground, (work) =>
    work.run(sql`update ground_commissioner set callback_places = ${places} where slug = 'mutuelle-des-alpes'`),
  );

const portal = "/s/mutuelle-des-alpes";
const monday9 = "2026-11-23T08:00:00.000Z";
const inMutuelle = <Result>(deed: Parameters<typeof inCommissioner<Result>>[2]) =>
  inCommissioner(house.ground, house.mutuelle.system, deed);

const get = (url: string, cookie?: string) =>
  web.app.inject({ method: "GET", url, ...(cookie === undefined ? {} : { headers: { cookie } }) });
const post = (url: string, fields: Record<string, string>, cookie?: string) =>
  web.app.inject({
    method: "POST",
    url,
    headers: { "content-type": "application/x-www-form-urlencoded", ...(cookie === undefined ? {} : { cookie }) },
    payload: new URLSearchParams(fields).toString(),
  });
const hidden = (html: string, name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "";

interface Asked {
  readonly slot?: string;
  readonly phone: string;
  readonly firstName: string;
  readonly message?: string;
  readonly sms?: boolean;
}
/** Walks the four pages as a person would, up to the page where she reads everything again. */
const walk = async (asked: Asked): Promise<string> => {
  const first = await get(`${portal}/rappel/1`);
  const second = await post(`${portal}/rappel/2`, { reponses: hidden(first.body, "reponses"), creneau: asked.slot ?? monday9 });
  const third = await post(`${portal}/rappel/3`, {
    reponses: hidden(second.body, "reponses"),
    telephone: asked.phone,
    prenom: asked.firstName,
  });
  const fourth = await post(`${portal}/rappel/4`, { reponses: hidden(third.body, "reponses"), message: asked.message ?? "oui" });
  return fourth.body;
};
const confirm = (page: string, asked?: Asked) =>
  post(`${portal}/rappel/confirmer`, {
    reponses: hidden(page, "reponses"),
    cle: hidden(page, "cle"),
    ...(asked?.sms ? { sms: "oui" } : {}),
  });
const book = async (asked: Asked) => {
  const answer = await confirm(await walk(asked), asked);
  return { answer, token: (answer.headers.location ?? "").split("/").at(-1) ?? "" };
};
const openWith = async (token: string, letters: string) => {
  const answer = await post(`${portal}/suivi/${token}`, { lettres: letters });
  return { answer, cookie: String(answer.headers["set-cookie"] ?? "").split(";")[0] ?? "" };
};

describe("a person asks to be called back, in four questions", () => {
  test("then a promise exists, an exchange is noted, and a page says what comes next", async () => {
    const { answer, token } = await book({ phone: "06 39 98 10 01", firstName: "Nadia" });
    expect([answer.statusCode, answer.headers.location?.startsWith(`${portal}/rappel/confirme/`)]).toEqual([303, true]);
    const page = await get(`${portal}/rappel/confirme/${token}`);
    expect(page.body).toContain(
      "lundi 23 novembre, entre 9 h et 9 h 15".replaceAll(/(?<=\d) h(?: (?=\d))?/g, (space) => space.replaceAll(" ", "\u00a0")),
    );
    const [person] = await inMutuelle((work) => personsAt(work, "phone", "+33639981001"));
    expect(person?.firstName).toBe("Nadia");
    const callback = await inMutuelle((work) => lastCallbackOf(work, person?.id ?? ""));
    expect(callback).toMatchObject({ state: "promised", mayLeaveMessage: true });
  });

  test("« je ne sais pas » means no message", async () => {
    await book({ phone: "06 39 98 10 02", firstName: "Léa", message: "ne-sais-pas" });
    const [person] = await inMutuelle((work) => personsAt(work, "phone", "+33639981002"));
    expect(await inMutuelle((work) => lastCallbackOf(work, person?.id ?? ""))).toMatchObject({ mayLeaveMessage: false });
    expect(person?.contactPoints[0]?.isSafeForMessage).toBe(false);
  });

  test("what was typed comes back with the way back, and nothing is asked twice", async () => {
    const page = await walk({ phone: "06 39 98 10 03", firstName: "Zoé" });
    const back = await post(`${portal}/rappel/2`, { reponses: hidden(page, "reponses"), retour: "1" });
    expect(back.statusCode).toBe(200);
    expect(back.body).toMatch(/value="06 39 98 10 03"/);
    expect(back.body).toMatch(/value="Zoé"/);
    expect((await post(`${portal}/rappel/1`, { reponses: hidden(page, "reponses"), retour: "1" })).body).toMatch(
      new RegExp(`checked="" value="${monday9}"|value="${monday9}"[^>]*checked`),
    );
  });

  test("two communes of one name are told apart, and the one chosen is not asked again; an unknown one may be skipped", async () => {
    const first = await get(`${portal}/rappel/1`);
    const second = await post(`${portal}/rappel/2`, { reponses: hidden(first.body, "reponses"), creneau: monday9 });
    const typed = { reponses: hidden(second.body, "reponses"), telephone: "06 39 98 10 05", prenom: "Ana", commune: "Saint-Denis" };
    const several = await post(`${portal}/rappel/3`, typed);
    expect([several.statusCode, several.body.includes("Saint-Denis (La Réunion)")]).toEqual([422, true]);
    const chosen = await post(`${portal}/rappel/3`, { ...typed, "code-commune": "97411" });
    const back = await post(`${portal}/rappel/2`, { reponses: hidden(chosen.body, "reponses"), retour: "1" });
    expect(back.body).toContain('value="Saint-Denis (La Réunion)"');
    expect(
      (await post(`${portal}/rappel/3`, { ...typed, reponses: hidden(back.body, "reponses"), commune: "Saint-Denis (La Réunion)" }))
        .statusCode,
    ).toBe(200);
    expect((await post(`${portal}/rappel/3`, { ...typed, commune: "Nulle-Part" })).statusCode).toBe(422);
    expect((await post(`${portal}/rappel/3`, { ...typed, commune: "Nulle-Part", passer: "1" })).statusCode).toBe(200);
  });

  test("a form sent twice makes one promise; sent again from another page, it still does", async () => {
    const asked = { phone: "06 39 98 10 04", firstName: "Omar" };
    const page = await walk(asked);
    const both = await Promise.all([confirm(page), confirm(page)]);
    expect(both.map((answer) => answer.statusCode)).toEqual([303, 303]);
    await book({ ...asked, slot: "2026-11-23T08:15:00.000Z" });
    const rows = await inMutuelle(async (work) => {
      const persons = await personsAt(work, "phone", "+33639981004");
      const promised = await work.rows(
        sql<{
          slot_from: Date;
        }>`select slot_from from contact_callback where person_id = any(${persons.map((person) => person.id)}::uuid[]) and state = 'promised'`,
      );
      return [persons.length, promised.map((row) => row.slot_from.toISOString())];
    });
    expect(rows).toEqual([1, ["2026-11-23T08:15:00.000Z"]]);
  });
});

describe("case UX 27: two phones take the same slot", () => {
  test("one confirms, the other sees the three nearest, and nothing is left of the one who could not", async () => {
    await setPlaces(2);
    const countPersons = async () =>
      (await inMutuelle((work) => work.one(sql<{ count: number }>`select count(*) as count from person`))).count;
    const before = await countPersons();
    const slot = "2026-11-24T09:00:00.000Z";
    const pages = await Promise.all(
      ["06 39 98 11 01", "06 39 98 11 02", "06 39 98 11 03"].map((phone) => walk({ slot, phone, firstName: "Ana" })),
    );
    const answers = await Promise.all(pages.map((page) => confirm(page)));
    // Two counsellors call back in the same quarter of an hour: the third is too many.
    expect(answers.map((answer) => answer.statusCode).toSorted()).toEqual([303, 303, 409]);
    const refused = answers.find((answer) => answer.statusCode === 409);
    expect(refused?.body).toContain("Ce créneau vient d’être pris. Voici les trois plus proches.");
    expect([...(refused?.body ?? "").matchAll(/type="radio"/g)]).toHaveLength(3);
    expect((await countPersons()) - before).toBe(2);
  });

  test("a slot that filled while the form was open is said at the next page", async () => {
    await setPlaces(2);
    const slot = "2026-11-24T10:00:00.000Z";
    await book({ slot, phone: "06 39 98 11 11", firstName: "Ana" });
    await book({ slot, phone: "06 39 98 11 12", firstName: "Bilal" });
    const first = await get(`${portal}/rappel/1`);
    const answer = await post(`${portal}/rappel/2`, { reponses: hidden(first.body, "reponses"), creneau: slot });
    expect([answer.statusCode, answer.body.includes("Erreur")]).toEqual([409, true]);
  });
});

describe("a person is found again only by her number and her first name", () => {
  test("a shared telephone makes two persons, never one", async () => {
    await book({ phone: "01 99 00 20 20", firstName: "Nadia" });
    await book({ phone: "01 99 00 20 20", firstName: "Karim" });
    await book({ phone: "01.99.00.20.20", firstName: "nadia", slot: "2026-11-23T09:00:00.000Z" });
    const persons = await inMutuelle((work) => personsAt(work, "phone", "+33199002020"));
    expect(persons.map((person) => person.firstName).toSorted()).toEqual(["Karim", "Nadia"]);
  });

  test("one person whose two forms arrive at the same instant has one file and one promise", async () => {
    const asked = { phone: "06 39 98 20 21", firstName: "Cléo" };
    const pages = await Promise.all([walk(asked), walk({ ...asked, slot: "2026-11-23T08:15:00.000Z" }), walk(asked), walk(asked)]);
    const answers = await Promise.all(pages.map((page) => confirm(page)));
    expect(answers.map((answer) => answer.statusCode)).toEqual([303, 303, 303, 303]);
    const persons = await inMutuelle((work) => personsAt(work, "phone", "+33639982021"));
    expect(persons).toHaveLength(1);
    const { count } = await inMutuelle((work) =>
      work.one(sql<{ count: number }>`
        select count(*) as count from contact_callback where person_id = ${persons[0]?.id ?? ""} and state = 'promised'`),
    );
    expect(count).toBe(1);
  });

  test("someone who shares her telephone neither reads when she asked, nor turns her no to voice messages into a yes", async () => {
    await book({ phone: "06 39 98 20 22", firstName: "Noémie", message: "non" });
    house.setClock("2026-11-21T09:05:00Z");
    const his = await book({ phone: "06 39 98 20 22", firstName: "Noémie", message: "oui", slot: "2026-11-24T08:00:00.000Z" });
    const { cookie } = await openWith(his.token, "noe");
    const page = (await get(`${portal}/suivi/${his.token}`, cookie)).body;
    expect(page).toContain("Votre demande est arrivée");
    expect(page).not.toContain("20 novembre");
    const persons = await inMutuelle((work) => personsAt(work, "phone", "+33639982022"));
    const promises = await inMutuelle((work) => Promise.all(persons.map((person) => lastCallbackOf(work, person.id))));
    expect(promises.map((promise) => promise?.mayLeaveMessage).toSorted()).toEqual([false, true]);
  });

  test("someone who knows her telephone and her first name can neither move nor cancel the call she was promised", async () => {
    await book({ phone: "06 39 98 20 23", firstName: "Lila", slot: "2026-11-24T08:00:00.000Z" });
    const [hers] = await inMutuelle((work) => personsAt(work, "phone", "+33639982023"));
    house.setClock("2026-11-20T10:05:00Z");
    const his = await book({ phone: "06 39 98 20 23", firstName: "Lila", slot: "2026-11-25T08:00:00.000Z" });
    const { cookie } = await openWith(his.token, "lil");
    await post(`${portal}/suivi/${his.token}/annuler`, { cle: "annule-chez-elle-1" }, cookie);
    expect(await inMutuelle((work) => lastCallbackOf(work, hers?.id ?? ""))).toMatchObject({
      state: "promised",
      slot: { from: new Date("2026-11-24T08:00:00.000Z") },
    });
  });

  test("a file that existed learns no consent from a form, and the link shown opens the callback only", async () => {
    const id = await inMutuelle(async (work) => {
      const person = await addPerson(work, { firstName: "Rose" });
      await addContactPoint(work, person, { channel: "phone", value: "+33639982030" });
      await recordConsent(work, { personId: person, purpose: "keep_file", answer: "yes", mode: "oral" });
      return person;
    });
    const { token } = await book({ phone: "06 39 98 20 30", firstName: "Rose", sms: true });
    const { cookie } = await openWith(token, "ros");
    const page = (await get(`${portal}/suivi/${token}`, cookie)).body;
    expect(page).toContain("Bonjour Rose");
    expect(page).not.toContain("Tenir un dossier");
    expect(page).not.toContain("Un professionnel doit vous appeler");
    expect((await inMutuelle((work) => consentsOf(work, id))).map((consent) => consent.purpose)).toEqual(["keep_file"]);
  });
});

describe("the confirmation by SMS leaves with her yes only", () => {
  const messages = () =>
    inMutuelle(async (work) => {
      const rows = await work.rows(sql<{ id: string }>`select id from ground_message order by id`);
      return Promise.all(rows.map(async ({ id }) => (await openMessage(work, id))?.body ?? ""));
    });

  test("yes: one SMS, with the way to the whole follow-up", async () => {
    const before = (await messages()).length;
    await book({ phone: "06 39 98 30 01", firstName: "Inna", sms: true });
    const [text, ...others] = (await messages()).slice(before);
    expect(others).toEqual([]);
    expect(text).toMatch(/^Mutuelle des Alpes\. Nous vous appelons lundi 23\/11 entre 9h et 9h15\. Changer ou annuler : /);
    const token = text?.split("/").at(-1) ?? "";
    const { cookie } = await openWith(token, "Inn");
    const page = (await get(`${portal}/suivi/${token}`, cookie)).body;
    expect(page).toContain("SMS de suivi");
    expect(page).toContain("Un professionnel doit vous appeler");
  });

  test("no, a landline, or a protected person: none", async () => {
    const before = (await messages()).length;
    await book({ phone: "06 39 98 30 02", firstName: "Ugo" });
    await book({ phone: "01 99 00 30 03", firstName: "Ève", sms: true });
    await inMutuelle(async (work) => {
      const id = await addPerson(work, { firstName: "Sam", isProtected: true });
      await addContactPoint(work, id, { channel: "phone", value: "+33639983004" });
      await recordConsent(work, { personId: id, purpose: "sms", answer: "yes", mode: "oral" });
    });
    await book({ phone: "06 39 98 30 04", firstName: "Sam", sms: true });
    expect((await messages()).length).toBe(before);
    const [sam] = await inMutuelle((work) => personsAt(work, "phone", "+33639983004"));
    expect(await inMutuelle((work) => lastCallbackOf(work, sam?.id ?? ""))).toMatchObject({ mayLeaveMessage: false });
  });
});

describe("a follow-up without account", () => {
  test("shows nothing before the letters; five wrong tries lock it for an hour", async () => {
    const { token } = await book({ phone: "06 39 98 40 01", firstName: "Éloïse" });
    const closed = await get(`${portal}/suivi/${token}`);
    expect(closed.body).not.toContain("Éloïse");
    expect((await get(`${portal}/suivi/${token}/changer`)).headers.location).toBe(`${portal}/suivi/${token}`);
    for (const status of [422, 422, 422, 422, 429]) expect((await openWith(token, "abc")).answer.statusCode).toBe(status);
    const locked = await openWith(token, "elo");
    expect(locked.answer.statusCode).toBe(429);
    expect(locked.answer.body).toContain("Trop d’essais. Réessayez à 11\u00a0h\u00a005 ou appelez-nous.");
    house.setClock("2026-11-20T10:06:00Z");
    expect((await openWith(token, "élo")).answer.statusCode).toBe(303);
  });

  test("five who guess at once have five tries, not one more", async () => {
    const { token } = await book({ phone: "06 39 98 40 02", firstName: "Alix" });
    const tries = await Promise.all(Array.from({ length: 8 }, () => openWith(token, "zzz")));
    expect(tries.map(({ answer }) => answer.statusCode).toSorted()).toEqual([422, 422, 422, 422, 429, 429, 429, 429]);
  });

  test("the slot is changed, the callback is cancelled, then asked again", async () => {
    const { token } = await book({ phone: "06 39 98 40 03", firstName: "Yanis" });
    const { cookie } = await openWith(token, "yan");
    const moved = await post(`${portal}/suivi/${token}/changer`, { creneau: "2026-11-25T09:00:00.000Z" }, cookie);
    expect(moved.statusCode).toBe(303);
    expect((await get(moved.headers.location ?? "", cookie)).body).toContain("mercredi 25 novembre");
    await post(`${portal}/suivi/${token}/annuler`, {}, cookie);
    const [person] = await inMutuelle((work) => personsAt(work, "phone", "+33639984003"));
    expect(await inMutuelle((work) => lastCallbackOf(work, person?.id ?? ""))).toMatchObject({ state: "cancelled" });
    expect((await post(`${portal}/suivi/${token}/annuler`, {}, cookie)).statusCode).toBe(303);
    await post(`${portal}/suivi/${token}/changer`, { creneau: "2026-11-26T09:00:00.000Z" }, cookie);
    expect(await inMutuelle((work) => lastCallbackOf(work, person?.id ?? ""))).toMatchObject({ state: "promised" });
  });

  test("a word is kept sealed, once; an empty one is refused with words", async () => {
    const { token } = await book({ phone: "06 39 98 40 04", firstName: "Mona" });
    const { cookie } = await openWith(token, "mon");
    const page = (await get(`${portal}/suivi/${token}`, cookie)).body;
    for (let time = 0; time < 2; time++)
      await post(`${portal}/suivi/${token}/mot`, { cle: hidden(page, "cle"), mot: "Je préfère le matin." }, cookie);
    // From the same page, kept by the browser: the second word is neither lost nor said to have arrived.
    const other = await post(`${portal}/suivi/${token}/mot`, { cle: hidden(page, "cle"), mot: "Plutôt le soir." }, cookie);
    expect([other.statusCode, other.body.includes("Plutôt le soir."), hidden(other.body, "cle") === hidden(page, "cle")]).toEqual([
      409,
      true,
      false,
    ]);
    expect((await post(`${portal}/suivi/${token}/mot`, { mot: " " }, cookie)).statusCode).toBe(422);
    const [person] = await inMutuelle((work) => personsAt(work, "phone", "+33639984004"));
    expect((await inMutuelle((work) => wordsOf(work, person?.id ?? ""))).map((word) => word.words)).toEqual(["Je préfère le matin."]);
    const raw = await inMutuelle((work) =>
      work.one(sql<{ words: Buffer }>`select words from contact_word where person_id = ${person?.id ?? ""}`),
    );
    expect(raw.words.includes("matin")).toBe(false);
    const session = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
    const unread = async () =>
      (await web.app.inject({ url: "/api/words", cookies: { tu_session: session } })).json<{ personId: string; personName: string }[]>();
    expect((await unread()).find((each) => each.personId === person?.id)).toMatchObject({ personName: "Mona", count: 1 });
    await web.app.inject({
      method: "POST",
      url: `/api/persons/${person?.id ?? ""}/words/read`,
      cookies: { tu_session: session },
      headers: { "idempotency-key": "words-were-read" },
    });
    expect((await unread()).some((each) => each.personId === person?.id)).toBe(false);
  });

  test("a consent is withdrawn by the person, and by nobody else", async () => {
    const { personId, token, other } = await inMutuelle(async (work) => {
      const id = await addPerson(work, { firstName: "Lina" });
      const somebody = await addPerson(work, { firstName: "Tom" });
      const consent = { purpose: "share_referral", answer: "yes", mode: "oral" } as const;
      await recordConsent(work, { personId: id, ...consent });
      return {
        personId: id,
        other: await recordConsent(work, { personId: somebody, ...consent }),
        token: await makeLink(work, { kind: "follow-up", subjectId: id, expiresAt: new Date("2026-12-20") }),
      };
    });
    const { cookie } = await openWith(token, "lin");
    const page = (await get(`${portal}/suivi/${token}`, cookie)).body;
    const consentId = /accords\/([0-9a-f-]{36})/.exec(page)?.[1] ?? "";
    await post(`${portal}/suivi/${token}/accords/${consentId}`, {}, cookie);
    await post(`${portal}/suivi/${token}/accords/${other}`, {}, cookie);
    await post(`${portal}/suivi/${token}/accords/nothing`, {}, cookie);
    const [mine] = await inMutuelle((work) => consentsOf(work, personId));
    expect(mine?.withdrawnAt).toBeDefined();
    const left = await inMutuelle((work) =>
      work.one(sql<{ withdrawn_at: Date | null }>`select withdrawn_at from person_consent where id = ${other}`),
    );
    expect(left.withdrawn_at).toBeNull();
  });

  test("a link altered, expired, or followed at another service, opens nothing", async () => {
    const { token } = await book({ phone: "06 39 98 40 05", firstName: "Noé" });
    expect((await get(`${portal}/suivi/${token}x`)).statusCode).toBe(404);
    expect((await get(`/s/caisse-retraite-ouest/suivi/${token}`)).statusCode).toBe(404);
    expect((await get(`/suivi/${token}`)).statusCode).toBe(200);
    house.setClock("2026-12-25T09:00:00Z");
    const expired = await get(`${portal}/suivi/${token}`);
    expect([expired.statusCode, expired.body.includes("Ce lien a expiré")]).toEqual([410, true]);
  });

  test("the pass of one link opens no other", async () => {
    const one = await book({ phone: "06 39 98 40 06", firstName: "Ida" });
    const two = await book({ phone: "06 39 98 40 07", firstName: "Ida" });
    const { cookie } = await openWith(one.token, "ida");
    expect((await get(`${portal}/suivi/${two.token}/changer`, cookie)).statusCode).toBe(303);
  });
});

describe("a lost link is sent again, once a day, with the same answer for all", () => {
  test("known or not, the page is the same", async () => {
    await book({ phone: "06 39 98 50 01", firstName: "Awa", sms: true });
    const count = () =>
      inMutuelle((work) => work.one(sql<{ count: number }>`select count(*) as count from ground_message where purpose = 'lost link'`));
    const known = await post(`${portal}/lien-perdu`, { telephone: "0639985001" });
    const unknown = await post(`${portal}/lien-perdu`, { telephone: "0639985999" });
    expect(known.body).toBe(unknown.body);
    await post(`${portal}/lien-perdu`, { telephone: "06 39 98 50 01" });
    expect((await count()).count).toBe(1);
    house.setClock("2026-11-21T09:06:00Z");
    await post(`${portal}/lien-perdu`, { telephone: "06 39 98 50 01" });
    expect((await count()).count).toBe(2);
    expect((await post(`${portal}/lien-perdu`, { telephone: "bonjour" })).statusCode).toBe(422);
  });
});

describe("whatever comes in, a page says what to do", () => {
  test.each([
    ["no slot", "/rappel/2", {}, 422, "Choisissez un créneau."],
    ["a slot that is no date", "/rappel/2", { creneau: "demain" }, 422, "Choisissez un créneau."],
    ["a past slot", "/rappel/2", { creneau: "2026-11-19T09:00:00.000Z" }, 409, "Voici les trois plus proches."],
    ["a slot outside hours", "/rappel/2", { creneau: "2026-11-22T03:07:00.000Z" }, 409, "Voici les trois plus proches."],
    ["a number that is none", "/rappel/3", { telephone: "bonjour", prenom: "Ana" }, 422, "Indiquez un numéro à 10\u00a0chiffres"],
    ["a number too short", "/rappel/3", { telephone: "06 39 98", prenom: "Ana" }, 422, 'value="06 39 98"'],
    ["an emergency number", "/rappel/3", { telephone: "3114", prenom: "Ana" }, 422, "Indiquez un numéro"],
    ["no first name", "/rappel/3", { telephone: "06 39 98 12 34" }, 422, "Indiquez un prénom"],
    ["no answer about messages", "/rappel/4", {}, 422, "Choisissez une réponse."],
    ["an answer of one's own", "/rappel/4", { message: "peut-être" }, 422, "Choisissez une réponse."],
    ["altered answers", "/rappel/3", { reponses: "e30.AAAA" }, 400, "Reprenons au début"],
    ["nothing at all", "/rappel/confirmer", {}, 422, "Choisissez un créneau."],
    ["a NUL", "/rappel/3", { telephone: "06\u0000" }, 400, "caractère"],
  ])("%s", async (_, path, fields, status, sentence) => {
    const answer = await post(`${portal}${path}`, fields);
    expect(answer.statusCode).toBe(status);
    expect(answer.body.replaceAll("\u00a0", " ")).toContain(sentence.replaceAll("\u00a0", " "));
  });

  test("a field sent twice, or as a file, is a question asked again", async () => {
    const twice = await web.app.inject({
      method: "POST",
      url: `${portal}/rappel/2`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "creneau=a&creneau=b",
    });
    expect(twice.statusCode).toBe(422);
    const json = await web.app.inject({ method: "POST", url: `${portal}/rappel/2`, payload: { creneau: { a: [1] } } });
    expect(json.statusCode).toBe(422);
  });
});

describe("without a service in the address", () => {
  test("the services are listed, each with the way to its own form", async () => {
    const page = await get("/rappel/1");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('href="/s/mutuelle-des-alpes/rappel/1"');
    expect(page.body).toContain('href="/s/caisse-retraite-ouest/rappel/1"');
  });

  test("with only one open, it is that one", async () => {
    const close = (at: string | null) =>
      inShared(house.ground, (work) =>
        work.run(sql`update ground_commissioner set closed_at = ${at} where slug = 'caisse-retraite-ouest'`),
      );
    await close("2026-01-01");
    const page = await get("/rappel/1");
    await close(null);
    expect(page.body).toContain(`action="${portal}/rappel/2"`);
  });

  test("a service that never opens says so, with its number", async () => {
    const hours = await inShared(
      house.ground,
      async (work) => (await findCommissioner(work, { slug: "mutuelle-des-alpes" }))?.openingHours,
    );
    const set = (value: unknown) =>
      inShared(house.ground, (work) =>
        work.run(sql`update ground_commissioner set opening_hours = ${JSON.stringify(value)} where slug = 'mutuelle-des-alpes'`),
      );
    await set({});
    const page = await get(`${portal}/rappel/1`);
    await set(hours);
    expect([page.statusCode, page.body.includes("plus de créneau libre")]).toEqual([200, true]);
  });
});

// The desk.
let keys = 0;
const desk = async (
  actor: Actor & { kind: "staff" },
  method: "GET" | "POST",
  url: string,
  payload?: object,
  key = `desk-key-${++keys}`,
) => {
  const token = await inShared(house.ground, (work) => openSession(work, actor.staffId));
  const answer = await web.app.inject({
    method,
    url,
    cookies: { tu_session: token },
    headers: { "idempotency-key": key },
    ...(payload ? { payload } : {}),
  });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};
const callbacks = async (actor = house.mutuelle.counsellor) =>
  (await desk(actor, "GET", "/api/callbacks")).body["callbacks"] as CallbackView[];
const callbackOf = async (phone: string) => (await callbacks()).find((callback) => callback.phone === phone);

describe("a counsellor keeps the promises", () => {
  test("late ones come first, with how late they are, and each becomes one task", async () => {
    await book({ phone: "06 39 98 60 01", firstName: "Paul", slot: "2026-11-20T09:45:00.000Z" });
    house.setClock("2026-11-20T10:12:00Z");
    const [first] = await callbacks();
    expect(first).toMatchObject({ phone: "+33639986001", lateMinutes: 12 });
    for (let time = 0; time < 2; time++) await goRound(house.ground, lateCallbackRound);
    const tasks = await inMutuelle((work) => openTasks(work));
    expect(tasks.filter((task) => task.kind === "callback-late" && task.subjectId === first?.id)).toHaveLength(1);
    await desk(house.mutuelle.counsellor, "POST", `/api/callbacks/${first?.id ?? ""}/result`, { result: "reached" });
    expect((await inMutuelle((work) => openTasks(work))).filter((task) => task.subjectId === first?.id)).toEqual([]);
  });

  test("to call opens one outgoing exchange, however often it is pressed; the other service sees nothing of it", async () => {
    await book({ phone: "06 39 98 60 02", firstName: "Lise" });
    const id = (await callbackOf("+33639986002"))?.id ?? "";
    const first = await desk(house.mutuelle.counsellor, "POST", `/api/callbacks/${id}/call`, {});
    expect((await desk(house.mutuelle.supervisor, "POST", `/api/callbacks/${id}/call`, {})).body).toEqual(first.body);
    const contact = await desk(house.mutuelle.counsellor, "GET", `/api/contacts/${String(first.body["contactId"])}`);
    expect(contact.body).toMatchObject({ channel: "call", direction: "out", personName: "Lise", callbackId: id });
    for (const path of ["call", "cancel", "result"])
      expect(
        (await desk(house.caisse.counsellor, "POST", `/api/callbacks/${id}/${path}`, path === "result" ? { result: "reached" } : {}))
          .status,
      ).toBe(404);
    expect((await callbacks(house.caisse.counsellor)).map((callback) => callback.id)).not.toContain(id);
    expect((await desk(house.caisse.counsellor, "GET", `/api/contacts/${String(first.body["contactId"])}`)).status).toBe(404);
  });

  test("without an answer the promise moves to another time of day; the third time a human decides", async () => {
    await book({ phone: "06 39 98 60 03", firstName: "Ali", slot: "2026-11-20T09:45:00.000Z" });
    const id = (await callbackOf("+33639986003"))?.id ?? "";
    const miss = () => desk(house.mutuelle.counsellor, "POST", `/api/callbacks/${id}/result`, { result: "not-reached" });
    const first = (await miss()).body;
    expect(first).toMatchObject({ kind: "moved", attempts: 1 });
    expect(new Date(String(first["slotFrom"])).getTime()).toBeGreaterThanOrEqual(new Date("2026-11-20T12:05:00Z").getTime());
    expect((await miss()).body).toMatchObject({ kind: "moved", attempts: 2 });
    expect((await miss()).body).toMatchObject({ kind: "unreached", attempts: 3 });
    expect((await miss()).status).toBe(409);
    const tasks = await inMutuelle((work) => openTasks(work, { subjectKind: "callback", subjectId: id }));
    expect(tasks.map((task) => task.kind)).toEqual(["callback-unreached"]);
  });

  test("a promise is postponed with a reason, to a slot that exists", async () => {
    await book({ phone: "06 39 98 60 04", firstName: "Rita" });
    const id = (await callbackOf("+33639986004"))?.id ?? "";
    const postpone = (body: object) => desk(house.mutuelle.counsellor, "POST", `/api/callbacks/${id}/postpone`, body);
    expect((await postpone({ slotFrom: "2026-11-27T09:00:00.000Z" })).status).toBe(400);
    expect((await postpone({ slotFrom: "2026-11-22T09:00:00.000Z", because: "asked" })).status).toBe(409);
    expect((await postpone({ slotFrom: "2026-11-27T09:00:00.000Z", because: "asked" })).body).toMatchObject({
      slotFrom: "2026-11-27T09:00:00.000Z",
    });
  });

  test("a counsellor promises a call herself, twice the same with one key", async () => {
    const personId = await inMutuelle((work) => addPerson(work, { firstName: "Jean" }));
    const body = { commissionerId: house.mutuelle.id, personId, slotFrom: "2026-11-27T10:00:00.000Z" };
    const first = await desk(house.mutuelle.counsellor, "POST", "/api/callbacks", body, "promise-to-jean");
    expect((await desk(house.mutuelle.counsellor, "POST", "/api/callbacks", body, "promise-to-jean")).body).toEqual(first.body);
  });
});

describe("an exchange is logged by hand", () => {
  test("case 7, first half: a caller who gives no name has an exchange and a file without a name", async () => {
    const opened = await desk(house.mutuelle.counsellor, "POST", "/api/contacts", {
      commissionerId: house.mutuelle.id,
      channel: "call",
      anonymous: true,
    });
    const person = await inMutuelle((work) => findPerson(work, String(opened.body["personId"])));
    expect(person?.kind).toBe("anonymous");
    const contact = await desk(house.mutuelle.counsellor, "GET", `/api/contacts/${String(opened.body["id"])}`);
    expect(contact.body["personName"]).toMatch(/^Personne anonyme, dossier /);
  });

  test("a shared number gives the candidates and opens none", async () => {
    const ids = await inMutuelle(async (work) => {
      const both = [await addPerson(work, { firstName: "Ève" }), await addPerson(work, { firstName: "Luc" })];
      for (const id of both) await addContactPoint(work, id, { channel: "phone", value: "+33261917070" });
      return both;
    });
    const opened = await desk(house.mutuelle.counsellor, "POST", "/api/contacts", {
      commissionerId: house.mutuelle.id,
      channel: "call",
      phone: "02 61 91 70 70",
    });
    expect((opened.body["candidates"] as string[]).toSorted()).toEqual(ids.toSorted());
    expect(opened.body["personId"]).toBeUndefined();
    await desk(house.mutuelle.counsellor, "POST", `/api/contacts/${String(opened.body["id"])}/person`, { personId: ids[0] });
    await desk(house.mutuelle.counsellor, "POST", `/api/contacts/${String(opened.body["id"])}/end`, {});
    const contact = await desk(house.mutuelle.counsellor, "GET", `/api/contacts/${String(opened.body["id"])}`);
    expect(contact.body).toMatchObject({ personName: "Ève", endedAt: "2026-11-20T09:05:00.000Z" });
  });

  test("with a person of another service, or two ways to say who, nothing is opened", async () => {
    const there = await inCommissioner(house.ground, house.caisse.system, (work) => addPerson(work, { firstName: "Paul" }));
    const open = (given: object) =>
      desk(house.mutuelle.counsellor, "POST", "/api/contacts", { commissionerId: house.mutuelle.id, channel: "call", ...given });
    expect((await open({ personId: there })).status).toBe(404);
    expect((await open({ personId: "1" })).status).toBe(404);
    expect((await open({ anonymous: true, phone: "06 39 98 12 34" })).status).toBe(400);
  });
});
