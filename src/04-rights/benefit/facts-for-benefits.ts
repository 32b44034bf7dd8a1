import { addToMonth, type Month } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { ageIn } from "../facts/age.ts";
import {
  adultsOf,
  booleanIn,
  childPlaces,
  choicesIn,
  hasPartner,
  numberIn,
  textIn,
  type Adult,
  type Facts,
  type QuestionId,
} from "../facts/fact.ts";
import { receivedEachMonth } from "../facts/received-questions.ts";
import { rightsReceived } from "../facts/received-of.ts";
import { exactly, type Activity, type AdultFacts, type BenefitFacts, type ChildFacts, type Span } from "./benefit-facts.ts";

/**
 * Des réponses aux aides locales : what the plain facts of a household say to the conditions of benefits. What was not told stays unknown.
 * @param said what the questions do not ask, and a register or the person may tell
 */
export const factsForBenefits = (
  facts: Facts,
  month: Month,
  said: Pick<BenefitFacts, "quotientCents" | "residenceMonths"> = {},
): BenefitFacts => {
  const children = childPlaces(facts).map((place) => childFacts(facts, month, place));
  const household = {
    adults: adultsOf(facts).map((who) => adultFacts(facts, month, who)),
    areAdultsKnown: hasPartner(facts) !== undefined,
    children,
    areChildrenKnown: numberIn(facts, "children") !== undefined,
    receives: receivedIn(facts),
    ...said,
  };
  const tenure = tenures[textIn(facts, "home") ?? ""];
  const perUnit = resourcesPerUnit(facts, household);
  return {
    ...household,
    ...(tenure === undefined ? {} : { tenure }),
    ...(perUnit === undefined ? {} : { resourcesPerUnitCents: perUnit }),
  };
};

const tenures: Readonly<Record<string, BenefitFacts["tenure"]>> = {
  social: "tenant",
  rented: "tenant",
  furnished: "tenant",
  owner: "owner",
  loan: "owner",
  free: "other",
  institution: "other",
  none: "other",
};

/** A birth is known by its month: until the month is over, two ages are possible. */
const ageFrom = (facts: Facts, month: Month, id: QuestionId): { readonly age?: Span } => {
  const born = textIn(facts, id);
  return born === undefined ? {} : { age: { from: ageIn(month, born), to: ageIn(addToMonth(month, 1), born) } };
};

const rates: Readonly<Record<string, Span>> = {
  none: exactly(0),
  half: { from: 50, to: 79 },
  high: { from: 80, to: 100 },
  some: { from: 1, to: 100 },
};

const adultFacts = (facts: Facts, month: Month, who: Adult): AdultFacts => {
  const disability = rates[textIn(facts, `${who}.disability`) ?? ""];
  return {
    ...ageFrom(facts, month, `${who}.born`),
    activities: activitiesOf(facts, who),
    ...(disability === undefined ? {} : { disability }),
  };
};

const signs: Readonly<Record<Activity, { readonly work: readonly string[]; readonly income: readonly string[] }>> = {
  employed: { work: ["employed", "self-employed"], income: ["wage", "business"] },
  "job-seeker": { work: ["unemployed"], income: ["unemployment"] },
  student: { work: ["student"], income: [] },
  retired: { work: ["retired"], income: ["retirement"] },
};

/** One may study and work: what one does says yes to one thing, and no to another only once the incomes are told too. */
const activitiesOf = (facts: Facts, who: Adult): AdultFacts["activities"] => {
  const [work, incomes] = [textIn(facts, `${who}.work`), choicesIn(facts, `${who}.income`)];
  const said = (sign: (typeof signs)[Activity]): boolean | undefined => {
    if (work !== undefined && sign.work.includes(work)) return true;
    if ((incomes ?? []).some((income) => sign.income.includes(income))) return true;
    return work !== undefined && incomes !== undefined ? false : undefined;
  };
  return Object.fromEntries(
    Object.entries(signs)
      .map(([activity, sign]) => [activity, said(sign)] as const)
      .filter(([, isSo]) => isSo !== undefined),
  );
};

const childFacts = (facts: Facts, month: Month, place: number): ChildFacts => ({
  ...ageFrom(facts, month, `child.${place}.born`),
  ...childDisability(facts, place),
});

const childDisability = (facts: Facts, place: number): { readonly disability?: Span } => {
  const isOne = booleanIn(facts, "children.handicap");
  if (isOne === undefined) return {};
  if (!isOne) return { disability: exactly(0) };
  const isThisOne = childPlaces(facts).length === 1 ? true : booleanIn(facts, `child.${place}.handicap`);
  if (isThisOne === undefined) return {};
  return { disability: isThisOne ? { from: 1, to: 100 } : exactly(0) };
};

const receivedIn = (facts: Facts): BenefitFacts["receives"] => {
  const received = rightsReceived(facts);
  return received === undefined ? {} : Object.fromEntries(rightIds.map((right) => [right, received.has(right)]));
};

const ageOfUnit = 14;

/**
 * What comes in each month, allowances included, shared by consumption units: 1 for the first, 0.5 from 14 years, 0.3 before (Insee).
 * Undefined as soon as one part of it is not known. Yearly sums and savings are left out, as the bodies that ask for it do.
 */
const resourcesPerUnit = (
  facts: Facts,
  household: Pick<BenefitFacts, "children" | "areAdultsKnown" | "areChildrenKnown">,
): number | undefined => {
  const received = choicesIn(facts, "received");
  const isOpen =
    !household.areAdultsKnown || !household.areChildrenKnown || received === undefined || booleanIn(facts, "children.earn") === true;
  if (isOpen) return undefined;
  const amounts = [
    ...adultsOf(facts).flatMap((who) => incomesIn(facts, who)),
    ...receivedEachMonth.filter((right) => received.includes(right)).map((right) => numberIn(facts, `received.${right}`)),
  ];
  const units = household.children.map(unitsOfChild);
  if (amounts.includes(undefined) || units.includes(undefined)) return undefined;
  const sum = (values: readonly (number | undefined)[]): number => values.reduce<number>((total, value) => total + (value ?? 0), 0);
  return Math.round(sum(amounts) / (1 + 0.5 * (adultsOf(facts).length - 1) + sum(units)));
};

/** Each income of an adult; one that is not known makes the whole unknown. */
const incomesIn = (facts: Facts, who: Adult): readonly (number | undefined)[] => {
  const kinds = choicesIn(facts, `${who}.income`);
  if (kinds === undefined || kinds.includes("other")) return [undefined];
  return kinds.filter((kind) => kind !== "none").map((kind) => numberIn(facts, `${who}.${kind}`));
};

const unitsOfChild = ({ age }: ChildFacts): number | undefined => {
  if (age === undefined) return undefined;
  if (age.from >= ageOfUnit) return 0.5;
  return age.to < ageOfUnit ? 0.3 : undefined;
};
