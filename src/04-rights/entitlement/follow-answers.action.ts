import { inCommissioner, type Subscriber } from "#ground/server";
import { settleAfterCheck, settleWithoutRegister } from "./check-entitlement.action.ts";

/** A register answered, whoever asked it, or may no longer be asked: what waited for it goes on. */
export const answerListener: Subscriber = {
  topic: "register-check.answered",
  name: "rights.settle-cards",
  hear: async (ground, event) => {
    const { checkId, personId } = event.ids;
    await inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      if (checkId !== undefined) await settleAfterCheck(work, checkId);
      else if (personId !== undefined) await settleWithoutRegister(work, personId);
    });
  },
};
