import { describe, expect, test } from "vitest";
import { day, instantAt, type Day } from "#engines/calendar";
import { rightIds, type RightId } from "#engines/rules";
import { idOf } from "#ground";
import { stateAfter, type Application, type ApplicationStep, type Gesture } from "./application.ts";
import { askBy, deadlineOf } from "./deadline.ts";
import { papersFor } from "./paper.ts";
import { planFor, type RightFound } from "./plan.ts";

const step = (made: ApplicationStep["made"], at: number): ApplicationStep => ({
  id: idOf<"ApplicationStep">(`00000000-0000-7000-8000-00000000000${at}`),
  made,
  at: instantAt(made.on, "10:00"),
  by: undefined,
});
const application = (right: RightId, opened: Day, ...made: readonly Gesture[]): Application => {
  const steps = [step({ kind: "open", on: opened }, 0), ...made.map((each, at) => step(each, at + 1))];
  return {
    id: idOf<"Application">("00000000-0000-7000-8000-000000000100"),
    situationId: idOf<"Situation">("00000000-0000-7000-8000-000000000200"),
    asked: { kind: "computed", right },
    state: stateAfter(steps) ?? "to-do",
    steps,
  };
};
const ask = (on: string): Gesture => ({ kind: "ask", on: day(on), note: "", how: "online", toWhom: "" });
const refuse = (on: string): Gesture => ({ kind: "refuse", on: day(on), note: "", reason: "resources" });
const grant = (on: string): Gesture => ({ kind: "grant", on: day(on), note: "" });
const pay = (on: string): Gesture => ({ kind: "pay", on: day(on), note: "", proof: "said" });
const appeal = (on: string): Gesture => ({ kind: "appeal", on: day(on), note: "", toWhom: "" });

describe("what an application waits for", () => {
  test.each([
    ["RSA to do on the 20th: before the end of the month, or November is lost", application("rsa", day("2026-11-20")), "ask 2026-11-30"],
    ["family allowances to do: paid for the past, a fortnight is enough", application("af", day("2026-11-20")), "ask 2026-12-05"],
    ["asked of the CAF: two months", application("rsa", day("2026-11-20"), ask("2026-12-03")), "answer 2027-02-03"],
    ["asked of the MDPH: four months", application("aah", day("2026-11-20"), ask("2026-11-20")), "answer 2027-03-20"],
    [
      "asked on the last day of the year: February ends on the 28th",
      application("rsa", day("2026-11-20"), ask("2026-12-31")),
      "answer 2027-02-28",
    ],
    ["refused: two months to contest", application("rsa", day("2026-11-20"), ask("2026-12-03"), refuse("2027-01-15")), "appeal 2027-03-15"],
    [
      "contested: two months again",
      application("rsa", day("2026-11-20"), ask("2026-12-03"), refuse("2027-01-15"), appeal("2027-01-20")),
      "appeal-answer 2027-03-20",
    ],
    [
      "granted: has the money come, at 45 days",
      application("rsa", day("2026-11-20"), ask("2026-12-03"), grant("2026-12-10")),
      "money 2027-01-24",
    ],
    ["paid: nothing more", application("rsa", day("2026-11-20"), ask("2026-12-03"), grant("2026-12-10"), pay("2027-01-05")), undefined],
  ])("%s", (_, of, expected) => {
    const deadline = deadlineOf(of);
    expect(deadline && `${deadline.kind} ${deadline.on}`).toBe(expected);
  });
  test("an appeal is to be acted on a fortnight before its last day, and never before the refusal", () => {
    expect(deadlineOf(application("rsa", day("2026-11-20"), ask("2026-12-03"), refuse("2027-01-15")))?.actOn).toBe("2027-03-01");
  });
});

describe("the plan: what is lost first comes first", () => {
  const found = (right: RightId, euros: number, more: Partial<RightFound> = {}): RightFound => ({
    right,
    isSure: true,
    lowCents: euros * 100,
    highCents: euros * 100,
    likelyCents: euros * 100,
    period: "month",
    ...more,
  });
  const order = (...rights: readonly RightFound[]) => planFor(rights, day("2026-11-20")).map(({ right, by }) => `${right} ${by}`);
  test("case: a lone mother near Guéret", () => {
    expect(order(found("asf", 199), found("css", 0), found("aide_logement", 262), found("prime_activite", 310))).toEqual([
      "prime_activite 2026-11-30",
      "aide_logement 2026-11-30",
      "css 2026-11-27",
      "asf 2026-12-05",
    ]);
  });
  test("what is sure comes before what is not, and a year is not a month", () => {
    expect(order(found("rsa", 600, { isSure: false }), found("aide_logement", 100), found("ars", 420, { period: "year" }))).toEqual([
      "aide_logement 2026-11-30",
      "rsa 2026-11-30",
      "ars 2026-12-05",
    ]);
  });
  test("a right that begins with the month of its request is asked for before the month ends, also on its last day", () => {
    expect(askBy({ kind: "computed", right: "rsa" }, day("2026-11-30"))).toBe("2026-11-30");
    expect(askBy({ kind: "computed", right: "rsa" }, day("2026-12-01"))).toBe("2026-12-31");
  });
});

test.each(rightIds)("%s: something to bring, and who she is among it, each once", (right) => {
  const papers = papersFor({ kind: "computed", right });
  expect(papers).toContain("identity");
  expect(new Set(papers).size).toBe(papers.length);
});
