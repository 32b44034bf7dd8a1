import { addToMonth, day, type Day, type Month } from "#engines/calendar";
import { historyStart } from "./candidate-income.ts";
import { amountsAround, nothingReceived, plainHousing, plainPerson } from "./draft.ts";
import type { Activity, Household, Housing, Income, Occupancy, Person, Received, Union, YearlyIncomes, Zone } from "./household.ts";

/**
 * Foyer inventé : a household as one meets many, drawn at random; for properties and measures. Incomes are near the ceilings more often than in life.
 * @param draw chance, from 0 to 1 excluded
 */
export const sampleHousehold = (draw: () => number, month: Month = "2025-03"): Household => {
  const chance = chanceFrom(draw);
  const isCouple = chance.isTrue(0.45);
  const isOld = chance.isTrue(0.2);
  const youngest = isOld ? 60 : 18;
  const oldest = isOld ? 85 : 60;
  const children = isOld ? 0 : chance.one([0, 0, 0, 1, 1, 2, 2, 3, 3, 4]);
  const persons = [
    adult(chance, month, "p1", "claimant", chance.whole(youngest, oldest)),
    ...(isCouple ? [adult(chance, month, "p2", "partner", chance.whole(youngest, oldest))] : []),
    ...Array.from({ length: children }, (_, at) => child(chance, month, `e${String(at + 1)}`)),
  ];
  return {
    month,
    union: isCouple ? chance.one<Union>(["married", "civil-union", "cohabiting"]) : "single",
    isRecentlyAlone: !isCouple && children > 0 && chance.isTrue(0.3),
    persons,
    housing: home(chance, persons.length),
    received: received(chance, persons),
    taxIncomesCents: { a: chance.one([0, chance.whole(0, 12_000), chance.whole(0, 60_000)]) * 100 },
  };
};

const adult = (chance: Chance, month: Month, id: string, role: "claimant" | "partner", age: number): Person => {
  const activity: Activity =
    age >= 64 ? "retired" : age < 26 && chance.isTrue(0.3) ? "student" : chance.one(["working", "working", "unemployed", "inactive"]);
  const incomes = incomesOf(chance, month, activity);
  const rate = chance.one([0, 0, 0, 0, 0.5, 0.6, 0.8, 0.9]);
  return {
    ...plainPerson,
    id,
    role,
    birthDate: bornAt(chance, month, age),
    activity,
    incomes,
    yearlyIncomes: chance.isTrue(0.6) ? likeNow(incomes) : otherYear(chance),
    unemployedSince: activity === "unemployed" ? day(`${addToMonth(month, -chance.whole(1, 14))}-01`) : "never",
    disabilityRate: rate,
    hasWorkRestriction: rate > 0 && chance.isTrue(0.6),
    isDisabled: rate > 0,
    isUnfitForWork: chance.isTrue(0.05),
    isPregnant: age < 45 && chance.isTrue(0.08),
    hasScholarship: activity === "student" && chance.isTrue(0.4),
    hasWorkedForYouthRsa: age < 25 && chance.isTrue(0.2),
    hasWorkedForAss: activity === "unemployed" && chance.isTrue(0.4),
    ...savings(chance),
  };
};

const child = (chance: Chance, month: Month, id: string): Person => {
  const age = chance.whole(0, 22);
  const worksAlready = age >= 17 && chance.isTrue(0.25);
  const net = chance.whole(200, 1700) * 100;
  const rate = chance.one([0, 0, 0, 0, 0, 0.6, 0.9]);
  return {
    ...plainPerson,
    id,
    role: "child",
    birthDate: bornAt(chance, month, age),
    activity: worksAlready ? "working" : age >= 3 ? "student" : "inactive",
    incomes: worksAlready ? [lasting("salary", historyStart(month), net)] : [],
    disabilityRate: rate,
    isDisabled: rate > 0,
    isInSharedCustody: chance.isTrue(0.1),
  };
};

const savings = (chance: Chance): Pick<Person, "livretACents" | "otherSavingsCents"> => ({
  livretACents: chance.isTrue(0.2) ? chance.whole(0, 23_000) * 100 : 0,
  otherSavingsCents: chance.isTrue(0.08) ? chance.whole(0, 60_000) * 100 : 0,
});

/** From the fifth of the month, as the reference counts ages by mean lengths of years. */
const bornAt = (chance: Chance, month: Month, age: number): Day =>
  day(`${addToMonth(month, -12 * age - chance.whole(1, 12))}-${String(chance.whole(5, 28)).padStart(2, "0")}`);

const incomesOf = (chance: Chance, month: Month, activity: Activity): readonly Income[] => {
  const start = historyStart(month);
  switch (activity) {
    case "working":
      return chance.isTrue(0.12)
        ? [lasting("micro-business", start, chance.whole(50, 1800) * 100)]
        : [lasting("salary", start, chance.one([chance.whole(100, 1500), chance.whole(1000, 3500), chance.whole(1000, 9000)]) * 100)];
    case "unemployed": {
      const lost = addToMonth(month, -chance.whole(1, 13));
      const wage = { ...lasting("salary", start, chance.whole(700, 2500) * 100), until: addToMonth(lost, -1) };
      const worked = wage.until >= start ? [wage] : [];
      return chance.isTrue(0.5) ? [...worked, lasting("unemployment", lost, chance.whole(300, 1600) * 100)] : worked;
    }
    case "retired":
      return [lasting("retirement", start, chance.whole(150, 2300) * 100)];
    case "student":
      return chance.isTrue(0.4) ? [lasting("salary", start, chance.whole(200, 1300) * 100)] : [];
    case "inactive":
      return chance.one([
        [],
        [],
        [lasting("disability-pension", start, chance.whole(200, 1100) * 100)],
        [lasting("alimony", start, chance.whole(50, 500) * 100)],
      ]);
  }
};

const lasting = (kind: Income["kind"], from: Month, netCents: number): Income => ({
  kind,
  from,
  until: "ongoing",
  ...amountsAround(kind, netCents),
});

const likeNow = (incomes: readonly Income[]): YearlyIncomes => {
  const year = (kind: Income["kind"], amount: "netCents" | "taxableCents"): number =>
    incomes.filter((income) => income.kind === kind).reduce((sum, income) => sum + 12 * income[amount], 0);
  return {
    salaryCents: year("salary", "taxableCents"),
    unemploymentCents: year("unemployment", "taxableCents"),
    retirementCents: year("retirement", "taxableCents"),
    disabilityPensionCents: year("disability-pension", "netCents"),
    alimonyCents: year("alimony", "netCents"),
  };
};

const otherYear = (chance: Chance): YearlyIncomes => ({
  ...plainPerson.yearlyIncomes,
  salaryCents: chance.one([0, chance.whole(0, 15_000), chance.whole(0, 45_000), chance.whole(0, 90_000)]) * 100,
});

const home = (chance: Chance, persons: number): Housing => {
  const occupancy = chance.one<Occupancy>(["social-tenant", "tenant", "tenant", "furnished-tenant", "owner", "rent-free", "homeless"]);
  const isRented = occupancy === "social-tenant" || occupancy === "tenant" || occupancy === "furnished-tenant";
  return {
    ...plainHousing,
    occupancy,
    zone: chance.one<Zone>([1, 2, 2, 3]),
    rentCents: isRented ? chance.whole(200, 700 + 150 * persons) * 100 : 0,
    isFlatShare: isRented && chance.isTrue(0.1),
    isSingleRoom: isRented && chance.isTrue(0.05),
    sharesCosts: occupancy === "rent-free" && chance.isTrue(0.3),
  };
};

/** What is received is not always what one has a right to: that is the point. */
const received = (chance: Chance, persons: readonly Person[]): Received => {
  const maybe = (share: number, least: number, most: number): number => (chance.isTrue(share) ? chance.whole(least, most) * 100 : 0);
  const hasChildren = persons.some(({ role }) => role === "child");
  const each = (who: (person: Person) => boolean, most: number): Received["aahCents"] =>
    Object.fromEntries(
      persons
        .filter((person) => person.role !== "child" && who(person) && chance.isTrue(0.4))
        .map(({ id }) => [id, chance.whole(50, most) * 100]),
    );
  return {
    ...nothingReceived,
    housingAidCents: maybe(0.3, 20, 400),
    rsaCents: maybe(0.15, 20, 900),
    afCents: hasChildren ? maybe(0.5, 150, 500) : 0,
    cfCents: hasChildren ? maybe(0.1, 190, 290) : 0,
    asfCents: hasChildren ? maybe(0.1, 195, 600) : 0,
    pajeCents: hasChildren ? maybe(0.2, 97, 196) : 0,
    aspaCents: persons.some(({ activity }) => activity === "retired") ? maybe(0.2, 20, 900) : 0,
    aahCents: each(({ disabilityRate }) => disabilityRate > 0, 1016),
    assCents: each(({ hasWorkedForAss }) => hasWorkedForAss, 570),
    asiCents: each(({ incomes }) => incomes.some(({ kind }) => kind === "disability-pension"), 600),
    mvaCents: each(({ disabilityRate }) => disabilityRate >= 0.8, 104),
  };
};

interface Chance {
  isTrue(share: number): boolean;
  whole(least: number, most: number): number;
  one<Value>(among: readonly Value[]): Value;
}

const chanceFrom = (draw: () => number): Chance => ({
  isTrue: (share) => draw() < share,
  whole: (least, most) => least + Math.floor(draw() * (most - least + 1)),
  one: <Value>(among: readonly Value[]): Value => {
    const found = among[Math.floor(draw() * among.length)];
    if (found === undefined) throw new Error("nothing to choose from");
    return found;
  },
});
