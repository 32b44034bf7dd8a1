import { findCallback } from "#contact/server";
import { inCommissioner, type Round, type Subscriber } from "#ground/server";
import { forgetSimulatorFacts, purgeWaitingFacts } from "./facts.store.ts";

/** « Je n'ai plus besoin » : what she brought from the simulator was for a call that will not take place, and goes with it. */
export const onCallbackCancelled: Subscriber = {
  topic: "callback.changed",
  name: "rights.follow-cancellation",
  hear: (ground, event) =>
    inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const callback = await findCallback(work, event.ids["callbackId"] ?? "");
      if (callback?.state === "cancelled") await forgetSimulatorFacts(work, { callbackId: callback.id });
    }),
};

/** What waits for a situation is not kept for ever. */
export const purgeRound: Round = {
  name: "rights.purge",
  everyMinutes: 24 * 60,
  run: async (work) => {
    await purgeWaitingFacts(work);
  },
};
