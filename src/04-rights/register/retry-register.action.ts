import { z } from "zod";
import { inCommissioner, type Job } from "#ground/server";
import type { Registers } from "./api-particulier.source.ts";
import { beginCheck, callRegister, retryJob, type Step } from "./ask-register.action.ts";
import { findCheck } from "./register-check.store.ts";

const PayloadContract = z.object({ checkId: z.uuid() });

/** Redemander à un registre qui n'avait pas su répondre : by the house, in nobody's name, as long as she agrees. */
export const retryRegister = (registers: Registers | undefined): Job => ({
  name: retryJob,
  run: async (ground, payload) => {
    if (!registers) return;
    const { checkId } = PayloadContract.parse(payload);
    const step: Step = (task) => inCommissioner(ground, { kind: "system", commissionerId: payload.commissionerId }, task);
    const begun = await step(async (work) => {
      const check = await findCheck(work, checkId);
      if (check?.answer !== "unknown") return undefined;
      return beginCheck(work, { personId: check.personId, question: check.question, attempt: check.attempt + 1 });
    });
    if (begun?.kind === "begun") await callRegister(step, registers, begun.checkId);
  },
});
