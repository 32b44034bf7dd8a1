import type { ContactChannel } from "#contact";
import type {
  DomainState,
  Emotion,
  Intensity,
  NeedId,
  NeedOrigin,
  NeedStatus,
  Severity,
  ThemeId,
  UrgencyLevel,
  UrgencyMotive,
} from "#situation";
import { thematiquesOf, themeIds, themeOf } from "#situation";
import type { Chance } from "#engines/chance";
import type { PlannedCommissioner } from "./commissioners.ts";
import { afterWords, demandWords } from "./demands.words.ts";
import type { PlannedService } from "./directory-plan.ts";
import { gainsFor } from "./gains.words.ts";
import { hiddenNeeds, likelyEmotions, urgentReasons } from "./hidden-needs.ts";
import { availabilities, nextActions, noteEndings, noteMiddles, noteOpenings } from "./notes.words.ts";
import { daysLater } from "./open-hours.ts";
import type { PlannedPerson } from "./people.ts";
import { plannedProviders } from "./providers.ts";
import { courseWeights, planCourse, type Course, type CourseStep } from "./referral-course.ts";

export interface PlannedNeed {
  readonly need: NeedId;
  readonly origin: NeedOrigin;
  readonly severity: Severity;
  readonly isDeclined: boolean;
  /** What becomes of it when the situation closes, unless a referral said so already. */
  readonly endsAs: NeedStatus;
}

export interface PlannedNextAction {
  readonly what: string;
  readonly at: Date;
}

export interface PlannedGain {
  readonly kind: "skill" | "opportunity" | "money" | "avoided-cost" | "time" | "social-link";
  readonly label: string;
  readonly amountCents: number | undefined;
  readonly period: "once" | "month" | "year" | undefined;
  readonly basis: "declared" | "estimated" | "proven";
}

/** Histoire: one situation, from the first words to what is known today. All its instants are past, but those of what is planned. */
export interface Story {
  /** Place of the person in the plan. */
  readonly person: number;
  readonly commissioner: string;
  /** Mail of who listens and follows. */
  readonly listener: string;
  readonly channel: ContactChannel;
  readonly openedAt: Date;
  readonly endedAt: Date;
  readonly demand: { readonly theme: ThemeId; readonly words: string };
  /** What was asked for comes first; what was found comes after. */
  readonly needs: readonly PlannedNeed[];
  readonly emotions: readonly { readonly emotion: Emotion; readonly intensity: Intensity }[];
  readonly diagnosis: Readonly<Record<string, DomainState>> | undefined;
  readonly urgency: { readonly level: UrgencyLevel; readonly motives: readonly UrgencyMotive[] } | undefined;
  readonly notes: string | undefined;
  readonly nextAction: PlannedNextAction;
  readonly referral:
    { readonly course: Course; readonly availability: string | undefined; readonly steps: readonly CourseStep[] } | undefined;
  /** The key of a service whose contact was given, when nothing was handed over. */
  readonly service: string | undefined;
  /** The person is called back, and the next action changes. */
  readonly followUps: readonly { readonly at: Date; readonly nextAction: PlannedNextAction }[];
  readonly gains: readonly PlannedGain[];
  readonly closing: { readonly at: Date; readonly reason: "helped" | "answered" | "gone" | "declined" | "transferred" } | undefined;
}

export interface StoryAsked {
  readonly person: number;
  readonly who: PlannedPerson;
  readonly departement: string;
  /** Those whose contact may be given. */
  readonly services: readonly PlannedService[];
  readonly commissioner: PlannedCommissioner;
  readonly listener: string;
  readonly openedAt: Date;
  readonly need: NeedId;
  readonly now: Date;
  /** For a story that the page of today must show: what happens to its referral, and when something is to be done. */
  readonly wanted?: { readonly course: Course; readonly nextActionAt: Date | undefined };
}

const minute = 60_000;
const oneDay = 86_400_000;
/** Raw notes live 90 days: the demonstration writes those of the last 80 only. */
const notesDays = 80;

/** Draws the story of one situation. */
export const planStory = (chance: Chance, asked: StoryAsked): Story => {
  const { commissioner, openedAt, now, need } = asked;
  const hours = commissioner.openingHours;
  const theme = themeOf(need);
  const age = (now.getTime() - openedAt.getTime()) / oneDay;
  const endedAt = earlier(new Date(openedAt.getTime() + chance.between(6, 34) * minute), now);
  const closesAt = asked.wanted === undefined ? closingDay(chance, hours, openedAt) : undefined;
  const needs = planNeeds(chance, need);
  const referral = planReferral(chance, asked, endedAt);
  // The situation closes once its referral is over, a few days later.
  const lastStep = referral?.steps.at(-1)?.at;
  const closesAfter =
    closesAt === undefined || lastStep === undefined || lastStep <= closesAt
      ? closesAt
      : daysLater(chance, hours, lastStep, chance.between(1, 4));
  const isClosed = closesAfter !== undefined && closesAfter <= now;
  const isLate = !isClosed && age > 3 && chance.happens(0.05);
  const planned = planActions(chance, asked, { until: isClosed ? closesAfter : now, isClosed, isLate });
  const wantedAt = asked.wanted?.nextActionAt;
  const reason = urgentReasons[need];
  return {
    person: asked.person,
    commissioner: commissioner.slug,
    listener: asked.listener,
    channel: chance.weighted<ContactChannel>([
      ["call", 70],
      ["form", 17],
      ["mail", 5],
      ["visit", 5],
      ["letter", 3],
    ]),
    openedAt,
    endedAt,
    demand: { theme, words: wordsFor(chance, need) },
    needs,
    emotions: chance.happens(0.78) ? emotionsFor(chance, theme) : [],
    diagnosis: chance.happens(0.2) ? diagnosisFor(chance, needs) : undefined,
    urgency:
      reason !== undefined && chance.happens(0.12)
        ? {
            level: chance.weighted<UrgencyLevel>([
              [1, 5],
              [2, 4],
            ]),
            motives: [reason],
          }
        : undefined,
    notes: age <= notesDays ? notesFor(chance) : undefined,
    nextAction: wantedAt === undefined ? planned.first : { what: planned.first.what, at: wantedAt },
    referral: referral && { ...referral, steps: referral.steps.filter((step) => step.at < now) },
    service: referral ? undefined : planInformation(chance, asked),
    followUps: wantedAt === undefined ? planned.followUps : [],
    gains: isClosed && chance.happens(0.4) ? [gainFor(chance, theme)] : [],
    closing: isClosed
      ? {
          at: closesAfter,
          reason: chance.weighted([
            ["helped", 62],
            ["answered", 24],
            ["gone", 7],
            ["declined", 4],
            ["transferred", 3],
          ] as const),
        }
      : undefined,
  };
};

const earlier = (one: Date, other: Date): Date => (one < other ? one : other);

const wordsFor = (chance: Chance, need: NeedId): string => {
  const words = chance.pick(demandWords[need]);
  return chance.happens(0.45) ? `${words} ${chance.pick(afterWords)}` : words;
};

/** What was asked for, and one to three needs found behind or beside it. */
const planNeeds = (chance: Chance, expressed: NeedId): readonly PlannedNeed[] => {
  const severity = (): Severity =>
    chance.weighted<Severity>([
      [1, 3],
      [2, 5],
      [3, 2],
    ]);
  const endsAs = (): NeedStatus =>
    chance.weighted<NeedStatus>([
      ["met", 64],
      ["partly-met", 18],
      ["unmet", 12],
      ["gone", 6],
    ]);
  const found = chance.several(
    hiddenNeeds[themeOf(expressed)].filter((need) => need !== expressed),
    chance.weighted([
      [0, 38],
      [1, 38],
      [2, 18],
      [3, 6],
    ] as const),
  );
  return [
    { need: expressed, origin: "expressed", severity: severity(), isDeclined: false, endsAs: endsAs() },
    ...found.map((need): PlannedNeed => ({
      need,
      origin: chance.weighted<NeedOrigin>([
        ["detected", 82],
        ["expressed", 18],
      ]),
      severity: severity(),
      isDeclined: chance.happens(0.12),
      endsAs: endsAs(),
    })),
  ];
};

const emotionsFor = (chance: Chance, theme: ThemeId): Story["emotions"] => {
  const list = likelyEmotions[theme];
  const drawn = new Set(Array.from({ length: chance.between(1, 2) }, () => chance.weighted(list)));
  return [...drawn].map((emotion) => ({
    emotion,
    intensity: chance.weighted<Intensity>([
      [1, 4],
      [2, 4],
      [3, 2],
    ]),
  }));
};

/** What goes badly is where the needs are; the rest was discussed, or not. */
const diagnosisFor = (chance: Chance, needs: readonly PlannedNeed[]): Readonly<Record<string, DomainState>> => {
  const worst = new Map(needs.map(({ need, severity }) => [themeOf(need), severity]));
  const states = { 1: "fragile", 2: "hard", 3: "urgent" } as const;
  return Object.fromEntries(
    themeIds.flatMap((theme): readonly (readonly [string, DomainState])[] => {
      const severity = worst.get(theme);
      if (severity !== undefined) return [[theme, states[severity]]];
      return chance.happens(0.6)
        ? [
            [
              theme,
              chance.weighted<DomainState>([
                ["well", 6],
                ["fragile", 2],
                ["apart", 2],
              ]),
            ],
          ]
        : [];
    }),
  );
};

const notesFor = (chance: Chance): string => `${chance.pick(noteOpenings)} ${chance.pick(noteMiddles)} ${chance.pick(noteEndings)}`;

const gainFor = (chance: Chance, theme: ThemeId): PlannedGain => {
  const words = chance.pick(gainsFor(theme));
  return {
    kind: words.kind,
    label: words.label,
    amountCents: words.amountCents === undefined ? undefined : chance.between(words.amountCents[0] / 100, words.amountCents[1] / 100) * 100,
    period: words.period,
    basis: chance.weighted([
      ["declared", 5],
      ["estimated", 3],
      ["proven", 2],
    ] as const),
  };
};

/** Most situations close within two months; one in fifty goes on and on. */
const closingDay = (chance: Chance, hours: PlannedCommissioner["openingHours"], openedAt: Date): Date | undefined => {
  if (chance.happens(0.02)) return undefined;
  const [soonest, latest] = chance.weighted(daysToClose);
  return daysLater(chance, hours, openedAt, chance.between(soonest, latest));
};

const daysToClose: readonly (readonly [span: readonly [soonest: number, latest: number], weight: number])[] = [
  [[1, 6], 34],
  [[7, 25], 42],
  [[26, 58], 24],
];

/** About 35 % of the situations: a need that providers answer to, here, for someone who can be called. */
const planReferral = (chance: Chance, asked: StoryAsked, handedOverAt: Date): Story["referral"] => {
  const isServed = plannedProviders.some((provider) => provider.needs.includes(asked.need) && provider.zone.includes(asked.departement));
  if (asked.who.phone === undefined) return undefined;
  // Now and then nobody answers to it here: the turn finds no one, and the gap is counted.
  const isTried = asked.wanted !== undefined || (isServed ? chance.happens(0.62) : isEverServed(asked.need) && chance.happens(0.5));
  if (!isTried) return undefined;
  const course = asked.wanted?.course ?? (isServed ? chance.weighted(courseWeights) : "exhausted");
  return {
    course,
    availability: chance.happens(0.6) ? chance.pick(availabilities) : undefined,
    steps: planCourse(chance, course, handedOverAt, asked.commissioner.promise),
  };
};

/** Now and then the contact of a service of her département is given: nothing leaves about her. */
const planInformation = (chance: Chance, { need, departement, services }: StoryAsked): string | undefined => {
  const wanted = thematiquesOf(need);
  const near = services.filter((service) => service.zone.includes(departement) && service.themes.some((theme) => wanted.includes(theme)));
  return near.length > 0 && chance.happens(0.4) ? chance.pick(near).key : undefined;
};

const isEverServed = (need: NeedId): boolean => plannedProviders.some((provider) => provider.needs.includes(need));

/**
 * The next actions, one after the other: each is done on its day, and another is chosen. The last one of an open situation is still to
 * come, or late by some hours when the story says so.
 */
const planActions = (
  chance: Chance,
  { openedAt, commissioner, now }: StoryAsked,
  { until, isClosed, isLate }: { readonly until: Date; readonly isClosed: boolean; readonly isLate: boolean },
): { readonly first: PlannedNextAction; readonly followUps: Story["followUps"] } => {
  const hours = commissioner.openingHours;
  const choose = (from: Date): PlannedNextAction => ({
    what: chance.pick(nextActions),
    at: daysLater(chance, hours, from, chance.between(5, 30)),
  });
  const first = choose(openedAt);
  const followUps: { at: Date; nextAction: PlannedNextAction }[] = [];
  let current = first;
  while (current.at < until && followUps.length < 8) {
    const next = choose(current.at);
    // Someone who is late has not done the last one.
    if (!isClosed && isLate && next.at > now && now.getTime() - current.at.getTime() < 3 * oneDay) break;
    followUps.push({ at: current.at, nextAction: next });
    current = next;
  }
  const last = followUps.at(-1);
  // Too many of them, or a long story: the last action is still to come.
  if (!isClosed && !isLate && last && last.nextAction.at <= now) {
    followUps[followUps.length - 1] = {
      at: last.at,
      nextAction: { what: last.nextAction.what, at: daysLater(chance, hours, now, chance.between(1, 12)) },
    };
  }
  return { first, followUps };
};
