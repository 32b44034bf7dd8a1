import { promiseCallback } from "#contact/server";
import { findQuiz } from "#content";
import { keepQuiz } from "#content/server";
import type { Id } from "#ground";
import { inPastMoments, type Work, type Actor, type Ground, type PastMoment } from "#ground/server";
import { askOutcomes } from "#outcome/server";
import { advanceReferrals } from "#referral/server";
import { answeredQuizzes } from "./answered-quizzes.words.ts";
import type { CommissionerSlug } from "./commissioners.ts";
import type { House } from "./open-house.action.ts";
import type { DemonstrationPlan } from "./plan.ts";
import type { Moment } from "./moment.ts";
import { groundAt, momentsOf, type Played } from "./play-story.action.ts";

/** How often the house looks at its referrals between two moments: every minute in real life, which would be long to play again. */
const roundHours = 24;

/**
 * Jouer la démonstration: two lanes, one a service, each in the order in which things happened, so that turns, promises and the log are
 * what they would have been.
 */
export const playDemonstration = async (
  ground: Ground,
  plan: DemonstrationPlan,
  house: House,
  given: { readonly now: Date; readonly serviceIds: Played["serviceIds"]; readonly opened: () => void },
): Promise<Played> => {
  const played: Played = { personIds: new Map(), situationIds: new Map(), serviceIds: given.serviceIds };
  await Promise.all(
    plan.commissioners.map(async ({ slug }) => {
      const lane = laneOf(plan, house, slug, played, given);
      for (const { ground: then, moments } of batchesOf(ground, lane, given.now))
        await inPastMoments(then, commissionerOf(house, slug), moments);
    }),
  );
  return played;
};

/** So many moments to a transaction. */
const batchSize = 50;

/** Moments in a row that a same quiet ground may tell: in those of the last days, messages are kept. */
const batchesOf = function* (
  ground: Ground,
  lane: readonly Moment[],
  now: Date,
): Generator<{ readonly ground: Ground; readonly moments: readonly PastMoment[] }> {
  const recent = lane.findIndex(({ at }) => groundAt(ground, at, now).quiet === "messages-kept");
  const middle = recent === -1 ? lane.length : recent;
  for (const [from, until] of [
    [0, middle],
    [middle, lane.length],
  ] as const)
    for (let at = from; at < until; at += batchSize) {
      const moments = lane.slice(at, Math.min(at + batchSize, until));
      yield {
        ground: groundAt(ground, moments[0]?.at ?? now, now),
        moments: moments.map(({ at: when, actor, play }) => ({ at: when, actor, deed: play })),
      };
    }
};

const commissionerOf = (house: House, slug: CommissionerSlug): Id<"Commissioner"> => {
  const id = house.commissionerIds.get(slug);
  if (!id) throw new Error(`${slug} is not open`);
  return id;
};

const laneOf = (
  plan: DemonstrationPlan,
  house: House,
  slug: CommissionerSlug,
  played: Played,
  given: { readonly now: Date; readonly opened: () => void },
): readonly Moment[] => {
  const moments = plan.stories
    .filter((story) => story.commissioner === slug)
    .flatMap((story) => {
      const who = plan.people[story.person];
      if (!who) throw new Error(`person ${story.person} is not in the plan`);
      const [first, ...others] = momentsOf(story, who, { house, played, now: given.now });
      return first ? [{ ...first, play: (work: Parameters<Moment["play"]>[0]) => first.play(work).then(given.opened) }, ...others] : [];
    });
  const rounds = roundsBetween(moments, given.now, { kind: "system", commissionerId: commissionerOf(house, slug) });
  return [...moments, ...callbacksOf(plan, house, slug, played), ...rounds].toSorted((a, b) => a.at.getTime() - b.at.getTime());
};

const callbacksOf = (plan: DemonstrationPlan, house: House, slug: CommissionerSlug, played: Played): readonly Moment[] =>
  plan.callbacks
    .filter(({ person }) => plan.people[person]?.commissioner === slug)
    .map(({ person, listener, askedAt, from, mayLeaveMessage }, place) => ({
      at: askedAt,
      actor: house.actor(slug, listener),
      play: async (work) => {
        const personId = played.personIds.get(person);
        if (personId === undefined) return;
        const promised = await promiseCallback(work, { personId, from, mayLeaveMessage });
        if (promised.kind === "promised") await keepSome(work, place, personId, promised.callbackId);
      },
    }));

/** One callback out of four comes with answers given online, each quiz in turn. */
const keepSome = async (work: Work, place: number, personId: string, callbackId: string): Promise<void> => {
  const answered = place % 4 === 0 ? answeredQuizzes[(place / 4) % answeredQuizzes.length] : undefined;
  const quiz = answered && findQuiz(answered.quiz);
  if (quiz) await keepQuiz(work, { personId, callbackId, quiz, answers: answered.answers }, () => []);
};

const roundsBetween = (moments: readonly Moment[], now: Date, actor: Actor): readonly Moment[] => {
  const first = Math.min(...moments.map(({ at }) => at.getTime()));
  const count = Math.max(0, Math.floor((now.getTime() - first) / (roundHours * 3_600_000)));
  // The last one falls on now: warnings and promises are then up to date.
  return Array.from({ length: count }, (_, at) => ({
    at: new Date(now.getTime() - (count - 1 - at) * roundHours * 3_600_000),
    actor,
    play: async (work) => {
      await advanceReferrals(work);
      await askOutcomes(work);
    },
  }));
};
