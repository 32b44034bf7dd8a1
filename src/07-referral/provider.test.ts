import { describe, expect, test } from "vitest";
import { day } from "#engines/calendar";
import { idOf } from "#ground";
import { coversPlace, splitEligible, type Provider } from "./provider.ts";

const grenoble = { name: "Grenoble", departement: "38", codes: new Set(["38185", "200040715", "38", "france", "99100"]) };
const adh: Provider = {
  id: idOf<"Provider">("adh"),
  name: "ADH",
  serviceId: undefined,
  mail: "adh@prestataires.example",
  phone: "04 65 71 10 01",
  needs: ["menage"],
  zone: ["38"],
  approvedFrom: day("2026-01-01"),
  approvedUntil: day("2026-12-31"),
  pausedFrom: undefined,
  pausedUntil: undefined,
  capacity: "open",
  capacityUntil: undefined,
  lacksApproval: false,
};

describe("a zone names a place by commune, intercommunality, département or the whole country", () => {
  test.each([
    [["38185"], true],
    [["200040715"], true],
    [["38"], true],
    [["france"], true],
    [["38001", "73"], false],
    [[], false],
  ])("%j: %s", (zone, expected) => {
    expect(coversPlace(zone, grenoble)).toBe(expected);
  });
});

describe("invariant 6: who may not be asked is excluded, with the cause", () => {
  const at = (instant: string) => new Date(instant);
  test.each([
    ["open to all", {}, "2026-11-20T16:00Z", undefined],
    ["outside its zone", { zone: ["73"] }, "2026-11-20T16:00Z", "outside-zone"],
    ["approval over the day before", { approvedUntil: day("2026-11-19") }, "2026-11-20T16:00Z", "not-approved"],
    ["approval not begun", { approvedFrom: day("2026-11-21") }, "2026-11-20T16:00Z", "not-approved"],
    ["an approval of its structure is missing", { lacksApproval: true }, "2026-11-20T16:00Z", "not-approved"],
    ["case 33: paused on the first day", { pausedFrom: day("2026-12-01"), pausedUntil: day("2026-12-07") }, "2026-11-30T23:30Z", "paused"],
    [
      "case 33: back the day after the last",
      { pausedFrom: day("2026-12-01"), pausedUntil: day("2026-12-07") },
      "2026-12-08T08:00Z",
      undefined,
    ],
    ["paused until further notice", { pausedFrom: day("2026-06-01") }, "2026-11-20T16:00Z", "paused"],
    ["case 39: full until it says otherwise", { capacity: "waitlist" }, "2026-11-20T16:00Z", "full"],
    ["full until a day, and back the next", { capacity: "waitlist", capacityUntil: day("2026-11-19") }, "2026-11-20T16:00Z", undefined],
    ["asked already for this request", { id: idOf<"Provider">("asked") }, "2026-11-20T16:00Z", "already-asked"],
  ] as const)("%s", (_, change, now, because) => {
    const { eligible, excluded } = splitEligible([{ ...adh, ...change }], grenoble, at(now), ["asked"]);
    expect(excluded[0]?.because).toBe(because);
    expect(eligible.length).toBe(because === undefined ? 1 : 0);
  });
});
