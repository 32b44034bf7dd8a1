import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { day, daysBetween, type Day } from "#engines/calendar";
import { forgottenFrom, stillHolds, triedAgainAt, validUntil, type UnknownReason } from "./register.ts";

const anyDay = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));

describe("how long an answer holds", () => {
  test.each<["yes" | "no" | "unknown", string, string | undefined]>([
    ["yes", "2026-10-12", "2026-12-31"],
    ["yes", "2026-11-20", "2027-01-31"],
    ["yes", "2026-12-31", "2027-02-28"],
    ["no", "2026-11-20", "2026-11-30"],
    ["unknown", "2026-11-20", undefined],
  ])("%s on %s: until %s", (answer, on, until) => {
    expect(validUntil(answer, day(on))).toBe(until);
  });
  test("a yes holds for two months at least and three at most, a no for one month at most", () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        const lasts = (answer: "yes" | "no"): number => daysBetween(on, validUntil(answer, on) as Day);
        expect(lasts("yes")).toBeGreaterThanOrEqual(58);
        expect(lasts("yes")).toBeLessThanOrEqual(91);
        expect(lasts("no")).toBeLessThanOrEqual(30);
        expect(lasts("no")).toBeGreaterThanOrEqual(0);
      }),
    );
  });
  test("it is erased one month after it stopped holding", () => {
    expect(forgottenFrom(day("2026-12-31"))).toBe("2027-02-01");
  });
});

describe("a kept answer may be used", () => {
  const kept = {
    question: { register: "rsa" },
    answer: "yes",
    answeredOn: day("2026-10-12"),
    validUntil: day("2026-12-31"),
    mayBeUsed: true,
  } as const;
  test.each([
    ["on its last day", kept, "2026-12-31", true],
    ["not on the day after", kept, "2027-01-01", false],
    ["not before it was given", kept, "2026-10-11", false],
    ["not once the consent is withdrawn", { ...kept, mayBeUsed: false }, "2026-11-20", false],
    ["never when it is unknown", { ...kept, validUntil: undefined }, "2026-11-20", false],
  ])("%s", (_, answer, on, expected) => {
    expect(stillHolds(answer, day(on))).toBe(expected);
  });
});

describe("the house asks again by itself", () => {
  const now = new Date("2026-11-20T16:00:00Z");
  const again = (because: UnknownReason, attempt = 1, retryAfterSeconds?: number) =>
    triedAgainAt({ because, retryAfterSeconds }, attempt, now, day("2026-11-21"))?.toISOString();
  test.each<[UnknownReason, string | undefined]>([
    ["slow", "2026-11-21T07:00:00.000Z"],
    ["down", "2026-11-21T07:00:00.000Z"],
    ["broken", "2026-11-21T07:00:00.000Z"],
    ["refused", "2026-11-21T07:00:00.000Z"],
    ["person-unknown", undefined],
    ["identity-unclear", undefined],
    ["withdrawn", undefined],
  ])("%s: %s", (because, at) => {
    expect(again(because)).toBe(at);
  });
  test("when the register says how long to wait, neither sooner than a minute nor later than a day", () => {
    expect(again("busy", 1, 90)).toBe("2026-11-20T16:01:30.000Z");
    expect(again("busy", 1, 1)).toBe("2026-11-20T16:01:00.000Z");
    expect(again("busy", 1, 10 ** 9)).toBe("2026-11-21T16:00:00.000Z");
    expect(again("busy")).toBe("2026-11-21T07:00:00.000Z");
  });
  test("four times at most, the first included", () => {
    expect([again("down", 3), again("down", 4)]).toEqual(["2026-11-21T07:00:00.000Z", undefined]);
  });
});
