import { ofComposition, type Composition } from "./housing-dependants.ts";
import { familyRates, rentCeilings, untouchedResources } from "./housing-tables.ts";
import type { Figures } from "./scales.ts";

export interface OwnShareBasis {
  /** Capped rent and flat charges, in cents a month. */
  readonly rent: number;
  readonly charges: number;
  /** In cents a year. */
  readonly resources: number;
}

/**
 * Participation personnelle : what the household pays of its rent, a least sum and a share of its resources above R0.
 * In cents a month. CCH, art. D. 823-17; arrêté du 27/09/2019, art. 13 to 15.
 */
export const ownShare = (figures: Figures, family: Composition, { rent, charges, resources }: OwnShareBasis): number => {
  const least = Math.max(figures.housing.ownShareRate * (rent + charges), figures.housing.ownShareMin);
  const above = Math.max(0, resources - ofComposition(family, untouchedResources(figures)));
  return least + (familyRate(figures, family) + rentRate(figures, family, rent)) * above;
};

/** TF. */
const familyRate = (figures: Figures, family: Composition): number => ofComposition(family, familyRates(figures));

/** TL : grows with the rent, compared with the ceiling of a household of the same composition in zone 2. */
export const rentRate = (figures: Figures, family: Composition, rent: number): number => {
  const { rentRateFrom, rentRateThen, rentRateMiddle, rentRateUpper } = figures.housing;
  const ratio = rent / ofComposition(family, rentCeilings(figures, 2));
  if (ratio <= rentRateFrom) return 0;
  if (ratio <= rentRateThen) return rentRateMiddle * (ratio - rentRateFrom);
  return rentRateMiddle * (rentRateThen - rentRateFrom) + rentRateUpper * (ratio - rentRateThen);
};
