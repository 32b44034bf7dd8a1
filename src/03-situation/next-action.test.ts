import { describe, expect, test } from "vitest";
import { readTyped, typedFrom } from "./next-action.ts";
import { domainKeys, stateKeys } from "./tour-keys.ts";

const now = new Date("2026-11-20T16:00:00Z");
const typed = { what: "Rappeler Nadia", day: "2026-11-24", time: "10:00", ownerId: "inès" };

describe("a next action as it is typed", () => {
  test.each([
    ["nothing typed", { what: " ", day: "", time: "" }, { kind: "empty" }],
    [
      "a day and an hour in Paris",
      {},
      { kind: "complete", nextAction: { what: "Rappeler Nadia", at: "2026-11-24T09:00:00.000Z", ownerId: "inès" } },
    ],
    [
      "in summer, Paris is two hours ahead",
      { day: "2027-07-01" },
      { kind: "complete", nextAction: { what: "Rappeler Nadia", at: "2027-07-01T08:00:00.000Z", ownerId: "inès" } },
    ],
    ["no hour", { time: "" }, { kind: "missing", fields: ["time"] }],
    ["only a day", { what: "", time: "" }, { kind: "missing", fields: ["what", "time"] }],
    ["a day that does not exist", { day: "2026-02-30" }, { kind: "missing", fields: ["date"] }],
    ["this very minute", { day: "2026-11-20", time: "17:00" }, { kind: "past" }],
  ])("%s", (_, change, verdict) => {
    expect(readTyped({ ...typed, ...change }, now)).toEqual(verdict);
  });
});

describe("the fields are filled", () => {
  const kept = { what: "Rappeler", at: "2026-11-24T09:00:00Z", owner: { id: "sonia", name: "Sonia Lebrun" }, isChosen: true, holds: true };
  test("with what was chosen", () => {
    expect(typedFrom(kept, "inès")).toEqual({ what: "Rappeler", day: "2026-11-24", time: "10:00", ownerId: "sonia" });
  });
  test("not with what the house wrote, nor with what is past", () => {
    expect(typedFrom({ ...kept, holds: false }, "inès")).toEqual({ what: "", day: "", time: "", ownerId: "inès" });
  });
});

describe("the keys of the tour", () => {
  const letters = Object.values(domainKeys);
  test("each domain has its letter", () => {
    expect(new Set(letters).size).toBe(15);
  });
  test("none is a letter of the call, nor a figure of a state", () => {
    expect(letters.filter((letter) => "admntx".includes(letter) || letter in stateKeys)).toEqual([]);
  });
});
