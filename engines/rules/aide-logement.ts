import { aideLogementWords as words } from "./aide-logement.words.ts";
import type { Calculation } from "./calculation.ts";
import { compositionOf, ofComposition, type Composition } from "./housing-dependants.ts";
import { housingResources, type OtherRights } from "./housing-resources.ts";
import { rentCeilings, rentReductionCeilings, rentReductions, untouchedResources } from "./housing-tables.ts";
import { ownShare } from "./own-share.ts";
import type { HousingAidKind } from "./right.ts";
import { toCent, toEuro } from "./rounding.ts";
import type { Trace } from "./trace.ts";

/** The aid in cents, after CRDS, and which of the three it is. */
export interface HousingAid {
  readonly amount: number;
  readonly kind: HousingAidKind;
}

/**
 * Aide personnelle au logement (APL, ALF or ALS) : what is left of a capped rent once the household has paid its share.
 * Code de la construction et de l'habitation, art. L. 822-1 to L. 823-2, R. 822-2 to R. 823-5, D. 823-9 to D. 823-22; arrêté du
 * 27/09/2019. For tenants alone: homes being bought and residences are beyond our reference.
 */
export const aideLogement = (c: Calculation, others: OtherRights, trace: Trace): HousingAid => {
  const { housing } = c.household;
  const isSocial = housing.occupancy === "social-tenant";
  if (!isSocial && housing.occupancy !== "tenant" && housing.occupancy !== "furnished-tenant") {
    trace.notesSum(words.notTenant, 0, "mois");
    return { amount: 0, kind: "als" };
  }
  const family = compositionOf(c);
  const kind = isSocial ? "apl" : family.dependants > 0 ? "alf" : "als";
  trace.notes(words.dependants, family.dependants, "personne");
  const resources = housingResources(c, others, trace);
  trace.notesSum(words.resources, resources, "an");

  const ceiling = rentCeiling(c, family);
  const rent = Math.min(countedRent(c), ceiling);
  const charges = flatCharges(c, family);
  trace.notesSum(words.rentCeiling, ceiling, "mois", `rent.single${housing.zone}`);
  trace.notesSum(words.rent, rent, "mois");
  trace.notesSum(words.charges, charges, "mois", "housing.charges");
  trace.notesSum(words.untouched, ofComposition(family, untouchedResources(c.figures)), "an", "housing.untouchedSingle");
  const whole = rent + charges;
  const share = Math.min(whole, ownShare(c.figures, family, { rent, charges, resources }));
  trace.adds(words.eligibleRent, whole, `rent.single${housing.zone}`);
  trace.adds(words.ownShare, -share, "housing.ownShareMin");

  const steps = [aboveThreshold, afterHighRent, afterFlatCut, afterRentReduction, afterCrds];
  const amount = steps.reduce((left, step) => step(c, { family, resources, ceiling }, left, trace), whole - share);
  return { amount, kind };
};

/** What the last steps need to know. */
interface Basis {
  readonly family: Composition;
  readonly resources: number;
  readonly ceiling: number;
}

/** Plafond de loyer : by zone and composition, lower for a single room or a flat share. */
const rentCeiling = ({ figures, household: { housing } }: Calculation, family: Composition): number => {
  const table = rentCeilings(figures, housing.zone);
  const whole = housing.isSingleRoom ? table.single * figures.rent.roomShare : ofComposition(family, table);
  return toCent(whole * (housing.isFlatShare ? figures.rent.flatShareShare : 1));
};

/** Whole euros; two thirds of the rent of a furnished home. */
const countedRent = ({ household: { housing } }: Calculation): number =>
  toEuro(housing.occupancy === "furnished-tenant" ? (housing.rentCents * 2) / 3 : housing.rentCents);

const flatCharges = ({ figures: { housing: h }, household: { housing } }: Calculation, family: Composition): number =>
  housing.isFlatShare
    ? (family.isCouple ? h.chargesSharedCouple : h.chargesSharedSingle) + family.dependants * h.chargesSharedPerDependant
    : h.charges + family.dependants * h.chargesPerDependant;

type LastStep = (c: Calculation, basis: Basis, left: number, trace: Trace) => number;

const aboveThreshold: LastStep = (c, _, left, trace) => {
  const { thresholdApl, thresholdAl } = c.figures.housing;
  const isSocial = c.household.housing.occupancy === "social-tenant";
  if (left >= (isSocial ? thresholdApl : thresholdAl)) return left;
  trace.adds(words.tooLow, -left, isSocial ? "housing.thresholdApl" : "housing.thresholdAl");
  return 0;
};

/** Dégressivité : above a multiple of the ceiling the aid shrinks, then ends, unless someone of the family is disabled. */
const afterHighRent: LastStep = (c, { ceiling }, left, trace) => {
  if ([...c.parents, ...c.children].some(({ person }) => person.isDisabled)) return left;
  const { zone } = c.household.housing;
  const rent = countedRent(c);
  const from = toCent(ceiling * c.figures.rent[`shrinksFrom${zone}`]);
  const to = toCent(ceiling * c.figures.rent[`endsFrom${zone}`]);
  if (rent <= from) return left;
  const kept = rent > to ? 0 : toCent(left * (1 - (rent - from) / (to - from)));
  trace.adds(words.highRent, kept - left, `rent.shrinksFrom${zone}`);
  return kept;
};

const afterFlatCut: LastStep = (c, _, left, trace) => {
  const cut = Math.min(left, c.figures.housing.flatCut);
  trace.adds(words.flatCut, -cut, "housing.flatCut");
  return left - cut;
};

/** Réduction de loyer de solidarité : what the social landlord already takes off the rent is taken off the aid, but for a fiftieth. */
const afterRentReduction: LastStep = (c, { family, resources }, left, trace) => {
  const { occupancy, zone } = c.household.housing;
  if (occupancy !== "social-tenant" || resources / 12 >= ofComposition(family, rentReductionCeilings(c.figures, zone))) return left;
  const taken = Math.min(left, c.figures.rentReduction.deductedShare * ofComposition(family, rentReductions(c.figures, zone)));
  trace.adds(words.rentReduction, -taken, `rentReduction.single${zone}`);
  return left - taken;
};

const afterCrds: LastStep = (c, _, left, trace) => {
  const kept = toCent(left * (1 - c.figures.common.crdsRate));
  trace.adds(words.crds, kept - left, "common.crdsRate");
  return kept;
};
