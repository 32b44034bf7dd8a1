import type { Day } from "#engines/calendar";
import { centsFromWritten, eurosFromCents } from "#ground";
import {
  BenefitContentContract,
  conditionName,
  ConditionContract,
  type activities,
  type BenefitContent,
  type Condition,
  type tenures,
} from "./benefit.contract.ts";
import type { RightId } from "#engines/rules";
import type { Territory } from "./territory.ts";

/** Fiche en cours de frappe : what stands in the form, as it is typed. A condition that is not chosen keeps what was typed in it. */
export interface TypedBenefit {
  readonly name: string;
  readonly theme: string;
  readonly gives: string;
  readonly amount: string;
  readonly isAtMost: boolean;
  readonly period: string;
  readonly territory: Territory | undefined;
  readonly chosen: readonly TypedCondition[];
  readonly ageFrom: string;
  readonly ageTo: string;
  readonly activities: readonly (typeof activities)[number][];
  readonly personPercent: string;
  readonly childPercent: string;
  readonly children: string;
  readonly childAgeFrom: string;
  readonly childAgeTo: string;
  readonly tenures: readonly (typeof tenures)[number][];
  readonly perUnit: string;
  readonly quotient: string;
  readonly receives: readonly RightId[];
  readonly months: string;
  readonly otherConditions: string;
  readonly body: string;
  readonly phone: string;
  readonly mail: string;
  readonly address: string;
  readonly hours: string;
  /** One a line. */
  readonly bring: string;
  readonly sourceUrl: string;
  readonly verifiedOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** The conditions that may be chosen, in the order of the form. */
export const typedConditions = [
  "age",
  "activity",
  "disability:person",
  "children",
  "child-age",
  "minor-child",
  "alone-with-children",
  "disability:child",
  "housing",
  "resources:consumption-unit",
  "resources:quotient",
  "receives",
  "residence",
] as const;
export type TypedCondition = (typeof typedConditions)[number];

export const nothingTyped = (today: Day): TypedBenefit => ({
  name: "",
  theme: "",
  gives: "",
  amount: "",
  isAtMost: false,
  period: "once",
  territory: undefined,
  chosen: [],
  ageFrom: "",
  ageTo: "",
  activities: [],
  personPercent: "80",
  childPercent: "50",
  children: "1",
  childAgeFrom: "",
  childAgeTo: "",
  tenures: [],
  perUnit: "",
  quotient: "",
  receives: [],
  months: "6",
  otherConditions: "",
  body: "",
  phone: "",
  mail: "",
  address: "",
  hours: "",
  bring: "",
  sourceUrl: "",
  verifiedOn: today,
  startsOn: "",
  endsOn: "",
});

type Content = Omit<BenefitContent, "verifiedOn" | "startsOn" | "endsOn" | "theme"> & {
  readonly theme: string;
  readonly verifiedOn: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
};

/** From what is kept to what stands in the form. */
export const typedFrom = (content: Content, today: Day): TypedBenefit => {
  const typed = content.conditions.reduce<TypedBenefit>((so, condition) => ({ ...so, ...partOf(condition) }), nothingTyped(today));
  return {
    ...typed,
    name: content.name,
    theme: content.theme,
    gives: content.gives,
    amount: content.amount === null ? "" : euros(content.amount.cents),
    isAtMost: content.amount?.isAtMost ?? false,
    period: content.amount?.period ?? "once",
    territory: content.territory,
    chosen: content.conditions.map((condition) => conditionName(condition) as TypedCondition),
    otherConditions: content.otherConditions,
    ...content.ask,
    bring: content.bring.join("\n"),
    sourceUrl: content.sourceUrl,
    verifiedOn: content.verifiedOn,
    startsOn: content.startsOn ?? "",
    endsOn: content.endsOn ?? "",
  };
};

const euros = (cents: number): string => eurosFromCents(cents, "fr").replaceAll(/[^\d,]/g, "");
const written = (value: number | null): string => (value === null ? "" : String(value));

const partOf = (condition: Condition): Partial<TypedBenefit> => {
  switch (condition.kind) {
    case "age":
      return { ageFrom: written(condition.from), ageTo: written(condition.to) };
    case "child-age":
      return { childAgeFrom: written(condition.from), childAgeTo: written(condition.to) };
    case "children":
      return { children: String(condition.atLeast) };
    case "activity":
      return { activities: condition.anyOf };
    case "disability":
      return condition.of === "person" ? { personPercent: String(condition.percentFrom) } : { childPercent: String(condition.percentFrom) };
    case "housing":
      return { tenures: condition.anyOf };
    case "resources":
      return condition.by === "quotient" ? { quotient: euros(condition.atMostCents) } : { perUnit: euros(condition.atMostCents) };
    case "receives":
      return { receives: condition.anyOf };
    case "residence":
      return { months: String(condition.months) };
    case "minor-child":
    case "alone-with-children":
      return {};
  }
};

/** What is not a number is kept as such: the contract then says which field to put right. */
const number = (text: string): number => (/^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN);
const bound = (text: string): number | null => (text.trim() === "" ? null : number(text));
const cents = (text: string): number => centsFromWritten(text) ?? Number.NaN;

const conditionOf = (typed: TypedBenefit, name: TypedCondition): unknown => {
  switch (name) {
    case "age":
      return { kind: name, from: bound(typed.ageFrom), to: bound(typed.ageTo) };
    case "child-age":
      return { kind: name, from: bound(typed.childAgeFrom), to: bound(typed.childAgeTo) };
    case "activity":
      return { kind: name, anyOf: typed.activities };
    case "disability:person":
      return { kind: "disability", of: "person", percentFrom: number(typed.personPercent) };
    case "disability:child":
      return { kind: "disability", of: "child", percentFrom: number(typed.childPercent) };
    case "children":
      return { kind: name, atLeast: number(typed.children) };
    case "housing":
      return { kind: name, anyOf: typed.tenures };
    case "resources:consumption-unit":
      return { kind: "resources", by: "consumption-unit", atMostCents: cents(typed.perUnit) };
    case "resources:quotient":
      return { kind: "resources", by: "quotient", atMostCents: cents(typed.quotient) };
    case "receives":
      return { kind: name, anyOf: typed.receives };
    case "residence":
      return { kind: name, months: number(typed.months) };
    case "minor-child":
    case "alone-with-children":
      return { kind: name };
  }
};

const inFormOrder = (typed: TypedBenefit): readonly TypedCondition[] => typedConditions.filter((name) => typed.chosen.includes(name));

/** The conditions that are whole already: what is shown while one types. */
export const conditionsSoFar = (typed: TypedBenefit): readonly Condition[] =>
  inFormOrder(typed).flatMap((name) => {
    const read = ConditionContract.safeParse(conditionOf(typed, name));
    return read.success ? [read.data] : [];
  });

export type ReadTyped =
  | { readonly kind: "read"; readonly content: BenefitContent }
  | { readonly kind: "wrong"; readonly errors: readonly { readonly field: string; readonly message: string }[] };

/** From the form to a benefit, or every field to put right, by the name of the field. */
export const readTyped = (typed: TypedBenefit): ReadTyped => {
  const order = inFormOrder(typed);
  const read = BenefitContentContract.safeParse({
    name: typed.name,
    theme: typed.theme,
    gives: typed.gives,
    amount: typed.amount.trim() === "" ? null : { cents: cents(typed.amount), isAtMost: typed.isAtMost, period: typed.period },
    territory: typed.territory ?? { kind: "", code: "" },
    conditions: order.map((name) => conditionOf(typed, name)),
    otherConditions: typed.otherConditions,
    ask: { body: typed.body, phone: typed.phone, mail: typed.mail, address: typed.address, hours: typed.hours },
    bring: typed.bring
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== ""),
    sourceUrl: typed.sourceUrl,
    verifiedOn: typed.verifiedOn,
    startsOn: typed.startsOn === "" ? null : typed.startsOn,
    endsOn: typed.endsOn === "" ? null : typed.endsOn,
  });
  if (read.success) return { kind: "read", content: read.data };
  const errors = read.error.issues.map(({ path, message }) => ({ field: fieldOf(path, order), message }));
  return { kind: "wrong", errors: errors.filter(({ field }, at) => errors.findIndex((each) => each.field === field) === at) };
};

const fieldOf = (path: readonly PropertyKey[], order: readonly TypedCondition[]): string => {
  const [part, inner] = path;
  if (part === "conditions" && typeof inner === "number") return `condition-${order[inner] ?? ""}`;
  return part === "ask" ? String(inner) : String(part);
};
