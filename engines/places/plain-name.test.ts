import { describe, expect, test } from "vitest";
import { plainName } from "./plain-name.ts";

describe("a name is compared as anyone may type it", () => {
  test.each([
    ["accents and capitals do not count", "GUÉRET", "gueret"],
    ["nor do apostrophes and hyphens", "L'Haÿ-les-Roses", "l hay les roses"],
    ["nor the curved apostrophe of telephones", "L’Haÿ–les–Roses", "l hay les roses"],
    ["ligatures are typed in two letters", "Œting", "oeting"],
    ["« St » is read in full", "St-Étienne", "saint etienne"],
    ["« Ste » is read in full", "STE FOY LES LYON", "sainte foy les lyon"],
    ["but not inside a word", "Brest", "brest"],
    ["accents in two characters are accents", "Gue\u0301ret", "gueret"],
    ["nothing but signs is nothing", " -'! ", ""],
  ])("%s", (_, typed, plain) => {
    expect(plainName(typed)).toBe(plain);
  });
});
