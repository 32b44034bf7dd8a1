import { z } from "zod";
import { once, type Web, type Work } from "#ground/server";
import { mayTellOutcome, noteAttempt, offerAddress, openOffer, sendOfferPage, typedIn, workOnOffer } from "#referral/server";
import { ProviderAnswerContract } from "./answer.contract.ts";
import { recordOutcome } from "./record-outcome.action.ts";

const params = z.object({ token: z.string() });
type Form = z.infer<typeof ProviderAnswerContract>;

/** « Le service a-t-il eu lieu ? » : the provider's word, from the page of its request. */
export const openProviderOutcome = (web: Web): void => {
  web.app.post("/p/:token/resultat", { schema: { hide: true, params } }, async (request, reply) => {
    const { token } = request.params;
    const opened = await openOffer(web, request, token);
    const address = offerAddress(request, token);
    const form = ProviderAnswerContract.safeParse(request.body ?? {});
    if (opened.kind !== "open") return sendOfferPage(web, reply, opened, address);
    if (!form.success) return sendOfferPage(web, reply, opened, address, { status: 422, typed: typedIn(request.body, form.error) });
    const { cle: key } = form.data;
    const done = await workOnOffer(web, opened, (work) =>
      once(work, { key, route: "POST /p/resultat", content: [opened.offerId, form.data] }, () => tell(work, opened.offerId, form.data)),
    );
    if (done.kind !== "key-reused" && done.answer === "done") return reply.redirect(address, 303);
    return sendOfferPage(web, reply, opened, address, {
      status: 409,
      remark: done.kind === "already-done" && done.answer === "late" ? "late" : "settled",
    });
  });
};

/** Who says what came of it has called: the call is noted if it was not. */
const tell = async (work: Work, offerId: string, form: Form): Promise<"done" | "late" | "settled"> => {
  const held = await mayTellOutcome(work, offerId);
  if (!("referral" in held)) return held.kind === "late" ? "late" : "settled";
  if (held.referral.firstAttemptAt === undefined) await noteAttempt(work, offerId, true);
  const reason = form.motif === "" ? undefined : form.motif;
  await recordOutcome(work, { referralId: held.referral.id, source: "provider", delivered: form.resultat, reason });
  return "done";
};
