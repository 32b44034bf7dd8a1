import { z } from "zod";
import { dayOf } from "#engines/calendar";
import { looksLikeId } from "#ground";
import { idempotencyKey, keyReused, notFound, once, workOn, type Web, type Work } from "#ground/server";
import { dayInWords } from "../estimate/day-in-words.ts";
import type { Registers } from "../register/api-particulier.source.ts";
import { beginCheck, callRegister, type Step } from "../register/ask-register.action.ts";
import type { CivilIdentity } from "../register/civil-identity.ts";
import { notPlugged, refuseUnbegun } from "../register/register.http.ts";
import { registerRefusals } from "../register/register-refusals.words.ts";
import { proveEntitlement, settleAfterCheck } from "./check-entitlement.action.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { readPage } from "./entitlement-page.http.ts";
import { CheckEntitlementContract, EntitlementPageContract, RenewContract } from "./entitlement.contract.ts";
import { mayDo } from "./entitlement.ts";
import { entitlementIsHere, findEntitlement } from "./entitlement.store.ts";
import { refuse, refuseUndone } from "./refused-gesture.http.ts";
import { beginRenewal, waitForRegister } from "./renew-entitlement.action.ts";

/** What a gesture that may ask a register came to, before the register is asked: nothing to ask, or a check to make. */
type Planned = { readonly kind: "done" } | { readonly kind: "ask"; readonly checkId: string };

/**
 * Vérifier et renouveler : planned in one transaction, the register asked in none, settled with its answer in another. The same key plans
 * once and never calls twice.
 */
export const openAskingGestures = (web: Web, registers: Registers | undefined): void => {
  const asking = <Body extends { readonly identity?: CivilIdentity | undefined }>(
    name: string,
    body: z.ZodType<Body>,
    plan: (work: Work, id: string, body: Body) => Promise<Planned>,
  ): void => {
    const path = `/api/entitlements/:id/${name}`;
    web.app.post(
      path,
      { schema: { params: z.object({ id: z.string() }), body, response: { 200: EntitlementPageContract } } },
      async (request) => {
        const { id } = request.params as { readonly id: string };
        const given = request.body as Body;
        if (!looksLikeId(id)) throw notFound();
        const key = idempotencyKey(request);
        const step: Step = (task) => workOn(web, request, "listen", (work) => entitlementIsHere(work, id), task);
        const planned = await step(async (work) => {
          const done = await once(work, { key, route: path, content: { id, given } }, () => plan(work, id, given));
          if (done.kind === "key-reused") throw keyReused();
          return done.answer;
        });
        if (planned.kind === "ask" && registers && (await callRegister(step, registers, planned.checkId, settleAfterCheck)) === "under-way")
          throw refuse(registerRefusals.underWay);
        return step(async (work) => {
          // Answered before this was asked for: what follows from it is done now.
          if (planned.kind === "ask") await settleAfterCheck(work, planned.checkId);
          return readPage(work, id, registers !== undefined);
        });
      },
    );
  };

  const ask = async (work: Work, id: string, identity: CivilIdentity | undefined, isFresh: boolean): Promise<Planned> => {
    const entitlement = await findEntitlement(work, id);
    const question = entitlement?.model.question;
    if (!entitlement || !question) throw notFound();
    if (!registers) throw notPlugged();
    const begun = refuseUnbegun(await beginCheck(work, { personId: entitlement.personId, question, identity, again: isFresh }));
    if (isFresh) await waitForRegister(work, id);
    return { kind: "ask", checkId: begun.checkId };
  };

  asking("check", CheckEntitlementContract, async (work, id, { identity }) => {
    const entitlement = await findEntitlement(work, id);
    if (!entitlement) throw notFound();
    if (!mayDo(entitlement.state, "check")) throw refuse(words.notNow);
    return (await proveEntitlement(work, id)) === "to-ask" ? ask(work, id, identity, false) : { kind: "done" };
  });
  asking("renew", RenewContract, async (work, id, { situation, identity }) => {
    const begun = await beginRenewal(work, { id, situation });
    if (begun.kind === "ask-register") return ask(work, id, identity, true);
    if (begun.kind === "not-now" && begun.opensOn !== undefined && begun.opensOn > dayOf(work.now))
      throw refuse(words.tooEarly(dayInWords(begun.opensOn, "fr")));
    refuseUndone(begun.kind);
    return { kind: "done" };
  });
};
