import { aspaWords as words } from "./aspa.words.ts";
import type { Calculation } from "./calculation.ts";
import { notesSavings } from "./savings.ts";
import { mayHaveAsi, mayHaveAspa, solidarityResources } from "./solidarity.ts";
import type { ScaleName } from "./scales.ts";
import type { StepWords, Trace } from "./trace.ts";

/**
 * Allocation de solidarité aux personnes âgées (minimum vieillesse) : brings the resources of old people up to a ceiling. In cents,
 * for the couple together. Code de la sécurité sociale, art. L. 815-1 to L. 815-9, D. 815-1.
 */
export const aspa = (c: Calculation, ass: number, trace: Trace): number => {
  const eligible = c.parents.filter((parent) => mayHaveAspa(c, parent)).length;
  trace.notes(words.eligible, eligible, "personne");
  if (eligible === 0) return 0;
  const { oldAge } = c.figures;
  const resources = solidarityResources(c, ass);
  const ceiling = (c.isCouple ? oldAge.aspaCeilingCouple : oldAge.aspaCeilingSingle) / 12;
  notesSavings(c, c.parents, trace);
  trace.notesSum(words.resources, resources, "mois");
  trace.notesSum(words.ceiling, ceiling, "mois", c.isCouple ? "oldAge.aspaCeilingCouple" : "oldAge.aspaCeilingSingle");

  if (eligible === 1 && c.parents.some((parent) => mayHaveAsi(c, parent))) {
    // Each of the two has half of the room left under the ceiling of a couple.
    const half = oldAge.aspaCouple / 12 / 2;
    return less(trace, words.fullWithAsi, half, Math.max(0, resources + half - ceiling) / 2, "oldAge.aspaCouple");
  }
  const full = (eligible === 2 ? oldAge.aspaCouple : oldAge.aspaSingle) / 12;
  return less(trace, words.full, full, Math.max(0, resources + full - ceiling), eligible === 2 ? "oldAge.aspaCouple" : "oldAge.aspaSingle");
};

const less = (trace: Trace, name: StepWords, full: number, above: number, scale: ScaleName): number => {
  const taken = Math.min(full, above);
  trace.adds(name, full, scale);
  trace.adds(words.above, -taken);
  return full - taken;
};
