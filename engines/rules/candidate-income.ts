import { addToMonth, type Month } from "#engines/calendar";
import type { Candidate } from "./candidate.ts";
import { grossShare, monthlyIncome, plainPerson, taxableShare, type Draft, type DraftIncome, type DraftPerson } from "./draft.ts";
import type { Income, IncomeKind, PartialHousehold, PartialIncome, YearlyIncomes } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

/** What is earned: the whole list of a person, one amount of one income, or what was earned two years ago. Undefined for another field. */
export const candidatesOfIncome = (field: UnknownField, household: PartialHousehold): readonly Candidate[] | undefined => {
  switch (field.kind) {
    case "incomes":
      return incomesOfAdult(field, household);
    case "childIncomes":
      return [listOf(field, household, "none"), ...childWages.map((euros) => listOf(field, household, "salary", euros))];
    case "netCents":
    case "childNetCents":
    case "pensionNetCents":
    case "grossCents":
    case "taxableCents":
      return amounts(field, household);
    case "childYearlyIncomes":
      return [
        { ...wholeYear(field, "as-now", yearAsNow), follows: true },
        wholeYear(field, "none", () => yearOf(0)),
        wholeYear(field, "high", () => yearOf(170_000)),
      ];
    case "yearlyIncomes":
      return [
        { ...wholeYear(field, "as-now", yearAsNow), follows: true },
        ...salariesOfYear.map(([name, euros]) => wholeYear(field, name, () => yearOf(euros))),
      ];
    case "salaryCents":
    case "unemploymentCents":
    case "retirementCents":
    case "disabilityPensionCents":
    case "alimonyCents":
      return oneOfYear(field, field.kind);
    default:
      return undefined;
  }
};

/** Net monthly wages in euros: a few hours, the 29 from which an AAH counts as earned, half time, the minimum wage, then what closes one right after the other for larger households. */
const wages = [1, 75, 150, 350, 400, 550, 700, 900, 1100, 1250, 1430, 1650, 1900, 2600, 4500, 11_000] as const;

/** The same for a child: a summer job, a few hours, just under and just above what makes it support itself, then well above. */
const childWages = [600, 250, 1050, 1150, 2000] as const;

const incomesOfAdult = (field: UnknownField, household: PartialHousehold): readonly Candidate[] => {
  const all = [
    listOf(field, household, "none"),
    ...wages.map((euros) => listOf(field, household, "salary", euros)),
    pastSalary(field, household.month, 0),
    pastSalary(field, household.month, 2500),
    ...[900, 1, 450, 1400].map((euros) => listOf(field, household, "unemployment", euros)),
    ...[1300, 1, 600, 900, 2200, 9000].map((euros) => listOf(field, household, "retirement", euros)),
    ...[500, 1, 900].map((euros) => listOf(field, household, "disability-pension", euros)),
    listOf(field, household, "micro-business", 700),
    ...[150, 1500].map((euros) => listOf(field, household, "alimony", euros)),
  ].map((candidate) => (roughIncomes.has(candidate.name) ? candidate : { ...candidate, isFine: true as const }));
  const usual = usualIncome[household.persons[field.person]?.activity ?? "inactive"];
  return all.toSorted((a, b) => Number(b.name === usual) - Number(a.name === usual));
};

/** Enough to see what a person's incomes change. */
const roughIncomes = new Set([
  "none",
  ...[400, 700, 1430, 1900, 2600].map((euros) => `salary-${String(euros)}`),
  "unemployment-900",
  "retirement-1300",
  "disability-pension-500",
]);

const usualIncome: Readonly<Record<string, string>> = {
  working: "salary-1430",
  unemployed: "unemployment-900",
  retired: "retirement-1300",
  student: "none",
  inactive: "none",
};

/** One income, the same in each month of the history. */
const listOf = (field: UnknownField, household: PartialHousehold, kind: IncomeKind | "none", euros = 0): Candidate => {
  const incomes = kind === "none" ? [] : [monthlyIncome(kind, historyStart(household.month), Math.round(euros * 100))];
  return {
    name: kind === "none" ? kind : `${kind}-${String(euros)}`,
    fill: (draft) => {
      personOf(draft, field.person).incomes = incomes;
    },
    ...(isEarned(kind) ? { scaled: { value: euros, to: (value) => listOf(field, household, kind, value) } } : {}),
  };
};

/** A good wage that ended four months ago, and the benefit that came after it, or did not. */
const pastSalary = ({ person }: UnknownField, month: Month, benefitEuros: number): Candidate => {
  const wage = { ...monthlyIncome("salary", historyStart(month), 450_000), until: addToMonth(month, -4) };
  const incomes = benefitEuros === 0 ? [wage] : [wage, monthlyIncome("unemployment", addToMonth(month, -3), benefitEuros * 100)];
  return {
    name: benefitEuros === 0 ? "past-salary" : "job-lost",
    fill: (draft) => {
      personOf(draft, person).incomes = incomes;
    },
  };
};

const isEarned = (kind: IncomeKind | "none"): boolean => kind === "salary" || kind === "micro-business";

/** The history of incomes begins in January of the year before. */
export const historyStart = (month: Month): Month => `${String(Number(month.slice(0, 4)) - 1)}-01` as Month;

/**
 * One amount of an income that is known to exist. When another amount of the same income is known, it follows from it; the bounds are those
 * of ordinary payslips, wide (no contribution at all, or 40 % of the gross amount).
 */
const amounts = (field: UnknownField, household: PartialHousehold): readonly Candidate[] => {
  const income = household.persons[field.person]?.incomes?.[field.income];
  if (!income) throw new Error(`${field.path} is in no income`);
  const name = field.kind === "grossCents" || field.kind === "taxableCents" ? field.kind : "netCents";
  if (name === "grossCents" && grossShare[income.kind] === 0) return [constant(field, name, "zero", 0)];
  if (name === "taxableCents" && taxableShare[income.kind] === 0) return [constant(field, name, "zero", 0)];
  const isAlone = name === "netCents" && income.grossCents === null && income.taxableCents === null;
  const hasNoGuide = name === "netCents" && !isAlone && (income.grossCents ?? 0) === 0 && (income.taxableCents ?? 0) === 0;
  if (isAlone || hasNoGuide) return freeAmounts(field, income);
  return (["usual", "lowest", "highest"] as const).map((which) => following(field, income.kind, name, which, spread[name][which]));
};

type AmountName = "netCents" | "grossCents" | "taxableCents";

/** So many times what an ordinary payslip would show. */
const following = (field: UnknownField, kind: IncomeKind, name: AmountName, called: string, times: number): Candidate => ({
  name: called,
  follows: true,
  fill: (draft) => {
    const target = incomeOf(draft, field);
    target[name] = Math.round(followedFrom(target, name) * times);
  },
  ...(name === "netCents" && isEarned(kind)
    ? { scaled: { value: times, to: (value) => following(field, kind, name, `usual-times-${String(value)}`, value) } }
    : {}),
});

const spread: Readonly<Record<AmountName, Readonly<Record<"usual" | "lowest" | "highest", number>>>> = {
  netCents: { usual: 1, lowest: 0.75, highest: 1.3 },
  grossCents: { usual: 1, lowest: 0.75, highest: 1.35 },
  taxableCents: { usual: 1, lowest: 0.9, highest: 1.3 },
};

/** The amount that an ordinary payslip would show beside those that are known. */
const followedFrom = (income: DraftIncome, name: AmountName): number => {
  const net = name === "netCents" ? netFrom(income) : (income.netCents ?? netFrom(income));
  if (name === "netCents") return net;
  return net * (name === "grossCents" ? grossShare : taxableShare)[income.kind];
};

const netFrom = ({ kind, grossCents, taxableCents }: DraftIncome): number => {
  if ((grossCents ?? 0) > 0 && grossShare[kind] > 0) return (grossCents ?? 0) / grossShare[kind];
  return taxableShare[kind] > 0 ? (taxableCents ?? 0) / taxableShare[kind] : 0;
};

const freeAmounts = (field: UnknownField, income: PartialIncome): readonly Candidate[] => {
  const usual = usualEuros[income.kind];
  const others = wages.filter((euros) => euros !== usual);
  const rough = [usual, 1, 400, 700, 1430, 1900, 2600];
  return [usual, ...others].map((euros) => ({
    ...freeAmount(field, income.kind, euros, euros === 1 ? "lowest" : euros === 11_000 ? "highest" : undefined),
    ...(rough.includes(euros) ? {} : { isFine: true as const }),
  }));
};

const freeAmount = (field: UnknownField, kind: IncomeKind, euros: number, called?: string): Candidate => ({
  ...constant(field, "netCents", called ?? `at-${String(euros)}`, Math.round(euros * 100)),
  ...(isEarned(kind) ? { scaled: { value: euros, to: (value) => freeAmount(field, kind, value) } } : {}),
});

const usualEuros: Readonly<Record<Income["kind"], number>> = {
  salary: 1430,
  unemployment: 1100,
  retirement: 1430,
  "disability-pension": 700,
  alimony: 150,
  "micro-business": 700,
};

const constant = (field: UnknownField, name: AmountName, called: string, cents: number): Candidate => ({
  name: called,
  fill: (draft) => {
    incomeOf(draft, field)[name] = cents;
  },
});

/** Yearly taxable wages in euros: nothing, enough for a couple to be held to work both, each side of the family ceilings, far above. */
const salariesOfYear = [
  ["none", 0],
  ["both-work", 6600],
  ["low", 15_000],
  ["middle", 28_000],
  ["upper", 45_000],
  ["high", 170_000],
] as const;

const wholeYear = (
  { person }: UnknownField,
  name: string,
  yearlyIncomes: (person: DraftPerson, draft: Draft) => YearlyIncomes,
): Candidate => ({
  name,
  fill: (draft) => {
    const target = personOf(draft, person);
    target.yearlyIncomes = yearlyIncomes(target, draft);
  },
});

/** Far above the ceilings, of every kind: some rights look at pensions alone. */
const yearOf = (euros: number): YearlyIncomes => {
  const pensions = euros === 170_000 ? 4_000_000 : 0;
  return {
    ...plainPerson.yearlyIncomes,
    salaryCents: euros * 100,
    retirementCents: pensions,
    disabilityPensionCents: pensions,
    alimonyCents: pensions,
  };
};

/** What began before the history is held to have been there two years ago already. */
const yearAsNow = (person: DraftPerson, draft: Draft): YearlyIncomes => {
  const lasting = (person.incomes ?? []).filter(({ from }) => from <= historyStart(draft.month));
  const sum = (kind: IncomeKind, amount: "netCents" | "taxableCents"): number =>
    12 * lasting.filter((income) => income.kind === kind).reduce((total, income) => total + (income[amount] ?? 0), 0);
  return {
    salaryCents: sum("salary", "taxableCents"),
    unemploymentCents: sum("unemployment", "taxableCents"),
    retirementCents: sum("retirement", "taxableCents"),
    disabilityPensionCents: sum("disability-pension", "netCents"),
    alimonyCents: sum("alimony", "netCents"),
  };
};

const oneOfYear = ({ person }: UnknownField, kind: keyof YearlyIncomes): readonly Candidate[] => {
  const filling = (name: string, cents: (person: DraftPerson, draft: Draft) => number): Candidate => ({
    name,
    fill: (draft) => {
      const target = personOf(draft, person);
      if (target.yearlyIncomes !== null) target.yearlyIncomes[kind] = cents(target, draft);
    },
  });
  return [
    { ...filling("as-now", (found, draft) => yearAsNow(found, draft)[kind]), follows: true as const },
    ...salariesOfYear.map(([name, euros]) => filling(name, () => euros * 100)),
  ];
};

export const personOf = (draft: Draft, index: number): DraftPerson => {
  const person = draft.persons[index];
  if (!person) throw new Error(`no person ${String(index)}`);
  return person;
};

const incomeOf = (draft: Draft, field: UnknownField): DraftIncome => {
  const income = personOf(draft, field.person).incomes?.[field.income];
  if (!income) throw new Error(`${field.path} is in no income`);
  return income;
};
