import type { RefusalReason } from "#referral";
import { dueAt } from "#engines/calendar";
import type { Chance } from "#engines/chance";
import type { PlannedCommissioner } from "./commissioners.ts";
import { disputeReasons, notDeliveredReasons, refusalTexts } from "./notes.words.ts";

/** Ce qui arrive à une transmission: one step after another. Whom it concerns is decided by the turn, when the demonstration is played. */
export type CourseStep = { readonly at: Date } & (
  | { readonly kind: "refuse"; readonly reason: RefusalReason; readonly text: string | undefined }
  | { readonly kind: "accept" }
  /** Nothing comes before the time is over: the house goes on to the next one. */
  | { readonly kind: "lapse" }
  | { readonly kind: "call"; readonly wasReached: boolean }
  | { readonly kind: "start" }
  | {
      readonly kind: "outcome";
      readonly source: "provider" | "person" | "counsellor";
      readonly delivered: "yes" | "partly" | "no";
      readonly reason: string | undefined;
      readonly satisfaction: number | undefined;
    }
  | { readonly kind: "withdraw" }
  /** Whatever is still open is closed by a human. */
  | { readonly kind: "settle" }
);

export const courses = [
  "delivered",
  "refused-then-next",
  "expired-then-next",
  "broken-then-next",
  "partly",
  "not-delivered",
  "unreachable",
  "withdrawn",
  "exhausted",
  "disputed",
  "unknown",
  "waiting",
  "accepted",
] as const;
export type Course = (typeof courses)[number];

/** How often each happens. The last two are only for today's page: the clock still runs. */
export const courseWeights: readonly (readonly [Course, number])[] = [
  ["delivered", 50],
  ["refused-then-next", 14],
  ["expired-then-next", 8],
  ["broken-then-next", 3],
  ["partly", 6],
  ["not-delivered", 5],
  ["unreachable", 4],
  ["withdrawn", 3],
  ["exhausted", 2],
  ["disputed", 2],
  ["unknown", 3],
];

const hour = 3_600_000;
const day = 24 * hour;
const after = (from: Date, milliseconds: number): Date => new Date(from.getTime() + Math.round(milliseconds / 60_000) * 60_000);

/** The steps of a course that begins when a need is handed over. */
export const planCourse = (
  chance: Chance,
  course: Course,
  handedOverAt: Date,
  promise: PlannedCommissioner["promise"],
): readonly CourseStep[] => {
  const hours = (low: number, high: number): number => (low + chance.next() * (high - low)) * hour;
  const due = (from: Date): Date => after(dueAt(from, promise), 60_000);
  const refuse = (at: Date): CourseStep => {
    const reason = chance.weighted<RefusalReason>([
      ["out-of-zone", 2],
      ["not-ours", 2],
      ["other", 5],
    ]);
    return { kind: "refuse", at, reason, text: reason === "other" ? chance.pick(refusalTexts) : undefined };
  };
  const settle = (days: number): CourseStep => ({ kind: "settle", at: after(handedOverAt, days * day) });

  /** Accepted, called in time, begun, and what came of it. */
  const kept = (from: Date, delivered: "yes" | "partly" | "no"): readonly CourseStep[] => {
    const accepted = after(from, hours(1, 26));
    const called = after(accepted, hours(0.5, 18));
    const begun = after(called, hours(20, 90));
    const told = after(called, hours(7 * 24, 9 * 24));
    const reason = delivered === "yes" ? undefined : chance.pick(notDeliveredReasons);
    return [
      { kind: "accept", at: accepted },
      { kind: "call", at: called, wasReached: true },
      ...(delivered === "no" ? [] : [{ kind: "start", at: begun } as const]),
      { kind: "outcome", at: told, source: "provider", delivered, reason, satisfaction: undefined },
      ...(chance.happens(0.6)
        ? [
            {
              kind: "outcome",
              at: after(told, hours(6 * 24, 8 * 24)),
              source: "person",
              delivered,
              reason,
              satisfaction: satisfaction(delivered),
            } as const,
          ]
        : []),
    ];
  };
  const satisfaction = (delivered: "yes" | "partly" | "no"): number =>
    delivered === "yes" ? chance.between(3, 4) : delivered === "partly" ? chance.between(2, 3) : chance.between(1, 2);

  const stories: Readonly<Record<Course, () => readonly CourseStep[]>> = {
    delivered: () => [...kept(handedOverAt, "yes"), settle(24)],
    partly: () => [...kept(handedOverAt, "partly"), settle(24)],
    "not-delivered": () => [...kept(handedOverAt, "no"), settle(24)],
    "refused-then-next": () => {
      const refused = after(handedOverAt, hours(2, 30));
      return [refuse(refused), ...kept(refused, "yes"), settle(26)];
    },
    "expired-then-next": () => {
      const over = due(handedOverAt);
      return [{ kind: "lapse", at: over }, ...kept(over, "yes"), settle(28)];
    },
    "broken-then-next": () => {
      const over = due(handedOverAt);
      return [{ kind: "accept", at: after(handedOverAt, hours(2, 20)) }, { kind: "lapse", at: over }, ...kept(over, "yes"), settle(28)];
    },
    unreachable: () => {
      const accepted = after(handedOverAt, hours(2, 12));
      const first = after(accepted, hours(2, 20));
      const calls = [first, after(first, hours(5, 7)), after(first, hours(26, 30))];
      return [
        { kind: "accept", at: accepted },
        ...calls.map((at) => ({ kind: "call", at, wasReached: false }) as const),
        { kind: "settle", at: after(first, hours(50, 90)) },
      ];
    },
    withdrawn: () => [
      { kind: "accept", at: after(handedOverAt, hours(2, 9)) },
      { kind: "withdraw", at: after(handedOverAt, hours(10, 20)) },
    ],
    exhausted: () => {
      const first = after(handedOverAt, hours(3, 20));
      const second = after(first, hours(3, 30));
      return [refuse(first), refuse(second), refuse(after(second, hours(4, 40))), settle(8)];
    },
    disputed: () => {
      const told = after(handedOverAt, hours(8 * 24, 9 * 24));
      return [
        ...kept(handedOverAt, "yes").filter((step) => step.kind !== "outcome"),
        { kind: "outcome", at: told, source: "provider", delivered: "yes", reason: undefined, satisfaction: undefined },
        {
          kind: "outcome",
          at: after(told, hours(10, 40)),
          source: "person",
          delivered: "no",
          reason: chance.pick(disputeReasons),
          satisfaction: 1,
        },
        settle(22),
      ];
    },
    unknown: () => [...kept(handedOverAt, "yes").filter((step) => step.kind !== "outcome"), settle(46)],
    waiting: () => [],
    accepted: () => [{ kind: "accept", at: after(handedOverAt, hours(2, 9)) }],
  };
  return stories[course]();
};
