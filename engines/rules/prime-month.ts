import { af } from "./af.ts";
import { centsOf } from "./by-person.ts";
import { figuresIn, type Calculation } from "./calculation.ts";
import { cf } from "./cf.ts";
import { childrenUpTo } from "./dependants.ts";
import { flatAmount, raisedAmount } from "./flat-amount.ts";
import { ageIn, netOf, type Member } from "./member.ts";
import type { MonthNumber } from "./month-number.ts";
import { primeActiviteWords as words } from "./prime-activite.words.ts";
import { toCent } from "./rounding.ts";
import { housingCounted, rsaFamilyOf } from "./rsa-family.ts";
import type { Figures } from "./scales.ts";
import { silent, type Trace } from "./trace.ts";

/** Prime d'un mois : what one of the three months gives, with the figures and the family of that month, in cents. CSS, art. L. 842-3, R. 842-3, D. 843-2, D. 843-3. */
export const primeOfMonth = (c: Calculation, month: MonthNumber, trace: Trace): number => {
  const figures = figuresIn(c, month);
  const table = figures.primeActivite;
  const members = membersOf(c, month);
  if (!members.some((member) => ageIn(member, month) >= table.age)) return 0;

  const family = rsaFamilyOf(c, month);
  const plain = flatAmount(table, family.persons, c.isCouple);
  const raised = family.isRaised ? raisedAmount(table, family.children.length) : 0;
  const flat = Math.max(plain, raised);
  const earned = members.map((member) => earnedBy(c, member, month));
  const whole = earned.reduce((total, one) => total + one, 0);
  const bonus = earned.reduce((total, one) => total + bonusFor(figures, one), 0);
  const others = otherResources(c, members, month);
  const housing = housingCounted(c, table, family.persons, c.household.received.housingAidCents);
  const prime = flat + bonus + table.earnedShare * whole - Math.max(whole + others + housing, flat);

  trace.turnsTo(month);
  trace.notesSum(raised > plain ? words.raisedAmount : words.flatAmount, flat, "mois", "primeActivite.base");
  trace.notesSum(words.earned, whole, "mois");
  trace.notesSum(words.earnedShare, table.earnedShare * whole, "mois", "primeActivite.earnedShare");
  trace.notesSum(words.bonus, bonus, "mois", "common.smicHourly");
  trace.notesSum(words.others, others, "mois", "common.bmaf");
  trace.notesSum(words.housing, housing, "mois", "primeActivite.base");
  trace.notesSum(words.deducted, Math.max(whole + others + housing, flat), "mois");
  return Math.max(0, prime);
};

/** Parents and all the children of the family, those who work included. */
export const membersOf = (c: Calculation, month: MonthNumber): readonly Member[] => [
  ...c.parents,
  ...c.children.filter((child) => ageIn(child, month) < figuresIn(c, month).rsa.childAge),
];

/** Revenus d'activité : wages and micro-business, and the AAH of who works enough. */
export const earnedBy = (c: Calculation, member: Member, month: MonthNumber): number => {
  const work = fromWork(member, month);
  return worksBesideAah(c, work, month) ? work + aahReceived(c, member) : work;
};

const fromWork = (member: Member, month: MonthNumber): number => netOf(member, "salary", month) + netOf(member, "micro-business", month);

const aahReceived = (c: Calculation, { person }: Member): number => centsOf(c.household.received.aahCents, person.id);

/** From 29 hours of Smic a month, the AAH counts as earned. CSS, art. L. 842-8. */
const worksBesideAah = (c: Calculation, work: number, month: MonthNumber): boolean => {
  const { primeActivite, common } = figuresIn(c, month);
  return work >= primeActivite.aahWorkHours * common.smicHourly;
};

/** Bonification : grows from 59 hours of Smic until it is whole. */
const bonusFor = ({ primeActivite: p, common }: Figures, earned: number): number => {
  const whole = toCent(p.bonusShare * p.base);
  const hours = earned / common.smicHourly;
  return Math.max(0, Math.min(whole, (whole * (hours - p.bonusFromHours)) / (p.bonusFullHours - p.bonusFromHours)));
};

const otherResources = (c: Calculation, members: readonly Member[], month: MonthNumber): number =>
  members.reduce((total, member) => total + otherResourcesOf(c, member, month), 0) + familyBenefits(c, month);

const otherResourcesOf = (c: Calculation, member: Member, month: MonthNumber): number => {
  const { assCents, asiCents, mvaCents } = c.household.received;
  const { id } = member.person;
  const pensions =
    netOf(member, "unemployment", month) +
    netOf(member, "retirement", month) +
    netOf(member, "disability-pension", month) +
    netOf(member, "alimony", month);
  const minima = centsOf(assCents, id) + centsOf(asiCents, id) + centsOf(mvaCents, id);
  return pensions + minima + (worksBesideAah(c, fromWork(member, month), month) ? 0 : aahReceived(c, member));
};

/** Only what was received counts, and of some benefits only their base. CSS, art. R. 844-4, R. 844-5. */
const familyBenefits = (c: Calculation, month: MonthNumber): number => {
  const { aspaCents, pajeCents, asfCents, cfCents, afCents } = c.household.received;
  const { family, common } = figuresIn(c, month);
  const asf = asfCents > 0 ? Math.min(asfCents, childrenUpTo(c, month, 19).length * family.asfCounted * common.bmaf) : 0;
  const complement = cfCents > 0 ? cf(c, month, 0, silent).unraised : 0;
  const allowances = afCents > 0 ? Math.min(af(c, month, silent).base, afCents) : 0;
  return aspaCents + pajeCents + asf + complement + allowances;
};
