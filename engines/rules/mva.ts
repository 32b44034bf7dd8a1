import { nobody, type PersonalRight } from "./aah.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import type { Occupancy } from "./household.ts";
import { sumOf } from "./member.ts";
import { mvaWords as words } from "./mva.words.ts";
import type { Trace } from "./trace.ts";

/** Logement indépendant : one's own, rented or owned, and helped by a housing aid. */
const independent: readonly Occupancy[] = ["social-tenant", "tenant", "furnished-tenant", "owner"];

/**
 * Majoration pour la vie autonome : a flat sum on top of the AAH or the ASI for who lives in a home of one's own with a housing aid
 * and has had no wage for a year. Code de la sécurité sociale, art. L. 821-1-2.
 */
export const mva = (c: Calculation, aah: PersonalRight, asi: PersonalRight, housingAid: number, trace: Trace): PersonalRight => {
  const { disability } = c.figures;
  const members = c.parents.filter(({ person }) => {
    const isHelped = centsOf(aah.byPerson, person.id) > 0 || centsOf(asi.byPerson, person.id) > 0;
    return isHelped && person.disabilityRate >= disability.aahFullRate;
  });
  if (members.length === 0) trace.notesSum(words.notOpen, 0, "mois");
  let amount = 0;
  const byPerson: Record<string, number> = {};
  for (const member of members) {
    const { id, role } = member.person;
    trace.speaksOf(role);
    const wages = sumOf(member, "salary", "net", c.month - 12, c.month - 1);
    if (wages > 0) trace.notesSum(words.worked, wages, "an");
    trace.notesSum(words.noAid, housingAid, "mois");
    if (wages > 0 || housingAid <= 0 || !independent.includes(c.household.housing.occupancy)) continue;
    trace.adds(words.raise, disability.mva, "disability.mva");
    byPerson[id] = disability.mva;
    amount += disability.mva;
  }
  return amount > 0 ? { amount, byPerson } : nobody;
};
