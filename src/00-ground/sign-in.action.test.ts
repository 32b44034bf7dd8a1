import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { staffOfSession } from "./session.store.ts";
import { hashPassword, signIn } from "./sign-in.action.ts";
import { inShared } from "./work.store.ts";

const mail = "ines@mutuelle-des-alpes.example";
const password = "un marron chaud en novembre";
let house: TestHouse;
beforeEach(async () => {
  house = await openTestHouse({ now: "2026-11-20T08:00:00Z" });
  const kept = await hashPassword(password);
  await inShared(house.ground, (work) => work.run(sql`update ground_staff set password_hash = ${kept} where mail = ${mail}`));
});
afterEach(() => house.close());

const trySigningIn = (asked: { mail?: string; password?: string; origin?: string } = {}) =>
  signIn(house.ground, { mail, password, origin: "192.0.2.1", ...asked });
const wrong = { password: "un autre marron glacé" };

test("the right mail and password open a session", async () => {
  const answer = await trySigningIn();
  expect(answer.kind).toBe("signed-in");
  expect(answer.kind === "signed-in" && (await staffOfSession(house.ground, answer.token))?.mail).toBe(mail);
});

test("capitals and spaces around the mail do not matter", async () => {
  expect((await trySigningIn({ mail: ` ${mail.toUpperCase()} ` })).kind).toBe("signed-in");
});

describe("what is refused is refused alike", () => {
  test.each([
    ["a wrong password", wrong],
    ["an account that does not exist", { mail: "personne@mutuelle-des-alpes.example" }],
    ["an account without a password", { mail: "sonia@mutuelle-des-alpes.example" }],
  ])("%s", async (_, asked) => {
    expect(await trySigningIn(asked)).toEqual({ kind: "refused" });
  });
  test("an account whose holder has left", async () => {
    await inShared(house.ground, (work) => work.run(sql`update ground_staff set left_at = now() where mail = ${mail}`));
    expect(await trySigningIn()).toEqual({ kind: "refused" });
  });
});

describe("an account is locked after 5 failures in 15 minutes", () => {
  test.each([
    ["that exists", mail],
    ["that does not exist", "personne@mutuelle-des-alpes.example"],
  ])("an account %s, the same answer", async (_, asked) => {
    for (let tries = 0; tries < 5; tries += 1) expect((await trySigningIn({ ...wrong, mail: asked })).kind).toBe("refused");
    expect(await trySigningIn({ mail: asked })).toEqual({ kind: "locked", until: new Date("2026-11-20T08:15:00Z") });
  });
  test("it opens again when the first failure is 15 minutes old", async () => {
    for (let tries = 0; tries < 5; tries += 1) await trySigningIn(wrong);
    house.setClock("2026-11-20T08:15:00Z");
    expect((await trySigningIn()).kind).toBe("signed-in");
  });
  test("from any address: changing address does not help", async () => {
    for (let tries = 0; tries < 5; tries += 1) await trySigningIn({ ...wrong, origin: `192.0.2.${tries}` });
    expect((await trySigningIn({ origin: "192.0.2.99" })).kind).toBe("locked");
  });
  test("twenty tries sent together are still five", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => trySigningIn({ ...wrong, origin: `203.0.113.${at}` })));
    expect(answers.filter((answer) => answer.kind === "refused")).toHaveLength(5);
  });
  test("successes do not count", async () => {
    for (let times = 0; times < 8; times += 1) expect((await trySigningIn()).kind).toBe("signed-in");
  });
});

test("an address that fails 30 times is locked, whatever the accounts", async () => {
  for (let tries = 0; tries < 30; tries += 1) await trySigningIn({ ...wrong, mail: `essai${tries}@exemple.example` });
  expect((await trySigningIn()).kind).toBe("locked");
  expect((await trySigningIn({ origin: "192.0.2.2" })).kind).toBe("signed-in");
});
