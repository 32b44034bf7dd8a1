import { asfWords as words } from "./asf.words.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { childrenUpTo } from "./dependants.ts";
import { netOf } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import type { Trace } from "./trace.ts";

const oldestAge = 19;

/**
 * Allocation de soutien familial : for the children of a lone parent, less the alimony received. In cents.
 * Code de la sécurité sociale, art. L. 523-1 to L. 523-3, D. 523-1. Like our reference, it does not ask why the other parent does not
 * pay: see `departures.ts`.
 */
export const asf = (c: Calculation, month: MonthNumber, trace: Trace): number => {
  if (c.isCouple) {
    trace.notes(words.couple, 2, "parent");
    return 0;
  }
  const { family, common } = figuresIn(c, month);
  const children = childrenUpTo(c, month, oldestAge).length;
  trace.notes(words.children, children, "enfant");
  const support = children * family.asfOneParent * common.bmaf;
  const alimony = Math.min(support, alimonyOf(c, month));
  trace.adds(words.support, support, "common.bmaf");
  trace.adds(words.alimony, -alimony);
  const amount = support - alimony;
  if (amount > family.asfThreshold) return amount;
  trace.adds(words.tooLow, -amount, "family.asfThreshold");
  return 0;
};

const alimonyOf = (c: Calculation, month: MonthNumber): number =>
  [...c.parents, ...c.children].reduce((total, member) => total + netOf(member, "alimony", month), 0);
