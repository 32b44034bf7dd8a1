import { figuresIn, type Calculation } from "./calculation.ts";
import type { Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { savingsWords } from "./savings.words.ts";
import type { Trace } from "./trace.ts";

/**
 * Revenus du patrimoine : what savings are held to yield in one month, at the rate of that month for the livret A and at a flat
 * rate for the rest. CASF, art. R. 132-1, R. 262-6. In cents.
 */
export const savingsYield = (c: Calculation, { person }: Member, month: MonthNumber): number => {
  if (person.livretACents === 0 && person.otherSavingsCents === 0) return 0;
  const { livretARate, otherSavingsRate } = figuresIn(c, month).common;
  return (person.livretACents * livretARate + person.otherSavingsCents * otherSavingsRate) / 12;
};

/** The same, over whole months, both included. */
export const savingsYieldOver = (c: Calculation, member: Member, from: MonthNumber, to: MonthNumber): number => {
  if (member.person.livretACents === 0 && member.person.otherSavingsCents === 0) return 0;
  let total = 0;
  for (let month = from; month <= to; month += 1) total += savingsYield(c, member, month);
  return total;
};

/** Says in the trace what the savings of these persons are held to yield in the quarter before the month, when they yield anything. */
export const notesSavings = (c: Calculation, members: readonly Member[], trace: Trace): void => {
  const interest = members.reduce((total, member) => total + savingsYieldOver(c, member, c.month - 3, c.month - 1), 0);
  if (interest > 0) trace.notesSum(savingsWords.interest, interest, "trimestre", "common.livretARate");
};
