import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueAt } from "#engines/calendar";
import { weightOf } from "#engines/turns";
import { cannotBeReached, judgedOffers, lapsedAs, mayAnswer, offerAnswers, warningDue, type OfferAnswer } from "./offer.ts";

const friday = new Date("2026-11-20T16:00:00Z");
const due = new Date("2026-11-22T16:00:00Z");
const after = (hours: number): Date => new Date(friday.getTime() + hours * 3_600_000);
const offer = (answer: OfferAnswer, warned: { warned24At?: Date; warned44At?: Date } = {}) => ({
  answer,
  offeredAt: friday,
  dueAt: due,
  warned24At: warned.warned24At,
  warned44At: warned.warned44At,
});

describe("an offer may be answered until its time, not a second more", () => {
  test.each([
    ["at once", 0, "waiting", true],
    ["at the very instant", 48, "waiting", true],
    ["case 28: a second later", 48 + 1 / 3600, "waiting", false],
    ["case 29: refused before", 1, "refused", false],
    ["taken back", 1, "withdrawn", false],
  ] as const)("%s", (_, hours, answer, expected) => {
    expect(mayAnswer(offer(answer), after(hours))).toBe(expected);
  });
});

describe("a running offer ends with its time", () => {
  test.each([
    ["case 23: silence expires", "waiting", 48, "expired"],
    ["case 24: accepted and never called is broken", "accepted", 48, "broken"],
    ["called in time, it is kept", "kept", 200, undefined],
    ["a minute before, nothing", "waiting", 47.98, undefined],
  ] as const)("%s", (_, answer, hours, expected) => {
    expect(lapsedAs(offer(answer), after(hours))).toBe(expected);
  });

  test("whatever the instant, an offer that may be answered has not lapsed before its last instant", () => {
    fc.assert(
      fc.property(fc.constantFrom(...offerAnswers), fc.double({ min: 0, max: 100, noNaN: true }), (answer, hours) => {
        const now = after(hours);
        return !(mayAnswer(offer(answer), now) && lapsedAs(offer(answer), now) !== undefined) || now.getTime() === due.getTime();
      }),
    );
  });
});

describe("warnings: one at T+24, one at T+44", () => {
  test.each([
    ["nothing at T+23", 23, {}, undefined],
    ["the first at T+24", 24, {}, 24],
    ["once", 30, { warned24At: after(24) }, undefined],
    ["the second at T+44", 44, { warned24At: after(24) }, 44],
    ["once too", 47, { warned24At: after(24), warned44At: after(44) }, undefined],
    ["a round that comes late gives only the last", 46, {}, 44],
    ["none when the time is over", 48, {}, undefined],
  ] as const)("%s", (_, hours, warned, expected) => {
    expect(warningDue(offer("waiting", warned), after(hours))).toBe(expected);
  });
});

describe("promises are counted as the commissioner made them", () => {
  test.each([
    ["case 25: Friday 17:00 + 2 working days is Tuesday 17:00", "2026-11-20T16:00:00Z", "2026-11-24T16:00:00Z"],
    ["case 25: 11 November is skipped", "2026-11-10T16:00:00Z", "2026-11-13T16:00:00Z"],
  ])("%s", (_, offeredAt, expected) => {
    expect(dueAt(new Date(offeredAt), { kind: "working-days", days: 2 })).toEqual(new Date(expected));
  });
  test("case 26: 48 hours over a change of clocks: 17:00 becomes 18:00", () => {
    expect(dueAt(new Date("2026-03-27T16:00:00Z"), { kind: "elapsed", hours: 48 })).toEqual(new Date("2026-03-29T16:00:00Z"));
  });
});

describe("case 32: what counts in the weight of a provider", () => {
  test("a call in time and a refusal in time are kept; silence and a call never made are not; what was taken back counts for nothing", () => {
    expect(judgedOffers(["kept", "refused", "expired", "broken", "withdrawn", "waiting", "accepted"])).toEqual([
      { kept: true },
      { kept: true },
      { kept: false },
      { kept: false },
    ]);
  });
  test("60 % kept: half a turn; 80 %: a full one", () => {
    const answers = (kept: number): OfferAnswer[] => Array.from({ length: 50 }, (_, at) => (at < kept ? "kept" : "expired"));
    expect([30, 40].map((kept) => weightOf(judgedOffers(answers(kept))))).toEqual([0.5, 1]);
  });
});

describe("case 38: three calls on two days, never reached", () => {
  const missed = (at: string) => ({ at: new Date(at), wasReached: false });
  test.each([
    ["three on one day are not enough", ["2026-11-23T09:00Z", "2026-11-23T12:00Z", "2026-11-23T17:00Z"], false],
    ["three on two days are", ["2026-11-23T09:00Z", "2026-11-23T12:00Z", "2026-11-24T09:00Z"], true],
    ["two are never enough", ["2026-11-23T09:00Z", "2026-11-24T09:00Z"], false],
    ["days are those of Paris", ["2026-11-23T09:00Z", "2026-11-23T22:30Z", "2026-11-23T23:30Z"], true],
  ])("%s", (_, at, expected) => {
    expect(cannotBeReached(at.map(missed))).toBe(expected);
  });
  test("reached once, she can be reached", () => {
    expect(
      cannotBeReached([...["2026-11-23T09:00Z", "2026-11-24T09:00Z"].map(missed), { at: new Date("2026-11-25T09:00Z"), wasReached: true }]),
    ).toBe(false);
  });
});
