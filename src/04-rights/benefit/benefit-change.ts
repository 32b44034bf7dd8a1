import { dayInWords } from "../estimate/day-in-words.ts";
import type { BenefitContent } from "./benefit.contract.ts";
import { conditionsInWords } from "./condition.words.ts";
import { eurosFromCents } from "#ground";

/** The parts of a benefit, in the order in which they are read. */
export const benefitFields = [
  "name",
  "theme",
  "territory",
  "gives",
  "amount",
  "conditions",
  "otherConditions",
  "body",
  "phone",
  "mail",
  "address",
  "hours",
  "bring",
  "source",
  "verifiedOn",
  "startsOn",
  "endsOn",
] as const;
export type BenefitField = (typeof benefitFields)[number];

/** Fiche en mots : each part as a line that a human reads; empty when there is nothing. */
export type BenefitInWords = Readonly<Record<BenefitField, string>>;

const periods = { once: ", une fois", month: " par mois", year: " par an" } as const;

/** « jusqu'à 150 € par an » */
export const amountInWords = (amount: BenefitContent["amount"]): string =>
  amount === null ? "" : `${amount.isAtMost ? "jusqu’à " : ""}${eurosFromCents(amount.cents, "fr")}${periods[amount.period]}`;

/** « 20 juin 2027 »; empty when there is none. */
const dayOrNothing = (day: string | null): string => (day === null ? "" : dayInWords(day, "fr"));

export const benefitInWords = (
  content: BenefitContent,
  names: { readonly theme: (id: string) => string; readonly territory: (territory: BenefitContent["territory"]) => string },
): BenefitInWords => ({
  name: content.name,
  theme: names.theme(content.theme),
  territory: names.territory(content.territory),
  gives: content.gives,
  amount: amountInWords(content.amount),
  conditions: conditionsInWords(content.conditions),
  otherConditions: content.otherConditions,
  body: content.ask.body,
  phone: content.ask.phone,
  mail: content.ask.mail,
  address: content.ask.address,
  hours: content.ask.hours,
  bring: content.bring.join(" ; "),
  source: content.sourceUrl,
  verifiedOn: dayOrNothing(content.verifiedOn),
  startsOn: dayOrNothing(content.startsOn),
  endsOn: dayOrNothing(content.endsOn),
});

/** Ce qui a changé : one line a part that reads differently. */
export interface BenefitChange {
  readonly field: BenefitField;
  readonly before: string;
  readonly after: string;
}

export const changesOf = (before: BenefitInWords, after: BenefitInWords): readonly BenefitChange[] =>
  benefitFields.filter((field) => before[field] !== after[field]).map((field) => ({ field, before: before[field], after: after[field] }));
