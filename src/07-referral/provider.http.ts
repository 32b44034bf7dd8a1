import { z } from "zod";
import { day, dayOf } from "#engines/calendar";
import { findService } from "#directory/server";
import { HttpAnswer, idempotencyKey, keyReused, notFound, once, openDeed, workFor, type Web, type Work } from "#ground/server";
import { phoneInPairs, readPhone } from "#person";
import { deskReferralWords } from "./desk.words.ts";
import { ProviderFieldsContract, ProviderListContract, type ProviderFields, type ProviderShown } from "./provider.contract.ts";
import { isFull, isPaused, type Provider } from "./provider.ts";
import { addProvider, editProvider, findProvider, listProviders, reliabilities, type NewProvider } from "./provider.store.ts";

const WhoseContract = z.object({ commissionerId: z.string() });
const NewProviderContract = z.intersection(WhoseContract, ProviderFieldsContract);
const AddedContract = z.object({ id: z.uuid() });
const DoneContract = z.object({ done: z.literal(true) });

/** Prestataires : listed, added and edited by supervisors. */
export const openProviders = (web: Web): void => {
  web.app.get("/api/providers", { schema: { querystring: WhoseContract, response: { 200: ProviderListContract } } }, (request) =>
    workFor(web, request, request.query.commissionerId, "manage-providers", providersShown),
  );
  web.app.post("/api/providers", { schema: { body: NewProviderContract, response: { 200: AddedContract } } }, (request) => {
    const key = idempotencyKey(request);
    return workFor(web, request, request.body.commissionerId, "manage-providers", async (work) => {
      const done = await once(work, { key, route: "POST /api/providers", content: request.body }, async () => {
        await checkService(work, request.body.serviceId);
        return { id: await addProvider(work, written(request.body)) };
      });
      if (done.kind === "key-reused") throw keyReused();
      return done.answer;
    });
  });
  openDeed(web, {
    path: "/api/providers/:id",
    body: ProviderFieldsContract,
    answer: DoneContract,
    deed: "manage-providers",
    isHere: async (work, id) => (await findProvider(work, id)) !== undefined,
    act: async (work, id, body) => {
      await checkService(work, body.serviceId);
      if (!(await editProvider(work, id, written(body)))) throw notFound();
      return { done: true as const };
    },
  });
};

/** A provider may be tied to a service of the directory; one that does not exist is said, not kept. */
const checkService = async (work: Work, serviceId: string | null): Promise<void> => {
  if (serviceId === null || (await findService(work, serviceId))) return;
  const sentence = deskReferralWords.fr.providers.unknownService;
  throw new HttpAnswer(422, sentence, { fields: [{ field: "serviceId", sentence }] });
};

/** From what a supervisor wrote to what is kept: days as days, the telephone in pairs. */
const written = (given: ProviderFields): NewProvider => ({
  name: given.name,
  serviceId: given.serviceId ?? undefined,
  mail: given.mail,
  phone: phoneInPairs(readPhone(given.phone)?.value ?? given.phone),
  needs: given.needs,
  zone: given.zone,
  approvedFrom: day(given.approvedFrom),
  approvedUntil: day(given.approvedUntil),
  pausedFrom: given.pausedFrom === null ? undefined : day(given.pausedFrom),
  pausedUntil: given.pausedUntil === null ? undefined : day(given.pausedUntil),
  capacity: given.capacity,
  capacityUntil: given.capacity === "open" || given.capacityUntil === null ? undefined : day(given.capacityUntil),
});

const providersShown = async (work: Work): Promise<ProviderShown[]> => {
  const providers = await listProviders(work);
  const judged = await reliabilities(
    work,
    providers.map((provider) => provider.id),
  );
  return providers.map((provider) => ({
    ...fields(provider),
    ...today(provider, work.now),
    reliability: judged.get(provider.id) ?? { weight: 1, kept: 0, outOf: 0, offersToRecover: 0 },
  }));
};

const fields = (provider: Provider) => ({
  id: provider.id,
  name: provider.name,
  serviceId: provider.serviceId ?? null,
  mail: provider.mail,
  phone: provider.phone,
  needs: [...provider.needs],
  zone: [...provider.zone],
  approvedFrom: provider.approvedFrom,
  approvedUntil: provider.approvedUntil,
  pausedFrom: provider.pausedFrom ?? null,
  pausedUntil: provider.pausedUntil ?? null,
  capacity: provider.capacity,
  capacityUntil: provider.capacityUntil ?? null,
});

const today = (provider: Provider, now: Date) => {
  const on = dayOf(now);
  return {
    isPausedToday: isPaused(provider, on),
    isFullToday: isFull(provider, on),
    isApprovedToday: provider.approvedFrom <= on && on <= provider.approvedUntil && !provider.lacksApproval,
  };
};
