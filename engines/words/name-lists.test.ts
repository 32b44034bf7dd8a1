import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { listNames, readNameLists } from "./name-lists.ts";

const folder = new URL("names/", import.meta.url);
const lists = readNameLists(readdirSync(folder).map((file) => readFileSync(new URL(file, folder), "utf8")));
const smallest = listNames.map((name) => `@ ${name}\nmot`).join("\n");

describe("lists of words are read from texts", () => {
  test("words go to the list that the line above names, comments aside", () => {
    const read = readNameLists([smallest, "# prénoms\n@ first-names\nOdette Zoé\nN'Golo\n@ places\nSaint-Étienne"]);
    expect([...read["first-names"]]).toEqual(["mot", "odette", "zoe", "ngolo"]);
    expect([...read.places]).toEqual(["mot", "saint etienne"]);
  });

  test.each([
    ["a list that masking does not know", `${smallest}\n@ prenoms\nOdette`, "unknown list prenoms"],
    ["words before any list", "Odette", "words before any list"],
    ["a list without words", smallest.replace("@ kin\nmot", ""), "no words for kin"],
  ])("%s is refused: half the lists would leak in silence", (_, text, because) => {
    expect(() => readNameLists([text])).toThrow(because);
  });
});

describe("our lists", () => {
  test("know at least 2,500 first names and 1,500 surnames", () => {
    expect(lists["first-names"].size).toBeGreaterThanOrEqual(2_500);
    expect(lists.surnames.size).toBeGreaterThanOrEqual(1_500);
  });

  test.each([
    "Odette",
    "Kévin",
    "Yassine",
    "Fatoumata",
    "Attoumani",
    "João",
    "Zeynep",
    "Oleksandr",
    "Thuy",
    "Guerda",
    "Expédite",
    "Hinano",
    "Moché",
    "Farzana",
    "Tesfay",
  ])("know the first name %s", (name) => {
    const [plain] = readNameLists([smallest, `@ first-names\n${name}`])["first-names"].difference(new Set(["mot"]));
    expect(lists["first-names"].has(plain ?? "")).toBe(true);
  });

  test("mark the first names that are words of every day", () => {
    for (const name of ["rose", "pierre", "marin", "prudence"]) expect(lists["first-names-also-words"].has(name)).toBe(true);
    for (const name of ["odette", "yassine"]) expect(lists["first-names-also-words"].has(name)).toBe(false);
  });
});
