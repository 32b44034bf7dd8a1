import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sql } from "kysely";
import { day } from "#engines/calendar";
import {
  buildWeb,
  goRound,
  inShared,
  listAudit,
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
import { heldByRegisters, openRegisterDouble, openTestHouse, type RegisterDouble, type RegisterMood, type TestHouse } from "#testing";
import { as, topicsTold } from "../../../house/testing/handover.ts";
import { makeRegisters, type Registers } from "./api-particulier.source.ts";
import { askProof, noteDocument, provenBy, usesOf } from "./document.store.ts";
import { consentListeners, forgetRound } from "./forget-answers.action.ts";
import type { CheckShown, RegistersShown } from "./register.contract.ts";
import { openRegisters } from "./register.http.ts";
import { retryRegister } from "./retry-register.action.ts";

let house: TestHouse;
let double: RegisterDouble;
let registers: Registers;
let web: Web;
let agent: <Result>(deed: (work: Work) => Promise<Result>) => Promise<Result>;
let keys = 0;

const awa = { birthName: "Diallo", firstNames: "Awa", birthDate: "1990-05-01", sex: "F", birthPlace: "38185" } as const;

beforeEach(async () => {
  house = await openTestHouse({ now: "2026-10-12T09:00:00Z" });
  await prepareJobs(house.ground);
  double = await openRegisterDouble();
  double.know({ birthName: "DIALLO", firstName: "AWA", birthDate: "1990-05-01", receives: ["rsa"], quotient: 655.2173394 });
  registers = makeRegisters(double.access, 500);
  agent = as(house.ground, house.mutuelle.counsellor);
  web = await buildWeb(house.ground);
  openRegisters(web, registers);
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

/** Awa Diallo, who agrees that registers are asked. */
const addAwa = (consents = true) =>
  agent(async (work) => {
    const personId = await addPerson(work, { firstName: "Awa", lastName: "Diallo", birthDate: "1990-05-01", communeCode: "38185" });
    if (consents) await recordConsent(work, { personId, purpose: "register_check", answer: "yes", mode: "oral" });
    return personId;
  });
const ask = async (personId: string, question: object = { register: "rsa" }, more: { key?: string } = {}) =>
  desk(`/api/persons/${personId}/register-checks`, { identity: awa, ...question }, more);
const shown = async (personId: string) => (await desk(`/api/persons/${personId}/registers`)).body as RegistersShown;
const duties = (): Duties => ({ jobs: [retryRegister(registers)], subscribers: consentListeners, rounds: [forgetRound] });
const tasks = () =>
  agent(async (work) => (await openTasks(work)).map(({ kind, subjectId, dueAt }) => [kind, subjectId, dueAt.toISOString()]));

test("case 15: a yes valid to 31 December is asked of the register once, serves a second referral, and is asked again on 1 January", async () => {
  const personId = await addAwa();
  const answered = (await ask(personId)).body as CheckShown;
  expect(answered).toMatchObject({ answer: "yes", validUntil: "2026-12-31", holds: true });
  const prove = (subjectId: string, on: string) =>
    agent((work) => askProof(work, { personId, kind: "rsa", on: day(on), purpose: "referral", subjectId }));
  const [first, second] = ["01890000-0000-7000-8000-000000000001", "01890000-0000-7000-8000-000000000002"];
  expect(await prove(first, "2026-10-12")).toMatchObject({ kind: "reused", document: { provenance: "register" } });
  house.setClock("2026-12-31T22:00:00Z");
  expect((await ask(personId)).body).toMatchObject({ id: answered.id });
  expect(await prove(second, "2026-12-31")).toMatchObject({ kind: "reused" });
  // Said again, it is written once.
  await prove(second, "2026-12-31");
  expect(double.asked.length).toBe(1);
  expect((await agent((work) => usesOf(work, personId))).map(({ purpose, subjectId }) => [purpose, subjectId])).toEqual([
    ["referral", first],
    ["referral", second],
  ]);
  house.setClock("2027-01-01T09:00:00Z");
  expect(await prove("01890000-0000-7000-8000-000000000003", "2027-01-01")).toEqual({ kind: "to-ask" });
  expect((await ask(personId)).body).toMatchObject({ answer: "yes", validUntil: "2027-03-31" });
  expect(double.asked.length).toBe(2);
});

describe("case 16: unknown is not no", () => {
  test.each<[RegisterMood, string]>([
    ["slow", "slow"],
    ["down", "down"],
    ["provider-down", "down"],
    ["altered", "broken"],
    ["redirect", "broken"],
    ["too-many", "busy"],
  ])("%s: unknown with its reason, a task in one day, nothing proven and nothing refused", async (mood, because) => {
    double.beIn(mood);
    const personId = await addAwa();
    expect((await ask(personId)).body).toMatchObject({ answer: "unknown", because, validUntil: null, holds: false });
    expect(await tasks()).toEqual([["register.unknown", personId, "2026-10-13T09:00:00.000Z"]]);
    expect(await agent((work) => provenBy(work, personId, { kind: "rsa", on: day("2026-10-12") }))).toEqual({ kind: "to-ask" });
  });

  test("the next morning the house asks again by itself, and the task is done", async () => {
    double.beIn("down");
    const personId = await addAwa();
    await ask(personId);
    double.beIn("right");
    await runJobsOf("2026-10-13T06:01:00Z");
    const { checks } = await shown(personId);
    expect(checks.map(({ answer, askedBy }) => [answer, askedBy])).toEqual([
      ["yes", null],
      ["unknown", "Inès Caron (mutuelle-des-alpes)"],
    ]);
    expect(await tasks()).toEqual([]);
  });

  test("it asks four times in all, then leaves it to the human", async () => {
    double.beIn("down");
    const personId = await addAwa();
    await ask(personId);
    for (const morning of ["2026-10-13", "2026-10-14", "2026-10-15", "2026-10-16", "2026-10-17"]) await runJobsOf(`${morning}T06:01:00Z`);
    expect((await shown(personId)).checks.length).toBe(4);
    expect((await tasks()).map(([kind]) => kind)).toEqual(["register.unknown"]);
  });

  test("somebody the register does not know: a human looks at the spelling, the house does not insist", async () => {
    const personId = await addAwa();
    expect((await ask(personId, { register: "rsa", identity: { ...awa, birthName: "Dialo" } })).body).toMatchObject({
      because: "person-unknown",
    });
    await runJobsOf("2026-10-13T06:01:00Z");
    expect(double.asked.length).toBe(1);
    expect((await ask(personId)).body).toMatchObject({ answer: "yes" });
    expect(await tasks()).toEqual([]);
  });
});

/** What is due at an instant, for a clock that the queue does not share. */
const runJobsOf = async (at: string): Promise<void> => {
  house.setClock(at);
  await sql`update graphile_worker._private_jobs set run_at = now() - interval '1 second' where run_at <= ${at}::timestamptz`.execute(
    house.ground.database.db,
  );
  await workOnce(house.ground, duties());
};

describe("without her consent nothing leaves", () => {
  test("not asked, refused, withdrawn: the register is not called, and the screen is told what to ask", async () => {
    const personId = await addAwa(false);
    const refused = await ask(personId);
    expect(refused).toMatchObject({ status: 409, body: { needs: "consent" } });
    await agent((work) => recordConsent(work, { personId, purpose: "register_check", answer: "no", mode: "oral" }));
    expect((await ask(personId)).status).toBe(409);
    expect(double.asked).toEqual([]);
    expect(await shown(personId)).toMatchObject({ consent: "no", checks: [], identity: { isWhole: false } });
  });

  test("withdrawn while the register was answering: the answer is thrown away", async () => {
    const personId = await addAwa();
    const late: Registers = {
      ask: async () => {
        await agent(async (work) => withdrawConsent(work, (await activeConsent(work, personId, "register_check"))?.id ?? ""));
        return { kind: "yes" };
      },
    };
    const other = await buildWeb(house.ground);
    openRegisters(other, late);
    const asked = await desk(`/api/persons/${personId}/register-checks`, { register: "rsa", identity: awa }, { on: other });
    expect(asked.body).toMatchObject({ answer: "unknown", because: "withdrawn" });
    expect(await tasks()).toEqual([]);
  });

  test("withdrawn afterwards: the answer serves no more at once, and is erased with what she had said of herself", async () => {
    const personId = await addAwa();
    await ask(personId);
    await agent(async (work) => withdrawConsent(work, (await activeConsent(work, personId, "register_check"))?.id ?? ""));
    expect((await shown(personId)).checks[0]).toMatchObject({ holds: false });
    expect(await agent((work) => provenBy(work, personId, { kind: "rsa", on: day("2026-10-12") }))).toEqual({ kind: "to-ask" });
    await workOnce(house.ground, duties());
    expect(await shown(personId)).toMatchObject({
      checks: [{ answer: null, isForgotten: true }],
      documents: [],
      identity: { isWhole: false, sex: "" },
    });
    // Agreed again: what was erased does not come back.
    await agent((work) => recordConsent(work, { personId, purpose: "register_check", answer: "yes", mode: "oral" }));
    expect(await agent((work) => provenBy(work, personId, { kind: "rsa", on: day("2026-10-12") }))).toEqual({ kind: "to-ask" });
  });

  test("a consent to something else is not a consent to this", async () => {
    const personId = await addAwa(false);
    await agent((work) => recordConsent(work, { personId, purpose: "share_referral", answer: "yes", mode: "oral" }));
    expect((await ask(personId)).status).toBe(409);
    expect(double.asked).toEqual([]);
  });
});

describe("what is asked of whoever asks", () => {
  test("no register plugged in: said in words, and nothing leaves", async () => {
    const other = await buildWeb(house.ground);
    openRegisters(other, undefined);
    const personId = await addAwa();
    expect((await desk(`/api/persons/${personId}/registers`, undefined, { on: other })).body).toMatchObject({ isPlugged: false });
    expect(await desk(`/api/persons/${personId}/register-checks`, { register: "rsa", identity: awa }, { on: other })).toMatchObject({
      status: 409,
      body: { needs: "register" },
    });
  });
  test("somebody without a name", async () => {
    const personId = await agent((work) => addPerson(work, {}));
    expect(await ask(personId)).toMatchObject({ status: 409, body: { needs: "name" } });
  });
  test("what is missing to know her is named field by field, then asked once", async () => {
    const personId = await addAwa();
    const missing = await desk(`/api/persons/${personId}/register-checks`, { register: "rsa", identity: { birthName: "Diallo" } });
    expect(missing).toMatchObject({ status: 422, body: { needs: "identity" } });
    expect((missing.body as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
      "firstNames",
      "birthDate",
      "sex",
      "birthPlace",
    ]);
    await ask(personId);
    expect((await desk(`/api/persons/${personId}/register-checks`, { register: "aah" })).body).toMatchObject({ answer: "no" });
  });
  test.each([
    ["a quotient without an amount", { register: "quotient_familial" }],
    ["an amount where none is compared", { register: "rsa", atMost: 700 }],
    ["a register that does not exist", { register: "dgfip" }],
    ["a birth date that does not exist", { register: "rsa", identity: { ...awa, birthDate: "1990-02-30" } }],
    ["a commune of four figures", { register: "rsa", identity: { ...awa, birthPlace: "3818" } }],
    ["no sex", { register: "rsa", identity: { ...awa, sex: "X" } }],
  ])("%s is refused", async (_, body) => {
    expect((await desk(`/api/persons/${await addAwa()}/register-checks`, body)).status).toBe(400);
  });
  test("the same write twice asks once, and answers alike; another one under the same key is refused", async () => {
    const personId = await addAwa();
    const one = await ask(personId, { register: "aah" }, { key: "one-same-key" });
    const two = await ask(personId, { register: "aah" }, { key: "one-same-key" });
    expect(two.body).toEqual(one.body);
    expect(double.asked.length).toBe(1);
    expect((await ask(personId, { register: "rsa" }, { key: "one-same-key" })).status).toBe(409);
  });
  test("two of us press at the same time: the register is asked once", async () => {
    const personId = await addAwa();
    double.beIn("unhurried");
    const both = await Promise.all([ask(personId), ask(personId)]);
    expect(double.asked.length).toBe(1);
    expect(both.map(({ status }) => status).toSorted()).toEqual(expect.arrayContaining([200]));
    expect((await shown(personId)).checks.length).toBe(1);
  });
  test("another commissioner's counsellor finds nobody", async () => {
    const personId = await addAwa();
    const who = house.caisse.supervisor;
    expect((await desk(`/api/persons/${personId}/registers`, undefined, { who })).status).toBe(404);
    expect((await desk(`/api/persons/${personId}/register-checks`, { register: "rsa", identity: awa }, { who })).status).toBe(404);
    expect((await desk(`/api/persons/${personId}/documents`, document, { who })).status).toBe(404);
    expect(double.asked).toEqual([]);
  });
});

const document = { kind: "home", provenance: "person", from: "Loyer d’octobre", seenOn: "2026-10-12", validUntil: "2027-01-12" };

describe("documents seen", () => {
  test("noted without a file, shown with who saw it, taken back", async () => {
    const personId = await addAwa();
    const { id } = (await desk(`/api/persons/${personId}/documents`, document)).body as { id: string };
    expect((await shown(personId)).documents).toMatchObject([
      { kind: "home", from: "Loyer d’octobre", seenBy: "Inès Caron (mutuelle-des-alpes)", validUntil: "2027-01-12", holds: true },
    ]);
    expect((await desk(`/api/documents/${id}/withdraw`, {})).status).toBe(200);
    expect((await shown(personId)).documents).toEqual([]);
    expect((await desk(`/api/documents/${id}/withdraw`, {})).status).toBe(404);
  });
  test.each([
    ["seen tomorrow", { ...document, seenOn: "2026-10-13" }, 422],
    ["ended before it was seen", { ...document, validUntil: "2026-10-11" }, 400],
    ["a fingerprint of something else", { ...document, fingerprint: "abc" }, 400],
    ["said to come from a register", { ...document, provenance: "register" }, 400],
  ])("%s is refused", async (_, body, status) => {
    expect((await desk(`/api/persons/${await addAwa()}/documents`, body)).status).toBe(status);
  });
  test("the one that serves longest is taken; a paper seen before a window does not count for it", async () => {
    const personId = await addAwa();
    const note = (seenOn: string, validUntil?: string) =>
      agent((work) =>
        noteDocument(work, {
          personId,
          kind: "home",
          provenance: "person",
          seenOn: day(seenOn),
          ...(validUntil === undefined ? {} : { validUntil: day(validUntil) }),
        }),
      );
    await note("2026-07-01", "2026-12-31");
    const best = await note("2026-07-02");
    const proof = (since?: string) =>
      agent((work) =>
        provenBy(work, personId, { kind: "home", on: day("2026-10-12"), ...(since === undefined ? {} : { since: day(since) }) }),
      );
    expect(await proof()).toMatchObject({ document: { id: best } });
    expect(await proof("2026-07-03")).toEqual({ kind: "to-ask" });
  });
});

describe("what is kept, and for how long", () => {
  test("no path writes what a register wrote: no table holds any of it, whatever its mood", async () => {
    const personId = await addAwa();
    for (const mood of ["right", "altered", "page", "endless", "provider-down"] as const) {
      double.beIn(mood);
      await ask(personId, { register: "quotient_familial", atMost: 700 + double.asked.length });
      await ask(personId, { register: "rsa", again: true });
    }
    // Planted, so that the search is known to see: once as a text, once as bytes that nobody sealed.
    await agent((work) => recordConsent(work, { personId, purpose: "panel", recipient: "TEXTE-SEMÉ", answer: "yes", mode: "oral" }));
    await house.ground.database.pool.query("update person set first_name = convert_to('OCTETS-SEMES', 'UTF8')");
    const everything = await everyRow();
    for (const planted of ["TEXTE-SEMÉ", "OCTETS-SEMES"]) expect(everything).toContain(planted);
    for (const held of [...heldByRegisters, "655.2"]) expect(everything).not.toContain(held);
    // Nor what she said of herself, but sealed: « Diallo » itself stands sealed in her file.
    for (const said of ["Diallo", "DIALLO", "1990-05-01"]) expect(everything).not.toContain(said);
  });

  test("an answer is erased a month after it stopped holding, and the identity after four months without a question", async () => {
    const personId = await addAwa();
    await ask(personId);
    const at = async (now: string) => {
      house.setClock(now);
      await goRound(house.ground, forgetRound);
      return shown(personId);
    };
    expect((await at("2027-01-31T09:00:00Z")).checks[0]).toMatchObject({ answer: "yes", holds: false });
    expect(await at("2027-02-01T09:00:00Z")).toMatchObject({
      checks: [{ answer: null, isForgotten: true }],
      documents: [],
      identity: { isWhole: true },
    });
    expect((await at("2027-02-13T09:00:00Z")).identity.isWhole).toBe(false);
  });

  test("each question is in the log with its register, and never with its answer", async () => {
    const personId = await addAwa();
    await ask(personId);
    const lines = await agent((work) => listAudit(work, {}));
    const asked = lines.filter((line) => /register/.test(line.action));
    expect(asked.map(({ action, purpose }) => [action, purpose]).toSorted()).toEqual([
      ["ask register", "rsa"],
      ["register answered", "rsa"],
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/"yes"|"no"|Diallo/);
  });

  test("« register-check.answered » is told with identifiers only", async () => {
    const personId = await addAwa();
    await ask(personId);
    const told = (await agent(topicsTold)).filter(({ topic }) => topic === "register-check.answered");
    expect(told.map(({ ids }) => Object.keys(ids).toSorted())).toEqual([["checkId", "personId"]]);
  });
});

/** All that PostgreSQL holds, as text. */
const everyRow = async (): Promise<string> => {
  const { pool } = house.ground.database;
  const tables = await pool.query<{ name: string }>(`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`);
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await pool.query<{ row: string }>(`select t::text as row from ${name} t`);
    parts.push(...rows.rows.map(({ row }) => row.replaceAll(/\\x[0-9a-f]*/g, "")));
    // What is sealed is read as bytes: a text put there unsealed would show.
    for (const column of await bytesOf(name)) {
      const bytes = await pool.query<{ value: Buffer | null }>(`select ${column} as value from ${name}`);
      parts.push(...bytes.rows.map(({ value }) => value?.toString("latin1") ?? ""));
    }
  }
  return parts.join("\n");
};
const bytesOf = async (table: string): Promise<readonly string[]> =>
  (
    await house.ground.database.pool.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped`,
      [table],
    )
  ).rows.map(({ name }) => name);
