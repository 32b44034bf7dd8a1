import type { RightShown } from "./rights.contract.ts";

/** How useful a right is to speak of now: what may be claimed, what brings something whatever the answers, what may turn out, what is received. */
const rankOf = ({ state, received, lowCents, highCents, health }: RightShown): number => {
  if (state === "excluded") return 5;
  if (received === "yes") return 3;
  if (state === "acquired") return 0;
  if (lowCents > 0) return 1;
  return highCents > 0 || health.some((cover) => cover !== "none") ? 2 : 4;
};

/** Droit à demander : probable, or sure to bring something, and not received already. */
export const mayBeClaimed = ({ state, received, lowCents }: Pick<RightShown, "state" | "received" | "lowCents">): boolean =>
  received !== "yes" && (state === "acquired" || (state === "uncertain" && lowCents > 0));

const monthly = (cents: number, period: RightShown["period"]): number => (period === "year" ? cents / 12 : cents);

/** Droits dans l'ordre où l'on en parle: of two alike, the one that brings more a month. */
export const inSpokenOrder = (rights: readonly RightShown[]): readonly RightShown[] =>
  rights.toSorted((a, b) => rankOf(a) - rankOf(b) || monthly(b.highCents, b.period) - monthly(a.highCents, a.period));

/** What the narrow column shows: all that brings something, the most promising of what is unsure, and how many are left out. */
export const inColumn = (
  rights: readonly RightShown[],
  unsureAtMost = 2,
): { readonly shown: readonly RightShown[]; readonly otherUnsure: number; readonly excluded: number } => {
  const ordered = inSpokenOrder(rights);
  const withRank = (...ranks: readonly number[]): readonly RightShown[] => ordered.filter((right) => ranks.includes(rankOf(right)));
  const unsure = withRank(2);
  return {
    shown: [...withRank(0, 1), ...unsure.slice(0, unsureAtMost), ...withRank(3)],
    otherUnsure: Math.max(0, unsure.length - unsureAtMost) + withRank(4).length,
    excluded: withRank(5).length,
  };
};
