/** Grain d'une fiche: 32 bits of its id (FNV-1a). */
export const fairnessSeedOf = (id: string): number => {
  let seed = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) seed = Math.imul(seed ^ id.charCodeAt(at), 0x01000193);
  return seed >>> 0;
};

/** Tirage du jour : among equals, another order each day, the same for everyone that day, which anyone can compute again. */
export const drawOf = (seed: number, dayNumber: number): number => {
  let mixed = seed ^ Math.imul(dayNumber + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
};
