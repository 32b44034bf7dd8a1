import { findCallback } from "#contact/server";
import { inCommissioner, type Subscriber } from "#ground/server";
import { forgetAnswersOfCallback } from "./kept-answers.store.ts";

/** « Je n'ai plus besoin » : the answers were kept for a call that will not take place, and go with it. */
export const onCallbackCancelled: Subscriber = {
  topic: "callback.changed",
  name: "content.follow-cancellation",
  hear: (ground, event) =>
    inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const callback = await findCallback(work, event.ids["callbackId"] ?? "");
      if (callback?.state === "cancelled") await forgetAnswersOfCallback(work, callback.id);
    }),
};
