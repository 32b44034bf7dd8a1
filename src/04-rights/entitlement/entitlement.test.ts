import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayOfMonth, daysBetween, type Day } from "#engines/calendar";
import {
  entitlementStates,
  firstPeriod,
  gesturesIn,
  mayDo,
  renewalOpensOn,
  renewedEnd,
  stateOn,
  type EntitlementFacts,
} from "./entitlement.ts";

const anyDay = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2040-12-31"), noInvalidDate: true })
  .map((date) => day(date.toISOString().slice(0, 10)));
const anyMonths = fc.integer({ min: 1, max: 24 });

const card: EntitlementFacts = {
  isChecked: true,
  period: { from: day("2026-11-30"), to: day("2027-02-28"), anchor: 30 },
  isStopped: false,
  isRenewalWaiting: false,
};

describe("case 60: a card of three months", () => {
  test("from 30 November, it ends on 28 February, and its renewal opens on 29 January", () => {
    const { to, anchor } = firstPeriod(day("2026-11-30"), 3);
    expect([to, anchor, renewalOpensOn(to)]).toEqual(["2027-02-28", 30, "2027-01-29"]);
  });
  test("renewed, it ends on 30 May: the day of the month where it began, not the one where February cut it", () => {
    expect(renewedEnd({ to: day("2027-02-28"), anchor: 30 }, 3)).toBe("2027-05-30");
  });
});

describe("where it stands is read from what was done and from the day", () => {
  test.each<[string, Partial<EntitlementFacts>, string, string]>([
    ["asked for", { period: undefined, isChecked: false }, "2026-11-30", "requested"],
    ["its condition holds", { period: undefined }, "2026-11-30", "checked"],
    ["on its first day", {}, "2026-11-30", "active"],
    ["the day before its renewal opens", {}, "2027-01-28", "active"],
    ["thirty days before its end", {}, "2027-01-29", "renewal-due"],
    ["on its last day", {}, "2027-02-28", "renewal-due"],
    ["the day after", {}, "2027-03-01", "lapsed"],
    ["a renewal waits for a register", { isRenewalWaiting: true }, "2027-02-10", "waiting"],
    ["and still waits after the end: nothing is cut", { isRenewalWaiting: true }, "2027-04-10", "waiting"],
    ["stopped by a human", { isStopped: true }, "2026-12-10", "stopped"],
    ["stopped before it was issued", { isStopped: true, period: undefined }, "2026-12-10", "stopped"],
  ])("%s", (_, facts, on, state) => {
    expect(stateOn({ ...card, ...facts }, day(on))).toBe(state);
  });
});

describe("laws", () => {
  test("renewed n times, it ends where one period n times as long would", () => {
    fc.assert(
      fc.property(anyDay, anyMonths, fc.integer({ min: 1, max: 8 }), (from, months, times) => {
        let period = firstPeriod(from, months);
        for (let done = 1; done < times; done += 1) period = { ...period, to: renewedEnd(period, months) };
        expect(period.to).toBe(firstPeriod(from, months * times).to);
      }),
    );
  });
  test("every end falls on the day where it began, or on the last of a month too short for it", () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (from, months) => {
        const { to, anchor } = firstPeriod(from, months);
        const isLastOfMonth = dayOfMonth(addDays(to, 1)) === 1;
        expect(dayOfMonth(to) === anchor || (isLastOfMonth && dayOfMonth(to) < anchor)).toBe(true);
      }),
    );
  });
  test("its renewal is open for thirty-one days, its last included, and no day passes from active to lapsed without it", () => {
    fc.assert(
      fc.property(anyDay, anyMonths, (from, months) => {
        const period = firstPeriod(from, months);
        const on = (offset: number): string => stateOn({ ...card, period }, addDays(period.to, offset));
        const open = Array.from({ length: 31 }, (_, at) => on(at - 30));
        expect(new Set(open)).toEqual(new Set(["renewal-due"]));
        expect([on(-31), on(1)]).toEqual(["active", "lapsed"]);
        expect(daysBetween(renewalOpensOn(period.to), period.to)).toBe(30);
      }),
    );
  });
  test("while a renewal waits, no day ends it", () => {
    fc.assert(
      fc.property(anyDay, anyDay, (from, on: Day) => {
        expect(stateOn({ ...card, period: firstPeriod(from, 3), isRenewalWaiting: true }, on)).toBe("waiting");
      }),
    );
  });
});

describe("what may be done", () => {
  test("whatever lives may be stopped, by a human with a reason", () => {
    expect(entitlementStates.filter((state) => mayDo(state, "stop"))).toEqual(["requested", "checked", "active", "renewal-due", "waiting"]);
  });
  test("nothing is renewed before its time, nor after its end", () => {
    expect(entitlementStates.filter((state) => mayDo(state, "renew"))).toEqual(["renewal-due", "waiting"]);
  });
  test("only what is in force is printed or replaced", () => {
    for (const gesture of ["print", "replace"] as const)
      expect(entitlementStates.filter((state) => mayDo(state, gesture))).toEqual(["active", "renewal-due", "waiting"]);
  });
  test("a lapsed one is asked for again, and has no gesture of its own", () => {
    expect(gesturesIn("lapsed")).toEqual([]);
  });
});
