import { addDays, addMonths, compareDays, day, instantAt, type Day } from "#engines/calendar";

export const registers = [
  "rsa",
  "prime_activite",
  "aah",
  "c2s",
  "asf",
  "aeeh",
  "quotient_familial",
  "etudiant",
  "demandeur_emploi",
] as const;
/** Registre : where the State keeps whether somebody receives something. */
export type Register = (typeof registers)[number];

/**
 * Question à un registre : one that « yes » or « no » answers. A quotient is never asked for itself, only whether it is at most so many
 * euros: the figure stays with the register, and what we keep says no more than what the card needs.
 */
export type Question =
  { readonly register: Exclude<Register, "quotient_familial"> } | { readonly register: "quotient_familial"; readonly atMost: number };

/**
 * Pourquoi on ne sait pas : too long, nobody there, too many questions, an answer that is not one, a token that is not taken; somebody the
 * register does not know, or cannot tell from another; or she took her consent back while it was answering.
 */
export const unknownReasons = ["slow", "down", "busy", "broken", "refused", "person-unknown", "identity-unclear", "withdrawn"] as const;
export type UnknownReason = (typeof unknownReasons)[number];

/** Réponse d'un registre, in our words. « Unknown » refuses nobody. */
export type RegisterAnswer =
  | { readonly kind: "yes" }
  | { readonly kind: "no" }
  | { readonly kind: "unknown"; readonly because: UnknownReason; readonly retryAfterSeconds?: number };

export const questionOf = (register: Register, atMost: number | null | undefined): Question => {
  if (register !== "quotient_familial") return { register };
  if (typeof atMost !== "number") throw new Error("a quotient is compared with an amount");
  return { register, atMost };
};

export const isSameQuestion = (one: Question, other: Question): boolean =>
  one.register === other.register &&
  (one.register !== "quotient_familial" || other.register !== "quotient_familial" || one.atMost === other.atMost);

/**
 * Jusqu'à quand une réponse vaut. What these registers tell is looked at again every quarter: a yes holds to the end of the second month
 * after its own; a no to the end of its own, since a right may open tomorrow; « unknown » holds for nothing.
 */
export const validUntil = (answer: RegisterAnswer["kind"], on: Day): Day | undefined =>
  answer === "yes" ? endOfMonth(on, 2) : answer === "no" ? endOfMonth(on, 0) : undefined;

const endOfMonth = (on: Day, monthsLater: number): Day => addDays(addMonths(day(`${on.slice(0, 8)}01`), monthsLater + 1), -1);

/** How long an answer that no longer holds is still shown, before it is erased: until the renewal it served is behind us. */
export const forgottenFrom = (until: Day): Day => addDays(addMonths(until, 1), 1);

/** What may be otherwise tomorrow without anybody doing anything; the rest waits for a human. */
const passing: readonly UnknownReason[] = ["slow", "down", "busy", "broken", "refused"];
/** How many times the house asks, the first included. */
export const attempts = 4;

/**
 * Nouvel essai : when the house asks again by itself. Tomorrow at eight, before anybody opens the task; sooner only when the register says
 * in how many seconds. Undefined when asking again would change nothing, or when it was asked enough.
 */
export const triedAgainAt = (
  answer: { readonly because: UnknownReason; readonly retryAfterSeconds?: number | undefined },
  attempt: number,
  now: Date,
  tomorrow: Day,
): Date | undefined => {
  if (attempt >= attempts || !passing.includes(answer.because)) return undefined;
  if (answer.because === "busy" && answer.retryAfterSeconds !== undefined)
    return new Date(now.getTime() + Math.min(Math.max(answer.retryAfterSeconds, 60), 86_400) * 1000);
  return instantAt(tomorrow, "08:00");
};

/** Une réponse gardée, as far as it may still serve. */
export interface KeptAnswer {
  readonly question: Question;
  readonly answer: "yes" | "no" | "unknown";
  readonly answeredOn: Day;
  readonly validUntil: Day | undefined;
  /** Whether the consent it was asked under holds today. */
  readonly mayBeUsed: boolean;
}

/** Whether a register's answer may be used on a day, without asking again. */
export const stillHolds = (kept: KeptAnswer, on: Day): boolean =>
  kept.mayBeUsed && kept.validUntil !== undefined && compareDays(kept.answeredOn, on) <= 0 && compareDays(on, kept.validUntil) <= 0;
