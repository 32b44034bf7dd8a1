import type { Zone } from "./household.ts";
import type { Figures } from "./scales.ts";

/** A table of the housing aid, by composition of the household. */
export interface HousingTable {
  readonly single: number;
  readonly couple: number;
  /** For one dependant, two… */
  readonly byDependants: readonly number[];
  /** For each dependant beyond. */
  readonly next: number;
}

/** Plafond de loyer, in cents a month. */
export const rentCeilings = ({ rent }: Figures, zone: Zone): HousingTable => ({
  single: rent[`single${zone}`],
  couple: rent[`couple${zone}`],
  byDependants: [rent[`oneDependant${zone}`]],
  next: rent[`nextDependant${zone}`],
});

/** R0: the resources of a year that do not lower the aid, in cents. */
export const untouchedResources = ({ housing: h }: Figures): HousingTable => ({
  single: h.untouchedSingle,
  couple: h.untouchedCouple,
  byDependants: [h.untouchedWith1, h.untouchedWith2, h.untouchedWith3, h.untouchedWith4, h.untouchedWith5, h.untouchedWith6],
  next: h.untouchedNext,
});

/** TF: the share of the resources that the household is expected to pay, for its composition. */
export const familyRates = ({ housing: h }: Figures): HousingTable => ({
  single: h.familyRateSingle,
  couple: h.familyRateCouple,
  byDependants: [h.familyRateWith1, h.familyRateWith2, h.familyRateWith3, h.familyRateWith4, h.familyRateWith5, h.familyRateWith6],
  next: h.familyRateNext,
});

/** Réduction de loyer de solidarité: what the landlord takes off the rent, in cents a month. */
export const rentReductions = ({ rentReduction: r }: Figures, zone: Zone): HousingTable => ({
  single: r[`single${zone}`],
  couple: r[`couple${zone}`],
  byDependants: [r[`oneDependant${zone}`]],
  next: r[`nextDependant${zone}`],
});

/** Monthly resources under which the rent is reduced, in cents. */
export const rentReductionCeilings = ({ rentReduction: r }: Figures, zone: Zone): HousingTable => ({
  single: r[`ceilingSingleZone${zone}`],
  couple: r[`ceilingCoupleZone${zone}`],
  byDependants: ([1, 2, 3, 4, 5, 6] as const).map((dependants) => r[`ceilingWith${dependants}Zone${zone}`]),
  next: r[`ceilingNextZone${zone}`],
});
