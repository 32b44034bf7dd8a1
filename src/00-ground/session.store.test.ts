import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { endSession, endSessionsOf, openSession, sessionIsOpen, staffOfSession } from "./session.store.ts";
import { inShared } from "./work.store.ts";

let house: TestHouse;
let token: string;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
  token = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
});
afterEach(() => house.close());

const nameAt = async (time: string): Promise<string | undefined> => {
  house.setClock(`2026-11-20T${time}:00Z`);
  return (await staffOfSession(house.ground, token))?.name;
};
const ines = "Inès Caron (mutuelle-des-alpes)";

describe("a session ends after 30 minutes without activity", () => {
  test("29 minutes later, it is open", async () => {
    expect(await nameAt("08:29")).toBe(ines);
  });
  test("30 minutes later, it is over", async () => {
    expect(await nameAt("08:30")).toBeUndefined();
  });
  test("activity keeps it open: 29 minutes, then 29 more", async () => {
    await nameAt("08:29");
    expect(await nameAt("08:58")).toBe(ines);
  });
  test("a screen that only listens is not activity", async () => {
    house.setClock("2026-11-20T08:20:00Z");
    expect(await sessionIsOpen(house.ground, token)).toBe(true);
    expect(await nameAt("08:31")).toBeUndefined();
  });
});

test("a session ends after 12 hours, whatever the activity", async () => {
  for (let minutes = 20; minutes < 12 * 60; minutes += 20) {
    const time = `${String(8 + Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    expect(await nameAt(time)).toBe(ines);
  }
  expect(await nameAt("20:00")).toBeUndefined();
});

test("signing out ends it at once", async () => {
  expect(await endSession(house.ground, token)).toBe(1);
  expect(await nameAt("08:01")).toBeUndefined();
});

test("ending somebody’s sessions ends all of them, but the one that asks may be kept", async () => {
  const other = await inShared(house.ground, (work) => openSession(work, house.mutuelle.counsellor.staffId));
  await inShared(house.ground, (work) => endSessionsOf(work, house.mutuelle.counsellor.staffId, token));
  expect(await sessionIsOpen(house.ground, other)).toBe(false);
  expect(await sessionIsOpen(house.ground, token)).toBe(true);
});

test("a token that nobody was given opens nothing", async () => {
  expect(await staffOfSession(house.ground, "not-a-token")).toBeUndefined();
});
