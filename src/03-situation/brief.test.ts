import { describe, expect, test } from "vitest";
import { briefFrom, demandsSince, readBrief } from "./brief.ts";
import { afterBrief, missingForClosing } from "./closing.ts";
import { modeOf, noModes, withMode } from "./mode.ts";

describe("two minutes: what it takes to close", () => {
  const untold = { id: "b", need: "loyer", isOpen: true, told: "untold" } as const;
  test.each([
    ["a demand is enough, no next action is typed", [], true, []],
    ["without a demand, one is asked", [], false, [{ kind: "demand" }]],
    ["a need hidden from the person still blocks", [untold], true, [{ kind: "untold-need", needId: "b", need: "loyer" }]],
  ] as const)("%s", (_, needs, hasDemand, missing) => {
    expect(missingForClosing({ needs, nextActionHolds: false, situationCloses: false, brief: { hasDemand } })).toEqual(missing);
  });
  test.each([
    ["yes", "2026-11-20T16:00:00Z", "2026-11-27T08:00:00.000Z"],
    ["no, on a Friday: on Monday", "2026-11-20T16:00:00Z", "2026-11-23T08:00:00.000Z"],
    ["no, the day before the feast of 11 November", "2026-11-10T16:00:00Z", "2026-11-12T08:00:00.000Z"],
    ["yes, when the hour changes in between", "2027-03-25T16:00:00Z", "2027-04-01T07:00:00.000Z"],
  ])("answered %s: the house comes back at nine in Paris", (answered, now, at) => {
    expect(afterBrief(answered.startsWith("yes") ? "yes" : "no", new Date(now)).toISOString()).toBe(at);
  });
});

describe("what is typed to close a brief exchange", () => {
  const typed = { words: "Une place en crèche", theme: "famille", answered: "yes" } as const;
  test.each([
    ["all is there", typed, false, { kind: "complete", brief: { answered: "yes", demand: { words: typed.words, theme: "famille" } } }],
    ["a demand was noted already", { ...typed, words: " " }, true, { kind: "complete", brief: { answered: "yes" } }],
    ["nothing", { words: "", theme: "", answered: "" }, false, { kind: "missing", fields: ["words", "answered"] }],
    ["words without a theme", { ...typed, theme: "" }, false, { kind: "missing", fields: ["theme"] }],
  ] as const)("%s", (_, given, hasDemand, verdict) => {
    expect(readBrief(given, hasDemand)).toEqual(verdict);
  });
  test("the theme of the last need that was answered comes first", () => {
    expect(briefFrom([{ theme: "logement" }, { theme: "famille" }]).theme).toBe("famille");
    expect(briefFrom([]).theme).toBe("");
  });
  test("only the demands of this exchange count", () => {
    const demand = { id: "a", theme: "famille", words: "x" } as const;
    const demands = [
      { ...demand, notedAt: "2026-11-01T09:00:00Z" },
      { ...demand, notedAt: "2026-11-20T16:01:00Z" },
    ];
    expect(demandsSince(demands, "2026-11-20T16:00:00Z")).toHaveLength(1);
  });
});

describe("the way of listening is kept in the browser", () => {
  test("the first time, one listens", () => {
    expect(modeOf(noModes, "ines", "call-1")).toBe("listening");
  });
  test("the next exchange begins as the last one was chosen; another colleague keeps hers", () => {
    const kept = withMode(noModes, "ines", "call-1", "brief");
    expect([modeOf(kept, "ines", "call-2"), modeOf(kept, "sonia", "call-3")]).toEqual(["brief", "listening"]);
  });
  test("an exchange keeps its own", () => {
    const kept = withMode(withMode(noModes, "ines", "call-1", "brief"), "ines", "call-2", "listening");
    expect([modeOf(kept, "ines", "call-1"), modeOf(kept, "ines", "call-2")]).toEqual(["brief", "listening"]);
  });
  test("exchanges of long ago are forgotten", () => {
    const calls = Array.from({ length: 40 }, (_, at) => `call-${at}`);
    expect(calls.reduce((kept, call) => withMode(kept, "ines", call, "brief"), noModes).exchanges).toHaveLength(30);
  });
});
