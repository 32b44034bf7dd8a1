import { monthInWords } from "#engines/calendar";
import { linesIn } from "./figures.ts";
import { monthOfNumber, type MonthNumber } from "./month-number.ts";
import type { Role } from "./household.ts";
import type { Step } from "./right.ts";
import type { ScaleLine, ScaleName, Scales } from "./scales.ts";

/** Mots d'une étape : what the step is called, and the article of law that it applies. */
export interface StepWords {
  readonly label: string;
  readonly law: string;
}

/**
 * Trace : a rule writes here what it does while it does it. All sums given are in cents.
 * The steps that `adds` receives sum to the amount: `adds` rounds the running total, and not each step, so no cent is lost.
 */
export interface Trace {
  /** Something counted: persons, a rate, an age. The unit is given for one, and takes its plural when there are more. */
  notes(words: StepWords, value: number, unit: Counted, scale?: ScaleName): void;
  /** A sum that prepares what follows. */
  notesSum(words: StepWords, cents: number, per: Per, scale?: ScaleName): void;
  /** A sum that enters the amount, or leaves it when negative. Nothing is written for a sum of zero. */
  adds(words: StepWords, cents: number, scale?: ScaleName): void;
  /** From here on, the steps speak of another month than that of the right. */
  turnsTo(month: MonthNumber): void;
  /** From here on, the steps speak of this person: a right of each person has one account a person. */
  speaksOf(role: Role): void;
}

type Counted = "enfant" | "personne" | "parent" | "foyer" | "unité" | "an" | "%";

export type Per = "mois" | "an" | "trimestre";

/** Sans trace : for the many households that only compare amounts. */
export const silent: Trace = {
  notes: () => undefined,
  notesSum: () => undefined,
  adds: () => undefined,
  turnsTo: () => undefined,
  speaksOf: () => undefined,
};

export class WrittenTrace implements Trace {
  readonly steps: Step[] = [];
  /** The scales named by the steps: those on which the answer rests. */
  readonly scalesUsed = new Set<ScaleName>();
  readonly #scales: Scales;
  readonly #per: Per;
  readonly #ownMonth: MonthNumber;
  #month: MonthNumber;
  #lines: ReadonlyMap<ScaleName, ScaleLine>;
  #role: Role = "claimant";
  #total = 0;

  constructor(scales: Scales, month: MonthNumber, per: Per) {
    this.#scales = scales;
    this.#ownMonth = month;
    this.#month = month;
    this.#per = per;
    this.#lines = linesIn(scales, month);
  }

  notes(words: StepWords, value: number, unit: Counted, scale?: ScaleName): void {
    this.#write(words, value, unit !== "%" && value >= 2 ? `${unit}s` : unit, scale);
  }

  notesSum(words: StepWords, cents: number, per: Per, scale?: ScaleName): void {
    this.#write(words, eurosOf(cents), `€/${per}`, scale);
  }

  adds(words: StepWords, cents: number, scale?: ScaleName): void {
    if (cents === 0) return;
    const before = Math.round(this.#total);
    this.#total += cents;
    this.#write(words, eurosOf(cents), `€/${this.#per}`, scale, Math.round(this.#total) - before);
  }

  turnsTo(month: MonthNumber): void {
    this.#month = month;
    this.#lines = linesIn(this.#scales, month);
  }

  speaksOf(role: Role): void {
    this.#role = role;
  }

  /** The amount in whole cents, and a last step when the rounding of the sum moved it by a cent. */
  closesAt(cents: number, words: StepWords): void {
    const gap = Math.round(cents) - Math.round(this.#total);
    this.#month = this.#ownMonth;
    this.#role = "claimant";
    if (gap !== 0) this.#write(words, gap / 100, `€/${this.#per}`, undefined, gap);
    this.#total = cents;
  }

  #write({ label, law }: StepWords, value: number, unit: string, scale: ScaleName | undefined, adds?: number): void {
    const line = scale && this.#lines.get(scale);
    if (scale) this.scalesUsed.add(scale);
    this.steps.push({
      label: this.#precise(label),
      value,
      unit,
      source: line?.text && !law.includes(line.text) ? `${law} ; ${line.text}` : law,
      scaleDate: line ? line.from : null,
      ...(adds === undefined ? {} : { adds }),
    });
  }

  #precise(label: string): string {
    const month = this.#month === this.#ownMonth ? [] : [inWords(this.#month)];
    const details = [...roleWords[this.#role], ...month];
    return details.length === 0 ? label : `${label} (${details.join(", ")})`;
  }
}

/** Writing a month takes longer than computing a right: each is written once. */
const writtenMonths = new Map<MonthNumber, string>();

const inWords = (month: MonthNumber): string => {
  let written = writtenMonths.get(month);
  if (written === undefined) writtenMonths.set(month, (written = monthInWords(monthOfNumber(month))));
  return written;
};

const roleWords: Readonly<Record<Role, readonly string[]>> = { claimant: [], partner: ["conjoint"], child: ["enfant"] };

const eurosOf = (cents: number): number => Math.round(cents) / 100;
