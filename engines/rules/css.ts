import type { Calculation } from "./calculation.ts";
import { cssResources, discountsUsed, type CssRights } from "./css-resources.ts";
import { cssWords as words } from "./css.words.ts";
import { ageIn, sumOf, type Member } from "./member.ts";
import type { HealthCover } from "./right.ts";
import { toEuro } from "./rounding.ts";
import { notesSavings } from "./savings.ts";
import type { Trace } from "./trace.ts";

/** The cover, and what it costs each month in cents. */
export interface Css {
  readonly cover: HealthCover;
  readonly cost: number;
}

/**
 * Complémentaire santé solidaire : a health cover, free under a ceiling of resources, for a small share just above.
 * Code de la sécurité sociale, art. L. 861-1, L. 861-2, R. 861-2 to R. 861-10, D. 861-9.
 */
export const css = (c: Calculation, rights: CssRights, trace: Trace): Css => {
  const members = cssMembers(c);
  trace.notes(words.persons, members.length, "personne");
  if (!isOwnHousehold(c, members)) {
    trace.notes(words.notOwnHousehold, 1, "foyer");
    return { cover: "none", cost: 0 };
  }
  const resources = cssResources(c, members, rights, c.month - 1);
  const { free, paid } = cssCeilings(c);
  for (const discount of discountsUsed(c, members)) trace.notesSum(words.leftOut, c.figures.health[discount], "mois", `health.${discount}`);
  notesSavings(c, members, trace);
  trace.notesSum(words.resources, resources, "an", "rsa.base");
  trace.notesSum(words.ceiling, free, "an", "health.ceiling");
  trace.notesSum(words.paidCeiling, paid, "an", "health.ceiling");
  if (rights.rsa > 0) trace.notesSum(words.rsa, rights.rsa, "mois");

  const cover = coverFor(resources, c, rights.rsa);
  const cost = cover === "paid" ? members.reduce((total, member) => total + costOf(c, member), 0) : 0;
  if (cost > 0) trace.notesSum(words.cost, cost, "mois", "health.costUnder50");
  return { cover, cost };
};

/** Which cover such resources open. */
export const coverFor = (resources: number, c: Calculation, rsa: number): HealthCover => {
  const { free, paid } = cssCeilings(c);
  if (rsa > 0 || resources <= free) return "free";
  return resources <= paid ? "paid" : "none";
};

/** Foyer : the parents, and the children up to 25. */
export const cssMembers = (c: Calculation): readonly Member[] => [
  ...c.parents,
  ...c.children.filter((child) => ageIn(child, c.month) <= c.figures.health.childAge),
];

/** Under 25 and without a child, who lived on alimony in the last year belongs to the household of the parents. */
const isOwnHousehold = (c: Calculation, members: readonly Member[]): boolean => {
  if (members.length > c.parents.length) return true;
  if (members.some((member) => ageIn(member, c.month) >= c.figures.health.childAge)) return true;
  return !members.some((member) => ageIn(member, c.month) < 18 || sumOf(member, "alimony", "net", c.month - 12, c.month - 1) > 0);
};

/** Plafonds : by rank of age of all the children, half for a child in shared custody. In cents of a year. */
const cssCeilings = (c: Calculation): { readonly free: number; readonly paid: number } => {
  const { health } = c.figures;
  const eldestFirst = c.children.toSorted(byRank);
  const shares = eldestFirst.reduce((total, { person }, rank) => total + shareOfChild(c, rank) * (person.isInSharedCustody ? 0.5 : 1), 0);
  const free = toEuro(health.ceiling * (1 + (c.isCouple ? health.secondPerson : 0) + shares));
  return { free, paid: free * (1 + health.paidCeilingMore) };
};

/** Twins have no rank: the one who lives here all the time comes first, which is to the advantage of the household. */
const byRank = (a: Member, b: Member): number =>
  a.person.birthDate === b.person.birthDate
    ? Number(a.person.isInSharedCustody) - Number(b.person.isInSharedCustody)
    : a.person.birthDate < b.person.birthDate
      ? -1
      : 1;

/** The second person of the household counts half, the third and the fourth three tenths, the others four. */
const shareOfChild = ({ figures: { health }, isCouple }: Calculation, rank: number): number => {
  const person = rank + (isCouple ? 3 : 2);
  return person === 2 ? health.secondPerson : person <= 4 ? health.thirdPerson : health.nextPerson;
};

const costOf = ({ figures: { health }, month }: Calculation, member: Member): number => {
  const age = ageIn(member, month);
  if (age < 30) return health.costUnder30;
  if (age < 50) return health.costUnder50;
  if (age < 60) return health.costUnder60;
  return age < 70 ? health.costUnder70 : health.costFrom70;
};
