import { arsWords as words } from "./ars.words.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { familyChildren, supportsItself } from "./dependants.ts";
import { familyResources } from "./family-resources.ts";
import { ageInMonths, type Member } from "./member.ts";
import { december, january, october, yearOf, type MonthNumber } from "./month-number.ts";
import type { Trace } from "./trace.ts";

/** Ages at the first of December. A child who turned eighteen since September or October still counts. */
const sixYears = 6 * 12;
const elevenYears = 11 * 12;
const fifteenYears = 15 * 12;
const eighteenYearsTwoMonths = 18 * 12 + 2;

/**
 * Allocation de rentrée scolaire : once a year for each child from 6 to 18, under a ceiling of resources. In cents of the year.
 * Code de la sécurité sociale, art. L. 543-1, R. 543-1 to R. 543-7, D. 543-1. It is that of the calendar year of the month, whatever
 * the month, with the figures of October.
 */
export const ars = (c: Calculation, trace: Trace): number => {
  const year = yearOf(c.month);
  const atDecember = december(year);
  const pupils = c.children.filter((child) => isPupil(child, atDecember) && !supportsItself(c, child, atDecember));
  trace.turnsTo(october(year));
  trace.notes(words.children, pupils.length, "enfant");
  if (pupils.length === 0) return 0;

  const { family, common } = figuresIn(c, october(year));
  const between = (from: number, to: number): number =>
    pupils.filter((child) => ageInMonths(child, atDecember) >= from && ageInMonths(child, atDecember) < to).length * common.bmaf;
  const primary = between(sixYears, elevenYears) * family.arsPrimary;
  const college = between(elevenYears, fifteenYears) * family.arsCollege;
  const lycee = between(fifteenYears, Number.POSITIVE_INFINITY) * family.arsLycee;

  const resources = familyResources(c, january(year), familyChildren(c, january(year)));
  const ceiling = family.arsCeiling * (1 + family.arsCeilingPerChild * familyChildren(c, october(year)).length);
  trace.notesSum(words.resources, resources, "an");
  trace.notesSum(words.ceiling, ceiling, "an", "family.arsCeiling");
  trace.adds(words.primary, primary, "common.bmaf");
  trace.adds(words.college, college, "common.bmaf");
  trace.adds(words.lycee, lycee, "common.bmaf");

  const whole = primary + college + lycee;
  const above = Math.min(whole, Math.max(0, resources - ceiling));
  trace.adds(words.above, -above);
  const amount = whole - above;
  if (amount >= family.arsThreshold) return amount;
  trace.adds(words.tooLow, -amount, "family.arsThreshold");
  return 0;
};

const isPupil = (child: Member, atDecember: MonthNumber): boolean => {
  const age = ageInMonths(child, atDecember);
  return age >= sixYears && age <= eighteenYearsTwoMonths;
};
