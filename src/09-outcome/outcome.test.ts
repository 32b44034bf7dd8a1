import { describe, expect, test } from "vitest";
import { closureRate, verdictOf, wordsThatCount, type Delivered, type OutcomeSource } from "./outcome.ts";

const word = (source: OutcomeSource, delivered: Delivered, day: number) => ({
  source,
  delivered,
  saidAt: new Date(Date.UTC(2026, 10, day)),
});

describe("what is held to be true of a referral", () => {
  test.each([
    ["nobody has spoken", [], undefined],
    ["the provider alone is believed", [word("provider", "yes", 1)], "delivered"],
    ["both agree", [word("provider", "yes", 1), word("person", "yes", 2)], "delivered"],
    ["case 42: one says yes, the other no", [word("provider", "yes", 1), word("person", "no", 2)], "disputed"],
    ["the other way round too", [word("provider", "no", 1), word("person", "yes", 2)], "disputed"],
    ["yes and partly do not contradict: the person's word is kept", [word("provider", "yes", 1), word("person", "partly", 2)], "partly"],
    ["the last word of each counts", [word("provider", "yes", 1), word("person", "no", 2), word("person", "yes", 3)], "delivered"],
    ["said at the same instant, the last written counts", [word("person", "no", 2), word("person", "yes", 2)], "delivered"],
    [
      "settled after both, the counsellor decides",
      [word("provider", "yes", 1), word("person", "no", 2), word("counsellor", "no", 3)],
      "not-delivered",
    ],
    [
      "a counsellor who spoke before does not settle",
      [word("counsellor", "yes", 1), word("provider", "yes", 2), word("person", "no", 3)],
      "disputed",
    ],
    ["a register knows", [word("provider", "yes", 1), word("person", "no", 2), word("register", "yes", 3)], "delivered"],
  ] as const)("%s", (_, words, expected) => {
    expect(verdictOf(words)).toBe(expected);
  });

  test("words of before a referral was opened again no longer count", () => {
    const words = [word("provider", "no", 1), word("person", "yes", 20)];
    const referral = { createdAt: new Date(Date.UTC(2026, 10, 1)), reopenedAt: new Date(Date.UTC(2026, 10, 10)) };
    expect(verdictOf(wordsThatCount(words, referral))).toBe("delivered");
  });
});

describe("case 41: silence is a loss", () => {
  test("the closure rate is what is known among what is closed", () => {
    expect(closureRate(["delivered", "not-delivered", "withdrawn", "unknown"])).toBe(0.75);
  });
  test("a contact given and a duplicate were never promises", () => {
    expect(closureRate(["delivered", "informed", "duplicate"])).toBe(1);
    expect(closureRate(["informed"])).toBeUndefined();
  });
});
