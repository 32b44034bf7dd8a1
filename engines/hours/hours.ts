import type { HoursRule } from "./rule.ts";

/**
 * Semaine d'ouverture : pairs of minutes of the week [from, to), in order of their beginning, from Monday 00:00 (0) to Sunday 24:00 (10,080).
 * A span belongs to the day when it begins, and may end after midnight (so after 10,080 for a Sunday evening). Two bytes a minute, so that a
 * process can hold those of every service of the country.
 */
export type WeekHours = Uint16Array;

/** Jours fériés : what was said of them. Unknown is the most frequent; such a day is then never « open ». */
export type OnHolidays = "open" | "closed" | "unknown";

/** Horaires lus : what a text of opening hours says, wholly understood. */
export interface ReadHours {
  readonly kind: "read";
  /** The ordinary week: what holds whatever the date. */
  readonly week: WeekHours;
  /** When they may be open, on condition (« sur rendez-vous »): never counted as open. */
  readonly maybe: WeekHours;
  readonly holidays: OnHolidays;
  /** Minutes of the day, in pairs, on public holidays; filled when `holidays` is "open". */
  readonly holidayHours: Uint16Array;
  /** Every rule, in order, when one of them depends on the date (months, weeks, first Monday, school holidays); else none: the week says all. */
  readonly dated: readonly HoursRule[];
  /** What was said in words, as given: « sur rendez-vous ». */
  readonly remarks: readonly string[];
}

/** What was not understood is kept as given and shown as it stands. `at` is the index in the text where it stops making sense. */
export interface UnreadHours {
  readonly kind: "not-understood";
  readonly at: number;
  readonly why: Unread;
}

export type Unread =
  /** A word or a sign that means nothing here. */
  | "word"
  /** 25:70. */
  | "no-such-time"
  /** 09:00-09:00, often left by a form that was not filled. */
  | "empty-span"
  /** 19:00-11:00: a slip, since no night lasts so long. */
  | "end-before-start"
  /** Times after a semicolon, and no day. */
  | "which-days"
  /** Days, and no times. */
  | "no-times";

export type HoursAnswer = ReadHours | UnreadHours;

/** État à un instant : `opens` and `closes` are found within two weeks, else absent (open day and night, closed until further notice). */
export type HoursState =
  | { readonly kind: "open"; readonly closes: Date | undefined }
  | { readonly kind: "closed"; readonly opens: Date | undefined }
  /** On condition: call first. */
  | { readonly kind: "maybe" }
  /** It would be open on an ordinary day, and nothing was said of a public holiday, or of school holidays that may be now. */
  | { readonly kind: "unknown"; readonly because: "holiday" | "school-holiday" };
