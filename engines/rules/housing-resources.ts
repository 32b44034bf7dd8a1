import type { PersonalRight } from "./aah.ts";
import { aideLogementWords as words } from "./aide-logement.words.ts";
import { centsOf } from "./by-person.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { pensionDeduction, wageDeduction } from "./family-resources.ts";
import { toleratedIncome } from "./housing-dependants.ts";
import { ageIn, netOf, sumOf, type Member } from "./member.ts";
import { december, january, monthNumber, yearOf } from "./month-number.ts";
import { toCent } from "./rounding.ts";
import type { Trace } from "./trace.ts";

/** What this right knows of the others of the month. */
export interface OtherRights {
  readonly aah: PersonalRight;
  readonly ass: PersonalRight;
  readonly aeeh: number;
}

const hundredEuros = 100_00;
/** The share of savings counted as a yearly income. CCH, art. R. 822-3-1 */
const savingsShare = 0.03;

/**
 * Ressources de l'aide au logement : wages and unemployment of twelve months, from the thirteenth to the second before the month, and
 * pensions; raised to the next hundred euros. In cents of a year. CCH, art. R. 822-2 to R. 822-20.
 */
export const housingResources = (c: Calculation, others: OtherRights, trace: Trace): number => {
  if (isStudent(c)) return ofStudent(c, trace);
  const isNeutralised = wagesAreLeftOut(c, others);
  if (isNeutralised) trace.notes(words.neutralised, 1, "foyer");
  const ofParents = c.parents.reduce((total, parent) => total + resourcesOf(c, parent, others, isNeutralised), 0);
  const tolerated = toleratedIncome(c);
  const ofChildren = c.children.reduce((total, child) => total + Math.max(0, resourcesOf(c, child, others, false) - tolerated), 0);
  const discount = haveTwoWages(c) ? c.figures.housing.twoEarnersDiscount : 0;
  const resources = Math.max(0, ofParents + ofChildren + savings(c, others) - discount);
  return Math.ceil(toCent(resources) / hundredEuros) * hundredEuros;
};

const isStudent = ({ claimant, month, figures }: Calculation): boolean =>
  claimant.person.activity === "student" && ageIn(claimant, month) < figures.housing.studentAge;

const ofStudent = ({ claimant, figures: { housing } }: Calculation, trace: Trace): number => {
  const resources = housing.studentIncome - (claimant.person.hasScholarship ? housing.studentScholarship : 0);
  trace.notesSum(words.student, resources, "an", "housing.studentIncome");
  return Math.ceil(resources / hundredEuros) * hundredEuros;
};

/** Neutralisation : one of the parents has had no work and no benefit for two months, or the RSA was paid last month. */
export const wagesAreLeftOut = (c: Calculation, { ass }: OtherRights): boolean => {
  if (c.household.received.rsaCents > 0) return true;
  return c.parents.some(
    (parent) =>
      isJoblessForLong(c, parent) && (netOf(parent, "unemployment", c.month) === 0 || centsOf(ass.byPerson, parent.person.id) > 0),
  );
};

/** Unemployed since a day before the second month before that of the right. */
const isJoblessForLong = (c: Calculation, { person }: Member): boolean =>
  person.activity === "unemployed" &&
  person.unemployedSince !== "never" &&
  monthNumber(person.unemployedSince.slice(0, 7) as "2025-01") < c.month - 2;

const resourcesOf = (c: Calculation, member: Member, { aah }: OtherRights, isNeutralised: boolean): number => {
  const from = c.month - 13;
  const to = c.month - 2;
  const wages = isNeutralised ? 0 : sumOf(member, "salary", "taxable", from, to);
  const unemployment = isNeutralised ? 0 : sumOf(member, "unemployment", "taxable", from, to);
  const pensions = pensionsOf(c, member);
  if (wages + unemployment === 0) return pensions;

  const deduction = wageDeduction(wages + unemployment, figuresIn(c, january(yearOf(c.month) - 1)).common);
  const discount = 1 - c.figures.housing.joblessDiscount;
  const lives = livesWithoutWork(c, member, aah);
  const wagesKept = Math.max(0, wages - deduction) * (lives || isJoblessForLong(c, member) ? discount : 1);
  const unemploymentKept = (unemployment + Math.min(0, wages - deduction)) * (lives ? discount : 1);
  return wagesKept + unemploymentKept + pensions;
};

/** Retired or holding the AAH, without a wage in the month. */
const livesWithoutWork = (c: Calculation, member: Member, aah: PersonalRight): boolean => {
  const { id, activity } = member.person;
  return (activity === "retired" || centsOf(aah.byPerson, id) > 0) && netOf(member, "salary", c.month) === 0;
};

/** Retirement of the same twelve months, alimony of the last calendar year, disability pension of two years ago; less 10 %. */
const pensionsOf = (c: Calculation, member: Member): number => {
  const lastYear = yearOf(c.month) - 1;
  const pensions =
    sumOf(member, "retirement", "taxable", c.month - 13, c.month - 2) +
    sumOf(member, "alimony", "net", january(lastYear), december(lastYear)) +
    member.person.yearlyIncomes.disabilityPensionCents;
  return Math.max(0, pensions - pensionDeduction(pensions, c.figures.common));
};

/** Patrimoine : above a threshold, all the savings yield a flat 3 %, unless someone of the family has the AAH or the AEEH. */
const savings = (c: Calculation, { aah, aeeh }: OtherRights): number => {
  if (aah.amount > 0 || aeeh > 0) return 0;
  const total = [...c.parents, ...c.children].reduce((sum, { person }) => sum + person.livretACents + person.otherSavingsCents, 0);
  return total > c.figures.housing.savingsFrom ? savingsShare * total : 0;
};

/** Our reference compares the wage of one month with twelve BMAF, which almost nobody earns: see `departures.ts`. */
const haveTwoWages = (c: Calculation): boolean =>
  c.isCouple && c.parents.every((parent) => netOf(parent, "salary", c.month) > 12 * c.figures.common.bmaf);
