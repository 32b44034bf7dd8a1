/** Where words stand in a text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const clauseAtMost = 80;
const signs = /[,;:.!?()«»"“”\n]/;

/**
 * Ce qui est dit, around the words that convinced the machine: the clause in which they stand, so that a human recognises what she wrote.
 * A clause too long to be read at a glance stays as the machine saw it.
 */
export const clauseAround = (text: string, found: Span): Span => {
  const seen = withoutStrays(text, found);
  let { start, end } = seen;
  while (start > 0 && !signs.test(text.charAt(start - 1))) start--;
  while (end < text.length && !signs.test(text.charAt(end))) end++;
  return trimmed(text, end - start > clauseAtMost ? seen : { start, end });
};

/** A word or two beyond a comma belong to what comes before or after: they are left out. */
const withoutStrays = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end);
  const last = words.search(/[,;:][^,;:]*$/);
  const first = words.search(/[,;:]/);
  const isStray = (piece: string): boolean => piece.trim().split(/\s+/).length <= 2;
  if (last > 0 && isStray(words.slice(last + 1)) && !isStray(words.slice(0, last))) return { start, end: start + last };
  if (first > 0 && isStray(words.slice(0, first)) && !isStray(words.slice(first + 1))) return { start: start + first + 1, end };
  return { start, end };
};

const before = /^[\s,;:.!?)«»"“”]+/;
const after = /[\s,;:.(«»"“”]+$/;

/** Without the sign that closed the clause before, nor the one that opens the next. What holds nothing but signs stays as it is. */
const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end);
  const first = before.exec(words)?.[0].length ?? 0;
  if (first === words.length) return { start, end };
  return { start: start + first, end: end - (after.exec(words)?.[0].length ?? 0) };
};
