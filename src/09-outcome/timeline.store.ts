import type { Work } from "#ground/server";
import { referralsOfPerson } from "#referral/server";
import { themeOf, type TimelineEntry } from "#situation";
import { outcomeDeskWords } from "./desk.words.ts";
import { gainsOf } from "./gain.store.ts";
import { outcomesOf } from "./outcome.store.ts";

const { fr, en } = outcomeDeskWords;

/** What this room adds to the timeline of a person: what was said of each referral, and what she gained. */
export const outcomeTimeline = async (work: Work, personId: string): Promise<readonly TimelineEntry[]> => {
  const entries: TimelineEntry[] = (await gainsOf(work, personId)).map((gain) => ({
    at: gain.notedAt,
    mark: "gain",
    sentence: { fr: `${fr.kinds[gain.kind]} : ${gain.label}`, en: `${en.kinds[gain.kind]}: ${gain.label}` },
  }));
  for (const referral of await referralsOfPerson(work, personId))
    for (const outcome of await outcomesOf(work, referral.id))
      entries.push({
        at: outcome.saidAt,
        mark: "outcome",
        theme: themeOf(referral.need),
        link: `/bureau/transmissions/${referral.id}`,
        sentence: {
          fr: fr.says(fr.sources[outcome.source], fr.delivered[outcome.delivered]),
          en: en.says(en.sources[outcome.source], en.delivered[outcome.delivered]),
        },
        ...(outcome.saidBy === undefined ? {} : { staffId: outcome.saidBy }),
      });
  return entries;
};
