import type { ByPerson } from "./household.ts";

/** Part d'une personne : her cents, 0 when she is not named. An id may be any word, so only what was really written counts. */
export const centsOf = (parts: ByPerson, id: string): number => (Object.hasOwn(parts, id) ? (parts[id] ?? 0) : 0);
