import type { Duties } from "#ground/server";
import { askOutcomes } from "./ask-outcomes.action.ts";
import { paymentSubscribers } from "./follow-payment.action.ts";

export { recordOutcome, type OutcomeRecorded, type OutcomeSaid } from "./record-outcome.action.ts";
export { askOutcomes, outcomeUrl } from "./ask-outcomes.action.ts";
export { closedBetween, outcomesOf } from "./outcome.store.ts";
export { gainsOf, recordGain, withdrawGain, type NewGain } from "./gain.store.ts";
export { outcomeObjections } from "./closing-objections.store.ts";

export { followPayment } from "./follow-payment.action.ts";

export const outcomeDuties: Duties = {
  jobs: [],
  subscribers: paymentSubscribers,
  rounds: [{ name: "outcome.ask", everyMinutes: 15, run: askOutcomes }],
};
export { openAnswerPages } from "./answer-page.http.ts";
export { openProviderOutcome } from "./provider-outcome.http.ts";
export { openOutcomes } from "./outcome.http.ts";
export { outcomeTimeline } from "./timeline.store.ts";
