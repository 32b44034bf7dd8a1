import { addDays, addMonths, dayOf, type Day } from "#engines/calendar";
import { enterService } from "#directory/server";
import { inCommissioner, inShared, type Ground, type Work } from "#ground/server";
import { addProvider, editProvider, listProviders, type NewProvider } from "#referral/server";
import type { CommissionerSlug } from "./commissioners.ts";
import type { House } from "./open-house.action.ts";
import type { DemonstrationPlan } from "./plan.ts";
import type { PlannedProvider } from "./providers.ts";
import { planSecondSource } from "./second-source.ts";
import { fictionalPhone } from "./telephone.ts";

const source = { id: "demonstration", name: "Démonstration : services inventés", licence: "fictif", isDemonstration: true };

const secondSource = {
  id: "demonstration-communes",
  name: "Démonstration : annuaire inventé des communes",
  licence: "fictif",
  isDemonstration: true,
};

/** Remplir l'annuaire with invented services. @returns their identifiers, by key */
export const fillDirectory = (ground: Ground, plan: DemonstrationPlan): Promise<ReadonlyMap<string, string>> =>
  inShared(ground, async (work) => {
    const ids = new Map<string, string>();
    for (const service of plan.services) ids.set(service.key, await enterService(work, { source, ...service }));
    for (const service of planSecondSource(plan.services)) await enterService(work, { source: secondSource, ...service });
    return ids;
  });

/** Agréer les prestataires : each for the services it works for. */
export const approveProviders = async (ground: Ground, plan: DemonstrationPlan, house: House, now: Date): Promise<void> => {
  const approvedFrom = dayOf(ground.clock());
  await forEachService(ground, house, async (work, slug) => {
    for (const [rank, provider] of plan.providers.entries())
      if (provider.worksFor.includes(slug)) await addProvider(work, asProvider(provider, rank, { approvedFrom, today: dayOf(now) }));
  });
};

/** One provider has just said that it is full for two weeks. */
export const fillUpProviders = (ground: Ground, plan: DemonstrationPlan, house: House): Promise<void> =>
  forEachService(ground, house, async (work) => {
    const full = new Set(plan.providers.filter(({ state }) => state === "waitlist").map(({ name }) => name));
    for (const { id, ...provider } of await listProviders(work))
      if (full.has(provider.name))
        await editProvider(work, id, { ...provider, capacity: "waitlist", capacityUntil: addDays(dayOf(work.now), 14) });
  });

const forEachService = async (ground: Ground, house: House, deed: (work: Work, slug: CommissionerSlug) => Promise<void>): Promise<void> => {
  for (const [slug, commissionerId] of house.commissionerIds)
    await inCommissioner(ground, { kind: "system", commissionerId }, (work) => deed(work, slug));
};

const asProvider = (planned: PlannedProvider, rank: number, days: { readonly approvedFrom: Day; readonly today: Day }): NewProvider => ({
  name: planned.name,
  serviceId: undefined,
  mail: mailOf(planned.name),
  phone: fictionalPhone("01 99 00", 2000 + rank * 13),
  needs: planned.needs,
  zone: planned.zone,
  approvedFrom: days.approvedFrom,
  // One approval ends soon: somebody has to see to it.
  approvedUntil: rank === 0 ? addDays(days.today, 24) : addMonths(days.today, 12 + (rank % 9)),
  pausedFrom: planned.state === "paused" ? addDays(days.today, -9) : undefined,
  pausedUntil: planned.state === "paused" ? addDays(days.today, 21) : undefined,
  capacity: "open",
  capacityUntil: undefined,
});

const mailOf = (name: string): string =>
  `demandes@${name
    .normalize("NFD")
    .replace(/[^A-Za-z ]/g, "")
    .trim()
    .toLowerCase()
    .replaceAll(/ +/g, "-")}.example`;
