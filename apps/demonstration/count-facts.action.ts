import { addDays, dayOf, instantAt, monthOf, monthRange, type Month } from "#engines/calendar";
import { inCommissioner, type Ground, type Work } from "#ground/server";
import type { KnownSituation } from "#observatory";
import { closeMonth, keepGivenFacts } from "#observatory/server";
import { referralsOfSituation } from "#referral/server";
import { themeOf } from "#situation";
import type { House } from "./open-house.action.ts";
import type { DemonstrationPlan } from "./plan.ts";
import { groundAt, type Played } from "./play-story.action.ts";
import type { Story } from "./story.ts";

/** The day of the month on which the month before is closed, at the earliest. */
const closingDay = 3;

/**
 * Compter pour l'observatoire : the facts of all situations, month after month, then an edition for each month that is over. A month that
 * cannot be published keeps waiting, as it would in real life.
 * @returns sentences about what was not closed
 */
export const countFacts = async (
  ground: Ground,
  plan: DemonstrationPlan,
  given: { readonly house: House; readonly played: Played; readonly now: Date },
): Promise<readonly string[]> => {
  const byMonth = Map.groupBy(plan.stories, (story) => monthOf(story.openedAt));
  const refusals: string[] = [];
  for (const [month, stories] of [...byMonth].toSorted(([a], [b]) => a.localeCompare(b))) {
    const then = groundAt(ground, closingInstant(month, given.now), given.now);
    await Promise.all(
      [...given.house.commissionerIds].map(([slug, commissionerId]) =>
        inCommissioner(then, { kind: "system", commissionerId }, async (work) => {
          const known: KnownSituation[] = [];
          for (const story of stories.filter((each) => each.commissioner === slug))
            known.push(await knownSituation(work, story, plan, given.played));
          await keepGivenFacts(work, known);
        }),
      ),
    );
    if (!plan.closedMonths.includes(month)) continue;
    const closing = await closeMonth(then, month);
    if (closing.kind === "refused") refusals.push(...closing.reasons);
  }
  return refusals;
};

/** In the morning of the third of the next month; now, when that day is still to come. */
const closingInstant = (month: Month, now: Date): Date => {
  const closing = instantAt(addDays(dayOf(monthRange(month).until), closingDay - 1), "09:00");
  return closing < now ? closing : now;
};

/**
 * What `keepFacts` would read of a situation, known already from its story: reading the two thousand again would take as long as playing
 * them. Only the outcomes of referrals are decided by the play. A test holds both to be the same.
 */
const knownSituation = async (work: Work, story: Story, plan: DemonstrationPlan, played: Played): Promise<KnownSituation> => {
  const who = plan.people[story.person];
  const personId = played.personIds.get(story.person);
  const situationId = played.situationIds.get(story);
  if (!who || personId === undefined || situationId === undefined) throw new Error("a story was counted that was not played");
  const referrals = story.referral ? await referralsOfSituation(work, situationId) : [];
  return {
    situationId,
    personId,
    openedAt: story.openedAt,
    communeCode: who.communeCode,
    population: who.population,
    demands: [{ theme: story.demand.theme }],
    needs: story.needs.map(({ need, origin, severity }) => ({ need, origin, severity, theme: themeOf(need) })),
    emotions: story.emotions,
    referrals: referrals.flatMap(({ need, outcome }) => (outcome === undefined || outcome === "informed" ? [] : [{ need, outcome }])),
  };
};
