import { describe, expect, test } from "vitest";
import { ONE_REQUEST } from "./credit.ts";
import { chooseNext, type Reason } from "./decision.ts";
import { standingsAfter } from "./ledger.ts";
import { newcomer, type Standing } from "./standing.ts";

const monday = new Date("2026-11-16T09:00:00Z");
const friday = new Date("2026-11-20T09:00:00Z");
const standing = (provider: string, requests: number, lastServedAt: Date | undefined): Standing => ({
  ...newcomer(provider),
  credit: requests * ONE_REQUEST,
  lastServedAt,
});

describe("the choice says what settled it", () => {
  test.each<[string, readonly Standing[], string, Reason]>([
    ["whoever is alone is asked, even in debt", [standing("ADH", -0.5, friday)], "ADH", "alone"],
    [
      "the highest credit is asked, even if served last",
      [standing("ADH", 0, monday), standing("VIA", 0.25, friday)],
      "VIA",
      "highest-credit",
    ],
    ["at equal credit, who waited longest", [standing("ADH", 0, friday), standing("VIA", 0, monday)], "VIA", "waited-longest"],
    ["at equal credit, who was never served", [standing("ADH", 0, monday), standing("VIA", 0, undefined)], "VIA", "waited-longest"],
    ["when all is equal, the order of names", [standing("VIA", 0, undefined), standing("ADH", 0, undefined)], "ADH", "first-by-name"],
  ])("%s", (_, standings, chosen, reason) => {
    expect(chooseNext({ standings, eligible: standings.map(({ provider }) => provider) })).toMatchObject({ mode: "turn", chosen, reason });
  });
});

test("a provider named twice is one provider", () => {
  expect(chooseNext({ standings: [], eligible: ["VIA", "ADH", "VIA"] })).toEqual(chooseNext({ standings: [], eligible: ["ADH", "VIA"] }));
});

test("the order in which providers are given changes nothing", () => {
  const standings = [standing("ADH", 0.25, friday), standing("OXA", -0.5, monday), standing("VIA", 0.25, friday)];
  const given = chooseNext({ standings, eligible: ["ADH", "OXA", "VIA"] });
  expect(chooseNext({ standings: standings.toReversed(), eligible: ["VIA", "OXA", "ADH"] })).toEqual(given);
});

test("case 36: when nobody is eligible the answer is nobody, with the causes, and no account moves", () => {
  const standings = [standing("ADH", 0.5, monday)];
  const excluded = [{ provider: "ADH", because: "outside-zone" }] as const;
  const decision = chooseNext({ standings, eligible: [], excluded });
  expect(decision).toEqual({ mode: "nobody", entries: [], excluded });
  expect(standingsAfter(standings, decision, friday)).toEqual(standings);
});

test("an offer refused stays paid; the next attempt is a turn among the others, which earns the refuser nothing", () => {
  const first = chooseNext({ standings: [], eligible: ["ADH", "OXA", "VIA"] });
  const refused = standingsAfter([], first, monday);
  const excluded = [{ provider: "ADH", because: "already-asked" }] as const;
  const second = chooseNext({ standings: refused, eligible: ["OXA", "VIA"], excluded });
  const after = standingsAfter(refused, second, friday);
  expect(first).toMatchObject({ chosen: "ADH" });
  expect(second).toMatchObject({ chosen: "OXA", excluded });
  expect(after).toEqual([
    { provider: "ADH", credit: -480_480, weight: 1, lastServedAt: monday },
    { provider: "OXA", credit: 240_240 - 360_360, weight: 1, lastServedAt: friday },
    { provider: "VIA", credit: 240_240 + 360_360, weight: 1, lastServedAt: undefined },
  ]);
});

test("a newcomer joins at 0: it does not make up for the time before it came", () => {
  let standings: readonly Standing[] = [];
  for (let minute = 0; minute < 30; minute += 1) {
    const decision = chooseNext({ standings, eligible: minute < 20 ? ["ADH", "OXA"] : ["ADH", "NEW", "OXA"] });
    standings = standingsAfter(standings, decision, new Date(minute * 60_000));
    if (minute === 20) expect(decision.entries.find(({ provider }) => provider === "NEW")).toMatchObject({ creditBefore: 0, weight: 1 });
  }
  expect(Math.abs(standings.find(({ provider }) => provider === "NEW")?.credit ?? ONE_REQUEST)).toBeLessThan(ONE_REQUEST);
});
