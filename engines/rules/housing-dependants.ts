import { figuresIn, type Calculation } from "./calculation.ts";
import { childrenUpTo } from "./dependants.ts";
import { resourcesOfOne } from "./family-resources.ts";
import type { HousingTable } from "./housing-tables.ts";
import { ageIn } from "./member.ts";
import { december, yearOf } from "./month-number.ts";

/** What may be earned, in shares of the ceiling of the Aspa, before counting for the housing aid of the household. CCH, art. R. 823-4. */
const shareOfAspa = 1.25;

/** Composition : what the tables of the housing aid ask. A pregnant woman alone counts as a couple. CCH, art. R. 823-4, D. 823-17. */
export interface Composition {
  readonly isCouple: boolean;
  /** Personnes à charge. */
  readonly dependants: number;
}

/** Children up to 20 who do not support themselves, and disabled adults with few resources. */
export const compositionOf = (c: Calculation): Composition => ({
  isCouple: c.isCouple || c.isPregnant,
  dependants: childrenUpTo(c, c.month, c.figures.housing.dependantAge - 1).length + disabledAdults(c),
});

const disabledAdults = (c: Calculation): number =>
  c.children.filter((child) => {
    const { disabilityRate, isUnfitForWork } = child.person;
    if (ageIn(child, c.month) < c.figures.housing.dependantAge) return false;
    return (disabilityRate > c.figures.housing.dependantRate || isUnfitForWork) && resourcesOfOne(c, child, c.month) <= toleratedIncome(c);
  }).length;

/** A quarter more than the ceiling of the Aspa of a single person at the end of the year two years before, in cents. */
export const toleratedIncome = (c: Calculation): number =>
  shareOfAspa * figuresIn(c, december(yearOf(c.month) - 2)).oldAge.aspaCeilingSingle;

/** A value of a table by composition: for one, for a couple, then by number of dependants, `next` being added beyond the last. */
export const ofComposition = ({ isCouple, dependants }: Composition, table: HousingTable): number => {
  if (dependants === 0) return isCouple ? table.couple : table.single;
  const last = table.byDependants.length;
  const known = table.byDependants[Math.min(dependants, last) - 1] ?? 0;
  return known + table.next * Math.max(0, dependants - last);
};
