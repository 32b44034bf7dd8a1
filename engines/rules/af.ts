import { afWords as words } from "./af.words.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { childrenUpTo, familyChildren } from "./dependants.ts";
import { familyResources } from "./family-resources.ts";
import { ageIn, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { toCent } from "./rounding.ts";
import type { FiguresOf } from "./scales.ts";
import type { Trace } from "./trace.ts";

/** Children born from this day on have the increase for age later than the others. Décret 2026-138 du 27/02/2026. */
const reform = "2012-03-01";
const ageBeforeReform = 14;

/** The amount in cents, and the part of it that the RSA and the prime d'activité count as a resource. */
export interface Af {
  readonly amount: number;
  readonly base: number;
}

/**
 * Allocations familiales : for families of two dependent children or more, lower when the resources are high.
 * Code de la sécurité sociale, art. L. 521-1 to L. 521-3, D. 521-1 to D. 521-4.
 */
export const af = (c: Calculation, month: MonthNumber, trace: Trace): Af => {
  const children = familyChildren(c, month);
  const twenties = childrenUpTo(c, month, 20).filter((child) => ageIn(child, month) === 20);
  const getsFlatSum = children.length + twenties.length >= 3 && twenties.length > 0;
  trace.notes(words.children, children.length, "enfant");
  if (children.length < 2 && !getsFlatSum) return { amount: 0, base: 0 };

  const { family, common } = figuresIn(c, month);
  const resources = familyResources(c, month, children);
  trace.notesSum(words.resources, resources, "an");
  const ceilings = ceilingsFor(family, children.length);
  trace.notesSum(words.firstCeiling, ceilings.first, "an", "family.afFirstCeiling");
  trace.notesSum(words.secondCeiling, ceilings.second, "an", "family.afSecondCeiling");
  const share = shareKept(family, resources, ceilings);

  const whole = children.length < 2 ? 0 : toCent(common.bmaf * (family.afTwoChildren + family.afNextChild * (children.length - 2)));
  const shared = children.length === 0 ? 0 : children.filter(isShared).length / children.length;
  const lent = whole * (1 - family.afSharedCustody) * shared;
  const older = whole > 0 ? olderChildren(c, children, month) : 0;
  trace.adds(words.base, whole, "common.bmaf");
  trace.adds(words.sharedCustody, -lent, "family.afSharedCustody");
  trace.adds(words.olderChildren, older, "family.afOlderChildAge");
  trace.adds(
    words.modulation,
    (share - 1) * (whole - lent + older),
    share === family.afUpperShare ? "family.afUpperShare" : "family.afMiddleShare",
  );
  const main = (whole - lent + older) * share;

  const flatShare = shareKept(family, resources, ceilingsFor(family, children.length + twenties.length));
  const flat = getsFlatSum ? twenties.length * toCent(common.bmaf * family.afTwentyYears) * flatShare : 0;
  trace.adds(words.twentyYears, flat, "family.afTwentyYears");

  const above = (resources > ceilings.second ? resources - ceilings.second : Math.max(0, resources - ceilings.first)) / 12;
  const complement = above > 0 ? Math.max(0, main - above) + Math.max(0, flat - above) : 0;
  trace.adds(words.complement, complement);

  return { amount: main + flat + complement, base: (whole - lent) * share };
};

interface Ceilings {
  readonly first: number;
  readonly second: number;
}

const ceilingsFor = (family: FiguresOf<"family">, children: number): Ceilings => ({
  first: family.afFirstCeiling + children * family.afCeilingPerChild,
  second: family.afSecondCeiling + children * family.afCeilingPerChild,
});

const shareKept = (family: FiguresOf<"family">, resources: number, { first, second }: Ceilings): number =>
  resources <= first ? 1 : resources <= second ? family.afMiddleShare : family.afUpperShare;

const isShared = ({ person }: Member): boolean => person.isInSharedCustody;

/** Majoration pour âge: for each child old enough, but not for the eldest of two. */
const olderChildren = (c: Calculation, children: readonly Member[], month: MonthNumber): number => {
  const { family, common } = figuresIn(c, month);
  const eldest = children.length === 2 ? Math.max(...children.map((child) => ageIn(child, month))) : undefined;
  let total = 0;
  for (const child of children) {
    const age = ageIn(child, month);
    const from = child.person.birthDate < reform ? Math.min(ageBeforeReform, family.afOlderChildAge) : family.afOlderChildAge;
    if (age >= from && age !== eldest) total += family.afOlderChild * common.bmaf * (isShared(child) ? family.afSharedCustody : 1);
  }
  return total;
};
