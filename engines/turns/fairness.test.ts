import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ONE_REQUEST, requestsFromCredit, type Weight } from "./credit.ts";
import { chooseNext, honourChoice, recompute, type Decision } from "./decision.ts";
import { standingsAfter } from "./ledger.ts";
import { newcomer, type Standing } from "./standing.ts";

type Played = { readonly decision: Decision; readonly standings: readonly Standing[] };

/** Plays one turn for each list of eligible providers, a minute apart, and keeps every state of the pool. */
const play = (turns: readonly (readonly string[])[], start: readonly Standing[] = []): readonly Played[] => {
  const played: Played[] = [];
  for (const [minute, eligible] of turns.entries()) {
    const standings = played.at(-1)?.standings ?? start;
    const decision = chooseNext({ standings, eligible });
    played.push({ decision, standings: standingsAfter(standings, decision, new Date(minute * 60_000)) });
  }
  return played;
};

const offersTo = (provider: string, played: readonly Played[]): number =>
  played.filter(({ decision }) => decision.mode === "turn" && decision.chosen === provider).length;

/** Credit is what was earned minus what was offered: its size is the gap to the fair share. */
const widestGap = (played: readonly Played[]): number =>
  Math.max(0, ...played.flatMap(({ standings }) => standings.map(({ credit }) => Math.abs(requestsFromCredit(credit)))));

const total = (standings: readonly Standing[]): number => standings.reduce((sum, { credit }) => sum + credit, 0);

const pool = ["ADH", "OXA", "TDT", "VIA"];
const times = (count: number, eligible: readonly string[] = pool): (readonly string[])[] => Array.from({ length: count }, () => eligible);
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `P${String(index).padStart(2, "0")}`);

const anyTurns = fc.array(fc.subarray(names(9), { minLength: 0 }), { maxLength: 200 });
const anyWeight = fc.constantFrom<Weight>(1, 0.5);

describe("case 30: equals who cover the same zone are offered the same", () => {
  const played = play(times(400));

  test.each(pool)("of 400 requests, %s is offered 100, give or take one", (provider) => {
    expect(Math.abs(offersTo(provider, played) - 100)).toBeLessThanOrEqual(1);
  });

  test("at every moment nobody is more than one request from its due", () => {
    expect(widestGap(played)).toBeLessThanOrEqual(1);
  });

  test("so it is for any number of providers and requests, even where shares do not fall even", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 300 }), (providers, requests) => {
        expect(widestGap(play(times(requests, names(providers))))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

test("credits of a pool sum to 0 exactly, whoever is eligible and whatever the weights", () => {
  fc.assert(
    fc.property(anyTurns, fc.array(anyWeight, { minLength: 9, maxLength: 9 }), (turns, weights) => {
      const start = names(9).map((provider, index) => ({ ...newcomer(provider), weight: weights[index] ?? 1 }));
      for (const { standings } of play(turns, start)) {
        expect(total(standings)).toBe(0);
        expect(standings.every(({ credit }) => Number.isSafeInteger(credit))).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

describe("case 31: who covers less is not compensated", () => {
  const zones = Array.from({ length: 12 }, (_, zone) => (zone < 3 ? pool : pool.slice(1)));
  const played = play(Array.from({ length: 1200 }, (_, index) => zones[(index * 5) % 12] ?? []));

  test("ADH covers 3 zones of 12 with three others: a quarter of the 300 requests it could serve", () => {
    expect(Math.abs(offersTo("ADH", played) - 75)).toBeLessThanOrEqual(1);
  });

  test.each(["OXA", "TDT", "VIA"])("%s shares the rest: 75 in these zones, 300 elsewhere", (provider) => {
    expect(Math.abs(offersTo(provider, played) - 375)).toBeLessThanOrEqual(1);
  });

  test("a request outside its zones moves nothing of ADH's account", () => {
    for (const [index, { standings }] of played.entries()) {
      if (zones[(index * 5) % 12]?.includes("ADH") === true) continue;
      expect(standings.find(({ provider }) => provider === "ADH")).toEqual(
        played[index - 1]?.standings.find(({ provider }) => provider === "ADH"),
      );
    }
  });

  test("with any coverage, nobody strays by two requests", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        expect(widestGap(play(turns))).toBeLessThan(2);
      }),
    );
  });
});

describe("case 32: half a weight is half a turn", () => {
  test("TDT at 0.5 is offered 50 of 350 while the others have 100", () => {
    const start = pool.map((provider) => ({ ...newcomer(provider), weight: provider === "TDT" ? (0.5 as const) : (1 as const) }));
    const played = play(times(350), start);
    expect(pool.map((provider) => offersTo(provider, played))).toEqual([100, 100, 50, 100]);
  });

  test("any mix of weights keeps everybody within one request", () => {
    fc.assert(
      fc.property(fc.array(anyWeight, { minLength: 1, maxLength: 12 }), (weights) => {
        const start = weights.map((weight, index) => ({ ...newcomer(`P${index}`), weight }));
        const everyone = start.map(({ provider }) => provider);
        expect(widestGap(play(times(200, everyone), start))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("case 33: a pause earns nothing and brings no burst", () => {
  const withoutOxa = ["ADH", "TDT", "VIA"];
  const account = (played: Played | undefined): Standing | undefined => played?.standings.find(({ provider }) => provider === "OXA");

  test("OXA is paused for any time after any number of turns", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 120 }), (before, during) => {
        const played = play([...times(before), ...times(during, withoutOxa), ...times(80)]);
        expect(offersTo("OXA", played.slice(before, before + during))).toBe(0);
        expect(account(played[before + during - 1])).toEqual(account(played[before - 1]));
        const back = played.slice(before + during);
        expect(Math.abs(offersTo("OXA", back) - 20)).toBeLessThanOrEqual(1);
        for (let first = 0; first + 8 <= back.length; first += 1)
          expect(offersTo("OXA", back.slice(first, first + 8))).toBeLessThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });
});

describe("case 34: a provider asked for by name is offered, and no account moves", () => {
  const standings = play(times(6)).at(-1)?.standings ?? [];

  test("Awa asks for VIA", () => {
    const decision = honourChoice({ standings, eligible: pool, named: "VIA" });
    expect(decision).toMatchObject({ mode: "choice", chosen: "VIA", reason: "named-by-the-person" });
    expect(standingsAfter(standings, decision, new Date("2026-11-20T16:00:00Z"))).toEqual(standings);
    expect(decision.entries.every((entry) => entry.creditAfter === entry.creditBefore && entry.gained === 0 && entry.paid === 0)).toBe(
      true,
    );
  });

  test("a provider who is paused is not offered, even by name, and the record says why", () => {
    const excluded = [{ provider: "VIA", because: "paused" }] as const;
    const decision = honourChoice({ standings, eligible: ["ADH", "OXA", "TDT"], excluded, named: "VIA" });
    expect(decision).toMatchObject({ mode: "nobody", excluded });
  });
});

describe("case 35: a decision can be done again from its record alone", () => {
  test("whatever was played, and once it has been through JSON", () => {
    fc.assert(
      fc.property(anyTurns, (turns) => {
        for (const { decision } of play(turns)) expect(recompute(JSON.parse(JSON.stringify(decision)) as Decision)).toEqual(decision);
      }),
      { numRuns: 50 },
    );
  });

  test("a named choice and a request without anybody too", () => {
    const excluded = [{ provider: "VIA", because: "outside-zone" }] as const;
    for (const decision of [
      honourChoice({ standings: [], eligible: pool, named: "TDT" }),
      honourChoice({ standings: [], eligible: ["ADH"], excluded, named: "VIA" }),
      chooseNext({ standings: [], eligible: [], excluded }),
    ])
      expect(recompute(decision)).toEqual(decision);
  });

  test("a record in which the winner was changed does not come out the same", () => {
    const decision = chooseNext({ standings: play(times(5)).at(-1)?.standings ?? [], eligible: pool });
    const altered = { ...decision, chosen: "TDT" } as Decision;
    expect(decision).toMatchObject({ chosen: "OXA" });
    expect(recompute(altered)).not.toEqual(altered);
  });
});

test("one request is worth 720,720 units, which four providers share evenly", () => {
  const [first] = play(times(1));
  expect(first?.decision.entries.map(({ gained }) => gained)).toEqual([180_180, 180_180, 180_180, 180_180]);
  expect(first?.decision.entries.map(({ paid }) => paid)).toEqual([ONE_REQUEST, 0, 0, 0]);
});
