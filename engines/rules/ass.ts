import { nobody, type PersonalRight } from "./aah.ts";
import { assResources } from "./ass-resources.ts";
import { assWords as words } from "./ass.words.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import { ageInMonths, netOf, type Member } from "./member.ts";
import type { Trace } from "./trace.ts";

const daysAMonth = 30;

/**
 * Allocation de solidarité spécifique : for job seekers who have worked and whose unemployment benefits have ended.
 * Code du travail, art. L. 5423-1, L. 5423-6, R. 5423-1 to R. 5423-6.
 */
export const ass = (c: Calculation, aah: PersonalRight, trace: Trace): PersonalRight => {
  const members = c.parents.filter((parent) => mayHaveAss(c, parent, aah));
  if (members.length === 0) trace.notes(words.notOpen, 0, "personne");
  let amount = 0;
  const byPerson: Record<string, number> = {};
  for (const member of members) {
    trace.speaksOf(member.person.role);
    const own = assOf(c, trace);
    if (own > 0) byPerson[member.person.id] = own;
    amount += own;
  }
  return amount > 0 ? { amount, byPerson } : nobody;
};

const mayHaveAss = (c: Calculation, member: Member, aah: PersonalRight): boolean =>
  member.person.activity === "unemployed" &&
  member.person.hasWorkedForAss &&
  ageInMonths(member, c.month) <= c.figures.jobless.assAgeMonths &&
  netOf(member, "unemployment", c.month) === 0 &&
  centsOf(aah.byPerson, member.person.id) === 0;

const assOf = (c: Calculation, trace: Trace): number => {
  const { jobless } = c.figures;
  const resources = assResources(c);
  const full = daysAMonth * jobless.assDaily;
  const ceiling = jobless.assDaily * (c.isCouple ? jobless.assCeilingCouple : jobless.assCeilingSingle);
  trace.notesSum(words.resources, resources, "mois");
  trace.notesSum(words.ceiling, ceiling, "mois", "jobless.assDaily");
  const amount = Math.max(0, Math.min(full, ceiling - resources));
  trace.adds(words.full, full, "jobless.assDaily");
  trace.adds(words.above, amount - full);
  if (amount >= jobless.assDaily) return amount;
  trace.adds(words.tooLow, -amount, "jobless.assDaily");
  return 0;
};
