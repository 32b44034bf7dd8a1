import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildWeb, inCommissioner, inShared, openSession, prepareJobs, type Actor, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { consentsOf } from "./consent.store.ts";
import { proposeHousehold } from "./household.store.ts";
import type { PersonFile, PersonSummary } from "./person.contract.ts";
import { addContactPoint, addPerson } from "./person.store.ts";
import { openPersonRoom } from "./server.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse();
  await prepareJobs(house.ground);
  web = await buildWeb(house.ground);
  openPersonRoom(web);
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

let keys = 0;
const call = async (
  actor: Actor & { kind: "staff" },
  method: "GET" | "POST",
  url: string,
  payload?: object,
  key = `key-number-${++keys}`,
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
const search = async (actor: Actor & { kind: "staff" }, asked: string) =>
  (await call(actor, "GET", `/api/persons?commissionerId=${actor.commissionerId}&q=${encodeURIComponent(asked)}`)).body[
    "persons"
  ] as PersonSummary[];
const create = async (actor: Actor & { kind: "staff" }, given: object) =>
  (await call(actor, "POST", "/api/persons", { commissionerId: actor.commissionerId, ...given })).body["id"] as string;
const file = async (actor: Actor & { kind: "staff" }, id: string) =>
  (await call(actor, "GET", `/api/persons/${id}`)).body as unknown as PersonFile;

test("case 1: a shared mail is not a duplicate, and a household is proposed", async () => {
  const ines = house.mutuelle.counsellor;
  const nadia = await create(ines, { firstName: "Nadia", lastName: "Benali", mail: "benali@famille.example" });
  const karim = await create(ines, { firstName: "Karim", lastName: "Benali", mail: "Benali@famille.example" });
  expect(karim).not.toBe(nadia);
  expect((await search(ines, "benali@famille.example")).map((person) => person.id).toSorted()).toEqual([nadia, karim].toSorted());
  const proposed = await file(ines, karim);
  expect(proposed.householdProposals.map((person) => person.id)).toEqual([nadia]);
  expect(proposed.household).toEqual([]);
  await call(ines, "POST", `/api/persons/${karim}/household`, { withPersonId: nadia });
  const joined = await file(ines, karim);
  expect([joined.household.map((person) => person.id), joined.householdProposals]).toEqual([[nadia], []]);
});

describe("case 8: nothing leaks across commissioners", () => {
  test("a search finds those of one's own service; the other's file answers 404", async () => {
    const here = await create(house.mutuelle.counsellor, { firstName: "Awa", lastName: "Diallo", phone: "06 39 98 33 44" });
    const there = await create(house.caisse.counsellor, { firstName: "Awa", lastName: "Diallo", phone: "+33639983344" });
    expect((await search(house.mutuelle.counsellor, "06.39.98.33.44")).map((person) => person.id)).toEqual([here]);
    for (const [method, path] of [
      ["GET", ""],
      ["GET", "/readers"],
      ["GET", "/consents"],
      ["POST", ""],
      ["POST", "/household/leave"],
    ] as const)
      expect(
        (await call(house.mutuelle.counsellor, method, `/api/persons/${there}${path}`, method === "POST" ? {} : undefined)).status,
      ).toBe(404);
    expect((await call(house.mutuelle.counsellor, "POST", `/api/persons/${here}/household`, { withPersonId: there })).status).toBe(404);
    expect((await call(house.mutuelle.counsellor, "GET", `/api/persons?commissionerId=${house.caisse.id}&q=awa`)).status).toBe(404);
  });

  test("in SQL, a work for one commissioner sees no row of the other, in any table of this room", async () => {
    await inCommissioner(house.ground, house.caisse.system, (work) => addPerson(work, { firstName: "Awa" }));
    for (const table of ["person", "person_key", "person_contact_point", "person_consent", "person_household", "person_entitlement_list"]) {
      const rows = await inCommissioner(house.ground, house.mutuelle.system, (work) =>
        work.rows(sql`select 1 from ${sql.table(table)} where commissioner_id = ${house.caisse.id}`),
      );
      expect(rows).toEqual([]);
    }
  });
});

describe("case 9: a row of one commissioner never points to a person of another", () => {
  const contactAcross = (commissionerId: string, personId: string) =>
    sql`insert into contact (commissioner_id, channel, direction, person_id, started_at) values (${commissionerId}, 'call', 'in', ${personId}, now())`;

  test("neither as the application, nor as the owner of the tables, nor as the account that may do everything", async () => {
    const there = await inCommissioner(house.ground, house.caisse.system, (work) => addPerson(work, { firstName: "Paul" }));
    await expect(
      inCommissioner(house.ground, house.mutuelle.system, (work) => work.run(contactAcross(house.mutuelle.id, there))),
    ).rejects.toMatchObject({ constraint: "contact_person_own" });
    await expect(
      inCommissioner(house.ground, house.mutuelle.system, (work) => work.run(contactAcross(house.caisse.id, there))),
    ).rejects.toMatchObject({ code: "42501" });
    await expect(contactAcross(house.mutuelle.id, there).execute(house.ground.database.db)).rejects.toMatchObject({
      constraint: "contact_person_own",
    });
    const asOwner = house.ground.database.db.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'tu_owner', true), set_config('tu.commissioner', ${house.mutuelle.id}, true)`.execute(
        transaction,
      );
      await contactAcross(house.mutuelle.id, there).execute(transaction);
    });
    await expect(asOwner).rejects.toMatchObject({ constraint: "contact_person_own" });
  });
});

test("the exact telephone comes first, and a shared one gives several candidates", async () => {
  const ines = house.mutuelle.counsellor;
  const lea = await create(ines, { firstName: "Léa", lastName: "Roux", phone: "01 99 00 44 55" });
  const tom = await create(ines, { firstName: "Tom", lastName: "Roux", phone: "0199004455" });
  const found = await search(ines, "01 99 00 44 55");
  expect(found.map((person) => [person.id, person.hasAskedPhone]).toSorted()).toEqual(
    [
      [lea, true],
      [tom, true],
    ].toSorted(),
  );
  expect((await search(ines, "rou le")).map((person) => person.id)).toEqual([lea]);
  const { number } = await file(ines, lea);
  expect((await search(ines, number.replace("-", "").toLowerCase())).map((person) => person.id)).toContain(lea);
});

test("a file is read with a purpose, and says who has read it", async () => {
  const ines = house.mutuelle.counsellor;
  const id = await create(ines, { firstName: "Rose" });
  await call(ines, "GET", `/api/persons/${id}?purpose=quality`);
  const { readings } = (await call(ines, "GET", `/api/persons/${id}/readers`)).body as {
    readings: { staffName: string; action: string; purpose?: string }[];
  };
  expect(readings[0]).toMatchObject({ action: "read file", purpose: "quality", staffName: "Inès Caron (mutuelle-des-alpes)" });
  expect((await call(ines, "GET", `/api/persons/${id}?purpose=curiosity`)).status).toBe(400);
});

test("an anonymous person who gives a first name keeps her file; a named one keeps a name", async () => {
  const ines = house.mutuelle.counsellor;
  const id = await create(ines, {});
  expect((await file(ines, id)).name).toMatch(/^Personne anonyme, dossier /);
  await call(ines, "POST", `/api/persons/${id}`, {
    firstName: "Jeanne",
    communeCode: "23096",
    accessNeeds: ["phone-only"],
    isProtected: true,
  });
  expect(await file(ines, id)).toMatchObject({
    name: "Jeanne",
    kind: "identified",
    communeCode: "23096",
    accessNeeds: ["phone-only"],
    isProtected: true,
  });
  expect((await search(ines, "jeann")).map((person) => person.id)).toContain(id);
  expect((await call(ines, "POST", `/api/persons/${id}`, { firstName: null })).status).toBe(422);
});

test("a means of contact that ended finds nobody any more", async () => {
  const ines = house.mutuelle.counsellor;
  const id = await create(ines, { firstName: "Omar", phone: "06 39 98 77 66" });
  const point = (await file(ines, id)).contactPoints[0];
  await call(ines, "POST", `/api/persons/${id}/contact-points/${point?.id ?? ""}`, { holder: "shared", isSafeForMessage: true });
  expect((await file(ines, id)).contactPoints[0]).toMatchObject({ holder: "shared", isSafeForMessage: true, value: "+33639987766" });
  await call(ines, "POST", `/api/persons/${id}/contact-points/${point?.id ?? ""}/end`, {});
  expect(await search(ines, "06 39 98 77 66")).toEqual([]);
});

describe("consents are said aloud, one purpose at a time", () => {
  test("a yes is recorded on the text that was read, then withdrawn", async () => {
    const ines = house.mutuelle.counsellor;
    const id = await create(ines, { firstName: "Nora" });
    const { consents } = (await call(ines, "GET", `/api/persons/${id}/consents`)).body as {
      consents: { purpose: string; state: string; textVersion: number; consentId?: string }[];
    };
    expect(new Set(consents.map((line) => line.state))).toEqual(new Set(["to-ask"]));
    const given = await call(ines, "POST", `/api/persons/${id}/consents`, {
      purpose: "sms",
      answer: "yes",
      textVersion: consents[0]?.textVersion,
    });
    const other = await create(ines, { firstName: "Zoé" });
    expect((await call(ines, "POST", `/api/persons/${other}/consents/${String(given.body["id"])}/withdraw`, {})).status).toBe(404);
    await call(ines, "POST", `/api/persons/${id}/consents/${String(given.body["id"])}/withdraw`, {});
    const [last] = await inCommissioner(house.ground, ines, (work) => consentsOf(work, id));
    expect(last).toMatchObject({ purpose: "sms", answer: "yes", mode: "oral", textVersion: 1 });
    expect(last?.withdrawnAt).toBeDefined();
  });

  test("a text that was never read cannot be agreed to", async () => {
    const ines = house.mutuelle.counsellor;
    const id = await create(ines, { firstName: "Nora" });
    await call(ines, "GET", `/api/persons/${id}/consents`);
    expect((await call(ines, "POST", `/api/persons/${id}/consents`, { purpose: "sms", answer: "yes", textVersion: 9 })).status).toBe(422);
  });
});

describe("whatever comes in, the answer is never a failure of ours", () => {
  test.each([
    ["a name with a NUL", { firstName: "A\u0000" }, 400],
    ["half a character", { firstName: "\ud800" }, 400],
    ["a birth date to come", { firstName: "A", birthDate: "2031-01-01" }, 422],
    ["a day that does not exist", { firstName: "A", birthDate: "2001-02-30" }, 400],
    ["a telephone that is none", { firstName: "A", phone: "bonjour" }, 400],
    ["a commune that is none", { firstName: "A", communeCode: "Voiron" }, 400],
  ])("%s", async (_, given, status) => {
    const ines = house.mutuelle.counsellor;
    expect((await call(ines, "POST", "/api/persons", { commissionerId: ines.commissionerId, ...given })).status).toBe(status);
  });

  test("the same creation sent twice makes one person; the same key for something else is refused", async () => {
    const ines = house.mutuelle.counsellor;
    const body = { commissionerId: ines.commissionerId, firstName: "Ugo" };
    const first = await call(ines, "POST", "/api/persons", body, "creation-of-ugo");
    expect((await call(ines, "POST", "/api/persons", body, "creation-of-ugo")).body).toEqual(first.body);
    expect((await call(ines, "POST", "/api/persons", { ...body, firstName: "Éva" }, "creation-of-ugo")).status).toBe(409);
  });

  test.each(["1", "not-an-id", "00000000-0000-0000-0000-000000000000", "%00"])("the file « %s » is not found", async (id) => {
    expect([400, 404]).toContain((await call(house.mutuelle.counsellor, "GET", `/api/persons/${id}`)).status);
  });
});

test("a household is proposed for a shared telephone too, never for one that ended elsewhere", async () => {
  const proposed = await inCommissioner(house.ground, house.mutuelle.counsellor, async (work) => {
    const first = await addPerson(work, { firstName: "Ana" });
    const second = await addPerson(work, { firstName: "Bilal" });
    for (const id of [first, second]) await addContactPoint(work, id, { channel: "phone", value: "+33261911111", holder: "shared" });
    return [(await proposeHousehold(work, first)).map((person) => person.id), [second]];
  });
  expect(proposed[0]).toEqual(proposed[1]);
});

describe("a list of entitled persons is given by a supervisor", () => {
  const upload = async (actor: Actor & { kind: "staff" }, key = `upload-${++keys}`) => {
    const token = await inShared(house.ground, (work) => openSession(work, actor.staffId));
    const body =
      '--x\r\ncontent-disposition: form-data; name="fichier"; filename="mars.csv"\r\ncontent-type: text/csv\r\n\r\nidentifiant;population;debut;fin\nM1;retraite;2026-01-01;\n\r\n--x--\r\n';
    return web.app.inject({
      method: "POST",
      url: `/api/entitlement-lists?commissionerId=${house.mutuelle.id}`,
      cookies: { tu_session: token },
      headers: { "idempotency-key": key, "content-type": "multipart/form-data; boundary=x" },
      payload: body,
    });
  };

  test("and then population comes from it; a counsellor gives none", async () => {
    expect((await upload(house.mutuelle.counsellor)).statusCode).toBe(403);
    expect((await upload(house.caisse.supervisor)).statusCode).toBe(404);
    const first = await upload(house.mutuelle.supervisor, "upload-of-march");
    expect(first.json()).toMatchObject({ kind: "current", kept: 1, refused: 0 });
    expect((await upload(house.mutuelle.supervisor, "upload-of-march")).json()).toEqual(first.json());
    const id = await create(house.mutuelle.counsellor, { firstName: "Inna" });
    expect((await call(house.mutuelle.counsellor, "POST", `/api/persons/${id}/entitlement`, { identifier: "m-1" })).body).toEqual({
      kind: "entitled",
      population: "retraite",
    });
    expect(await file(house.mutuelle.counsellor, id)).toMatchObject({ population: "retraite", populationFrom: "entitlement" });
  });

  test("a form cut before its file is asked for again, and is no mistake of ours", async () => {
    const token = await inShared(house.ground, (work) => openSession(work, house.mutuelle.supervisor.staffId));
    const statuses = [];
    for (const payload of ["--x\r\n", "--x\r\ncontent-disposition: form-data; name=", "neither form nor file"]) {
      const answer = await web.app.inject({
        method: "POST",
        url: `/api/entitlement-lists?commissionerId=${house.mutuelle.id}`,
        cookies: { tu_session: token },
        headers: { "idempotency-key": `upload-${++keys}`, "content-type": "multipart/form-data; boundary=x" },
        payload,
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses).toEqual([422, 422, 422]);
  });
});
