import { eurosFromCents } from "#ground";
import { dayInWords } from "../estimate/day-in-words.ts";
import { rightWords } from "../estimate/right.words.ts";
import type { ApplicationShown } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";

type Language = "fr" | "en";
type Named = Pick<ApplicationShown, "right" | "label">;

/** The right of an application, as its line is called. */
export const rightSaid = ({ right, label }: Named, language: Language): string =>
  right === null ? (label ?? "") : rightWords[language][right].short;

/** Where it stands, in a word; a cover is no money. */
export const stateSaid = (
  { state, needsAmount, right }: Pick<ApplicationShown, "state" | "needsAmount" | "right">,
  language: Language,
): string => {
  const words = applicationWords[language];
  const isCover = !needsAmount && right !== null;
  if (isCover && state === "paid") return words.paidCover;
  if (isCover && state === "granted") return words.grantedCover;
  return words.states[state];
};

/** What comes next, and until when; said otherwise once the day has passed. */
export const deadlineSaid = (deadline: NonNullable<ApplicationShown["deadline"]>, language: Language): string =>
  applicationWords[language][deadline.isPast ? "past" : "deadlines"][deadline.kind](dayInWords(deadline.on, language));

/** « 210 € par mois ». */
export const amountSaid = (amount: NonNullable<ApplicationShown["amount"]>, language: Language): string =>
  `${eurosFromCents(amount.cents, language)} ${applicationWords[language].periods[amount.period]}`;
