import { describe, expect, test } from "vitest";
import { stepsDue, type ToAsk } from "./question.ts";

const since = new Date("2026-11-20T17:10:00Z");
const at = (days: number): Date => new Date(since.getTime() + days * 86_400_000);
const open: ToAsk = { mode: "handover", status: "accepted", outcome: undefined, since, asked: [], said: [] };
const shown = (known: Partial<ToAsk>, days: number) =>
  stepsDue({ ...open, ...known }, at(days)).map((step) => (step.kind === "ask" ? step.of : step.kind));

describe("the provider at J+7, the person at J+14, the counsellor at J+30, then unknown", () => {
  test.each([
    ["nothing before J+7", {}, 6.9, []],
    ["the provider", {}, 7, ["provider"]],
    ["nobody twice", { asked: ["provider"] }, 10, []],
    ["the person", { asked: ["provider"] }, 14, ["person"]],
    ["the counsellor", { asked: ["provider", "person"] }, 30, ["counsellor"]],
    ["the counsellor has a week", { asked: ["provider", "person", "counsellor"] }, 36, []],
    ["then nobody knows", { asked: ["provider", "person", "counsellor"] }, 37, ["close-unknown"]],
    ["never closed before the counsellor was asked", { asked: ["provider", "person"] }, 60, ["counsellor"]],
    ["who spoke is not asked", { said: ["provider"], status: "closed", outcome: "delivered" }, 8, []],
    ["the person confirms what the provider said", { said: ["provider"], status: "closed", outcome: "delivered" }, 14, ["person"]],
    ["a withdrawal asks nobody", { status: "closed", outcome: "withdrawn" }, 40, []],
    ["one word is enough not to be unknown", { asked: ["provider", "person"], said: ["person"] }, 60, []],
    ["case 40: of a contact given, the person is asked at J+7", { mode: "inform", status: "closed", outcome: "informed" }, 7, ["person"]],
  ] as const)("%s", (_, known, days, expected) => {
    expect(shown(known, days)).toEqual(expected);
  });
});
