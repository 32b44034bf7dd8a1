import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestHouse, type TestHouse } from "#testing";
import { keysFrom, loadKeys } from "./keys.source.ts";
import { checkMasterKey } from "./master-key.store.ts";

let house: TestHouse;
let folder: string;
beforeAll(async () => {
  house = await openTestHouse();
  folder = mkdtempSync(path.join(tmpdir(), "tu-key-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.close();
});

test("the first key is remembered; another one, put in its place, is seen", async () => {
  expect(await checkMasterKey(house.ground)).toBe("first");
  expect(await checkMasterKey(house.ground)).toBe("same");
  expect(await checkMasterKey({ ...house.ground, keys: keysFrom(Buffer.alloc(32, 9)) })).toBe("other");
});

test("a key is drawn once, in a file that only its owner reads", () => {
  const file = path.join(folder, "deep", "master.key");
  const drawn = loadKeys(file);
  expect([drawn.isNew, statSync(file).mode & 0o777]).toEqual([true, 0o600]);
  const read = loadKeys(file);
  expect([read.isNew, read.keys.house.equals(drawn.keys.house)]).toEqual([false, true]);
});

test("a file that holds no key is refused in words", () => {
  const file = path.join(folder, "wrong.key");
  writeFileSync(file, "bonjour");
  expect(() => loadKeys(file)).toThrow("ne contient pas une clé maîtresse");
});
