import { masksIn } from "./segment.ts";

/** Morceau d'un texte masqué : a word that may be chosen, a mask, or what stands between. */
export interface Piece {
  readonly kind: "word" | "mask" | "between";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into words, masks and what stands between: « l’Atelier » is two words, as one may be masked without the other. */
export const piecesOf = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  const add = (kind: Piece["kind"], start: number, end: number): void => {
    if (end > start) pieces.push({ kind, text: text.slice(start, end), start, end });
  };
  let at = 0;
  const addPlain = (until: number): void => {
    for (const { 0: word, index } of text.slice(at, until).matchAll(/[^\s’']+[’']?/gu)) {
      const start = at + index;
      add("between", pieces.at(-1)?.end ?? 0, start);
      add(/[\p{L}\p{Nd}]/u.test(word) ? "word" : "between", start, start + word.length);
    }
  };
  for (const mask of masksIn(text)) {
    addPlain(mask.start);
    add("between", pieces.at(-1)?.end ?? 0, mask.start);
    add("mask", mask.start, mask.end);
    at = mask.end;
  }
  addPlain(text.length);
  add("between", pieces.at(-1)?.end ?? 0, text.length);
  return pieces;
};

/** The words chosen, from one piece to another in either order. */
export interface Chosen {
  readonly from: number;
  readonly to: number;
}

export const isChosen = (chosen: Chosen | undefined, at: number): boolean =>
  chosen !== undefined && at >= Math.min(chosen.from, chosen.to) && at <= Math.max(chosen.from, chosen.to);

/** What was chosen, as it is written, without the signs at its ends. A choice that would go over a mask is none. */
export const segmentOf = (text: string, pieces: readonly Piece[], chosen: Chosen | undefined): string => {
  if (!chosen) return "";
  const [from, to] = [Math.min(chosen.from, chosen.to), Math.max(chosen.from, chosen.to)];
  if (pieces.slice(from, to + 1).some(({ kind }) => kind === "mask")) return "";
  return text.slice(pieces[from]?.start, pieces[to]?.end).replaceAll(/^[^\p{L}\p{Nd}+]+|[^\p{L}\p{Nd}]+$/gu, "");
};

/** How far two clicks may stand from each other and still be the two ends of one choice. */
const widest = 25;

/**
 * What a click on a word chooses: alone at first; then, with no mask between and not too far, the end of a choice that is begun.
 * A click inside what is chosen begins again.
 */
export const afterClick = (pieces: readonly Piece[], chosen: Chosen | undefined, at: number): Chosen | undefined => {
  if (chosen && chosen.from === at && chosen.to === at) return undefined;
  const isBegun = chosen && chosen.from === chosen.to && Math.abs(chosen.from - at) <= widest;
  const between = isBegun ? pieces.slice(Math.min(chosen.from, at), Math.max(chosen.from, at)) : [];
  return isBegun && between.every(({ kind }) => kind !== "mask") ? { from: chosen.from, to: at } : { from: at, to: at };
};

/** The next word in a direction, over what stands between; the same one at the end of the text. */
export const wordFrom = (pieces: readonly Piece[], at: number, step: 1 | -1): number => {
  for (let next = at + step; next >= 0 && next < pieces.length; next += step) if (pieces[next]?.kind === "word") return next;
  return at;
};
