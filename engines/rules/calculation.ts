import type { Household } from "./household.ts";
import { figuresOf } from "./figures.ts";
import { memberOf, type Member } from "./member.ts";
import { monthNumber, type MonthNumber } from "./month-number.ts";
import type { Figures, Scales } from "./scales.ts";

/** Calcul : a household made ready for its sixteen rights. Every rule reads it, none changes it. */
export interface Calculation {
  readonly household: Household;
  readonly scales: Scales;
  /** Mois du droit. */
  readonly month: MonthNumber;
  readonly figures: Figures;
  readonly claimant: Member;
  readonly partner: Member | undefined;
  /** The claimant, and the partner when there is one. */
  readonly parents: readonly Member[];
  readonly children: readonly Member[];
  readonly isCouple: boolean;
  readonly isPregnant: boolean;
}

export const calculationOf = (household: Household, scales: Scales): Calculation => {
  const members = household.persons.map(memberOf);
  const claimant = members.find(({ person }) => person.role === "claimant");
  if (!claimant) throw new Error("a household has a claimant");
  const partner = members.find(({ person }) => person.role === "partner");
  const parents = partner ? [claimant, partner] : [claimant];
  const month = monthNumber(household.month);
  return {
    household,
    scales,
    month,
    figures: figuresOf(scales, month),
    claimant,
    partner,
    parents,
    children: members.filter(({ person }) => person.role === "child"),
    isCouple: partner !== undefined,
    isPregnant: parents.some(({ person }) => person.isPregnant),
  };
};

/** Chiffres d'un autre mois. */
export const figuresIn = (c: Calculation, month: MonthNumber): Figures => (month === c.month ? c.figures : figuresOf(c.scales, month));
