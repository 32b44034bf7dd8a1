import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blindIndex, keyFor, openText, sealText, type SealedPlace } from "./seal.ts";

const key = Buffer.alloc(32, 7);
const nonce = Buffer.alloc(12, 3);
const place: SealedPlace = { table: "person", id: "019a", column: "last_name" };
const text = fc.string({ unit: "grapheme" });

describe("what is sealed opens at its own place, with its own key, whole", () => {
  test("and gives the text back", () => {
    fc.assert(fc.property(text, (plain) => openText(key, place, sealText(key, nonce, place, plain)) === plain));
  });
  test("one bit flipped anywhere: it does not open", () => {
    fc.assert(
      fc.property(text, fc.nat(), (plain, draw) => {
        const sealed = sealText(key, nonce, place, plain);
        const bit = draw % (sealed.length * 8);
        sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(() => openText(key, place, sealed)).toThrow();
      }),
    );
  });
  test("cut short: it does not open", () => {
    fc.assert(
      fc.property(text, fc.nat(), (plain, draw) => {
        const sealed = sealText(key, nonce, place, plain);
        expect(() => openText(key, place, sealed.subarray(0, draw % sealed.length))).toThrow();
      }),
    );
  });
  test("moved to another place: it does not open", () => {
    const other = fc.record({ table: fc.string(), id: fc.string(), column: fc.string() });
    fc.assert(
      fc.property(text, other, other, (plain, here, there) => {
        fc.pre(JSON.stringify(here) !== JSON.stringify(there));
        expect(() => openText(key, there, sealText(key, nonce, here, plain))).toThrow();
      }),
    );
  });
  test.each([
    ["another row", { ...place, id: "019b" }],
    ["another column", { ...place, column: "first_name" }],
    ["names that only read alike put end to end", { ...place, table: "person019a", id: "" }],
  ])("%s", (_, there) => {
    expect(() => openText(key, there, sealText(key, nonce, place, "Diallo"))).toThrow();
  });
  test("with another key: it does not open", () => {
    expect(() => openText(keyFor(key, "other"), place, sealText(key, nonce, place, "Diallo"))).toThrow();
  });
});

test("keys drawn for two uses differ, and the same use gives the same key", () => {
  expect(keyFor(key, "house").equals(keyFor(key, "house"))).toBe(true);
  expect(keyFor(key, "house").equals(keyFor(key, "tokens"))).toBe(false);
});

test("a blind index is the same for the same value, and tells nothing with another key", () => {
  expect(blindIndex(key, "+33639981234").equals(blindIndex(key, "+33639981234"))).toBe(true);
  expect(blindIndex(key, "+33639981234").equals(blindIndex(keyFor(key, "other"), "+33639981234"))).toBe(false);
});
