/**
 * Fautes de frappe : letters added, left out, changed, or exchanged with their neighbour, that part two words.
 * @returns the number of faults, or more than `most` (which one does not matter) when there are more
 */
export const editsBetween = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, previous, current] = rows;
  for (let at = 0; at <= b.length; at++) previous[at] = at;
  for (let i = 1; i <= a.length; i++) {
    current[0] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1);
      let edits = Math.min(
        (previous[j] as number) + 1,
        (current[j - 1] as number) + 1,
        (previous[j - 1] as number) + (letter === other ? 0 : 1),
      );
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && other === a.charCodeAt(i - 2))
        edits = Math.min(edits, (before[j - 2] as number) + 1);
      current[j] = edits;
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    [before, previous, current] = [previous, current, before];
  }
  return previous[b.length] as number;
};

/** Longer words are cut before they come here. */
export const longestWord = 62;
const row = (): Uint8Array => new Uint8Array(longestWord + 2);
const rows: readonly [Uint8Array, Uint8Array, Uint8Array] = [row(), row(), row()];
