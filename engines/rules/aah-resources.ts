import { aahWords as words } from "./aah.words.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import { netOf, sumOf, type Member } from "./member.ts";
import { notesSavings, savingsYieldOver } from "./savings.ts";
import type { Trace } from "./trace.ts";

/** Hours of a month of work at full time. */
const monthlyHours = 151.67;

/**
 * Base de l'AAH : monthly resources counted for one person, in cents. CSS, art. R. 821-4 and following, D. 821-9.
 * A person who has a wage in the month is counted on the last three months; others on the year two years before.
 */
export const aahResources = (c: Calculation, member: Member, trace: Trace): number => {
  const { earned, others } = earnsWages(member, c) ? ofTheQuarter(c, member, trace) : ofTheYear(member, trace);
  const kept = afterDiscount(c, member, earned);
  trace.notesSum(words.earnedKept, kept, "an", "common.smicHourly");
  return Math.max(0, kept + others) / 12;
};

interface YearlyResources {
  readonly earned: number;
  readonly others: number;
}

const earnsWages = (member: Member, c: Calculation): boolean => sumOf(member, "salary", "taxable", c.month, c.month) > 0;

const ofTheQuarter = (c: Calculation, member: Member, trace: Trace): YearlyResources => {
  const from = c.month - 3;
  const to = c.month - 1;
  const earned =
    4 *
    (sumOf(member, "salary", "net", from, to) +
      sumOf(member, "unemployment", "net", from, to) +
      sumOf(member, "micro-business", "net", from, to));
  const pensions =
    sumOf(member, "alimony", "net", from, to) +
    sumOf(member, "disability-pension", "net", from, to) +
    sumOf(member, "retirement", "net", from, to);
  const asi = 3 * centsOf(c.household.received.asiCents, member.person.id);
  const others = 4 * (asi + pensions + savingsYieldOver(c, member, from, to));
  notesSavings(c, [member], trace);
  trace.notesSum(words.earnedThisQuarter, earned, "an");
  trace.notesSum(words.othersThisQuarter, others, "an");
  return { earned, others };
};

const ofTheYear = ({ person }: Member, trace: Trace): YearlyResources => {
  const { salaryCents, unemploymentCents, retirementCents, disabilityPensionCents, alimonyCents } = person.yearlyIncomes;
  const earned = salaryCents + unemploymentCents;
  const others = retirementCents + disabilityPensionCents + alimonyCents;
  trace.notesSum(words.earned, earned, "an");
  trace.notesSum(words.others, others, "an");
  return { earned, others };
};

/** A fifth of low earnings and three fifths of the rest are kept; less again when work has stopped. */
const afterDiscount = (c: Calculation, member: Member, earned: number): number => {
  const { disability, common } = c.figures;
  const low = Math.min(earned, disability.aahLowWageShare * 12 * common.smicHourly * monthlyHours);
  const kept = (1 - disability.aahLowWageDiscount) * low + (1 - disability.aahHighWageDiscount) * (earned - low);
  return hasStoppedWorking(c, member) ? kept * (1 - disability.aahStoppedDiscount) : kept;
};

const hasStoppedWorking = (c: Calculation, member: Member): boolean => {
  const lastMonth = c.month - 1;
  const lives = (["unemployment", "retirement", "disability-pension"] as const).some((kind) => netOf(member, kind, lastMonth) > 0);
  return lives || (!earnsWages(member, c) && member.person.activity !== "student");
};
