import type { Enclosures } from "#contact/server";

/** Several rooms may let someone bring something to the form: each names, keeps and forgets its own, and leaves what it cannot read. */
export const allEnclosures = (each: readonly Enclosures[]): Enclosures => ({
  nameOf: (enclosed, commissionerId, now) => {
    for (const { nameOf } of each) {
      const name = nameOf(enclosed, commissionerId, now);
      if (name !== undefined) return name;
    }
    return undefined;
  },
  keep: async (work, booked, enclosed) => {
    for (const { keep } of each) await keep(work, booked, enclosed);
  },
  keptFor: async (work, owner) => {
    const kept = [];
    for (const { keptFor } of each) kept.push(...(await keptFor(work, owner)));
    return kept;
  },
  forget: async (work, owner, id) => {
    for (const { forget } of each) if (await forget(work, owner, id)) return true;
    return false;
  },
});
