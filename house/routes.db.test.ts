import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDemand, addNeed, openExchange, flagUrgency } from "#situation/server";
import { openContact } from "#contact/server";
import { inCommissioner, inShared, openSession, addTask, type Web } from "#ground/server";
import { addContactPoint, addPerson, recordConsent } from "#person/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { buildApp } from "../apps/server/app.ts";
import { nearlyRight, sampleOf, type Schema } from "./rules/schema-samples.ts";

// Every route of the interface is called by someone of the Mutuelle with identifiers of the Caisse, and with values that break things.

type Method = "GET" | "POST" | "PUT" | "DELETE" | "PATCH";
interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required?: boolean;
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> };
}
interface Route {
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly body: Schema | undefined;
}

let house: TestHouse;
let web: Web;
let cookie: string;
let foreign: readonly string[];
let routes: readonly Route[];

beforeAll(async () => {
  house = await openTestHouse();
  web = await buildApp(house.ground, { deskFolder: "/nowhere", auditHeadsFile: "/nowhere/heads.jsonl", requestsPerMinute: 1_000_000 });
  const everyone = await addStaff(house.ground, house.mutuelle.id, "Dominique Essai", "dominique@mutuelle.example", [
    "counsellor",
    "referent",
    "supervisor",
    "quality-auditor",
    "data-referent",
    "commissioner-viewer",
  ]);
  cookie = `tu_session=${await inShared(house.ground, (work) => openSession(work, everyone.staffId))}`;
  await fillTheCaisse();
  foreign = await idsOfTheCaisse();
  const document = web.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase() as Method,
      path,
      parameters: operation.parameters ?? [],
      body: operation.requestBody?.content?.["application/json"]?.schema,
    })),
  );
});
afterAll(async () => {
  await web.app.close();
  await house.close();
});

/** A life at the Caisse: something of every kind that has an identifier. */
const fillTheCaisse = (): Promise<void> =>
  inCommissioner(house.ground, house.caisse.counsellor, async (work) => {
    const personId = await addPerson(work, { firstName: "Paul", lastName: "Morel", communeCode: "23096" });
    await addContactPoint(work, personId, { channel: "phone", value: "+33536490101" });
    await recordConsent(work, { personId, purpose: "share_referral", answer: "yes", mode: "oral" });
    const contactId = await openContact(work, { channel: "call", direction: "in", personId });
    const opened = await openExchange(work, contactId);
    if (opened?.situationId === undefined) throw new Error("the exchange of the Caisse did not open");
    const demandId = await addDemand(work, { situationId: opened.situationId, theme: "autonomie", words: "Quelqu’un pour le ménage" });
    await addNeed(work, { situationId: opened.situationId, need: "aide_domicile", origin: "expressed", demandId, acknowledged: true });
    await flagUrgency(work, { situationId: opened.situationId, level: 1, motives: [] });
    await addTask(work, { kind: "essai", subjectKind: "person", subjectId: personId, personId, dueAt: work.now });
  });

const idsOfTheCaisse = async (): Promise<readonly string[]> => {
  const client = new pg.Client(house.ground.database.url);
  await client.connect();
  const tables = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commissioner_id')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and a.atttypid = 'uuid'::regtype)`);
  const ids: string[] = [];
  for (const { name } of tables.rows)
    ids.push(
      ...(await client.query<{ id: string }>(`select id from ${name} where commissioner_id = $1`, [house.caisse.id])).rows.map(
        (row) => row.id,
      ),
    );
  await client.end();
  return ids;
};

/** What belongs to everyone may be read by everyone. */
const isShared = (path: string): boolean => /^\/api\/(session|services|places|openapi|live|observatoire|directory)/.test(path);

const call = (route: Route, values: { readonly path: unknown; readonly query: unknown; readonly body: unknown }) => {
  const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
  const url = route.path.replace(/\{[^}]+\}/g, () => encodeURIComponent(safe(asText(values.path))) || "x");
  const query = typeof values.query === "object" && values.query !== null ? Object.entries(values.query) : [];
  const search = new URLSearchParams(
    query.filter(([, value]) => value !== undefined).map(([name, value]) => [safe(name), safe(asText(value))]),
  ).toString();
  return web.app.inject({
    method: route.method,
    url: search === "" ? url : `${url}?${search}`,
    headers: { cookie, "idempotency-key": `essai-${++calls}-0000`, ...(route.body ? { "content-type": "application/json" } : {}) },
    ...(route.body ? { payload: JSON.stringify(values.body ?? {}) } : {}),
  });
};
let calls = 0;
/** An address cannot carry half of a surrogate pair: the client itself would refuse. */
const safe = (text: string): string => text.toWellFormed();

describe("a commissioner's door never opens on another's rooms", () => {
  test("the interface has routes, and the Caisse has things to find", () => {
    expect(routes.length).toBeGreaterThan(20);
    expect(foreign.length).toBeGreaterThanOrEqual(8);
  });
  test("no route answers with something of another commissioner, whatever identifier is given", async () => {
    const leaks: string[] = [];
    for (const route of routes.filter((each) => !/live$/.test(each.path)))
      for (const [at, id] of foreign.entries()) {
        const query = Object.fromEntries(
          route.parameters
            .filter((each) => each.in === "query")
            .map((each) => [each.name, /id$/i.test(each.name) ? house.caisse.id : sampleOf(each.schema, foreign, at)]),
        );
        const body = route.body ? replaceCommissioner(sampleOf(route.body, [id], at)) : undefined;
        const answer = await call(route, { path: id, query, body });
        const named = foreign.filter((each) => each !== id && answer.body.includes(each));
        const hasPath = route.path.includes("{");
        if (named.length > 0) leaks.push(`${route.method} ${route.path} tells ${named.length} identifiers of the Caisse`);
        if (hasPath && !isShared(route.path) && answer.statusCode < 300)
          leaks.push(`${route.method} ${route.path} answers ${answer.statusCode} for a thing of the Caisse`);
        if (answer.statusCode >= 500)
          leaks.push(`${route.method} ${route.path} answers ${answer.statusCode}: ${answer.body.slice(0, 200)}`);
      }
    expect([...new Set(leaks)]).toEqual([]);
  });
  test("without signing in, nothing but what is public answers", async () => {
    const open: string[] = [];
    for (const route of routes.filter((each) => !isShared(each.path))) {
      const answer = await web.app.inject({
        method: route.method,
        url: route.path.replace(/\{[^}]+\}/g, foreign[0] ?? "x"),
        headers: { "idempotency-key": "essai-0000-0000" },
        payload: route.body ? (sampleOf(route.body, foreign) as object) : {},
      });
      if (answer.statusCode < 300) open.push(`${route.method} ${route.path}`);
    }
    expect(open).toEqual([]);
  });
});

const replaceCommissioner = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "commissionerId" in value ? { ...value, commissionerId: house.caisse.id } : value;

test("bad input never gives a 5xx, on any route of the interface", async () => {
  for (const route of routes.filter((each) => !/live$/.test(each.path))) {
    const query = nearlyRight(
      {
        type: "object",
        properties: Object.fromEntries(route.parameters.filter((each) => each.in === "query").map((each) => [each.name, each.schema])),
      },
      foreign,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...foreign), fc.string({ minLength: 1 })),
        query,
        nearlyRight(route.body ?? {}, [...foreign]),
        async (path, asked, body) => {
          const answer = await call(route, { path, query: asked, body });
          expect(answer.statusCode, `${route.method} ${route.path} ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        },
      ),
      { numRuns: Number(process.env["TU_FUZZ_RUNS"] ?? 40), seed: 20_261_120 },
    );
  }
}, 300_000);
