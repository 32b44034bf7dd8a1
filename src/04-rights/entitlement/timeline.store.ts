import type { Work } from "#ground/server";
import type { TimelineEntry } from "#situation";
import { entitlementWords } from "./entitlement.words.ts";
import { entitlementsOf, type Entitlement } from "./entitlement.store.ts";
import { renewalsOf } from "./renewal.store.ts";

type Told = keyof (typeof entitlementWords)["fr"]["timeline"];

/** What this room adds to the timeline of a person: a card issued, renewed, ended, stopped; never its number nor its reason. */
export const entitlementTimeline = async (work: Work, personId: string): Promise<readonly TimelineEntry[]> => {
  const entries: TimelineEntry[] = [];
  for (const entitlement of await entitlementsOf(work, personId)) {
    const add = (at: Date | undefined, told: Told, staffId: string | undefined): void => {
      if (at !== undefined) entries.push(entryOf(entitlement, at, told, staffId));
    };
    add(entitlement.issuedAt, "issued", entitlement.issuedBy);
    add(entitlement.lapsedAt, "lapsed", undefined);
    add(entitlement.stoppedAt, "stopped", entitlement.stoppedBy);
    for (const renewal of entitlement.period ? await renewalsOf(work, entitlement) : [])
      if (renewal.outcome === "renewed" && renewal.undoneAt === undefined) add(renewal.decidedAt, "renewed", renewal.decidedBy);
  }
  return entries;
};

const entryOf = (entitlement: Entitlement, at: Date, told: Told, staffId: string | undefined): TimelineEntry => ({
  at,
  mark: "card",
  theme: "droits",
  link: `/bureau/cartes/${entitlement.id}`,
  sentence: {
    fr: entitlementWords.fr.timeline[told](entitlement.model.name),
    en: entitlementWords.en.timeline[told](entitlement.model.name),
  },
  ...(staffId === undefined ? {} : { staffId }),
});
