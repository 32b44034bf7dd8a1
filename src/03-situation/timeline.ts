import type { ThemeId } from "./taxonomy.ts";

export const timelineMarks = [
  "contact",
  "demand",
  "need",
  "urgency",
  "diagnosis",
  "situation",
  "application",
  "card",
  "referral",
  "outcome",
  "gain",
  "consent",
  "task",
] as const;
/** What an entry is about: decides its sign, never its words. */
export type TimelineMark = (typeof timelineMarks)[number];

/** Événement du parcours : one line of the life of a file, in the words of the room that adds it. */
export interface TimelineEntry {
  readonly at: Date;
  readonly mark: TimelineMark;
  /** A sentence for people, in each language of the desk. */
  readonly sentence: { readonly fr: string; readonly en: string };
  /** Who did it, when it was one of us. */
  readonly staffId?: string;
  readonly theme?: ThemeId;
  /** Where more is told: an address of the desk. */
  readonly link?: string;
}
