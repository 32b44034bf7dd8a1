import { figuresIn, type Calculation } from "./calculation.ts";
import { ageIn, sumOf, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";

/** Hours of a month of work in the threshold of article R. 512-2 of the Code de la sécurité sociale. */
const monthlyHours = 169;

/** End of compulsory school: before it a child is dependent whatever he or she earns. */
const schoolAge = 16;

/** Autonomie financière : a child whose wages of the last six months reach 55 % of the Smic is no longer dependent. CSS, art. R. 512-2. */
export const supportsItself = (c: Calculation, child: Member, month: MonthNumber): boolean => {
  if (child.incomes.length === 0) return false;
  const { family, common } = figuresIn(c, month);
  return sumOf(child, "salary", "net", month - 6, month - 1) / 6 >= family.selfSupportShare * monthlyHours * common.smicHourly;
};

/** Enfants à charge au sens des prestations familiales : up to 15 years, then up to 19 while not self-supporting. CSS, art. L. 512-3, R. 512-2. */
export const familyChildren = (c: Calculation, month: MonthNumber): readonly Member[] =>
  c.children.filter((child) => {
    const age = ageIn(child, month);
    return age >= 0 && age < 20 && (age < schoolAge || !supportsItself(c, child, month));
  });

/** Enfants non autonomes : born, no older than `oldest`, not self-supporting. Each right has its own age. */
export const childrenUpTo = (c: Calculation, month: MonthNumber, oldest: number): readonly Member[] =>
  c.children.filter((child) => {
    const age = ageIn(child, month);
    return age >= 0 && age <= oldest && !supportsItself(c, child, month);
  });
