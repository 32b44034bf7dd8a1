import { addDays, dayOf, instantAt, isHoliday, weekday } from "#engines/calendar";
import type { NeedId } from "#situation";
import type { Chance } from "#engines/chance";
import type { CommissionerSlug, PlannedCommissioner } from "./commissioners.ts";
import type { DepartementCode } from "./homes.ts";
import type { PlannedPerson } from "./people.ts";
import type { Course } from "./referral-course.ts";
import type { Story } from "./story.ts";

/** Ce que la journée d'Inès doit montrer: referrals whose clock runs, one that is disputed, one that nobody took. */
export interface WantedStory {
  readonly commissioner: CommissionerSlug;
  readonly departement: DepartementCode;
  /** INSEE code, when it matters where exactly. */
  readonly communeCode?: string;
  /** By default Inès. */
  readonly listener?: string;
  readonly hoursAgo: number;
  readonly need: NeedId;
  readonly course: Course;
  /** Hours from now: below 0, it is late. */
  readonly nextActionIn?: number;
}

const alpes = "mutuelle-des-alpes";
const ouest = "caisse-retraite-ouest";
/** Three families near Guéret in a month, and nobody to look after their children: the third time, someone must be told. */
const noChildCare = (daysAgo: number): WantedStory => ({
  commissioner: alpes,
  departement: "23",
  communeCode: "23096",
  listener: "claire@trait-dunion.example",
  hoursAgo: daysAgo * 24,
  need: "garde",
  course: "exhausted",
});

export const wantedStories: readonly WantedStory[] = [
  { commissioner: alpes, departement: "38", hoursAgo: 31, need: "garde", course: "waiting", nextActionIn: 1 },
  { commissioner: alpes, departement: "44", hoursAgo: 38, need: "aide_domicile", course: "waiting", nextActionIn: 2.5 },
  { commissioner: ouest, departement: "44", hoursAgo: 44.6, need: "mal_etre", course: "waiting", nextActionIn: -2 },
  { commissioner: ouest, departement: "44", hoursAgo: 41, need: "demarche", course: "accepted", nextActionIn: 3.5 },
  { commissioner: ouest, departement: "38", hoursAgo: 20, need: "aide_domicile", course: "waiting" },
  { commissioner: alpes, departement: "23", hoursAgo: 33, need: "solitude", course: "waiting", nextActionIn: -20 },
  { commissioner: alpes, departement: "38", hoursAgo: 12 * 24, need: "loyer", course: "disputed", nextActionIn: 0.5 },
  { commissioner: ouest, departement: "38", hoursAgo: 4 * 24, need: "garde", course: "exhausted" },
  { commissioner: alpes, departement: "44", hoursAgo: 4 * 24 + 5, need: "fins_de_mois", course: "unreachable" },
  { commissioner: ouest, departement: "23", hoursAgo: 2, need: "dossier_bloque", course: "waiting", nextActionIn: 24 },
  noChildCare(22),
  noChildCare(13),
  noChildCare(3),
];

/** Rappel promis: one place of one quarter of an hour. */
export interface PlannedCallback {
  readonly person: number;
  /** Mail of who promised it. */
  readonly listener: string;
  readonly askedAt: Date;
  readonly from: Date;
  readonly until: Date;
  readonly mayLeaveMessage: boolean;
}

export const plannedCallbacks = 40;
const lateCallbacks = 3;
const slotMinutes = 15;

/** Some forty callbacks promised to people who called these last days: two or three are late, a dozen are for today. */
export const planCallbacks = (
  chance: Chance,
  now: Date,
  given: {
    readonly commissioners: readonly PlannedCommissioner[];
    readonly stories: readonly Story[];
    readonly people: readonly PlannedPerson[];
  },
): readonly PlannedCallback[] => {
  const asking = latestToCall(given.stories, given.people).slice(0, plannedCallbacks);
  const taken = new Set<string>();
  return asking.flatMap((story, at) => {
    const commissioner = given.commissioners.find(({ slug }) => slug === story.commissioner);
    if (!commissioner) return [];
    const free = slotsOf(commissioner, now, at < lateCallbacks ? "late" : at < 14 ? "today" : "later").filter(
      (from) => from > story.endedAt && !taken.has(`${story.commissioner} ${from.toISOString()}`),
    );
    if (free.length === 0) return [];
    const from = chance.pick(free);
    taken.add(`${story.commissioner} ${from.toISOString()}`);
    const until = new Date(from.getTime() + slotMinutes * 60_000);
    return [{ person: story.person, listener: story.listener, askedAt: story.endedAt, from, until, mayLeaveMessage: chance.happens(0.4) }];
  });
};

/** One story a person, the last ones first: those still open, of people who can be called. */
const latestToCall = (stories: readonly Story[], people: readonly PlannedPerson[]): readonly Story[] => {
  const seen = new Set<number>();
  return stories.toReversed().filter((story) => {
    const isFirst = !seen.has(story.person);
    seen.add(story.person);
    return isFirst && story.closing === undefined && people[story.person]?.phone !== undefined;
  });
};

/** The quarters of an hour at which this service calls back: just gone, still to come today, or in the days that follow. */
const slotsOf = ({ openingHours }: PlannedCommissioner, now: Date, when: "late" | "today" | "later"): readonly Date[] => {
  const days = when === "later" ? [1, 2, 3, 4, 5, 6, 7] : when === "today" ? [0, 1, 2, 3] : [-3, -2, -1, 0];
  const slots = days
    .map((days) => addDays(dayOf(now), days))
    .filter((on) => !isHoliday(on))
    .flatMap((on) =>
      openingHours[weekday(on)].flatMap(({ from, to }) => {
        const begin = instantAt(on, from as Parameters<typeof instantAt>[1]).getTime();
        const end = instantAt(on, to as Parameters<typeof instantAt>[1]).getTime();
        return Array.from(
          { length: Math.floor((end - begin) / (slotMinutes * 60_000)) },
          (_, at) => new Date(begin + at * slotMinutes * 60_000),
        );
      }),
    );
  if (when === "late") return slots.filter((slot) => slot.getTime() < now.getTime() - slotMinutes * 60_000).slice(-8);
  const coming = slots.filter((slot) => slot > now);
  // In the evening, « today » is the next day of listening.
  return when === "today" ? coming.slice(0, 32) : coming;
};
