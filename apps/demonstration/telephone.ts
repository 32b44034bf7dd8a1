/** Numéro de fiction: only in the ranges kept for it, where nobody ever answers. */
export const fictionalPhone = (range: FictionRange, rest: number): string => {
  const digits = String(rest % 10_000).padStart(4, "0");
  return `${range} ${digits.slice(0, 2)} ${digits.slice(2)}`;
};

export type FictionRange = "01 99 00" | "02 61 91" | "03 53 01" | "04 65 71" | "05 36 49" | "06 39 98";

/** Where a telephone rings, by département. */
export const rangeOf = (departement: string): FictionRange =>
  departement === "38" ? "04 65 71" : departement === "44" ? "02 61 91" : "05 36 49";
