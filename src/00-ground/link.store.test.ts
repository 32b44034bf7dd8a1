import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { makeLink, openLink } from "./link.store.ts";
import { inCommissioner } from "./work.store.ts";

const subjectId = "019a0000-0000-7000-8000-000000000001";
const expiresAt = new Date("2026-11-24T16:00:00Z");

let house: TestHouse;
let token: string;
beforeAll(async () => {
  house = await openTestHouse({ now: "2026-11-20T16:00:00Z" });
  token = await inCommissioner(house.ground, house.mutuelle.system, (work) =>
    makeLink(work, { kind: "provider-answer", subjectId, expiresAt }),
  );
});
afterAll(() => house.close());

test("a link opens what it was made for, as often as it is opened", async () => {
  const opened = { kind: "open", commissionerId: house.mutuelle.id, subjectId, expiresAt };
  expect(await openLink(house.ground, "provider-answer", token)).toEqual(opened);
  expect(await openLink(house.ground, "provider-answer", token)).toEqual(opened);
});

test("it is made of 20 signs that cannot be taken for one another", () => {
  expect(token).toMatch(/^[abcdefghjkmnpqrstvwxyz2-9]{20}$/);
});

test("a link whose time is over says so: another one can be offered", async () => {
  house.setClock(expiresAt);
  expect(await openLink(house.ground, "provider-answer", token)).toEqual({ kind: "expired", commissionerId: house.mutuelle.id, subjectId });
  house.setClock("2026-11-20T16:00:00Z");
});

test.each([
  ["one sign changed", () => (token.startsWith("a") ? "b" : "a") + token.slice(1)],
  ["cut short", () => token.slice(0, -1)],
  ["in capitals", () => token.toUpperCase()],
  ["empty", () => ""],
])("an altered link opens nothing: %s", async (_, altered) => {
  expect(await openLink(house.ground, "provider-answer", altered())).toEqual({ kind: "unknown" });
});

test("a link made to answer does not open a follow-up", async () => {
  expect(await openLink(house.ground, "follow-up", token)).toEqual({ kind: "unknown" });
});

test("two services never share a link: each opens its own", async () => {
  const theirs = await inCommissioner(house.ground, house.caisse.system, (work) =>
    makeLink(work, { kind: "provider-answer", subjectId, expiresAt }),
  );
  expect(await openLink(house.ground, "provider-answer", theirs)).toMatchObject({ kind: "open", commissionerId: house.caisse.id });
  expect(theirs).not.toBe(token);
});
