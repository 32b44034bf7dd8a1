import { z } from "zod";
import { isDay } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import { themeIds } from "#situation";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { territoryKinds } from "./territory.ts";

/** Situations d'une personne that a benefit may ask for. */
export const activities = ["employed", "job-seeker", "student", "retired"] as const;
export const tenures = ["tenant", "owner"] as const;
export const amountPeriods = ["once", "month", "year"] as const;

const years = z.number(words.years).int(words.years).min(0, words.years).max(120, words.years).nullable();
const ages = { from: years, to: years };
const inOrder = ({ from, to }: { readonly from: number | null; readonly to: number | null }): boolean =>
  (from !== null || to !== null) && (from === null || to === null || from <= to);
const agesInOrder = { path: ["from"], message: words.ages };
const cents = z.number(words.amount).int(words.amount).min(1, words.amount).max(100_000_000, words.amount);
const atLeastOne = words.chooseOne;

/** Condition : one of a small closed list, so that a household can be set against it. Every condition of a benefit must hold. */
export const ConditionContract = z.discriminatedUnion("kind", [
  /** Age of the person, in years, both included; null is without bound. */
  z.object({ kind: z.literal("age"), ...ages }).refine(inOrder, agesInOrder),
  /** How many children she has in her care. */
  z.object({ kind: z.literal("children"), atLeast: z.number(words.count).int(words.count).min(1, words.count).max(15, words.count) }),
  /** One child of that age, in years. */
  z.object({ kind: z.literal("child-age"), ...ages }).refine(inOrder, agesInOrder),
  z.object({ kind: z.literal("minor-child") }),
  z.object({ kind: z.literal("alone-with-children") }),
  /** One of these. */
  z.object({ kind: z.literal("activity"), anyOf: z.array(z.enum(activities)).min(1, atLeastOne).max(activities.length) }),
  /** A rate of incapacity, of the person or of one of her children, in percent. */
  z.object({
    kind: z.literal("disability"),
    of: z.enum(["person", "child"]),
    percentFrom: z.number(words.percent).int(words.percent).min(1, words.percent).max(100, words.percent),
  }),
  z.object({ kind: z.literal("housing"), anyOf: z.array(z.enum(tenures)).min(1, atLeastOne).max(tenures.length) }),
  /** Resources of one month, by consumption unit (1 for the first adult, 0.5 from 14 years, 0.3 below), or the quotient of the CAF. */
  z.object({ kind: z.literal("resources"), by: z.enum(["consumption-unit", "quotient"]), atMostCents: cents }),
  /** One of these is paid to the household. */
  z.object({ kind: z.literal("receives"), anyOf: z.array(z.enum(rightIds)).min(1, atLeastOne).max(rightIds.length) }),
  /** Has lived in the territory for so many months. */
  z.object({ kind: z.literal("residence"), months: z.number(words.months).int(words.months).min(1, words.months).max(600, words.months) }),
]);
export type Condition = z.infer<typeof ConditionContract>;
export type ConditionKind = Condition["kind"];

/** The conditions, in the order in which they are shown. Each stands at most once in a benefit, but for one resource of each sort. */
export const conditionKinds = [
  "age",
  "activity",
  "disability",
  "children",
  "child-age",
  "minor-child",
  "alone-with-children",
  "housing",
  "resources",
  "receives",
  "residence",
] as const satisfies readonly ConditionKind[];

/** What tells two conditions of one benefit apart: resources by unit and quotient may stand together, so may two sorts of disability. */
export const conditionName = (condition: Condition): string => {
  if (condition.kind === "resources") return `resources:${condition.by}`;
  return condition.kind === "disability" ? `disability:${condition.of}` : condition.kind;
};

const text = (most: number) =>
  z
    .string()
    .transform((value) => value.replaceAll("\r\n", "\n").trim())
    .refine((value) => value.length <= most, words.tooLong(most));
const needed = (most: number, missing: string) => text(most).refine((value) => value !== "", missing);
const someDay = z.string().refine(isDay, words.day);

/** The same conditions in the same order, however they were typed: two files that say the same are the same. */
const inOneOrder = (conditions: readonly Condition[]): Condition[] => {
  const sorted = <Id extends string>(all: readonly Id[], order: readonly Id[]): Id[] => order.filter((id) => all.includes(id));
  return conditions
    .toSorted((a, b) => conditionKinds.indexOf(a.kind) - conditionKinds.indexOf(b.kind) || conditionName(a).localeCompare(conditionName(b)))
    .map((condition) => {
      if (condition.kind === "activity") return { ...condition, anyOf: sorted(condition.anyOf, activities) };
      if (condition.kind === "housing") return { ...condition, anyOf: sorted(condition.anyOf, tenures) };
      return condition.kind === "receives" ? { ...condition, anyOf: sorted(condition.anyOf, rightIds) } : condition;
    });
};

/** Fiche d'une aide locale : what is written, reviewed and shown. Texts are plain: whatever looks like HTML is shown as it is typed. */
export const BenefitContentContract = z
  .object({
    name: needed(120, words.name),
    theme: z.enum(themeIds, words.theme),
    /** What it gives, in plain words. */
    gives: needed(1500, words.gives),
    amount: z.object({ cents, isAtMost: z.boolean(), period: z.enum(amountPeriods, words.period) }).nullable(),
    territory: z.object({
      kind: z.enum(territoryKinds, words.territory),
      code: z.string().min(1, words.territory).max(9, words.territory),
    }),
    conditions: z
      .array(ConditionContract)
      .max(14)
      .refine((all) => new Set(all.map(conditionName)).size === all.length, words.twice)
      .transform(inOneOrder),
    /** What the closed list cannot say: read by a human, never by the machine. */
    otherConditions: text(1000),
    ask: z.object({
      body: needed(160, words.body),
      phone: text(30).refine((value) => value === "" || /^[+\d][\d .-]{1,28}$/.test(value), words.phone),
      mail: text(120).refine((value) => value === "" || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value), words.mail),
      address: text(300),
      hours: text(300),
    }),
    // The bar tells two papers apart in the file: inside one, it is a slash.
    bring: z.array(needed(200, words.bring).transform((paper) => paper.replaceAll("|", "/"))).max(20, words.bringMany),
    sourceUrl: text(500).refine((value) => value === "" || isWebAddress(value), words.source),
    verifiedOn: someDay,
    startsOn: someDay.nullable(),
    endsOn: someDay.nullable(),
  })
  .refine(({ startsOn, endsOn }) => startsOn === null || endsOn === null || startsOn <= endsOn, { path: ["endsOn"], message: words.dates });
export type BenefitContent = z.infer<typeof BenefitContentContract>;

const isWebAddress = (value: string): boolean => /^https?:\/\/\S+$/.test(value) && URL.canParse(value);
