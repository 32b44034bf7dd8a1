/** Revenu en trois montants : what reaches the account, before contributions, and what is taxed before the deduction of 10 %. Whole cents. */
export interface IncomeAmounts {
  readonly netCents: number;
  readonly grossCents: number;
  readonly taxableCents: number;
}

/**
 * Du net au brut et à l'imposable. People know the net amount; the law also reads the two others. Ordinary rates of 2025 and 2026:
 * about 21.5 % of the gross wage goes to contributions of the employee (no executive, no civil servant), and the part of CSG and CRDS that is
 * taxed all the same, 2.9 % of 98.25 % of the gross, adds 3.5 % to the net. A pension bears 7 % in all, unemployment benefit 2 % taxed.
 * We say that we do so (`assumption.ts`): a payslip or a notice settles it.
 */
const rates = {
  wage: { gross: 1.274, taxable: 1.035 },
  unemployment: { gross: 1, taxable: 1.02 },
  retirement: { gross: 1.075, taxable: 1.01 },
} as const;

/**
 * Under these pensions of a month, alone or together, a household of pensioners bears no contribution: CSS L136-8, reference tax income of
 * 12 817 € for one part and 19 661 € for two (2025), that is 1 187 € and 1 820 € a month once 10 % are deducted.
 */
const freePensionCents = { alone: 118_700, together: 182_000 } as const;

export type KnownIncome = keyof typeof rates;

const times = (cents: number, rate: number): number => Math.round(cents * rate);

/** @param pensionsCents all the pensions of the household in a month, which decide whether contributions are borne */
export const amountsFromNet = (
  kind: KnownIncome,
  netCents: number,
  household: { readonly pensionsCents: number; readonly isCouple: boolean },
): IncomeAmounts => {
  const isFree = kind === "retirement" && household.pensionsCents <= freePensionCents[household.isCouple ? "together" : "alone"];
  const { gross, taxable } = isFree ? { gross: 1, taxable: 1 } : rates[kind];
  return { netCents, grossCents: times(netCents, gross), taxableCents: times(netCents, taxable) };
};
