import type { Candidate } from "./candidate.ts";
import { historyStart } from "./candidate-income.ts";
import { candidatesOfReceived } from "./candidate-received.ts";
import { monthlyIncome, plainHousing, plainPerson, type Draft, type DraftPerson } from "./draft.ts";
import type { Housing, Occupancy, PartialHousehold, Union, Zone } from "./household.ts";
import type { UnknownField } from "./unknown-field.ts";

/** What the household has in common: how it is united, where it lives, what it receives, its tax notices. */
export const candidatesOfHome = (field: UnknownField, household: PartialHousehold): readonly Candidate[] => {
  switch (field.kind) {
    case "union":
      return unions(household);
    case "isRecentlyAlone":
      return [false, true].map((value) => ({ name: value ? "yes" : "no", fill: (draft) => (draft.isRecentlyAlone = value) }));
    case "housing":
      return homes(household).map(([name, housing]) => ({ name, fill: (draft) => (draft.housing = housing) }));
    case "occupancy":
    case "rentCents":
    case "zone":
    case "isFlatShare":
    case "isSingleRoom":
    case "sharesCosts":
      return partsOfHome(field.kind, household);
    case "taxIncomesCents":
      return taxIncomes(household, (draft, cents) => (draft.taxIncomesCents = { a: cents }));
    case "oneTaxIncomeCents":
      return taxIncomes(household, (draft, cents) => (draft.taxIncomesCents = { ...draft.taxIncomesCents, [field.key]: cents }));
    default:
      return candidatesOfReceived(field, household);
  }
};

/** With nobody named as a partner, a union that is not known may hide one, who earns nothing or a wage, and is of the same age. */
const unions = (household: PartialHousehold): readonly Candidate[] => {
  const united = (name: string, union: Union, netEuros?: number): Candidate => ({
    name,
    ...(netEuros === undefined ? {} : { follows: true }),
    fill: (draft) => {
      draft.union = union;
      const named = draft.persons.filter(({ id }) => id !== unnamed);
      draft.persons = netEuros === undefined ? named : [...named, hiddenPartner(draft, netEuros)];
    },
  });
  if (household.persons.some(({ role }) => role === "partner"))
    return [united("married", "married"), united("civil-union", "civil-union"), united("cohabiting", "cohabiting")];
  return [united("single", "single"), united("partner-without-income", "married", 0), united("partner-who-earns", "married", 1430)];
};

const unnamed = "partner that nobody named yet";
const hiddenPartner = (draft: Draft, netEuros: number): DraftPerson => {
  const salary = monthlyIncome("salary", historyStart(draft.month), netEuros * 100);
  return {
    ...plainPerson,
    id: unnamed,
    role: "partner",
    birthDate: draft.persons[0]?.birthDate ?? null,
    activity: netEuros === 0 ? "inactive" : "working",
    incomes: netEuros === 0 ? [] : [salary],
    yearlyIncomes: { ...plainPerson.yearlyIncomes, salaryCents: netEuros === 0 ? 0 : salary.taxableCents * 12 },
  };
};

/** Rents in euros where the aid is full for a single person, a family, a large family, then where it has faded away. */
const rents = [0, 250, 400, 550, 700, 990, 1400, 6000] as const;

const homes = (household: PartialHousehold): readonly (readonly [string, Housing])[] => {
  const usual = usualRent(household, null);
  const home = (name: string, part: Partial<Housing>) => [name, { ...plainHousing, ...part }] as const;
  return [
    home("tenant", { rentCents: usual * 100 }),
    ...rents.map((euros) => home(`tenant-at-${String(euros)}`, { rentCents: euros * 100, zone: 1 })),
    home("social-tenant", { occupancy: "social-tenant", rentCents: usual * 100 }),
    home("furnished-tenant", { occupancy: "furnished-tenant", rentCents: 100_000, zone: 1 }),
    home("owner", { occupancy: "owner" }),
    home("rent-free", { occupancy: "rent-free" }),
    home("homeless", { occupancy: "homeless" }),
  ];
};

const usualRent = ({ persons }: PartialHousehold, zone: Zone | null): number =>
  (zone === 1 ? 600 : zone === 3 ? 380 : 450) + 50 * (persons.length - 1);

const partsOfHome = (kind: keyof Housing, household: PartialHousehold): readonly Candidate[] => {
  const known = household.housing;
  const setting = <Key extends keyof Housing>(key: Key, name: string, value: Housing[Key]): Candidate => ({
    name,
    fill: (draft) => {
      if (draft.housing !== null) draft.housing[key] = value;
    },
  });
  switch (kind) {
    case "occupancy":
      return occupancies(known?.rentCents ?? null).map((value) => setting(kind, value, value));
    case "rentCents": {
      if (known?.occupancy === "owner" || known?.occupancy === "rent-free" || known?.occupancy === "homeless")
        return [setting(kind, "at-0", 0)];
      const usual = usualRent(household, known?.zone ?? null);
      return [setting(kind, "usual", usual * 100), ...rents.map((euros) => setting(kind, `at-${String(euros)}`, euros * 100))];
    }
    case "zone":
      return ([2, 1, 3] as const).map((value) => setting(kind, String(value), value));
    default:
      return [setting(kind, "no", false), setting(kind, "yes", true)];
  }
};

/** Who pays a rent is a tenant. */
const occupancies = (rentCents: number | null): readonly Occupancy[] => {
  const tenants: readonly Occupancy[] = ["tenant", "social-tenant", "furnished-tenant"];
  if (rentCents !== null && rentCents > 0) return tenants;
  return rentCents === 0 ? ["owner", "rent-free", "homeless", ...tenants] : [...tenants, "owner", "rent-free", "homeless"];
};

/**
 * Tax income of the notice: what follows from the incomes of two years ago less the 10 % of costs, then a point under each ceiling of the energy
 * cheque (5,600, 6,700, 7,700 and 11,000 € by consumption unit), and far above.
 */
const taxIncomes = (household: PartialHousehold, set: (draft: Draft, cents: number) => void): readonly Candidate[] => {
  const units = 1 + (household.persons.length > 1 ? 0.5 : 0) + 0.3 * Math.max(household.persons.length - 2, 0);
  const points = [0, 5500, 6600, 7600, 10_900].map((euros) => Math.round(euros * units));
  return [
    {
      name: "as-two-years-ago",
      follows: true,
      fill: (draft) => {
        set(draft, Math.round(0.9 * earnedTwoYearsAgo(draft)));
      },
    },
    ...[...points, 200_000].map((euros) => ({
      name: euros === 200_000 ? "most" : `at-${String(euros)}`,
      fill: (draft: Draft) => {
        set(draft, euros * 100);
      },
    })),
  ];
};

const earnedTwoYearsAgo = ({ persons }: Draft): number =>
  persons
    .filter(({ role }) => role !== "child")
    .flatMap(({ yearlyIncomes }) => Object.values(yearlyIncomes ?? {}))
    .reduce((sum: number, cents) => sum + (cents ?? 0), 0);
