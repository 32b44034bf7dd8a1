import { sql } from "kysely";
import { day } from "#engines/calendar";
import type { Id } from "#ground";
import { inCommissioner, openMessage, type Actor, type Ground, type Work } from "#ground/server";
import { addContactPoint, addPerson, recordConsent } from "#person/server";
import { addNeed, openSituation } from "#situation/server";
import { addProvider, handOver, offersOf, type NewProvider } from "#referral/server";

/** The persons and providers of the scenarios of handing over, made in a few words. */
export const provider = (name: string, more: Partial<NewProvider> = {}): NewProvider => ({
  name,
  serviceId: undefined,
  mail: `${name.toLowerCase()}@prestataires.example`,
  phone: "04 65 71 10 01",
  needs: ["aide_domicile"],
  zone: ["38"],
  approvedFrom: day("2026-01-01"),
  approvedUntil: day("2027-12-31"),
  pausedFrom: undefined,
  pausedUntil: undefined,
  capacity: "open",
  capacityUntil: undefined,
  ...more,
});

export const addProviders = async (
  work: Work,
  names: readonly string[],
  more: Partial<NewProvider> = {},
): Promise<Record<string, Id<"Provider">>> => {
  const added: Record<string, Id<"Provider">> = {};
  for (const name of names) added[name] = await addProvider(work, provider(name, more));
  return added;
};

export interface NeedOfSomeone {
  readonly personId: Id<"Person">;
  readonly situationId: Id<"Situation">;
  readonly needId: Id<"Need">;
}

/** Awa Diallo of Grenoble, or someone else, with a need told to her. */
export const addNeedOf = async (
  work: Work,
  given: {
    readonly firstName?: string;
    readonly phone?: string | undefined;
    readonly communeCode?: string;
    readonly need?: string;
    readonly told?: boolean;
    readonly isProtected?: boolean;
    readonly consents?: readonly ("share_referral" | "sms")[];
  } = {},
): Promise<NeedOfSomeone> => {
  const personId = await addPerson(work, {
    ...(given.firstName === "" ? {} : { firstName: given.firstName ?? "Awa", lastName: "Diallo" }),
    communeCode: given.communeCode ?? "38185",
    isProtected: given.isProtected ?? false,
  });
  if (given.phone !== "") await addContactPoint(work, personId, { channel: "phone", value: given.phone ?? "+33639983344" });
  for (const purpose of given.consents ?? ["share_referral", "sms"])
    await recordConsent(work, { personId, purpose, answer: "yes", mode: "oral" });
  const situationId = await openSituation(work, { personId });
  const told = given.told ?? true;
  const needId = await addNeed(work, {
    situationId,
    need: given.need ?? "aide_domicile",
    origin: told ? "expressed" : "detected",
    acknowledged: told,
  });
  return { personId, situationId, needId };
};

/** Hands a need over and gives what it made. Throws when it was not offered. */
export const handOverNow = async (work: Work, given: Parameters<typeof addNeedOf>[1] = {}) => {
  const of = await addNeedOf(work, given);
  const answer = await handOver(work, { needId: of.needId });
  if (answer.kind !== "offered") throw new Error(`not offered: ${answer.kind}`);
  return { ...of, referralId: answer.referralId, offer: answer.offer };
};

/** Offers of a referral, as « name: answer ». */
export const offerStory = async (work: Work, referralId: string, names: Record<string, string>): Promise<readonly string[]> => {
  const byId = new Map(Object.entries(names).map(([name, id]) => [id, name]));
  return (await offersOf(work, referralId)).map((offer) => `${byId.get(offer.providerId) ?? "?"}: ${offer.answer}`);
};

/** All messages kept, opened, the oldest first. */
export const messagesOf = async (work: Work) => {
  const rows = await work.rows(
    sql<{ id: string }>`select id from ground_message where commissioner_id = ${work.commissionerId} order by id`,
  );
  return Promise.all(rows.map(async ({ id }) => (await openMessage(work, id)) ?? Promise.reject(new Error(`message ${id} vanished`))));
};

/** The token at the end of the last link written to an address. */
export const lastTokenFor = async (work: Work, to: string): Promise<string> => {
  const mails = (await messagesOf(work)).filter((message) => message.to === to);
  return /\/(?:p|reponse)\/([a-z0-9]+)/.exec(mails.at(-1)?.body ?? "")?.[1] ?? "";
};

/** What was told, as « topic »s, the oldest first. */
export const topicsTold = async (work: Work): Promise<readonly { topic: string; ids: Record<string, string> }[]> =>
  work.rows(
    sql<{
      topic: string;
      ids: Record<string, string>;
    }>`select topic, ids from ground_outbox where commissioner_id = ${work.commissionerId} order by id`,
  );

/** A short way to act. */
export const as =
  (ground: Ground, actor: Actor) =>
  <Result>(deed: (work: Work) => Promise<Result>): Promise<Result> =>
    inCommissioner(ground, actor, deed);
