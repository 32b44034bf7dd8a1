import type { RightShown } from "./rights.contract.ts";

/** How useful a right is to speak of now: what may be claimed first, then what may turn out, then what is received, then the rest. */
const rankOf = ({ state, received, highCents, health }: RightShown): number => {
  if (state === "acquired" && received !== "yes") return 0;
  if (state === "uncertain" && (highCents > 0 || health.some((cover) => cover !== "none")) && received !== "yes") return 1;
  if (state !== "excluded") return received === "yes" ? 2 : 3;
  return 4;
};

const monthly = ({ highCents, period }: RightShown): number => (period === "year" ? highCents / 12 : highCents);

/** Droits dans l'ordre où l'on en parle. */
export const inSpokenOrder = (rights: readonly RightShown[]): readonly RightShown[] =>
  rights.toSorted((a, b) => rankOf(a) - rankOf(b) || monthly(b) - monthly(a));

/** What the narrow column shows: all that may be claimed, the most promising of what is unsure, and how many are left out. */
export const inColumn = (
  rights: readonly RightShown[],
  unsureAtMost = 3,
): { readonly shown: readonly RightShown[]; readonly otherUnsure: number; readonly excluded: number } => {
  const ordered = inSpokenOrder(rights);
  const unsure = ordered.filter((right) => rankOf(right) === 1);
  const shown = ordered.filter((right) => rankOf(right) !== 1 && rankOf(right) < 3);
  return {
    shown: inSpokenOrder([...shown, ...unsure.slice(0, unsureAtMost)]),
    otherUnsure: Math.max(0, unsure.length - unsureAtMost) + ordered.filter((right) => rankOf(right) === 3).length,
    excluded: ordered.filter((right) => rankOf(right) === 4).length,
  };
};
