import { figuresIn, type Calculation } from "./calculation.ts";
import { childrenUpTo, familyChildren } from "./dependants.ts";
import { areBothEarners, familyResources } from "./family-resources.ts";
import type { MonthNumber } from "./month-number.ts";
import { pajeWords as words } from "./paje.words.ts";
import type { Trace } from "./trace.ts";

/** An infant is two years old at most. */
const infantAge = 2;

/**
 * Allocation de base de la Paje : one sum a family, for a child under three, full or half according to the resources. In cents.
 * Code de la sécurité sociale, art. L. 531-3, R. 531-1, D. 531-2.
 */
export const paje = (c: Calculation, month: MonthNumber, trace: Trace): number => {
  const infants = childrenUpTo(c, month, infantAge).length;
  trace.notes(words.infants, infants, "enfant");
  if (infants === 0) return 0;

  const { family, common } = figuresIn(c, month);
  const children = familyChildren(c, month);
  const resources = familyResources(c, month, children);
  const perChildren =
    1 + family.pajeCeilingFirstChildren * Math.min(children.length, 2) + family.pajeCeilingNextChildren * Math.max(children.length - 2, 0);
  const isHelped = !c.isCouple || areBothEarners(c, month);
  const fullCeiling = family.pajeFullCeiling * perChildren + (isHelped ? family.pajeFullEarners : 0);
  const halfCeiling = family.pajeHalfCeiling * perChildren + (isHelped ? family.pajeHalfEarners : 0);
  trace.notesSum(words.resources, resources, "an");
  trace.notesSum(words.fullCeiling, fullCeiling, "an", "family.pajeFullCeiling");
  trace.notesSum(words.halfCeiling, halfCeiling, "an", "family.pajeHalfCeiling");

  if (resources > halfCeiling) return 0;
  const isFull = resources <= fullCeiling;
  const amount = common.bmaf * (isFull ? family.pajeFull : family.pajeHalf);
  trace.adds(isFull ? words.full : words.half, amount, "common.bmaf");
  return amount;
};
