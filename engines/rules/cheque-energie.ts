import type { Calculation } from "./calculation.ts";
import { chequeEnergieWords as words } from "./cheque-energie.words.ts";
import type { Occupancy } from "./household.ts";
import type { FiguresOf, ScaleName } from "./scales.ts";
import type { Trace } from "./trace.ts";

const withHome: readonly Occupancy[] = ["owner", "social-tenant", "tenant", "furnished-tenant"];

type Band = 1 | 2 | 3 | 4;
type Size = "OneUnit" | "UnderTwo" | "FromTwo";

/**
 * Chèque énergie : once a year, from the reference tax income divided among the persons of the home. In cents of the year.
 * Code de l'énergie, art. L. 124-1, R. 124-1, R. 124-3; décret 2016-555; arrêtés du 26/12/2018 et du 24/02/2021.
 */
export const chequeEnergie = (c: Calculation, trace: Trace): number => {
  const { housing, taxIncomesCents } = c.household;
  if (!withHome.includes(housing.occupancy)) {
    trace.notesSum(words.noHome, 0, "an");
    return 0;
  }
  const income = Object.values(taxIncomesCents).reduce((total, one) => total + one, 0);
  const units = unitsOf(c);
  const perUnit = income / units;
  trace.notesSum(words.taxIncome, income, "an");
  trace.notes(words.units, units, "unité");
  trace.notesSum(words.perUnit, perUnit, "an", "energy.under4");
  const band = bandOf(c.figures.energy, perUnit);
  if (band === undefined) return 0;
  const size: Size = units <= 1 ? "OneUnit" : units < 2 ? "UnderTwo" : "FromTwo";
  const key = `cheque${band}${size}` as const;
  const scale: ScaleName = `energy.${key}`;
  trace.adds(words.cheque, c.figures.energy[key], scale);
  return c.figures.energy[key];
};

/** One for the first person, less for the second, less again for the others; a child in shared custody is half a person. */
const unitsOf = ({ figures: { energy }, parents, children }: Calculation): number => {
  const persons = children.reduce((total, { person }) => total + (person.isInSharedCustody ? 0.5 : 1), parents.length);
  return 1 + energy.secondPerson * Math.min(1, persons - 1) + energy.nextPerson * Math.max(0, persons - 2);
};

const bandOf = (energy: FiguresOf<"energy">, perUnit: number): Band | undefined =>
  ([1, 2, 3, 4] as const).find((band) => perUnit < energy[`under${band}`]);
