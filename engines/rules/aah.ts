import { aahResources } from "./aah-resources.ts";
import { aahWords as words } from "./aah.words.ts";
import { centsOf } from "./by-person.ts";
import type { Calculation } from "./calculation.ts";
import { familyChildren } from "./dependants.ts";
import type { ByPerson } from "./household.ts";
import { ageIn, netOf, type Member } from "./member.ts";
import type { Trace } from "./trace.ts";

/** A right of each person: cents by person id, and their sum. */
export interface PersonalRight {
  readonly amount: number;
  readonly byPerson: ByPerson;
}

export const nobody: PersonalRight = { amount: 0, byPerson: {} };

/**
 * Allocation aux adultes handicapés : for each person whose disability rate opens it; the resources of a partner do not count since
 * October 2023. Code de la sécurité sociale, art. L. 821-1 to L. 821-3, R. 821-4, D. 821-2, D. 821-9.
 */
export const aah = (c: Calculation, trace: Trace): PersonalRight => {
  const members = [...c.parents, ...c.children].filter((member) => mayHaveAah(c, member));
  if (members.length === 0) trace.notesSum(words.notOpen, 0, "mois");
  let amount = 0;
  const byPerson: Record<string, number> = {};
  for (const member of members) {
    trace.speaksOf(member.person.role);
    const own = aahOf(c, member, trace);
    if (own > 0) byPerson[member.person.id] = own;
    amount += own;
  }
  return amount > 0 ? { amount, byPerson } : nobody;
};

/** Does the disability of this person open the AAH, whatever the resources? */
export const mayHaveAah = (c: Calculation, member: Member): boolean => {
  const { disability } = c.figures;
  const { disabilityRate, hasWorkRestriction } = member.person;
  if (disabilityRate < disability.aahLowerRate) return false;
  const age = ageIn(member, c.month);
  const isOpen = disabilityRate >= disability.aahFullRate || (hasWorkRestriction && age <= disability.aahRetirementAge);
  return isOpen && (age >= disability.aahAge || (age >= disability.aahYouthAge && !familyChildren(c, c.month).includes(member)));
};

const aahOf = (c: Calculation, member: Member, trace: Trace): number => {
  const { disability } = c.figures;
  const full = disability.aah;
  trace.notes(words.rate, member.person.disabilityRate * 100, "%");
  const resources = aahResources(c, member, trace);
  const dependants = familyChildren(c, c.month).length;
  const ceiling = full * (1 + disability.aahCeilingPerChild * dependants);
  trace.notesSum(words.ceiling, ceiling, "mois", "disability.aah");

  const afterResources = Math.max(0, Math.min(full, ceiling - resources));
  const pension = netOf(member, "disability-pension", c.month) + centsOf(c.household.received.asiCents, member.person.id);
  const amount = Math.min(afterResources, Math.max(0, full - pension));
  trace.adds(words.full, full, "disability.aah");
  trace.adds(words.resources, afterResources - full);
  trace.adds(words.pension, amount - afterResources);
  return amount;
};
