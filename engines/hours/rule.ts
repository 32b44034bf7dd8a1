/** Règle d'horaires : on such days, at such times, open or not. Rules are read in order; a later one replaces an earlier one on its days. */
export interface HoursRule {
  /** Days of the week, one bit each: Monday 1, Sunday 64. All of them when none is named. */
  readonly days: number;
  /** Only these occurrences in the month: [weekday 1-7, rank 1-5, or -1 for the last]. */
  readonly ranks: readonly (readonly [weekday: number, rank: number])[];
  /** Spans of the year, both ends included; the first may come after the second (November to March). */
  readonly dates: readonly DateSpan[];
  /** Weeks of the year (ISO 8601), every `step` from the first to the last. */
  readonly weeks: readonly { readonly from: number; readonly to: number; readonly step: number }[];
  /** Public holidays are named by this rule. */
  readonly isForHolidays: boolean;
  /** Only during school holidays, whose dates we do not know. */
  readonly isForSchoolHolidays: boolean;
  /** Minutes of the day, in pairs; the end may be after midnight (1,440 and more). */
  readonly spans: readonly number[];
  readonly state: "open" | "closed" | "maybe";
  readonly remark: string | undefined;
  /** Joined to the rule before it by a comma: adds to the same days rather than replacing. */
  readonly isAddition: boolean;
}

/** Month and day as one number (714 is 14 July), with a year when one was written. */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
  readonly fromYear: number | undefined;
  readonly toYear: number | undefined;
}
