import { inCommissioner, type Subscriber, type Work } from "#ground/server";
import { activeConsent } from "#person/server";
import { closeReferral } from "./close-referral.action.ts";
import { referralsOfPerson } from "./referral.store.ts";

/** She took back her yes: every handover that stood on it ends, and nobody can read what was transmitted (case 12). */
export const followWithdrawal = async (work: Work, personId: string): Promise<void> => {
  if (await activeConsent(work, personId, "share_referral")) return;
  for (const referral of await referralsOfPerson(work, personId))
    if (referral.mode === "handover" && referral.status !== "closed") await closeReferral(work, referral.id, "withdrawn");
};

export const onConsentWithdrawn: Subscriber = {
  topic: "consent.withdrawn",
  name: "referral.follow-withdrawal",
  hear: (ground, event) =>
    inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const personId = event.ids["personId"];
      if (personId !== undefined) await followWithdrawal(work, personId);
    }),
};
