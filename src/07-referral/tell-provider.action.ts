import { ownCommissioner, makeLink, sendMessage, type Work } from "#ground/server";
import type { Offer } from "./offer.ts";
import { findProvider } from "./provider.store.ts";
import type { Referral } from "./referral.ts";
import { referralWords } from "./referral.words.ts";
import { requestPlace } from "./request-place.source.ts";

/** A provider still answers « what came of it » weeks later, by the same page. */
const linkDays = 90;

/** The address of a provider's page for one offer. Each mail has a link of its own: only their hashes are kept. */
export const providerUrl = async (work: Work, offer: Pick<Offer, "id" | "offeredAt">): Promise<string> => {
  const expiresAt = new Date(offer.offeredAt.getTime() + linkDays * 86_400_000);
  const token = await makeLink(work, { kind: "provider-answer", subjectId: offer.id, expiresAt });
  return `${work.ground.baseUrl()}/s/${(await ownCommissioner(work)).slug}/p/${token}`;
};

export type ProviderMail = "offer" | "warning" | "closed" | "question";

/** Writes to the provider of an offer. A provider that left meanwhile is not written to. */
export const tellProvider = async (
  work: Work,
  what: ProviderMail,
  offer: Offer,
  referral: Pick<Referral, "communeCode">,
): Promise<void> => {
  const provider = await findProvider(work, offer.providerId);
  if (!provider) return;
  const commune = requestPlace(referral.communeCode)?.name ?? "votre zone";
  const given = {
    provider: provider.name,
    commune,
    dueAt: offer.dueAt,
    now: work.now,
    url: await providerUrl(work, offer),
    isAccepted: offer.answer === "accepted",
  };
  await sendMessage(work, { channel: "mail", to: provider.mail, purpose: `referral ${what}`, ...referralWords.fr[what](given) });
};
