import fc from "fast-check";
import { expect, test } from "vitest";
import { safePath } from "./safe-path.ts";

test.each([
  ["/bureau/echanges/12?onglet=notes#fin", "/bureau/echanges/12?onglet=notes#fin"],
  ["/administration", "/administration"],
  [undefined, "/bureau/"],
  ["", "/bureau/"],
  ["bureau", "/bureau/"],
  ["https://autre.example/bureau", "/bureau/"],
  ["//autre.example", "/bureau/"],
  ["/\\autre.example", "/bureau/"],
  ["/\t/autre.example", "/bureau/"],
  ["/a/..//autre.example", "/bureau/"],
  ["/.//autre.example", "/bureau/"],
  ["javascript:alert(1)", "/bureau/"],
  [`/${"a".repeat(600)}`, "/bureau/"],
])("after signing in, %j leads to %j", (asked, expected) => {
  expect(safePath(asked, "/bureau/")).toBe(expected);
});

test("whatever is asked, a browser stays at our address", () => {
  const piece = fc.constantFrom("/", "\\", "..", ".", "\t", "\n", "@", ":", "autre.example", "bureau", "?", "#", "%2f");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const path = safePath(`/${pieces.join("")}`, "/bureau/");
      return new URL(path, "https://ecoute.example/connexion").host === "ecoute.example";
    }),
    { numRuns: 2000 },
  );
});
