import type { Work } from "#ground/server";
import { phoneInPairs, readPhone } from "#person";
import type { SummaryLine } from "#situation";
import { isRunning } from "./offer.ts";
import { offersOf } from "./offer.store.ts";
import { findProvider } from "./provider.store.ts";
import type { ServiceSnapshot } from "./inform-person.action.ts";
import type { Referral } from "./referral.ts";
import { referralsOfSituation, snapshotOf } from "./referral.store.ts";
import { summaryLineWords } from "./referral.words.ts";

const words = summaryLineWords.fr;

/**
 * What this room adds to the summary given to the person: who calls her and until when, the contacts that she was given. Never the need:
 * this room does not know whether it may be read over a shoulder; the counsellor writes it with her.
 */
export const referralSummary = async (work: Work, situationId: string): Promise<readonly SummaryLine[]> => {
  const lines: SummaryLine[] = [];
  for (const referral of await referralsOfSituation(work, situationId)) lines.push(...(await linesOf(work, referral)));
  return lines;
};

const linesOf = async (work: Work, referral: Referral): Promise<readonly SummaryLine[]> => {
  if (referral.mode === "inform") return [contactOf((await snapshotOf(work, referral.id)) as ServiceSnapshot)];
  if (referral.status === "closed") return [];
  const last = (await offersOf(work, referral.id)).at(-1);
  const running = last && isRunning(last) ? last : undefined;
  const provider = running && (await findProvider(work, running.providerId));
  if (!running || !provider) return [{ section: "steps", text: words.searching }];
  // One who has not said yes may not be the one who calls: no name is promised.
  if (referral.acceptedAt === undefined) return [{ section: "steps", text: words.asked(running.dueAt) }];
  return [
    { section: "steps", text: words.calls(provider.name, running.dueAt) },
    { section: "people", text: words.contact(provider.name, [phoneInPairs(readPhone(provider.phone)?.value ?? provider.phone)]) },
  ];
};

const contactOf = (given: ServiceSnapshot): SummaryLine => ({
  section: "people",
  text: words.contact(
    given.name,
    [given.phone, given.address, given.openingHours].filter((part) => part !== undefined),
  ),
});
