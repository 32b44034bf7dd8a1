import type { Masked } from "#engines/words";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Où sont ces mots : finds words of the masked text, and gives their place in the text as it was written. Case, accents, kinds of
 * apostrophes and spaces do not count: models mend them. Words that are only masks, or too few letters, are no reason.
 */
export const placeFinder = (text: string, masked: Masked): ((words: string) => Place | undefined) => {
  const plain = plainOf(masked.text);
  const pieces = piecesOf(text, masked);
  return (words) => {
    const sought = plainOf(words).letters.trim();
    if (!saysSomething(words)) return undefined;
    for (let at = plain.letters.indexOf(sought); at >= 0; at = plain.letters.indexOf(sought, at + 1)) {
      const first = plain.places[at] as number;
      const last = plain.places[at + sought.length - 1] as number;
      // « nom » also stands in « [NOM_1] », where nobody wrote it.
      if (!isInOneMask(pieces, first, last)) return { start: writtenAt(pieces, first, "start"), end: writtenAt(pieces, last, "end") };
    }
    return undefined;
  };
};

const mask = /\[[A-Z_]+\d*\]/g;
const saysSomething = (words: string): boolean => words.replace(mask, "").replace(/[^\p{L}\p{N}]/gu, "").length >= 3;

interface Plain {
  readonly letters: string;
  /** For each sign of `letters`, where it stands in the text. */
  readonly places: readonly number[];
}

const plainOf = (text: string): Plain => {
  const letters: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at++)
    for (const sign of plainSign(text.charAt(at))) {
      if (sign === " " && letters.at(-1) === " ") continue;
      letters.push(sign);
      places.push(at);
    }
  return { letters: letters.join(""), places };
};

const plainSign = (sign: string): string => {
  if (/[a-z0-9.,]/.test(sign)) return sign;
  if (/\s/.test(sign)) return " ";
  if (/[’‘`´ʼ′]/.test(sign)) return "'";
  if (/[«»“”]/.test(sign)) return '"';
  return sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace("œ", "oe").replace("æ", "ae");
};

/** A stretch of the masked text, and the stretch of the text that it stands for. */
interface Piece {
  readonly from: number;
  readonly to: number;
  readonly written: Place;
  readonly isMask: boolean;
}

/** What nobody is named by is the same on both sides; each mask goes from a bracket to the next. */
const piecesOf = (text: string, { text: hidden, entities }: Masked): readonly Piece[] => {
  const pieces: Piece[] = [];
  let [from, start] = [0, 0];
  for (const entity of entities) {
    const bracket = from + entity.start - start;
    const to = hidden.indexOf("]", bracket) + 1;
    if (hidden.charAt(bracket) !== "[" || to === 0) throw new Error(`no mask at ${bracket} of the masked text, for a ${entity.type}`);
    pieces.push({ from, to: bracket, written: { start, end: entity.start }, isMask: false });
    pieces.push({ from: bracket, to, written: { start: entity.start, end: entity.end }, isMask: true });
    [from, start] = [to, entity.end];
  }
  return [...pieces, { from, to: hidden.length, written: { start, end: text.length }, isMask: false }];
};

const pieceAt = (pieces: readonly Piece[], at: number): Piece => pieces.find(({ to }) => at < to) ?? (pieces.at(-1) as Piece);
const isInOneMask = (pieces: readonly Piece[], first: number, last: number): boolean => {
  const piece = pieceAt(pieces, first);
  return piece.isMask && last < piece.to;
};

/** Half a mask is the whole of what it hides. */
const writtenAt = (pieces: readonly Piece[], at: number, side: "start" | "end"): number => {
  const piece = pieceAt(pieces, at);
  if (piece.isMask) return piece.written[side];
  return piece.written.start + at - piece.from + (side === "end" ? 1 : 0);
};
