import type { RightShown } from "./rights.contract.ts";

/** Tranche de montant, of a month: what is kept of non-take-up never tells the sum of anybody. */
export const amountBands = ["under-50", "50-149", "150-299", "300-599", "600-plus"] as const;
export type AmountBand = (typeof amountBands)[number];

const belowCents: readonly (readonly [number, AmountBand])[] = [
  [50_00, "under-50"],
  [150_00, "50-149"],
  [300_00, "150-299"],
  [600_00, "300-599"],
];

/** The band of an amount; what is paid once a year is spread over its months. */
export const bandOf = (amountCents: number, period: "month" | "year"): AmountBand => {
  const month = period === "year" ? amountCents / 12 : amountCents;
  return belowCents.find(([below]) => month < below)?.[1] ?? "600-plus";
};

/**
 * Droits non utilisés : acquired, and answered as not received. What is only probable, or what nobody asked about, is no fact. To be called
 * once a human answered what is received: whoever calls knows who did.
 */
export const notUsedIn = (rights: readonly RightShown[]): readonly { readonly right: RightShown["right"]; readonly band: AmountBand }[] =>
  rights
    .filter(({ state, received }) => state === "acquired" && received === "no")
    .map(({ right, likelyCents, period }) => ({ right, band: bandOf(likelyCents, period) }));
