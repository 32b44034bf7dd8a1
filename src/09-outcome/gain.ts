import type { Id } from "#ground";

export const gainKinds = ["skill", "opportunity", "money", "avoided-cost", "time", "social-link"] as const;
export type GainKind = (typeof gainKinds)[number];
export const gainPeriods = ["once", "month", "year"] as const;
export type GainPeriod = (typeof gainPeriods)[number];
/** How well it is known: said, reckoned, or shown by a paper. */
export const gainBases = ["declared", "estimated", "proven"] as const;
export type GainBasis = (typeof gainBases)[number];

/** Gain : what the person has gained, in her hands or in her life. Money is only one kind among six. */
export interface Gain {
  readonly id: Id<"Gain">;
  readonly situationId: Id<"Situation">;
  readonly referralId: Id<"Referral"> | undefined;
  readonly kind: GainKind;
  /** In words: « fait seule sa déclaration trimestrielle ». */
  readonly label: string;
  /** Only for money and costs avoided. */
  readonly amount: { readonly cents: number; readonly period: GainPeriod } | undefined;
  readonly basis: GainBasis;
  readonly notedAt: Date;
}

/** Whether a kind is counted in euros. */
export const isInEuros = (kind: GainKind): boolean => kind === "money" || kind === "avoided-cost";

const timesAYear: Readonly<Record<GainPeriod, number>> = { once: 1, month: 12, year: 1 };

/** Cents over twelve months: 210 € a month are 2,520 € a year (case 43). What comes once counts once. */
export const centsPerYear = (amount: { readonly cents: number; readonly period: GainPeriod }): number =>
  amount.cents * timesAYear[amount.period];

export type Totals = Readonly<Record<GainBasis, number>>;

const totalsOf = (gains: readonly Gain[], kind: GainKind): Totals => {
  const sum = (basis: GainBasis): number =>
    gains.reduce(
      (total, gain) => (gain.kind === kind && gain.basis === basis && gain.amount ? total + centsPerYear(gain.amount) : total),
      0,
    );
  return { declared: sum("declared"), estimated: sum("estimated"), proven: sum("proven") };
};

/** Totaux par an, in cents. What is proven is never mixed with what is only said, nor money gained with costs avoided. */
export const yearTotals = (gains: readonly Gain[]): { readonly money: Totals; readonly avoidedCost: Totals } => ({
  money: totalsOf(gains, "money"),
  avoidedCost: totalsOf(gains, "avoided-cost"),
});
