import { describe, expect, test } from "vitest";
import { afterDeed, hoursToContact, isExhausted, mayReopen, moves, referralDeeds, referralStatuses } from "./referral.ts";

describe("a referral moves only as the table says", () => {
  const pairs = referralDeeds.flatMap((deed) => referralStatuses.map((status) => [status, deed] as const));
  test.each(pairs)("%s, %s", (status, deed) => {
    expect(afterDeed(status, deed)).toBe(moves[deed].from.includes(status) ? moves[deed].to : undefined);
  });

  test("a life without trouble goes from draft to closed, and nothing else leads to delivering", () => {
    const life = (["consent", "offer", "accept", "reach", "start", "close"] as const).reduce<string>(
      (status, deed) => afterDeed(status as "draft", deed) ?? "stuck",
      "draft",
    );
    expect(life).toBe("closed");
    expect(referralDeeds.filter((deed) => moves[deed].to === "delivering")).toEqual(["start"]);
  });

  test.each(["accepted", "contacted", "delivering", "closed"] as const)("what is %s is not offered to someone else", (status) => {
    expect(afterDeed(status, "offer")).toBeUndefined();
  });
  test("a person who was reached is not passed on: the provider says what came of it", () => {
    expect(afterDeed("contacted", "release")).toBeUndefined();
  });
});

describe("a closed referral may be opened again for 30 days", () => {
  const closedAt = new Date("2026-11-25T10:00:00Z");
  test.each([
    ["on the 30th day", "2026-12-25T10:00:00Z", "handover", true],
    ["a minute later", "2026-12-25T10:01:00Z", "handover", false],
    ["never when only a contact was given", "2026-11-26T10:00:00Z", "inform", false],
  ] as const)("%s", (_, now, mode, expected) => {
    expect(mayReopen({ status: "closed", mode, closedAt }, new Date(now))).toBe(expected);
  });
});

test("case 22: offered on Friday at 17:00, called on Saturday at 09:30: 16.5 hours", () => {
  expect(hoursToContact(new Date("2026-11-20T16:00:00Z"), new Date("2026-11-21T08:30:00Z"))).toBe(16.5);
  expect(hoursToContact(new Date("2026-11-20T16:00:00Z"), undefined)).toBeUndefined();
});

test("case 37: three offers and nobody holds it: exhausted, and still open", () => {
  expect([2, 3].map((offers) => isExhausted({ status: "searching" }, offers))).toEqual([false, true]);
  expect(isExhausted({ status: "offered" }, 3)).toBe(false);
});
