import { mayHaveAah } from "./aah.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import { coverFor, cssMembers } from "./css.ts";
import { cssResources } from "./css-resources.ts";
import type { Departure, DepartureId } from "./departure.ts";
import { departureWords } from "./departures.words.ts";
import { childrenUpTo, familyChildren } from "./dependants.ts";
import { wagesAreLeftOut } from "./housing-resources.ts";
import { ageIn, netOf, sumOf, type Member } from "./member.ts";
import { monthNumber } from "./month-number.ts";
import { primeActivite } from "./prime-activite.ts";
import { rightIds, type RightId } from "./right.ts";
import { rsa } from "./rsa.ts";
import { savingsYield } from "./savings.ts";
import { benefitsOfRsa, type Sixteen } from "./sixteen.ts";
import { mayHaveAsi, mayHaveAspa } from "./solidarity.ts";
import { silent } from "./trace.ts";

export type { Departure } from "./departure.ts";

/** For which rights, and whether it could change the answer of this household. */
interface Entry {
  readonly rights: readonly RightId[];
  readonly couldChange: (c: Calculation, found: Sixteen, right: RightId) => boolean;
}

const never = (): boolean => false;
const oneEuro = 100;
/** Legal ages of retirement, between the oldest generations and the youngest. */
const firstLegalAge = 62;
const lastLegalAge = 64;
const leastAgeOfIncrease = 14;
/** Déclaration préremplie : tried in some départements from then on. */
const prefilledFrom = monthNumber("2024-10");

const entries: Readonly<Record<DepartureId, Entry>> = {
  "age-in-days": { rights: rightIds.filter((right) => right !== "cheque_energie"), couldChange: never },
  "af-same-age": { rights: ["af"], couldChange: eldestAreTwo },
  "asf-other-parent": { rights: ["asf"], couldChange: (c) => !c.isCouple && childrenUpTo(c, c.month, 19).length > 0 },
  "aah-work": { rights: ["aah"], couldChange: (c) => everyone(c).some((member) => mayHaveAah(c, member) && changesWork(c, member)) },
  "aah-retirement-age": {
    rights: ["aah"],
    couldChange: (c) =>
      everyone(c).some((member) => mayHaveAah(c, member) && ageIn(member, c.month) >= firstLegalAge && isHalfDisabled(member)),
  },
  "aah-couple-before-2023": { rights: ["aah"], couldChange: (c) => c.isCouple && c.parents.some((parent) => receivesAah(c, parent)) },
  "aah-hospital": { rights: ["aah"], couldChange: never },
  "aah-of-child": {
    rights: ["aah"],
    couldChange: (c, { aah }) =>
      c.children.some((child) => centsOf(aah.byPerson, child.person.id) > 0) && familyChildren(c, c.month).length > 0,
  },
  "mva-of-child": { rights: ["mva"], couldChange: (c, { mva }) => c.children.some((child) => centsOf(mva.byPerson, child.person.id) > 0) },
  "aspa-early": { rights: ["aspa", "asi"], couldChange: (c) => c.parents.some((parent) => couldHaveAspaEarly(c, parent)) },
  "asi-mixed-couple": {
    rights: ["asi", "aspa"],
    couldChange: (c) => c.parents.some((parent) => mayHaveAsi(c, parent)) && c.parents.some((parent) => mayHaveAspa(c, parent)),
  },
  "ass-with-work": {
    rights: ["ass"],
    couldChange: (c, { ass }) =>
      c.parents.some((parent) => centsOf(ass.byPerson, parent.person.id) > 0 && netOf(parent, "salary", c.month) > 0),
  },
  "ass-of-partner": {
    rights: ["ass"],
    couldChange: (c, { ass }) =>
      c.partner !== undefined && centsOf(ass.byPerson, c.partner.person.id) > 0 && netOf(c.claimant, "unemployment", c.month - 1) > 0,
  },
  "quarter-moved": { rights: ["rsa", "prime_activite"], couldChange: quarterMatters },
  "quarter-frozen": { rights: ["rsa", "prime_activite"], couldChange: never },
  "prime-savings": {
    rights: ["prime_activite"],
    couldChange: (c, { prime }) => prime > 0 && c.parents.reduce((total, parent) => total + savingsYield(c, parent, c.month), 0) >= oneEuro,
  },
  "child-of-the-month": { rights: ["rsa"], couldChange: (c) => c.children.some((child) => child.bornIn > c.month) },
  "child-of-the-quarter": {
    rights: ["prime_activite"],
    couldChange: (c, { prime }) => prime > 0 && c.children.some((child) => child.bornIn > c.month - 3),
  },
  "paje-twins": { rights: ["paje_base"], couldChange: (c, { paje }) => paje > 0 && haveTwins(childrenUpTo(c, c.month, 2)) },
  "paje-birth-grant": { rights: ["paje_base"], couldChange: never },
  "aeeh-decision": {
    rights: ["aeeh"],
    couldChange: (c, { aeeh }) =>
      aeeh > 0 && c.children.some(({ person }) => person.isDisabled && person.disabilityRate < c.figures.disability.aahFullRate),
  },
  "housing-two-wages": { rights: ["aide_logement"], couldChange: haveTwoYearlyWages },
  "housing-rounding": { rights: ["aide_logement"], couldChange: never },
  "housing-relative": { rights: ["aide_logement"], couldChange: never },
  "css-months": { rights: ["css"], couldChange: coverMoves },
  "css-decree-2025": { rights: ["css"], couldChange: (c, { css }) => c.month >= monthNumber("2025-07") && css.cover !== "free" },
  "css-with-parents": {
    rights: ["css"],
    couldChange: (c) =>
      c.children.length === 0 &&
      c.household.housing.occupancy === "rent-free" &&
      c.parents.every((parent) => ageIn(parent, c.month) < c.figures.health.childAge),
  },
  "energy-2025": { rights: ["cheque_energie"], couldChange: (c, { energy }) => c.month >= monthNumber("2025-01") && energy > 0 },
};

/** Écarts connus d'un droit : all of them, whether they touch a household or not. */
export const departuresOf = (right: RightId): readonly Departure[] => all.filter(({ rights }) => rights.includes(right));

/** Écarts qui touchent ce foyer : those that could change the answer of this right here. */
export const departuresThatCouldChange = (right: RightId, c: Calculation, found: Sixteen): readonly Departure[] =>
  departuresOf(right).filter(({ id }) => entries[id].couldChange(c, found, right));

const all: readonly Departure[] = Object.entries(entries).map(([id, { rights }]) => ({
  id: id as DepartureId,
  rights,
  ...departureWords[id as DepartureId],
}));

const everyone = (c: Calculation): readonly Member[] => [...c.parents, ...c.children];

const receivesAah = (c: Calculation, { person }: Member): boolean => centsOf(c.household.received.aahCents, person.id) > 0;

const isHalfDisabled = ({ person }: Member): boolean => person.disabilityRate < 0.8;

/** Wages begin or end around the month, or come from a micro-business alone. */
const changesWork = (c: Calculation, member: Member): boolean => {
  const hasWage = netOf(member, "salary", c.month) > 0;
  const hadWage = sumOf(member, "salary", "net", c.month - 3, c.month - 1) > 0;
  const hasBusiness = sumOf(member, "micro-business", "net", c.month - 3, c.month) > 0;
  return hasWage !== hadWage || (hasBusiness && !hasWage);
};

const couldHaveAspaEarly = (c: Calculation, member: Member): boolean => {
  const age = ageIn(member, c.month);
  const isUnfit = member.person.isUnfitForWork || member.person.disabilityRate >= c.figures.oldAge.aspaEarlyRate;
  return isUnfit && age >= firstLegalAge && age <= lastLegalAge && !mayHaveAspa(c, member);
};

/** With the quarter that begins a month earlier, would the amount change by a euro? */
function quarterMatters(c: Calculation, found: Sixteen, right: RightId): boolean {
  if (c.month < prefilledFrom || !incomesMoved(c)) return false;
  const earlier = c.month - 1;
  const [ours, theirs] =
    right === "rsa" ? [found.rsa, rsa(c, benefitsOfRsa(found), silent, earlier)] : [found.prime, primeActivite(c, silent, earlier)];
  return Math.abs(ours - theirs) >= oneEuro;
}

/** Does anyone have other incomes in the fourth month before than in the last one? */
const incomesMoved = (c: Calculation): boolean =>
  everyone(c).some(({ incomes }) =>
    incomes.some(({ from, until }) => from <= c.month - 1 && until >= c.month - 4 && (from > c.month - 4 || until < c.month - 1)),
  );

/** Of two children, both old enough for the increase, none is the eldest by whole years. */
function eldestAreTwo(c: Calculation, { af }: Sixteen): boolean {
  const [one, other, third] = familyChildren(c, c.month);
  if (!one || !other || third || af.amount === 0) return false;
  return ageIn(one, c.month) === ageIn(other, c.month) && ageIn(one, c.month) >= leastAgeOfIncrease;
}

const haveTwins = (infants: readonly Member[]): boolean => new Set(infants.map(({ person }) => person.birthDate)).size < infants.length;

/** Both earned at least twelve BMAF in the twelve months that the housing aid looks at. */
function haveTwoYearlyWages(c: Calculation, { housing, aah, ass, aeeh }: Sixteen): boolean {
  if (!c.isCouple || housing.amount === 0 || wagesAreLeftOut(c, { aah, ass, aeeh })) return false;
  return c.parents.every((parent) => sumOf(parent, "salary", "taxable", c.month - 13, c.month - 2) >= 12 * c.figures.common.bmaf);
}

/** With the twelve months that the law takes, would the cover be another one? */
function coverMoves(c: Calculation, { css, ass, rsa, housing }: Sixteen): boolean {
  const rights = { ass: ass.byPerson, rsa, housingAid: housing.amount };
  const resources = (lastMonth: number): number => cssResources(c, cssMembers(c), rights, lastMonth);
  return coverFor(resources(c.month - 1), c, rsa) === css.cover && coverFor(resources(c.month - 2), c, rsa) !== css.cover;
}
