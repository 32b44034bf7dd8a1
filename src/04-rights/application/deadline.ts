import { addDays, addMonths, compareDays, day, type Day } from "#engines/calendar";
import { lastOf, standing, type Application, type RightAsked } from "./application.ts";
import { appealMonths, moneyDays, ruleOf, type RightStart } from "./right-rule.ts";

/** Échéance : what comes next of an application, and until when. */
export interface Deadline {
  readonly kind: "ask" | "answer" | "appeal" | "appeal-answer" | "money";
  readonly on: Day;
  /** When whoever follows it should act: before the last day, when the last day is lost if nobody does. */
  readonly actOn: Day;
}

const endOfMonth = (of: Day): Day => addDays(addMonths(day(`${of.slice(0, 7)}-01`), 1), -1);

const daysToAsk: Readonly<Record<Exclude<RightStart, "request-month" | "month-after">, number>> = {
  "after-decision": 7,
  now: 7,
  "two-years": 15,
  "as-written": 15,
  "by-itself": 30,
};

/** À demander avant : the end of the month when a month not asked for is a month lost; otherwise a delay of ours, to be done with it. */
export const askBy = (asked: RightAsked, today: Day): Day => {
  const { start } = ruleOf(asked);
  return start === "request-month" || start === "month-after" ? endOfMonth(today) : addDays(today, daysToAsk[start]);
};

/** Whether waiting beyond this month loses money. */
export const losesAMonth = (asked: RightAsked): boolean => ["request-month", "month-after"].includes(ruleOf(asked).start);

const daysBeforeAppealEnds = 14;

/** What the application waits for now; undefined when nothing more is awaited. */
export const deadlineOf = (application: Application): Deadline | undefined => {
  const rule = ruleOf(application.asked);
  switch (application.state) {
    case "to-do": {
      const since = standing(application.steps).at(-1)?.made.on;
      return since && exactly("ask", askBy(application.asked, since));
    }
    case "asked":
      return after("answer", lastOf(application, "ask")?.on, (on) => addMonths(on, rule.silenceMonths));
    case "refused": {
      const refusedOn = lastOf(application, "refuse")?.on;
      if (refusedOn === undefined) return undefined;
      const on = addMonths(refusedOn, appealMonths);
      const actOn = addDays(on, -daysBeforeAppealEnds);
      return { kind: "appeal", on, actOn: compareDays(actOn, refusedOn) < 0 ? refusedOn : actOn };
    }
    case "appealed":
      return after("appeal-answer", lastOf(application, "appeal")?.on, (on) => addMonths(on, 2));
    case "granted":
      return after("money", lastOf(application, "grant")?.on, (on) => addDays(on, moneyDays));
    default:
      return undefined;
  }
};

const exactly = (kind: Deadline["kind"], on: Day): Deadline => ({ kind, on, actOn: on });
const after = (kind: Deadline["kind"], from: Day | undefined, delay: (from: Day) => Day): Deadline | undefined =>
  from && exactly(kind, delay(from));
