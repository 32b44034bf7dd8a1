import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { CommandRefused, helpOf, helpOfAll, readOptions } from "./command.ts";
import { commands } from "./commands.ts";
import { directoryImport } from "./directory-import.ts";
import { directorySearch } from "./directory-search.ts";

const run = (options: Record<string, string>, ...given: string[]) => ({
  arguments: given,
  options,
  openGround: () => Promise.reject(new Error("the database must not be opened for a wrong argument")),
  pathOf: (written: string) => written,
  lines: () => Readable.from([]),
  print: () => undefined,
  say: () => undefined,
});

describe("what is typed is read, or refused in a sentence", () => {
  test("options and arguments", () => {
    expect(readOptions(directoryImport, ["lieux.csv", "--source", "lieux", "--date=2026-11-20"])).toMatchObject({
      arguments: ["lieux.csv"],
      options: { source: "lieux", date: "2026-11-20" },
    });
  });

  test.each([
    [["lieux.csv"], "Il manque --source"],
    [["--source", "x", "--couleur", "bleu"], "L’option --couleur n’existe pas."],
    [["--source"], "Une option attend une valeur"],
  ])("%j", (typed, sentence) => {
    expect(() => readOptions(directoryImport, typed)).toThrow(sentence);
  });

  test.each<[string, () => Promise<unknown>, string]>([
    ["no file", () => directoryImport.run(run({ source: "x" })), "Donnez un fichier"],
    ["no way to read it", () => directoryImport.run(run({ source: "x" }, "a.csv")), "Dites comment lire le fichier"],
    ["an unknown format", () => directoryImport.run(run({ source: "x", format: "excel" }, "a.csv")), "Le format « excel »"],
    [
      "a mapping that is not there",
      () => directoryImport.run(run({ source: "x", mapping: "absent.json" }, "a.csv")),
      "ne peut pas être lue",
    ],
    ["a mapping that is wrong", () => directoryImport.run(run({ source: "x", mapping: "package.json" }, "a.csv")), "est à corriger"],
    [
      "a date written otherwise",
      () => directoryImport.run(run({ source: "x", format: "data-inclusion", date: "20/11/2026" }, "a.csv")),
      "AAAA-MM-JJ",
    ],
    ["a need that does not exist", () => directorySearch.run(run({ need: "bonheur" })), "Le besoin « bonheur » n’existe pas"],
    ["nothing searched", () => directorySearch.run(run({})), "Dites ce que vous cherchez"],
    [
      "a place of many towns",
      () => directorySearch.run(run({ need: "garde", near: "neuilly" })),
      "Neuilly-sur-Seine 92200 (Hauts-de-Seine)",
    ],
    ["a radius of nothing", () => directorySearch.run(run({ need: "garde", radius: "zéro" })), "--radius"],
  ])("%s", async (_, act, sentence) => {
    await expect(act()).rejects.toThrow(CommandRefused);
    await expect(act()).rejects.toThrow(sentence);
  });
});

describe("help", () => {
  test("names every command, and every option of one", () => {
    for (const command of commands) expect(helpOfAll(commands)).toContain(`tu ${command.name}`);
    for (const option of directoryImport.options) expect(helpOf(directoryImport)).toContain(`--${option.name}`);
  });

  test("no command begins with the words of another", () => {
    const names = commands.map(({ name }) => name);
    expect(names.filter((name) => names.some((other) => other !== name && other.startsWith(`${name} `)))).toEqual([]);
  });
});
