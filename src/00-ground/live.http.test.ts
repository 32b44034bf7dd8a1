import { setTimeout } from "node:timers/promises";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openTestHouse, type TestCommissioner, type TestHouse } from "#testing";
import { openLive } from "./live.http.ts";
import { tellAccessChanged } from "./live.store.ts";
import { endSession, openSession } from "./session.store.ts";
import { type Web } from "./site.http.ts";
import { buildWeb } from "./web.http.ts";
import { inCommissioner, inShared } from "./work.store.ts";

let house: TestHouse;
let web: Web;
let address: string;
const screens: Screen[] = [];
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
  web = await buildWeb(house.ground);
  await openLive(web, { heartbeatSeconds: 0.1 });
  await web.app.listen({ port: 0, host: "127.0.0.1" });
  address = `http://127.0.0.1:${String((web.app.server.address() as AddressInfo).port)}/api/live`;
});
afterEach(async () => {
  for (const screen of screens.splice(0)) screen.leave();
  await web.app.close();
  await house.close();
});

/** An open screen: what it has heard, and whether its stream has ended. */
interface Screen {
  readonly status: number;
  text: string;
  hasEnded: boolean;
  leave(): void;
}

const openScreen = async (token: string, lastEventId?: string): Promise<Screen> => {
  const stop = new AbortController();
  const answer = await fetch(address, {
    headers: { cookie: `tu_session=${token}`, ...(lastEventId === undefined ? {} : { "last-event-id": lastEventId }) },
    signal: stop.signal,
  });
  const screen: Screen = {
    status: answer.status,
    text: "",
    hasEnded: false,
    leave: () => {
      stop.abort();
    },
  };
  screens.push(screen);
  const decoder = new TextDecoder();
  const body = answer.body;
  if (body)
    void (async () => {
      for await (const chunk of body) screen.text += decoder.decode(chunk, { stream: true });
    })()
      .catch(() => undefined)
      .finally(() => {
        screen.hasEnded = true;
      });
  return screen;
};
const signIn = (who: TestCommissioner): Promise<string> => inShared(house.ground, (work) => openSession(work, who.counsellor.staffId));
const tell = (who: TestCommissioner, needId: string) =>
  inCommissioner(house.ground, who.system, (work) => work.tell("need.added", { needId }));
const until = async (isTrue: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !isTrue(); tries += 1) await setTimeout(20);
  expect(isTrue()).toBe(true);
};
const heard = (screen: Screen): string[] => [...screen.text.matchAll(/"needId":"(\w+)"/g)].map((match) => match[1] ?? "");

test("each screen hears the services of its person, and nothing of the others", async () => {
  const [ines, ouest] = [await openScreen(await signIn(house.mutuelle)), await openScreen(await signIn(house.caisse))];
  await tell(house.mutuelle, "n1");
  await tell(house.caisse, "n2");
  await until(() => heard(ines).length > 0 && heard(ouest).length > 0);
  expect([heard(ines), heard(ouest)]).toEqual([["n1"], ["n2"]]);
  expect(ines.text).toMatch(/id: \d+\nevent: news\ndata: \{"topic":"need.added","commissionerId":"[\w-]+","ids":\{"needId":"n1"\}\}\n\n/);
});

test("what is undone is never heard", async () => {
  const screen = await openScreen(await signIn(house.mutuelle));
  await inCommissioner(house.ground, house.mutuelle.system, async (work) => {
    await work.tell("need.added", { needId: "undone" });
    throw new Error("it broke");
  }).catch(() => undefined);
  await tell(house.mutuelle, "n1");
  await until(() => heard(screen).length > 0);
  expect(heard(screen)).toEqual(["n1"]);
});

test("a screen that comes back hears what it missed", async () => {
  const token = await signIn(house.mutuelle);
  const screen = await openScreen(token);
  await tell(house.mutuelle, "n1");
  await until(() => heard(screen).length === 1);
  screen.leave();
  await tell(house.mutuelle, "n2");
  await tell(house.caisse, "n3");
  const again = await openScreen(token, /id: (\d+)/.exec(screen.text)?.[1]);
  await until(() => heard(again).includes("n2"));
  expect(heard(again)).not.toContain("n3");
});

test.each(["0", "-1", "abc", "99999999999999999999", "1e9"])(
  "coming back from the number %s, which nobody was given, changes nothing",
  async (lastEventId) => {
    const screen = await openScreen(await signIn(house.mutuelle), lastEventId);
    await tell(house.mutuelle, "n1");
    await until(() => heard(screen).length > 0);
    expect(heard(screen)).toEqual(["n1"]);
  },
);

test("nobody signed in: 401", async () => {
  expect((await openScreen("nobody")).status).toBe(401);
});

test("a heartbeat keeps the way open, and is not activity: the session still ends", async () => {
  const screen = await openScreen(await signIn(house.mutuelle));
  await until(() => screen.text.includes(": heartbeat"));
  house.setClock("2026-11-20T08:29:00Z");
  await setTimeout(250);
  house.setClock("2026-11-20T08:31:00Z");
  await until(() => screen.hasEnded);
});

test("signing out ends the stream", async () => {
  const token = await signIn(house.mutuelle);
  const screen = await openScreen(token);
  await endSession(house.ground, token);
  await until(() => screen.hasEnded);
});

test("when somebody’s access changes, their screens are closed at once, and no other", async () => {
  const [ines, ouest] = [await openScreen(await signIn(house.mutuelle)), await openScreen(await signIn(house.caisse))];
  await inShared(house.ground, (work) => tellAccessChanged(work, house.mutuelle.counsellor.staffId));
  await until(() => ines.hasEnded);
  expect(ouest.hasEnded).toBe(false);
});

test("when the connection to PostgreSQL is lost, screens are closed, and hear again after they come back", async () => {
  const token = await signIn(house.mutuelle);
  const screen = await openScreen(token);
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'trait-dunion live' and datname = current_database()`.execute(
    house.ground.database.db,
  );
  await until(() => screen.hasEnded);
  await setTimeout(1500);
  const again = await openScreen(token);
  await tell(house.mutuelle, "n1");
  await until(() => heard(again).includes("n1"));
});

test("one person opens 20 screens at most", async () => {
  const token = await signIn(house.mutuelle);
  for (let count = 0; count < 20; count += 1) expect((await openScreen(token)).status).toBe(200);
  expect((await openScreen(token)).status).toBe(429);
});
