/** Seuil de dominance, in per cent. Insee's rule for statistics of companies, which we apply to commissioners. Source: inseefrlab.github.io/manuel-protection-tableaux, annexe « Règles ». */
const dominancePercent = 85;

/**
 * Dominance : does one contributor (a commissioner) bring more than 85 % of the persons? Then the figure is its own, and it is not
 * published at this level. Nobody dominates a cell where there is nobody: the threshold masks that one.
 * @param personsByContributor one count of persons for each contributor
 */
export const isDominated = (personsByContributor: readonly number[]): boolean => {
  const total = personsByContributor.reduce((sum, persons) => sum + persons, 0);
  return Math.max(0, ...personsByContributor) * 100 > total * dominancePercent;
};
