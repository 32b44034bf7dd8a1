import { previousMonth, type Month } from "#engines/calendar";
import { inShared, type Ground } from "#ground/server";
import { taxonomyVersion } from "#situation";
import { departements } from "./departements.source.ts";
import { closingDayOf, isOver, type Edition } from "./edition.ts";
import { addEdition, findEdition, holdMonth } from "./edition.store.ts";
import { destroyMonthKey } from "./facts.store.ts";
import { faultsOf, unknownWords } from "./faults.ts";
import { figuresOf } from "./figures.ts";
import { inNumbers, type Numbers } from "./numbers.store.ts";
import { fingerprintOf, tallyOf } from "./tally.store.ts";

/** Clôture refusée : the month keeps its key, and waits until someone looks. */
export interface ClosingRefused {
  readonly kind: "refused";
  /** Sentences. */
  readonly reasons: readonly string[];
}

export type Closing =
  | { readonly kind: "closed"; readonly edition: Edition; readonly isNew: boolean }
  | ClosingRefused
  /** Nobody was heard that month: there is nothing to publish, not even that. */
  | { readonly kind: "empty" }
  /** The month is not over. */
  | { readonly kind: "too-early"; readonly closesOn: string };

/**
 * Clore un mois : counts under the role that sees no person, keeps the edition, then destroys the key of the month. Closing again gives
 * the same edition and changes nothing. Months are closed in order: changes are measured on the month before, as published.
 */
export const closeMonth = async (ground: Ground, month: Month): Promise<Closing> => {
  if (!isOver(month, ground.clock())) return { kind: "too-early", closesOn: closingDayOf(month) };
  const closing = await inNumbers(ground, (numbers) => writeEdition(numbers, month, ground.clock()));
  if (closing.kind === "closed") await inShared(ground, (work) => destroyMonthKey(work, month, work.now));
  return closing;
};

const writeEdition = async (numbers: Numbers, month: Month, now: Date): Promise<Closing> => {
  await holdMonth(numbers, month);
  const known = await findEdition(numbers, month);
  if (known) return { kind: "closed", edition: known, isNew: false };
  const tally = await tallyOf(numbers, month);
  if (tally.persons === 0) return { kind: "empty" };
  const unknown = unknownWords(tally);
  if (unknown.length > 0) return { kind: "refused", reasons: unknown };
  const previous = await findEdition(numbers, previousMonth(month));
  const figures = figuresOf(month, tally, departements(), previous?.figures);
  const reasons = faultsOf(figures);
  if (reasons.length > 0) return { kind: "refused", reasons };
  await addEdition(numbers, { month, figures, fingerprint: await fingerprintOf(numbers, month), taxonomyVersion, closedAt: now });
  const edition = await findEdition(numbers, month);
  if (!edition) throw new Error(`the edition of ${month} was not kept`);
  return { kind: "closed", edition, isNew: true };
};
