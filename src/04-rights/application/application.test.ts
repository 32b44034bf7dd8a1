import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, day, dayOf, instantAt, type Day } from "#engines/calendar";
import { idOf } from "#ground";
import {
  applicationStates,
  gestureKinds,
  isOpenApplication,
  judgeGesture,
  nextStates,
  paymentOf,
  stateAfter,
  undoableStep,
  type ApplicationState,
  type ApplicationStep,
  type Gesture,
  type GestureKind,
} from "./application.ts";

const opened = day("2026-11-20");
const stepOf = (made: ApplicationStep["made"], position: number): ApplicationStep => ({
  id: idOf<"ApplicationStep">(`00000000-0000-7000-8000-00000000000${position}`),
  made,
  at: instantAt(made.on, "10:00"),
  by: undefined,
});
const gesture = (kind: GestureKind, on: Day): Gesture => {
  const told: Readonly<Record<GestureKind, Gesture>> = {
    ask: { kind: "ask", on, note: "", how: "online", toWhom: "CAF de la Creuse" },
    grant: { kind: "grant", on, note: "", amount: { cents: 21_000, period: "month" }, from: day("2026-11-01") },
    refuse: { kind: "refuse", on, note: "", reason: "resources" },
    appeal: { kind: "appeal", on, note: "", toWhom: "Commission de recours amiable" },
    pay: { kind: "pay", on, note: "", amount: { cents: 21_000, period: "month" }, proof: "notice" },
    withdraw: { kind: "withdraw", on, note: "" },
    resume: { kind: "resume", on, note: "" },
  };
  return told[kind];
};
/** The application after these gestures, one a day from its opening. */
const after = (...kinds: readonly GestureKind[]) => {
  const steps = [
    stepOf({ kind: "open", on: opened }, 0),
    ...kinds.map((kind, at) => stepOf(gesture(kind, addDays(opened, at + 1)), at + 1)),
  ];
  const state = stateAfter(steps);
  if (!state) throw new Error("no application");
  return { steps, state };
};

describe("the whole table: from each state, where each gesture leads", () => {
  const law: Readonly<Record<ApplicationState, string>> = {
    "to-do": "ask → asked, withdraw → withdrawn",
    asked: "grant → granted, refuse → refused, withdraw → withdrawn",
    refused: "ask → asked, appeal → appealed",
    appealed: "grant → granted, refuse → refused, withdraw → withdrawn",
    granted: "pay → paid, withdraw → withdrawn",
    paid: "",
    withdrawn: "resume → to-do",
  };
  const way: Readonly<Record<ApplicationState, readonly GestureKind[]>> = {
    "to-do": [],
    asked: ["ask"],
    refused: ["ask", "refuse"],
    appealed: ["ask", "refuse", "appeal"],
    granted: ["ask", "grant"],
    paid: ["ask", "grant", "pay"],
    withdrawn: ["withdraw"],
  };
  test.each(applicationStates)("%s", (state) => {
    const application = after(...way[state]);
    expect(application.state).toBe(state);
    const allowed = gestureKinds.flatMap((kind) => {
      const verdict = judgeGesture(application, { kind, on: day("2027-01-01") }, day("2027-01-01"));
      return verdict.kind === "allowed" ? [`${kind} → ${verdict.to}`] : [];
    });
    expect(allowed.join(", ")).toBe(law[state]);
  });
});

describe("days", () => {
  test("what will happen tomorrow is not noted today", () => {
    expect(judgeGesture(after(), { kind: "ask", on: day("2026-11-21") }, opened)).toEqual({ kind: "future" });
  });
  test("an answer does not come before its question", () => {
    expect(judgeGesture(after("ask"), { kind: "grant", on: day("2026-11-20") }, day("2026-12-20"))).toEqual({
      kind: "before",
      previous: day("2026-11-21"),
    });
  });
  test("she had asked three weeks before she called", () => {
    expect(judgeGesture(after(), { kind: "ask", on: day("2026-10-30") }, opened)).toEqual({ kind: "allowed", to: "asked" });
  });
});

describe("what keeps a situation open", () => {
  test.each([
    ["to-do", true],
    ["asked", true],
    ["appealed", true],
    ["granted", true],
    ["refused", false],
    ["paid", false],
    ["withdrawn", false],
  ] as const)("%s: %s", (state, isOpen) => {
    expect(isOpenApplication({ state })).toBe(isOpen);
  });
});

describe("the last gesture may be taken back until midnight in Paris", () => {
  const asked = after("ask");
  test.each([
    ["the same evening", "2026-11-21T22:30:00Z", true],
    ["after midnight in Paris, still the 21st in Greenwich", "2026-11-21T23:30:00Z", false],
  ])("%s", (_, now, may) => {
    expect(undoableStep(asked, new Date(now)) !== undefined).toBe(may);
  });
  test("taken back, it no longer counts, and the one before leads again", () => {
    const steps = asked.steps.map((step, at) => (at === 1 ? { ...step, undoneAt: step.at } : step));
    expect(stateAfter(steps)).toBe("to-do");
    expect(stateAfter(steps.map((step) => ({ ...step, undoneAt: step.at })))).toBeUndefined();
  });
});

describe("whatever the order in which gestures are tried", () => {
  const anyGestures = fc.array(fc.constantFrom(...gestureKinds), { maxLength: 14 });
  /** Those that are allowed, in the order in which they were tried. */
  const played = (
    kinds: readonly GestureKind[],
  ): { readonly states: readonly ApplicationState[]; readonly steps: readonly ApplicationStep[] } => {
    const steps: ApplicationStep[] = [stepOf({ kind: "open", on: opened }, 0)];
    const states: ApplicationState[] = ["to-do"];
    kinds.forEach((kind, at) => {
      const state = stateAfter(steps) ?? "to-do";
      const made = gesture(kind, addDays(opened, at));
      if (judgeGesture({ state, steps }, made, addDays(opened, at)).kind !== "allowed") return;
      steps.push(stepOf(made, steps.length));
      states.push(stateAfter(steps) ?? "to-do");
    });
    return { states, steps };
  };
  test("money has never come of what was not granted just before", () => {
    fc.assert(
      fc.property(anyGestures, (kinds) => {
        const { states } = played(kinds);
        return states.every((state, at) => state !== "paid" || states[at - 1] === "granted");
      }),
    );
  });
  test("nothing is granted or refused that was not asked before", () => {
    fc.assert(
      fc.property(anyGestures, (kinds) => {
        const { states } = played(kinds);
        return states.every((state, at) => !["granted", "refused"].includes(state) || states.slice(0, at).includes("asked"));
      }),
    );
  });
  test("there is a payment exactly when it is paid", () => {
    fc.assert(
      fc.property(anyGestures, (kinds) => {
        const { steps } = played(kinds);
        const state = stateAfter(steps) ?? "to-do";
        return (paymentOf({ state, steps }) !== undefined) === (state === "paid");
      }),
    );
  });
  test("taking back the last gesture leads where one was before it", () => {
    fc.assert(
      fc.property(anyGestures, (kinds) => {
        const { states, steps } = played(kinds);
        const before = steps.map((step, at) => (at === steps.length - 1 ? { ...step, undoneAt: step.at } : step));
        return stateAfter(before) === states.at(-2);
      }),
    );
  });
});

test("every state but the start is reached by some gesture", () => {
  const reached = new Set(Object.values(nextStates).flatMap((ways) => Object.values(ways)));
  expect(applicationStates.filter((state) => !reached.has(state))).toEqual([]);
  expect(dayOf(instantAt(opened, "10:00"))).toBe(opened);
});
