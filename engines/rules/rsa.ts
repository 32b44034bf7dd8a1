import type { Af } from "./af.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import type { Cf } from "./cf.ts";
import { childrenUpTo } from "./dependants.ts";
import { flatAmount, raisedAmount } from "./flat-amount.ts";
import type { ByPerson } from "./household.ts";
import { ageIn } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { housingCounted, rsaFamilyOf, type RsaFamily } from "./rsa-family.ts";
import { personalResources } from "./rsa-personal-resources.ts";
import { rsaWords as words } from "./rsa.words.ts";
import { notesSavings } from "./savings.ts";
import type { Trace } from "./trace.ts";

/** The rights of the month that count as resources of the RSA. */
export interface RsaBenefits {
  readonly paje: number;
  readonly asf: number;
  readonly cf: Cf;
  readonly af: Af;
  readonly aspa: number;
  readonly housingAid: number;
}

/**
 * Revenu de solidarité active : what is missing to reach the flat amount of the household. In cents.
 * Code de l'action sociale et des familles, art. L. 262-2 to L. 262-10, R. 262-1 to R. 262-13, R. 262-39.
 * @param quarterBefore the incomes are those of the three months before it; the month of the right unless another is asked
 */
export const rsa = (c: Calculation, benefits: RsaBenefits, trace: Trace, quarterBefore: MonthNumber = c.month): number => {
  const family = rsaFamilyOf(c, c.month);
  trace.notes(words.persons, family.persons, "personne");
  const isOpenPlain = isOpen(c, family);
  if (!isOpenPlain && !family.isRaised) {
    trace.notes(words.notOpen, ageIn(c.claimant, c.month), "an");
    return 0;
  }
  const table = c.figures.rsa;
  const plain = isOpenPlain ? flatAmount(table, family.persons, c.isCouple) : 0;
  const raised = family.isRaised ? raisedAmount(table, family.children.length) : 0;
  const most = Math.max(plain, raised);
  const housing = housingCounted(c, table, family.persons, benefits.housingAid);
  const income = [...c.parents, ...family.children].reduce((total, member) => total + personalResources(c, member, quarterBefore), 0);
  const familyBenefits = countedFamilyBenefits(c, benefits);
  const minima = benefits.aspa + receivedMinima(c);

  notesSavings(c, [...c.parents, ...family.children], trace);
  trace.adds(raised > plain ? words.raisedAmount : words.flatAmount, most, "rsa.base");
  trace.adds(words.housing, -housing, "rsa.base");
  trace.adds(words.income, -income);
  trace.adds(words.familyBenefits, -familyBenefits, "common.bmaf");
  trace.adds(words.minima, -minima);
  const missing = most - housing - income - familyBenefits - minima;
  if (missing >= table.threshold) return missing;
  if (missing < 0) trace.adds(words.whole, -missing);
  else trace.adds(words.tooLow, -missing, "rsa.threshold");
  return 0;
};

/** Someone of 25, or a parent, or a young worker with enough hours; never a student. The raised amount asks none of this: CASF, art. L. 262-4. */
const isOpen = (c: Calculation, { children }: RsaFamily): boolean =>
  c.parents.some((parent) => {
    const { claimantAge, youthAge } = c.figures.rsa;
    const age = ageIn(parent, c.month);
    if (parent.person.activity === "student") return false;
    return age >= claimantAge || children.length > 0 || (age > youthAge && parent.person.hasWorkedForYouthRsa);
  });

/** The increases for age and the complement for modest families are left to the household. */
const countedFamilyBenefits = (c: Calculation, { paje, asf, cf, af }: RsaBenefits): number => {
  const children = childrenUpTo(c, c.month, 19).length;
  const asfCounted = Math.min(asf, children * c.figures.family.asfCounted * c.figures.common.bmaf);
  return paje + asfCounted + (cf.amount > 0 ? cf.unraised : 0) + Math.min(af.base, af.amount);
};

/** What was received in the three months before; the same sum each month. */
const receivedMinima = (c: Calculation): number => {
  const { assCents, aahCents, asiCents, mvaCents } = c.household.received;
  return [...c.parents, ...c.children].reduce(
    (total, { person: { id } }) =>
      total + ([assCents, aahCents, asiCents, mvaCents] as ByPerson[]).reduce((sum, of) => sum + centsOf(of, id), 0),
    0,
  );
};
