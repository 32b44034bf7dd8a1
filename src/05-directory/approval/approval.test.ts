import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, type Day } from "#engines/calendar";
import { idOf } from "#ground";
import { isHeld, keepsOut, linesOf, stateOf, type Approval, type ApprovalLine } from "./approval.ts";

const agrement: Approval = {
  id: idOf<"Approval">("a1"),
  structureId: "s1",
  lineId: "a1",
  seq: 1,
  kind: "agrement",
  title: "Services à la personne",
  body: "Préfecture de l’Isère",
  number: "SAP 38 001",
  from: day("2021-12-01"),
  until: day("2026-11-30"),
  isRequired: true,
  proof: { url: undefined, file: undefined },
  recordedAt: new Date("2021-12-01T09:00:00Z"),
  withdrawn: undefined,
};
const renewal = (change: Partial<Approval>): Approval => ({
  ...agrement,
  id: idOf<"Approval">("a2"),
  seq: 2,
  from: day("2026-12-01"),
  until: day("2031-11-30"),
  recordedAt: new Date("2026-11-02T09:00:00Z"),
  ...change,
});

describe("where an approval stands, on a day", () => {
  test.each([
    ["the day before it begins", [agrement], "2021-11-30", { kind: "not-begun", from: "2021-12-01" }],
    ["on its first day", [agrement], "2021-12-01", { kind: "valid", until: "2026-11-30" }],
    ["31 days before its last day", [agrement], "2026-10-30", { kind: "valid", until: "2026-11-30" }],
    ["30 days before", [agrement], "2026-10-31", { kind: "ending", until: "2026-11-30", daysLeft: 30 }],
    ["on its last day, included", [agrement], "2026-11-30", { kind: "ending", until: "2026-11-30", daysLeft: 0 }],
    ["the day after", [agrement], "2026-12-01", { kind: "expired", until: "2026-11-30" }],
    ["renewed in time: no gap, no alarm", [agrement, renewal({})], "2026-11-30", { kind: "valid", until: "2031-11-30" }],
    [
      "renewed, but a day is missing",
      [agrement, renewal({ from: day("2026-12-02") })],
      "2026-11-29",
      { kind: "ending", until: "2026-11-30", daysLeft: 1 },
    ],
    ["on that missing day", [agrement, renewal({ from: day("2026-12-02") })], "2026-12-01", { kind: "not-begun", from: "2026-12-02" }],
    [
      "renewed with some months in common",
      [agrement, renewal({ from: day("2026-06-01") })],
      "2026-11-30",
      { kind: "valid", until: "2031-11-30" },
    ],
    ["without end", [{ ...agrement, until: undefined }], "2050-01-01", { kind: "valid", until: undefined }],
    [
      "withdrawn that day",
      [{ ...agrement, withdrawn: { on: day("2026-03-10"), because: "fermeture" } }],
      "2026-03-10",
      { kind: "withdrawn", on: "2026-03-10" },
    ],
    [
      "to be withdrawn tomorrow",
      [{ ...agrement, withdrawn: { on: day("2026-03-10"), because: undefined } }],
      "2026-03-09",
      { kind: "ending", until: "2026-03-09", daysLeft: 0 },
    ],
    [
      "withdrawn after its end: it had expired",
      [{ ...agrement, withdrawn: { on: day("2026-12-20"), because: undefined } }],
      "2026-12-21",
      { kind: "expired", until: "2026-11-30" },
    ],
    [
      "given again after a withdrawal",
      [{ ...agrement, withdrawn: { on: day("2026-03-10"), because: undefined } }, renewal({ from: day("2026-04-01") })],
      "2026-04-01",
      { kind: "valid", until: "2031-11-30" },
    ],
  ] as const)("%s", (_, line, today, state) => {
    expect(stateOf(line as unknown as ApprovalLine, day(today))).toEqual(state);
  });
});

describe("who is kept out of the offers", () => {
  test.each([
    ["an approval held", [agrement], "2026-11-30", false],
    ["one that ended yesterday", [agrement], "2026-12-01", true],
    ["a label that is not required", [{ ...agrement, kind: "label", isRequired: false }], "2026-12-01", false],
    [
      "required before, no longer at its renewal",
      [agrement, renewal({ isRequired: false, until: day("2026-12-05") })],
      "2026-12-06",
      false,
    ],
    ["a first approval that has not begun", [agrement], "2021-11-30", true],
  ] as const)("%s", (_, line, today, expected) => {
    expect(keepsOut(line as unknown as ApprovalLine, day(today))).toBe(expected);
  });
});

test("approvals recorded in any order make the same lines", () => {
  const all = [agrement, renewal({}), { ...agrement, id: idOf<"Approval">("b1"), lineId: "b1", kind: "label" as const }];
  fc.assert(
    fc.property(fc.shuffledSubarray(all, { minLength: 3 }), (shuffled) => {
      expect(
        linesOf(shuffled)
          .map((line) => line.map(({ id }) => id))
          .toSorted(),
      ).toEqual([["a1", "a2"], ["b1"]]);
    }),
  );
});

const anyDay = fc.integer({ min: 0, max: 900 }).map((days): Day => addDays(day("2026-01-01"), days));
const anyApproval = fc
  .record({ from: anyDay, length: fc.integer({ min: 0, max: 200 }), left: fc.option(anyDay) })
  .map(({ from, length, left }): Approval => ({
    ...agrement,
    from,
    until: addDays(from, length),
    withdrawn: left === null ? undefined : { on: left, because: undefined },
  }));

test("a state is a word for what is held: ending and valid on the days held, and only then; the last day told is the last one held", () => {
  fc.assert(
    fc.property(fc.array(anyApproval, { minLength: 1, maxLength: 4 }), anyDay, (approvals, today) => {
      const line = approvals as unknown as ApprovalLine;
      const state = stateOf(line, today);
      const held = (on: Day): boolean => line.some((approval) => isHeld(approval, on));
      expect(state.kind === "valid" || state.kind === "ending").toBe(held(today));
      if ((state.kind === "valid" || state.kind === "ending") && state.until !== undefined) {
        expect(held(state.until)).toBe(true);
        expect(held(addDays(state.until, 1))).toBe(false);
      }
    }),
  );
});
