import { inCommissioner, type Subscriber } from "#ground/server";
import { settleAfterCheck } from "./check-entitlement.action.ts";

/** A register answered, whoever asked it: what waited for this answer goes on. */
export const answerListener: Subscriber = {
  topic: "register-check.answered",
  name: "rights.settle-cards",
  hear: async (ground, event) => {
    const checkId = event.ids["checkId"];
    if (checkId === undefined) return;
    await inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, (work) => settleAfterCheck(work, checkId));
  },
};
