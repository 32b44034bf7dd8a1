import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { buildWeb, inShared, openSession, type Web } from "#ground/server";
import { addStaff, openTestHouse, type TestHouse } from "#testing";
import { buildApp } from "../apps/server/app.ts";
import { openWithoutSigningIn, pageLeaks, routeLeaks, type Walk } from "./rules/route-leaks.ts";
import { callRoute, pagesOf, routesOf } from "./rules/routes.ts";
import { nearlyRight } from "./rules/schema-samples.ts";
import { seenUnder, tokenLeaks, type TokenProbe } from "./rules/token-leaks.ts";
import { liveALife, marksOfALife, type TokensOfALife } from "./testing/life.ts";

// Every route and page is called by someone of the Mutuelle with what belongs to the Caisse, and with values that break things.

let house: TestHouse;
let web: Web;
let walk: Walk;
let tokens: TokensOfALife;
let client: pg.Client;
let deskFolder: string;

const signInWith = async (commissionerId: TestHouse["mutuelle"]["id"], mail: string): Promise<string> => {
  const everyone = await addStaff(house.ground, commissionerId, "Dominique Essai", mail, [
    "counsellor",
    "referent",
    "supervisor",
    "quality-auditor",
    "data-referent",
    "commissioner-viewer",
  ]);
  return `tu_session=${await inShared(house.ground, (work) => openSession(work, everyone.staffId))}`;
};

beforeAll(async () => {
  house = await openTestHouse();
  client = new pg.Client(house.ground.database.url);
  await client.connect();
  deskFolder = mkdtempSync(path.join(tmpdir(), "tu-desk-"));
  writeFileSync(path.join(deskFolder, "index.html"), "<!doctype html><title>Bureau</title>");
  web = await buildApp(house.ground, { deskFolder, auditHeadsFile: "/nowhere/heads.jsonl", requestsPerMinute: 1_000_000 });
  tokens = await liveALife(house, house.caisse);
  walk = {
    web,
    cookie: await signInWith(house.mutuelle.id, "dominique@mutuelle.example"),
    theirs: { commissionerId: house.caisse.id, ...(await thingsOf(house.caisse.id)), marks: marksOfALife },
  };
});
afterAll(async () => {
  await web.app.close();
  await client.end();
  await house.close();
  rmSync(deskFolder, { recursive: true });
});

const tablesWith = async (column: string): Promise<readonly string[]> =>
  (
    await client.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'commissioner_id')
         and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = $1)
       order by 1`,
      [column],
    )
  ).rows.map((row) => row.name);

/** One identifier of each table: enough to try each door with a thing of its kind, and each pair of things of one room. */
const thingsOf = async (commissionerId: string): Promise<Pick<Walk["theirs"], "ids" | "roomOf">> => {
  const rooms = new Map<string, string>();
  for (const table of await tablesWith("id")) {
    const { rows } = await client.query<{ id: string }>(`select id::text as id from ${table} where commissioner_id = $1 limit 1`, [
      commissionerId,
    ]);
    for (const { id } of rows) if (id.length === 36) rooms.set(id, table.split("_")[0] ?? table);
  }
  return { ids: [...rooms.keys()], roomOf: (id) => rooms.get(id) ?? "" };
};

/** All that a commissioner has, in one line: if it is the same before and after, nothing of it was touched. */
const fingerprintOf = async (commissionerId: string): Promise<string> => {
  const hash = createHash("sha256");
  for (const table of await tablesWith("commissioner_id")) {
    const { rows } = await client.query<{ row: string }>(`select t::text as row from ${table} t where commissioner_id = $1 order by 1`, [
      commissionerId,
    ]);
    hash.update(JSON.stringify([table, rows]));
  }
  return hash.digest("hex");
};

describe("a commissioner's door never opens on another's rooms", () => {
  test("the interface has routes, and the Caisse has things to find", () => {
    expect(routesOf(web).length).toBeGreaterThan(60);
    expect(walk.theirs.ids.length).toBeGreaterThan(16);
  });
  test("whoever works at the Caisse finds them: the walk can see", async () => {
    const cookie = await signInWith(house.caisse.id, "dominique@caisse.example");
    const leaks = await routeLeaks(
      { ...walk, cookie },
      routesOf(web).filter(({ method, path: at }) => method === "GET" && /^\/api\/(persons|referrals|callbacks)/.test(at)),
    );
    expect(leaks).toContain("GET /api/persons/{id} tells something of another commissioner");
    expect(leaks).toContain("GET /api/referrals/{id} answers 200 for another commissioner");
    expect(leaks).toContain("GET /api/callbacks tells something of another commissioner");
  });
  test("no route answers with something of another commissioner, nor changes it, whatever identifier is given", async () => {
    const before = await fingerprintOf(house.caisse.id);
    expect(await routeLeaks(walk)).toEqual([]);
    expect(await fingerprintOf(house.caisse.id)).toBe(before);
  }, 180_000);
  test("a planted leak makes it fail", async () => {
    const planted = await buildWeb(house.ground, { requestsPerMinute: 1_000_000 });
    // Past the walls: the pool, and no commissioner.
    const rows = async (where: string, values: readonly string[]) =>
      (await house.ground.database.pool.query<{ id: string }>(`select id from person where ${where}`, [...values])).rows;
    planted.app.get("/api/planted/:id", { schema: { params: z.object({ id: z.string() }) } }, async (request, reply) => {
      const [found] = await rows("id::text = $1", [request.params.id]);
      return found ? found : reply.status(404).send({});
    });
    planted.app.get("/api/planted", {}, () => rows("true", []));
    await planted.app.ready();
    const leaks = await routeLeaks({ ...walk, web: planted });
    const open = await openWithoutSigningIn({ ...walk, web: planted });
    await planted.app.close();
    expect(leaks).toEqual([
      "GET /api/planted/{id} answers 200 for another commissioner",
      "GET /api/planted tells something of another commissioner",
    ]);
    expect(open).toEqual(["GET /api/planted"]);
  });
  test("no page shows something of another commissioner", async () => {
    expect(await pageLeaks(walk)).toEqual([]);
  });
  test("without signing in, nothing but what is public answers", async () => {
    expect(await openWithoutSigningIn(walk)).toEqual([]);
  });
});

describe("a link of one service is unknown at another", () => {
  let probe: TokenProbe;
  beforeAll(async () => {
    const own = `/s/${house.caisse.slug}`;
    const opened = await web.app.inject({ method: "POST", url: `${own}/suivi/${tokens.followUp}`, payload: "lettres=paul", headers: form });
    const cookies = Object.fromEntries(opened.cookies.map(({ name, value }) => [name, value]));
    probe = {
      web,
      tokens: Object.values(tokens),
      cookies,
      marks: [...walk.theirs.marks, ...walk.theirs.ids, house.caisse.slug, "Caisse retraite Ouest"],
      prefix: `/s/${house.mutuelle.slug}`,
    };
  });
  test("every kind of link has pages, and opens at its own service", async () => {
    expect(pagesOf(web).filter((page) => page.path.includes(":token")).length).toBeGreaterThan(12);
    const seen = await seenUnder({ ...probe, prefix: `/s/${house.caisse.slug}` }, "looking");
    for (const page of ["/suivi/:token", "/suivi/:token/changer", "/rappel/confirme/:token", "/p/:token", "/reponse/:token"])
      expect(
        seen.some((each) => each.method === "GET" && each.path === page && each.status === 200 && each.told.length > 0),
        page,
      ).toBe(true);
  });
  test("under another service's address it shows nothing and opens nothing, even with the cookie of its own", async () => {
    const before = await fingerprintOf(house.caisse.id);
    expect(await tokenLeaks(probe)).toEqual([]);
    expect(await fingerprintOf(house.caisse.id)).toBe(before);
  });
});
const form = { "content-type": "application/x-www-form-urlencoded" };

// At the Caisse itself, where things are found: a request that stops at « not found » proves little.
test("bad input never gives a 5xx, on any route of the interface", async () => {
  const ids = walk.theirs.ids;
  const cookie = await signInWith(house.caisse.id, "camille@caisse.example");
  expect((await routeLeaks({ ...walk, cookie })).filter((each) => / answers 5\d\d/.test(each))).toEqual([]);
  for (const route of routesOf(web)) {
    const asked = route.parameters.filter((each) => each.in === "query").map((each) => [each.name, each.schema] as const);
    const query = nearlyRight({ type: "object", properties: Object.fromEntries(asked) }, ids);
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...ids), fc.string({ minLength: 1 })),
        query,
        nearlyRight(route.body ?? {}, ids),
        async (inPath, typed, body) => {
          const answer = await callRoute(web, route, { path: [inPath], query: typed, body, cookie });
          expect(answer.statusCode, `${route.method} ${route.path} ${answer.body.slice(0, 300)}`).toBeLessThan(500);
        },
      ),
      { numRuns: Number(process.env["TU_FUZZ_RUNS"] ?? 40), seed: 20_261_120 },
    );
  }
}, 300_000);
