import { figuresIn, type Calculation } from "./calculation.ts";
import { cfWords as words } from "./cf.words.ts";
import { childrenUpTo } from "./dependants.ts";
import { areBothEarners, familyResources } from "./family-resources.ts";
import { ageIn } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { toCent } from "./rounding.ts";
import type { FiguresOf } from "./scales.ts";
import type { Trace } from "./trace.ts";

const childrenNeeded = 3;
const leastAge = 3;
const oldestAge = 20;

/** The amount in cents, and what it would be without its increase: the only part that the RSA counts as a resource. */
export interface Cf {
  readonly amount: number;
  readonly unraised: number;
}

/**
 * Complément familial : for families of three children or more, all older than three, with modest resources.
 * Code de la sécurité sociale, art. L. 522-1 to L. 522-3, R. 522-1, R. 522-2, D. 522-1, D. 522-2.
 * @param paje cents of the basic allowance of the Paje in that month: with it there is no complément familial (art. L. 532-2)
 */
export const cf = (c: Calculation, month: MonthNumber, paje: number, trace: Trace): Cf => {
  const children = childrenUpTo(c, month, oldestAge);
  const grown = children.filter((child) => ageIn(child, month) >= leastAge).length;
  trace.notes(words.children, grown, "enfant");
  if (grown < childrenNeeded) return { amount: 0, unraised: 0 };

  const { family, common } = figuresIn(c, month);
  const resources = familyResources(c, month, children);
  const ceiling = ceilingFor(family, children.length) + (!c.isCouple || areBothEarners(c, month) ? family.cfCeilingEarners : 0);
  trace.notesSum(words.resources, resources, "an");
  trace.notesSum(words.ceiling, ceiling, "an", "family.cfCeiling");

  const base = family.cfBase * common.bmaf;
  const unraised = toCent(resources <= ceiling ? base : Math.max(0, Math.min(base, (ceiling + 12 * base - resources) / 12)));
  const raised = resources <= family.cfRaisedCeilingShare * ceiling ? toCent(family.cfRaised * common.bmaf) : 0;
  if (resources <= ceiling) trace.adds(words.base, unraised, "common.bmaf");
  else trace.adds(words.differential, unraised, "common.bmaf");
  if (raised > 0) trace.adds(words.raised, raised - unraised, "family.cfRaised");

  const amount = Math.max(unraised, raised);
  if (paje > 0) trace.adds(words.paje, -amount);
  return { amount: paje > 0 ? 0 : amount, unraised };
};

/** The ceiling grows by a quarter for each of the first two children, by three tenths for each of the others. */
const ceilingFor = (family: FiguresOf<"family">, children: number): number =>
  family.cfCeiling * (1 + family.cfCeilingFirstChildren * Math.min(children, 2) + family.cfCeilingNextChildren * Math.max(children - 2, 0));
