import { addToMonth, day, type Day, type Month } from "#engines/calendar";

import { amountsAround, nothingReceived, plainPerson } from "./draft.ts";
import type { ByPerson, Household, Income, Person, Received } from "./household.ts";
import { laterHousehold } from "./later-household.ts";
import { monthNumber } from "./month-number.ts";

/** Changement : what happens, to whom, and how many months later the rights are asked (the month after, unless told otherwise). */
interface Change {
  readonly monthsLater?: number;
}

export interface WorkResumes extends Change {
  readonly personId: string;
  readonly netCents: number;
  /** As on an ordinary payslip when they are not given. */
  readonly grossCents?: number;
  readonly taxableCents?: number;
}

/**
 * Reprise d'emploi : the person works from the month of the rights on; unemployment benefit stops the month before.
 * Asked four months later by default: by then the three months that RSA and prime d'activité look at are months of work.
 */
export const workResumes = (household: Household, change: WorkResumes): Household => {
  const from = household.month;
  const wage: Income = {
    kind: "salary",
    from,
    until: "ongoing",
    ...amountsAround("salary", change.netCents),
    ...(change.grossCents === undefined ? {} : { grossCents: change.grossCents }),
    ...(change.taxableCents === undefined ? {} : { taxableCents: change.taxableCents }),
  };
  const persons = household.persons.map((person) =>
    person.id === change.personId
      ? {
          ...person,
          activity: "working" as const,
          unemployedSince: "never" as const,
          incomes: [...endedBefore(person.incomes, from), wage],
        }
      : person,
  );
  if (persons.every(({ id }) => id !== change.personId)) throw new Error(`nobody is called ${change.personId} in this household`);
  return laterHousehold({ ...household, persons }, change.monthsLater ?? 4);
};

const endedBefore = (incomes: readonly Income[], month: Month): readonly Income[] =>
  incomes.flatMap((income) => {
    if (income.kind !== "unemployment" || (income.until !== "ongoing" && income.until < month)) return [income];
    return income.from < month ? [{ ...income, until: addToMonth(month, -1) }] : [];
  });

export interface ChildIsBorn extends Change {
  /** In the middle of the month of the rights when it is not given. */
  readonly birthDate?: Day;
  readonly childId?: string;
}

/** Naissance : a child comes, nobody is pregnant any more; the rights are asked the month after its birth by default. */
export const childIsBorn = (household: Household, change: ChildIsBorn = {}): Household => {
  const birthDate = change.birthDate ?? day(`${household.month}-15`);
  const child: Person = { ...plainPerson, id: change.childId ?? freeId(household.persons), role: "child", birthDate, activity: "inactive" };
  const persons = [...household.persons.map((person) => ({ ...person, isPregnant: false })), child];
  const wait = Math.max(0, monthNumber(birthDate.slice(0, 7) as Month) - monthNumber(household.month));
  return laterHousehold({ ...household, persons }, change.monthsLater ?? wait + 1);
};

const freeId = (persons: readonly Person[]): string => {
  const taken = new Set(persons.map(({ id }) => id));
  return ["nouveau-ne", ...persons.map((_, at) => `nouveau-ne-${String(at + 2)}`)].find((id) => !taken.has(id)) ?? "nouveau-ne";
};

export interface Separation extends Change {
  /** Where the children live from now on: with the claimant, with the partner, or half of the time with each. */
  readonly children?: "stay" | "leave" | "shared";
}

/**
 * Séparation : the partner leaves, with what was paid to him or her; the claimant stays in the same home, and is newly alone when children stay.
 * What the family received is carried: the offices learn of it afterwards.
 */
export const separation = (household: Household, change: Separation = {}): Household => {
  const where = change.children ?? "stay";
  const persons = household.persons
    .filter(({ role }) => role === "claimant" || (role === "child" && where !== "leave"))
    .map((person) => (person.role === "child" && where === "shared" ? { ...person, isInSharedCustody: true } : person));
  const isParent = persons.some(({ role }) => role === "child");
  const alone: Household = {
    ...household,
    union: "single",
    isRecentlyAlone: isParent,
    persons,
    received: receivedBy(household.received, new Set(persons.map(({ id }) => id)), where === "leave"),
  };
  return laterHousehold(alone, change.monthsLater ?? 1);
};

const receivedBy = (received: Received, ids: ReadonlySet<string>, isWithoutChildren: boolean): Received => {
  const kept = (byPerson: ByPerson): ByPerson => Object.fromEntries(Object.entries(byPerson).filter(([id]) => ids.has(id)));
  const { afCents, cfCents, asfCents, pajeCents, aeehCents, arsCents } = isWithoutChildren ? nothingReceived : received;
  return {
    ...received,
    ...{ afCents, cfCents, asfCents, pajeCents, aeehCents, arsCents },
    aahCents: kept(received.aahCents),
    assCents: kept(received.assCents),
    asiCents: kept(received.asiCents),
    mvaCents: kept(received.mvaCents),
  };
};
