import { aeehWords as words } from "./aeeh.words.ts";
import type { Calculation } from "./calculation.ts";
import { ageIn } from "./member.ts";
import type { Trace } from "./trace.ts";

/**
 * Allocation d'éducation de l'enfant handicapé : its basic sum for each disabled child. In cents.
 * Code de la sécurité sociale, art. L. 541-1, R. 541-1, D. 541-1. The complements depend on a decision of the CDAPH that a household
 * does not tell: see `departures.ts`.
 */
export const aeeh = (c: Calculation, trace: Trace): number => {
  const { family, common } = c.figures;
  const children = c.children.filter(
    (child) => child.person.isDisabled && ageIn(child, c.month) >= 0 && ageIn(child, c.month) < family.aeehAgeLimit,
  );
  trace.notes(words.children, children.length, "enfant");
  const amount = children.length * family.aeehBase * common.bmaf;
  trace.adds(words.base, amount, "common.bmaf");
  return amount;
};
