/** Part et son intervalle à 95 % : numbers from 0 to 1. */
export type ShareInterval = { readonly share: number; readonly low: number; readonly high: number };

/** Écart entre deux parts : from -1 to 1; `isEstablished` when its interval does not contain 0. */
export type DifferenceInterval = {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  readonly isEstablished: boolean;
};

/** The 97.5 % quantile of the normal law: 95 % of it lies within ± z. */
const z = 1.959963984540054;

/**
 * Part : part / whole with the Wilson score interval at 95 %,
 * (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n), which stays within 0 and 1 and holds for small n.
 * @returns undefined when `whole` is 0: no share of nothing.
 * Source: E. B. Wilson, "Probable inference", JASA 22 (1927), 209-212; without continuity correction.
 */
export const shareInterval = (part: number, whole: number): ShareInterval | undefined => {
  if (!(part >= 0 && part <= whole)) throw new Error(`${part} is not a part of ${whole}`);
  if (whole === 0) return undefined;
  const share = part / whole;
  const shrink = 1 + z ** 2 / whole;
  const centre = (share + z ** 2 / (2 * whole)) / shrink;
  const half = (z * Math.sqrt((share * (1 - share)) / whole + z ** 2 / (4 * whole ** 2))) / shrink;
  return { share, low: part === 0 ? 0 : centre - half, high: part === whole ? 1 : centre + half };
};

/**
 * Écart entre deux parts (first minus second) with the hybrid score interval at 95 %:
 * d - √((p₁-l₁)² + (u₂-p₂)²) to d + √((u₁-p₁)² + (p₂-l₂)²), l and u being Wilson's bounds.
 * For two groups that share nobody. An écart not established is neither coloured nor commented.
 * @returns undefined when one whole is 0.
 * Source: R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998), 873-890, method 10.
 */
export const differenceOfShares = (
  first: { readonly part: number; readonly whole: number },
  second: { readonly part: number; readonly whole: number },
): DifferenceInterval | undefined => {
  const one = shareInterval(first.part, first.whole);
  const two = shareInterval(second.part, second.whole);
  if (one === undefined || two === undefined) return undefined;
  const difference = one.share - two.share;
  const low = difference - Math.hypot(one.share - one.low, two.high - two.share);
  const high = difference + Math.hypot(one.high - one.share, two.share - two.low);
  return { difference, low, high, isEstablished: low > 0 || high < 0 };
};
