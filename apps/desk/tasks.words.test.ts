import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { taskWords } from "./tasks.words.ts";

const rooms = path.resolve(import.meta.dirname, "../../src");

/** The kinds that the rooms write, read in their sources: in a call to addTask, or in an action that makes one. */
const kindsMade = (): readonly string[] => {
  const files = fs
    .readdirSync(rooms, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/\.(test|words)\.ts$/.test(name))
    .map((name) => fs.readFileSync(path.join(rooms, name), "utf8"))
    .filter((source) => source.includes("addTask(work"));
  const literal = /"((?:danger|callback|gap|benefit|application|referral|outcome|rights)[.-][a-z-]+|danger)"/g;
  const asked = files.flatMap((source) =>
    [...source.matchAll(/(?:kind: |AskTask\(work, referral, |\? )"[^"]+"|: "outcome\.[^"]+"/g)].flatMap(([found]) =>
      [...found.matchAll(literal)].map(([, kind]) => kind ?? ""),
    ),
  );
  const ofRights = files.flatMap((source) => [...source.matchAll(/"((?:card|register)\.[a-z-]+)"/g)].map(([, kind]) => kind ?? ""));
  // Written `referral.${because}`: both causes of giving to a human.
  return [...new Set([...asked, ...ofRights, "referral.nobody", "referral.exhausted"])];
};

describe("each kind of task that a room makes has its sentence, in both languages", () => {
  const made = kindsMade();
  test("the sources are really read", () => {
    expect(made).toEqual(expect.arrayContaining(["danger", "callback-late", "outcome.disputed", "outcome.ask-person", "gap.report"]));
  });
  test.each(made)("%s", (kind) => {
    expect(taskWords.fr.kinds).toHaveProperty([kind]);
    expect(taskWords.en.kinds).toHaveProperty([kind]);
  });
  test("and no sentence is kept for a kind that nobody makes", () => {
    expect(Object.keys(taskWords.fr.kinds).filter((kind) => !made.includes(kind))).toEqual([]);
  });
});
