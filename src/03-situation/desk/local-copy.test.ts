import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetLocalCopies, localCopy } from "./local-copy.ts";

const key = Buffer.alloc(32, 7).toString("base64");
const otherKey = Buffer.alloc(32, 8).toString("base64");

/** A browser's storage: its names are its own properties, as in a real one. */
const makeStorage = (): object => {
  const kept: object = Object.create({
    getItem: (name: string) => (Reflect.get(kept, name) as string | undefined) ?? null,
    setItem: (name: string, value: string) => Reflect.set(kept, name, value),
    removeItem: (name: string) => Reflect.deleteProperty(kept, name),
  }) as object;
  return kept;
};

let storage = makeStorage();
beforeEach(() => {
  storage = makeStorage();
  vi.stubGlobal("localStorage", storage);
  vi.stubGlobal("window", { isSecureContext: true });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

describe("what stays on a computer", () => {
  test("is read again with the key of the server, and not without", async () => {
    await localCopy<{ text: string }>("notes a", key).keep({ text: "« Je n’ose pas le dire à ma mère. »" });
    expect(await localCopy("notes a", key).read()).toEqual({ text: "« Je n’ose pas le dire à ma mère. »" });
    expect(await localCopy("notes a", otherKey).read()).toBeUndefined();
    expect(JSON.stringify(Object.entries(storage))).not.toContain("mère");
  });
  test("dropped after being kept, it is gone, whatever the time that sealing takes", async () => {
    const copy = localCopy<{ text: string }>("notes a", key);
    void copy.keep({ text: "x".repeat(50_000) });
    await copy.drop();
    expect(Object.keys(storage)).toEqual([]);
  });
  test("is all forgotten on signing out, and nothing else is", async () => {
    await localCopy<string>("notes a", key).keep("un");
    await localCopy<string>("tour a", key).keep("deux");
    localStorage.setItem("tu:single-letters", "off");
    forgetLocalCopies();
    expect(Object.keys(storage)).toEqual(["tu:single-letters"]);
  });
  test("is nothing at all where the browser cannot seal", async () => {
    vi.stubGlobal("window", { isSecureContext: false });
    await localCopy<string>("notes a", key).keep("un");
    expect(Object.keys(storage)).toEqual([]);
  });
});
