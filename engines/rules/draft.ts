import type {
  Household,
  Housing,
  Income,
  PartialHousehold,
  PartialIncome,
  PartialPerson,
  Person,
  Received,
  YearlyIncomes,
} from "./household.ts";

/** Brouillon : a household being filled, piece by piece; nothing of the partial household that it came from is touched. */
export interface Draft extends Unsealed<Omit<PartialHousehold, "persons" | "housing" | "received" | "taxIncomesCents">> {
  persons: DraftPerson[];
  housing: Unsealed<NonNullable<PartialHousehold["housing"]>> | null;
  received: Unsealed<NonNullable<PartialHousehold["received"]>> | null;
  taxIncomesCents: Record<string, number | null> | null;
}

export interface DraftPerson extends Unsealed<Omit<PartialPerson, "incomes" | "yearlyIncomes">> {
  incomes: DraftIncome[] | null;
  yearlyIncomes: { -readonly [Key in keyof YearlyIncomes]: number | null } | null;
}

export type DraftIncome = Unsealed<PartialIncome>;

type Unsealed<T> = { -readonly [Key in keyof T]: T[Key] };

export const draftOf = (partial: PartialHousehold): Draft => ({
  ...partial,
  persons: partial.persons.map(draftPersonOf),
  housing: partial.housing === null ? null : { ...partial.housing },
  received: partial.received === null ? null : { ...partial.received },
  taxIncomesCents: partial.taxIncomesCents === null ? null : { ...partial.taxIncomesCents },
});

export const draftPersonOf = (person: PartialPerson): DraftPerson => ({
  ...person,
  incomes: person.incomes === null ? null : person.incomes.map((income) => ({ ...income })),
  yearlyIncomes: person.yearlyIncomes === null ? null : { ...person.yearlyIncomes },
});

/** Nothing is unknown any more: the caller has filled every unknown field. */
export const filled = (draft: Draft): Household => draft as unknown as Household;

/** What a person is when nothing particular is known of her. */
export const plainPerson: Omit<Person, "id" | "role" | "birthDate" | "activity"> = {
  nationality: "french",
  incomes: [],
  yearlyIncomes: { salaryCents: 0, unemploymentCents: 0, retirementCents: 0, disabilityPensionCents: 0, alimonyCents: 0 },
  unemployedSince: "never",
  disabilityRate: 0,
  hasWorkRestriction: false,
  isDisabled: false,
  isUnfitForWork: false,
  isPregnant: false,
  hasScholarship: false,
  isInSharedCustody: false,
  hasWorkedForYouthRsa: false,
  hasWorkedForAss: false,
  livretACents: 0,
  otherSavingsCents: 0,
};

export const nothingReceived: Received = {
  housingAidCents: 0,
  rsaCents: 0,
  afCents: 0,
  cfCents: 0,
  asfCents: 0,
  pajeCents: 0,
  aspaCents: 0,
  aahCents: {},
  assCents: {},
  asiCents: {},
  mvaCents: {},
  primeActiviteCents: 0,
  aeehCents: 0,
  arsCents: 0,
  energyChequeCents: 0,
};

export const plainHousing: Housing = {
  occupancy: "tenant",
  rentCents: 0,
  zone: 2,
  isFlatShare: false,
  isSingleRoom: false,
  sharesCosts: false,
};

export const monthlyIncome = (kind: Income["kind"], from: Income["from"], netCents: number): Income => ({
  kind,
  from,
  until: "ongoing",
  ...amountsAround(kind, netCents),
});

/**
 * The other amounts of a net one, as on an ordinary payslip: employees' contributions are about 21.5 % of the gross wage and 7 % of a
 * gross pension; a part of them is taxable although it is not received.
 */
export const amountsAround = (kind: Income["kind"], netCents: number): Pick<Income, "netCents" | "grossCents" | "taxableCents"> => ({
  netCents,
  grossCents: Math.round(netCents * grossShare[kind]),
  taxableCents: Math.round(netCents * taxableShare[kind]),
});

export const grossShare: Readonly<Record<Income["kind"], number>> = {
  salary: 1 / 0.785,
  retirement: 1 / 0.93,
  unemployment: 0,
  "disability-pension": 0,
  alimony: 0,
  "micro-business": 0,
};
export const taxableShare: Readonly<Record<Income["kind"], number>> = {
  salary: 1.035,
  retirement: 1.01,
  unemployment: 1.02,
  "disability-pension": 0,
  alimony: 0,
  "micro-business": 0,
};
