import { published, THRESHOLD, type Published } from "./published.ts";

/** Effectif affiché : "1 234", "< 11", or "masqué" for a count that is not small but protects another. The same in a page, a file, a tooltip. */
export const shownCount = (count: number | Published): string => {
  const shown = typeof count === "number" ? published(count) : count;
  if (shown.kind === "number") return inFrench.format(shown.value);
  return shown.because === "small" ? `< ${THRESHOLD}` : "masqué";
};

const inFrench = new Intl.NumberFormat("fr-FR");
