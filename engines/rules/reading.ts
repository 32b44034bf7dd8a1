import { isDay, isMonth, type Day, type Month } from "#engines/calendar";
import type { FieldPath } from "./field.ts";
import { fieldPath } from "./field.ts";
import { fieldWords, readingWords as words } from "./reading.words.ts";

/** Reproche : which field is wrong, and why, in a sentence that stands alone. */
export interface Complaint {
  readonly field: FieldPath;
  readonly sentence: string;
}

export type FieldName = keyof typeof fieldWords;
export type Piece = Readonly<Record<string, unknown>>;

/** Nobody in France has as much in a year: such a figure is a slip of the keyboard. */
const mostEuros = 100_000_000;

/**
 * Lecture : reads the values of a household one by one, and keeps what is wrong with each. Every reader gives the value, or null when it is
 * unknown or wrong; a wrong one leaves a complaint, so that nothing is computed from it.
 */
export class Reading {
  readonly complaints: Complaint[] = [];

  complain(field: FieldPath, sentence: string): null {
    this.complaints.push({ field, sentence });
    return null;
  }

  /** Is nothing wrong in this piece? A person who could not be read may be the one who seems to be missing: one complaint is enough. */
  isSound(piece: FieldName): boolean {
    return !this.complaints.some(({ field }) => field === piece || field.startsWith(`${piece}.`));
  }

  /** A piece between braces; undefined and null are both unknown. */
  piece(value: unknown, path: FieldPath, name: FieldName): Piece | null {
    if (value === undefined || value === null) return null;
    return isPiece(value) ? value : this.complain(path, words.notARecord(fieldWords[name]));
  }

  list(value: unknown, path: FieldPath, name: FieldName, most: number): readonly unknown[] | null {
    if (value === undefined || value === null) return null;
    if (!Array.isArray(value)) return this.complain(path, words.notAList(fieldWords[name]));
    return value.length > most ? this.complain(path, words.tooMany(fieldWords[name], most)) : (value as readonly unknown[]);
  }

  /** Absent means no; null means that nobody knows. */
  yesNo(piece: Piece, at: FieldPath, name: FieldName): boolean | null {
    const value = piece[name] === undefined ? false : piece[name];
    if (value === null || typeof value === "boolean") return value;
    return this.complain(way(at, name), words.notABoolean(fieldWords[name]));
  }

  /** Euros to cents; absent means unknown, unless another value is given for it. */
  cents(value: unknown, path: FieldPath, name: FieldName, whenAbsent: number | null = null): number | null {
    if (value === undefined) return whenAbsent;
    if (value === null) return null;
    const what = fieldWords[name];
    if (typeof value !== "number" || !Number.isFinite(value)) return this.complain(path, words.notANumber(what));
    if (value < 0) return this.complain(path, words.negative(what));
    return value > mostEuros ? this.complain(path, words.tooLarge(what)) : Math.round(value * 100);
  }

  /** From 0 to 1; absent means 0. */
  rate(piece: Piece, at: FieldPath, name: FieldName): number | null {
    const value = piece[name] === undefined ? 0 : piece[name];
    if (value === null) return null;
    if (typeof value === "number" && value >= 0 && value <= 1) return value;
    return this.complain(way(at, name), words.notARate(fieldWords[name]));
  }

  /** One of a closed list, translated into our word. */
  oneOf<Word>(value: unknown, path: FieldPath, name: FieldName, choices: Readonly<Record<string, Word>>): Word | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") return this.complain(path, words.notAText(fieldWords[name]));
    const word = Object.hasOwn(choices, value) ? choices[value] : undefined;
    return word ?? this.complain(path, words.notOneOf(fieldWords[name], shortened(value), Object.keys(choices)));
  }

  day(value: unknown, path: FieldPath, name: FieldName): Day | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") return this.complain(path, words.notAText(fieldWords[name]));
    return isDay(value) ? value : this.complain(path, words.notADay(fieldWords[name], shortened(value)));
  }

  month(value: unknown, path: FieldPath, name: FieldName): Month | null {
    if (value === undefined || value === null) return null;
    if (typeof value !== "string") return this.complain(path, words.notAText(fieldWords[name]));
    return isMonth(value) ? value : this.complain(path, words.notAMonth(fieldWords[name], shortened(value)));
  }
}

export const way = (at: FieldPath, name: string): FieldPath => (at === "" ? name : fieldPath(at, name));

export const isPiece = (value: unknown): value is Piece => typeof value === "object" && value !== null && !Array.isArray(value);

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
