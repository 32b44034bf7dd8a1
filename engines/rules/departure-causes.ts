import { mayHaveAah } from "./aah.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import { cssResources } from "./css-resources.ts";
import { coverFor, cssMembers } from "./css.ts";
import { childrenUpTo, familyChildren } from "./dependants.ts";
import { wagesAreLeftOut } from "./housing-resources.ts";
import { ageIn, netOf, sumOf, type Member } from "./member.ts";
import { monthNumber } from "./month-number.ts";
import { primeActivite } from "./prime-activite.ts";
import type { RightId } from "./right.ts";
import { rsa } from "./rsa.ts";
import { savingsYield } from "./savings.ts";
import { benefitsOfRsa, type Sixteen } from "./sixteen.ts";
import { mayHaveAsi, mayHaveAspa } from "./solidarity.ts";
import { silent } from "./trace.ts";

/** Could a departure change the answer of this household by a euro, or open or close its right? */
export type Cause = (c: Calculation, found: Sixteen, right: RightId) => boolean;

const oneEuro = 100;
/** Legal ages of retirement, between the oldest generations and the youngest. */
const firstLegalAge = 62;
const lastLegalAge = 64;
const leastAgeOfIncrease = 14;
/** Déclaration préremplie : tried in some départements from then on. */
const prefilledFrom = monthNumber("2024-10");
const decreeOnResources = monthNumber("2025-07");
const newTargetOfCheque = monthNumber("2025-01");

/** A departure that is told, and that cannot change an answer that we can see. */
export const never: Cause = () => false;

/** Of two children, both old enough for the increase, none is the eldest by whole years. */
export const twoAreEldest: Cause = (c, { af }) => {
  const [one, other, third] = familyChildren(c, c.month);
  if (!one || !other || third || af.amount === 0) return false;
  return ageIn(one, c.month) === ageIn(other, c.month) && ageIn(one, c.month) >= leastAgeOfIncrease;
};

export const isLoneParent: Cause = (c) => !c.isCouple && childrenUpTo(c, c.month, 19).length > 0;

/** Wages begin or end around the month, or come from a micro-business alone. */
export const workChanges: Cause = (c) =>
  everyone(c).some((member) => {
    const hasWage = netOf(member, "salary", c.month) > 0;
    const hadWage = sumOf(member, "salary", "net", c.month - 3, c.month - 1) > 0;
    const hasBusiness = sumOf(member, "micro-business", "net", c.month - 3, c.month) > 0;
    return mayHaveAah(c, member) && (hasWage !== hadWage || (hasBusiness && !hasWage));
  });

export const isNearRetirement: Cause = (c) =>
  everyone(c).some((member) => {
    const isHalfDisabled = member.person.disabilityRate < c.figures.disability.aahFullRate;
    return isHalfDisabled && ageIn(member, c.month) >= firstLegalAge && mayHaveAah(c, member);
  });

export const hadAahInCouple: Cause = (c) =>
  c.isCouple && c.parents.some(({ person }) => centsOf(c.household.received.aahCents, person.id) > 0);

export const childHasAah: Cause = (c, { aah }) =>
  c.children.some(({ person }) => centsOf(aah.byPerson, person.id) > 0) && familyChildren(c, c.month).length > 0;

/** Unfit for work, between the first legal ages of retirement and the age that our reference waits for. */
export const couldHaveAspaEarly: Cause = (c) =>
  c.parents.some((parent) => {
    const age = ageIn(parent, c.month);
    const isUnfit = parent.person.isUnfitForWork || parent.person.disabilityRate >= c.figures.oldAge.aspaEarlyRate;
    return isUnfit && age >= firstLegalAge && age <= lastLegalAge && !mayHaveAspa(c, parent);
  });

export const isMixedCouple: Cause = (c) =>
  c.parents.some((parent) => mayHaveAsi(c, parent)) && c.parents.some((parent) => mayHaveAspa(c, parent));

export const worksWithAss: Cause = (c, { ass }) =>
  c.parents.some((parent) => centsOf(ass.byPerson, parent.person.id) > 0 && netOf(parent, "salary", c.month) > 0);

export const partnerHasAss: Cause = ({ claimant, partner, month }, { ass }) =>
  partner !== undefined && centsOf(ass.byPerson, partner.person.id) > 0 && netOf(claimant, "unemployment", month - 1) > 0;

/** With the quarter that begins a month earlier, would the amount change? */
export const quarterMatters: Cause = (c, found, right) => {
  if (c.month < prefilledFrom || !incomesMoved(c)) return false;
  const earlier = c.month - 1;
  const [ours, theirs] =
    right === "rsa" ? [found.rsa, rsa(c, benefitsOfRsa(found), silent, earlier)] : [found.prime, primeActivite(c, silent, earlier)];
  return Math.abs(ours - theirs) >= oneEuro;
};

/** Does anyone have an income that began or ended in the four months before? */
const incomesMoved = (c: Calculation): boolean =>
  everyone(c).some(({ incomes }) =>
    incomes.some(({ from, until }) => from < c.month && until >= c.month - 4 && (from > c.month - 4 || until < c.month)),
  );

export const hasSavings: Cause = (c, { prime }) =>
  prime > 0 && c.parents.reduce((total, parent) => total + savingsYield(c, parent, c.month), 0) >= oneEuro;

export const isBornThisMonth: Cause = (c) => c.children.some((child) => child.bornIn > c.month);

export const isBornInQuarter: Cause = (c, { prime }) => prime > 0 && c.children.some((child) => child.bornIn > c.month - 3);

export const hasTwins: Cause = (c, { paje }) => {
  const births = childrenUpTo(c, c.month, 2).map(({ person }) => person.birthDate);
  return paje > 0 && new Set(births).size < births.length;
};

export const needsDecision: Cause = (c, { aeeh }) =>
  aeeh > 0 && c.children.some(({ person }) => person.isDisabled && person.disabilityRate < c.figures.disability.aahFullRate);

/** Both earned at least twelve BMAF in the twelve months that the housing aid looks at. */
export const haveTwoYearlyWages: Cause = (c, { housing, aah, ass, aeeh }) => {
  if (!c.isCouple || housing.amount === 0 || wagesAreLeftOut(c, { aah, ass, aeeh })) return false;
  return c.parents.every((parent) => sumOf(parent, "salary", "taxable", c.month - 13, c.month - 2) >= 12 * c.figures.common.bmaf);
};

/** With the twelve months that the law takes, would the cover be another one? */
export const coverMoves: Cause = (c, { css, ass, rsa: found, housing }) => {
  const rights = { ass: ass.byPerson, rsa: found, housingAid: housing.amount };
  const resources = (lastMonth: number): number => cssResources(c, cssMembers(c), rights, lastMonth);
  return coverFor(resources(c.month - 1), c, found) === css.cover && coverFor(resources(c.month - 2), c, found) !== css.cover;
};

export const couldHaveBetterCover: Cause = (c, { css }) => c.month >= decreeOnResources && css.cover !== "free";

export const mayLiveWithParents: Cause = (c) =>
  c.children.length === 0 &&
  c.household.housing.occupancy === "rent-free" &&
  c.parents.every((parent) => ageIn(parent, c.month) < c.figures.health.childAge);

export const hasNewCheque: Cause = (c, { energy }) => c.month >= newTargetOfCheque && energy > 0;

const everyone = (c: Calculation): readonly Member[] => [...c.parents, ...c.children];
