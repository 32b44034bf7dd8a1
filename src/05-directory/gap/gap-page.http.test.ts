import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { buildWeb, inCommissioner, openTasks, type Web } from "#ground/server";
import { openTestHouse, type TestHouse } from "#testing";
import { openGapPages } from "./gap-page.http.ts";

let house: TestHouse;
let web: Web;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
});
// A web of its own for each test: what one sends does not count in the rate of the next.
beforeEach(async () => {
  web = await buildWeb(house.ground);
  openGapPages(web);
});
afterAll(() => house.close());

const portal = "/s/mutuelle-des-alpes";
const tell = (fields: Readonly<Record<string, string>>, prefix = portal) =>
  web.app.inject({
    method: "POST",
    url: `${prefix}/annuaire/manque`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });
const asksOf = (who = house.mutuelle) =>
  inCommissioner(house.ground, who.counsellor, (work) =>
    work.rows(sql<{ need: string; radius_meters: number; asked_from: string }>`
      select g.need, g.radius_meters, a.asked_from
      from directory_gap g join directory_gap_ask a on a.commissioner_id = g.commissioner_id and a.gap_id = g.id
      where g.commissioner_id = ${who.id}
      order by a.id`),
  );
const key = (last: number) => `00000000-0000-4000-a000-00000000000${last}`;
const garde = { besoin: "garde", commune: "23096", rayon: "15" };

describe("nothing suits near Guéret, and somebody says it without saying who he is", () => {
  test("the form keeps what was searched", async () => {
    const page = await web.app.inject(`${portal}/annuaire/manque?besoin=garde&commune=23096&rayon=30`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain("Guéret");
    expect(page.body).toMatch(/<option value="garde" selected/);
    expect(page.body).toMatch(/<option value="30" selected/);
    expect(page.body).not.toContain("<script");
  });
  test("a form sent twice is one demand; the third demand makes one task", async () => {
    for (const last of [1, 1, 2, 3]) {
      const answer = await tell({ ...garde, cle: key(last) });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, `${portal}/annuaire/manque/merci`]);
    }
    expect(await asksOf()).toEqual(Array.from({ length: 3 }, () => ({ need: "garde", radius_meters: 15_000, asked_from: "citizen" })));
    const tasks = await inCommissioner(house.ground, house.mutuelle.counsellor, openTasks);
    expect(tasks.filter(({ kind }) => kind === "gap.report")).toHaveLength(1);
    expect(await asksOf(house.caisse)).toEqual([]);
    expect((await web.app.inject(`${portal}/annuaire/manque/merci`)).body).toContain("3 fois en 30 jours");
  });
  test.each([
    ["no need", { ...garde, besoin: "" }, 422],
    ["a need that does not exist", { ...garde, besoin: "licorne" }, 422],
    ["a commune that does not exist", { ...garde, commune: "99999" }, 404],
  ])("%s writes nothing", async (_, fields, status) => {
    const before = (await asksOf()).length;
    expect((await tell(fields)).statusCode).toBe(status);
    expect(await asksOf()).toHaveLength(before);
  });
  test("outside the portal of a service there is no such page", async () => {
    expect((await web.app.inject("/annuaire/manque?commune=23096")).statusCode).toBe(404);
    expect((await tell(garde, "")).statusCode).toBe(404);
  });
  test("who sends without end is asked to wait", async () => {
    const answers = await Promise.all(Array.from({ length: 11 }, () => tell({ ...garde, besoin: "" })));
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
  });
});
