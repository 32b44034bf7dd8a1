import { inCommissioner, type Subscriber, type Work } from "#ground/server";
import { exchangesToLearnAgain, teachFrom } from "./example.store.ts";
import { askForMasking } from "./mask-notes.action.ts";
import { exchangesWithNotes, forgetTextsOf, maskedTextOf, objectorsWithTexts } from "./masked.store.ts";
import { agreesToTexts, saidNoToTexts } from "./text-consent.store.ts";

/**
 * Suivre son accord sur ses mots : after a no or a withdrawal her masked texts go at once, with the examples, the sheets to review and the
 * cases that hang on them; figures already published stay, and the log says what left. After a yes, what was noted is learned from.
 */
export const followTextConsent = async (work: Work, personId: string): Promise<void> => {
  if (await saidNoToTexts(work, personId)) await forgetTexts(work, personId, "objection; published figures stay");
  else if (await agreesToTexts(work, personId))
    for (const contactId of await exchangesWithNotes(work, personId))
      await ((await maskedTextOf(work, contactId)) ? teachFrom(work, contactId) : askForMasking(work, contactId));
};

/** Oublier ses textes : all that was kept of the words of a person, but the raw notes, which have their own end. For objection and erasure. */
export const forgetTexts = async (work: Work, personId: string, purpose: string): Promise<number> => {
  const gone = await forgetTextsOf(work, personId);
  if (gone > 0) work.audit({ action: "withdraw texts", objectKind: "person", objectId: personId, purpose });
  return gone;
};

/** Each hour, whatever was missed: no text of somebody who objected, or was erased, stays a day; verdicts changed since are learned again. */
export const watchTextConsent = async (work: Work): Promise<void> => {
  for (const personId of await objectorsWithTexts(work))
    await forgetTexts(work, personId, "objection or erasure, found by the hourly round");
  for (const contactId of await exchangesToLearnAgain(work)) await teachFrom(work, contactId);
};

const follow = (topic: "consent.given" | "consent.withdrawn"): Subscriber => ({
  topic,
  name: `situation.follow-text-consent ${topic}`,
  hear: (ground, event) =>
    inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const personId = event.ids["personId"];
      if (personId !== undefined) await followTextConsent(work, personId);
    }),
});

export const textConsentSubscribers: readonly Subscriber[] = [follow("consent.given"), follow("consent.withdrawn")];
