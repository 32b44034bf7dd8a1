import type { Month } from "#engines/calendar";
import type { Assumption } from "./assumption.ts";
import type { Facts } from "./fact.ts";

/** Quand et où : the month of the rights, and the zone of the commune for the housing aid (null when it is not known). */
export interface HouseholdAt {
  readonly month: Month;
  readonly zone: 1 | 2 | 3 | null;
}

/** One reading of the facts; what is supposed on the way is gathered here, each thing once. */
export class Gathering {
  readonly assumptions: Assumption[] = [];
  readonly facts: Facts;
  readonly at: HouseholdAt;

  constructor(facts: Facts, at: HouseholdAt) {
    this.facts = facts;
    this.at = at;
  }

  suppose(assumption: Assumption): void {
    const isSaid = this.assumptions.some(
      ({ kind, who, year }) => kind === assumption.kind && who === assumption.who && year === assumption.year,
    );
    if (!isSaid) this.assumptions.push(assumption);
  }
}

/** The shape that enters the engine is written in euros. */
export const euros = (cents: number): number => cents / 100;
export const eurosOrNull = (cents: number | undefined): number | null => (cents === undefined ? null : euros(cents));

/** The middle of the month: an age is read on the first, so any other day of the month would give the same. */
export const birthDay = (born: string | undefined): string | null => (born === undefined ? null : born.length === 7 ? `${born}-15` : born);
