import { nobody, type PersonalRight } from "./aah.ts";
import { asiWords as words } from "./asi.words.ts";
import type { Calculation } from "./calculation.ts";
import { notesSavings } from "./savings.ts";
import { mayHaveAsi, mayHaveAspa, solidarityResources } from "./solidarity.ts";
import type { Trace } from "./trace.ts";

/**
 * Allocation supplémentaire d'invalidité : brings the resources of a disabled pensioner, too young for the Aspa, up to a ceiling.
 * Code de la sécurité sociale, art. L. 815-24, L. 815-24-1, D. 815-19-1. Where both of a couple have it, each has half.
 * @param ass cents of the ASS of the month, which counts among the resources
 */
export const asi = (c: Calculation, ass: number, trace: Trace): PersonalRight => {
  const eligible = c.parents.filter((parent) => mayHaveAsi(c, parent));
  if (eligible.length === 0) {
    trace.notes(words.notOpen, 0, "personne");
    return nobody;
  }
  if (c.parents.some((parent) => mayHaveAspa(c, parent))) {
    trace.notes(words.mixed, 1, "personne");
    return nobody;
  }
  const { disability } = c.figures;
  const ceiling = (c.isCouple ? disability.asiCouple : disability.asiSingle) / 12;
  const resources = solidarityResources(c, ass);
  notesSavings(c, c.parents, trace);
  trace.notesSum(words.resources, resources, "mois");
  trace.adds(words.ceiling, ceiling, c.isCouple ? "disability.asiCouple" : "disability.asiSingle");
  trace.adds(words.counted, -Math.min(ceiling, resources));
  const amount = Math.max(0, ceiling - resources);
  if (amount === 0) return nobody;
  return { amount, byPerson: Object.fromEntries(eligible.map(({ person }) => [person.id, amount / eligible.length])) };
};
