import { isDay, type Day } from "#engines/calendar";

/**
 * Curseur : the place of the last record shown, and what the order rested on (radius found, day of the draw), so that the pages that follow
 * go on in the same order after midnight, or once something has opened nearer.
 */
export interface Cursor {
  readonly order: "best" | "distance";
  readonly day: Day;
  /** 0 without a place. */
  readonly radiusMeters: number;
  /** Rank of the best order, or metres; Infinity: without distance. */
  readonly rank: number;
  readonly id: string;
}

export const writeCursor = ({ order, day, radiusMeters, rank, id }: Cursor): string =>
  btoa(encodeURIComponent(JSON.stringify([order, day, radiusMeters, Number.isFinite(rank) ? rank : null, id]))).replaceAll("=", "");

/** @returns undefined when the text is no cursor, or one of another order. */
export const readCursor = (text: string, order: Cursor["order"]): Cursor | undefined => {
  const read = parsed(text);
  if (!Array.isArray(read)) return undefined;
  const [said, day, radiusMeters, rank, id] = read as readonly unknown[];
  return said === order &&
    typeof day === "string" &&
    isDay(day) &&
    typeof radiusMeters === "number" &&
    (typeof rank === "number" || rank === null) &&
    typeof id === "string"
    ? { order, day, radiusMeters, rank: rank ?? Infinity, id }
    : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(decodeURIComponent(atob(text)));
  } catch {
    return undefined;
  }
};
