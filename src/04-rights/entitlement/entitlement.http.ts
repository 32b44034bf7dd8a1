import { z } from "zod";
import { addDays, day, dayOf, type Day } from "#engines/calendar";
import { looksLikeId } from "#ground";
import {
  HttpAnswer,
  idempotencyKey,
  keyReused,
  notFound,
  NothingContract,
  once,
  openDeed,
  openReading,
  ownCommissioner,
  workFor,
  workForEach,
  workOn,
  type Web,
  type Work,
} from "#ground/server";
import { displayName } from "#person";
import { findPerson, findPersons } from "#person/server";
import { dayInWords as dayInFrench } from "../estimate/day-in-words.ts";
import type { Registers } from "../register/api-particulier.source.ts";
import { beginCheck, callRegister, type Step } from "../register/ask-register.action.ts";
import type { CivilIdentity } from "../register/civil-identity.ts";
import { notPlugged, refuseUnbegun, staffNames } from "../register/register.http.ts";
import { registerRefusals } from "../register/register-refusals.words.ts";
import { printCard, type CardPaper } from "./card-paper.source.ts";
import { modelsOf } from "./card-model.store.ts";
import { decideEntitlement, proveEntitlement, settleAfterCheck } from "./check-entitlement.action.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { modelShown, showEntitlements, showPage } from "./entitlement-shown.store.ts";
import {
  CheckEntitlementContract,
  DecideContract,
  EntitlementPageContract,
  EntitlementsContract,
  IssueContract,
  LookAtContract,
  NumberContract,
  RenewContract,
  ReplaceContract,
  RequestContract,
  SettleContract,
  StopContract,
  type EntitlementPageShown,
  type EntitlementsShown,
} from "./entitlement.contract.ts";
import { mayDo, renewalDays } from "./entitlement.ts";
import {
  cardNumbered,
  entitlementIsHere,
  entitlementsOf,
  entitlementsToLookAt,
  findEntitlement,
  readCardNumber,
} from "./entitlement.store.ts";
import { issueEntitlement, replaceCard } from "./issue-card.action.ts";
import { beginRenewal, settleRenewalByHand, undoRenewal, waitForRegister } from "./renew-entitlement.action.ts";
import { requestEntitlement } from "./request-entitlement.action.ts";
import { resumeEntitlement, stopEntitlement } from "./stop-entitlement.action.ts";

const refuse = (sentence: string, field?: string): HttpAnswer =>
  field === undefined ? new HttpAnswer(409, sentence) : new HttpAnswer(422, sentence, { fields: [{ field, sentence }] });

/** Throws what a gesture was refused for; what was done passes. */
const refuseUndone = (answer: string): void => {
  if (answer === "not-found") throw notFound();
  if (answer === "not-allowed") throw new HttpAnswer(403, words.notAllowed);
  if (answer === "not-now") throw refuse(words.notNow);
  if (answer === "reason-missing") throw refuse(words.reasonMissing, "note");
  if (answer === "too-late") throw refuse(words.tooLate);
};

/** Droits et cartes : asked for, checked, issued, renewed, replaced, stopped. */
export const openEntitlements = (web: Web, registers: Registers | undefined): void => {
  const isPlugged = registers !== undefined;
  openReadings(web, isPlugged);
  openPrint(web);
  openGestures(web, isPlugged);
  openAskingGestures(web, registers);
};

const openReadings = (web: Web, isPlugged: boolean): void => {
  openReading(web, {
    path: "/api/persons/:id/entitlements",
    answer: EntitlementsContract,
    deed: "read-file",
    isHere: async (work, id) => (await findPerson(work, id)) !== undefined,
    read: (work, personId) => readOfPerson(work, personId, isPlugged),
  });
  openReading(web, {
    path: "/api/entitlements/:id",
    answer: EntitlementPageContract,
    deed: "read-file",
    isHere: entitlementIsHere,
    read: (work, id) => readPage(work, id, isPlugged),
  });
  web.app.get("/api/entitlements", { schema: { response: { 200: LookAtContract } } }, async (request, reply) => {
    void reply.header("cache-control", "no-store");
    const each = await workForEach(web, request, "read-file", readToLookAt);
    return { entitlements: each.flat().toSorted((a, b) => (a.to ?? a.requestedAt).localeCompare(b.to ?? b.requestedAt)) };
  });
  web.app.get(
    "/api/card-numbers",
    { schema: { querystring: z.object({ commissionerId: z.string(), number: z.string().max(40) }), response: { 200: NumberContract } } },
    async (request, reply) => {
      void reply.header("cache-control", "no-store");
      const number = readCardNumber(request.query.number);
      if (number === undefined) throw refuse(words.number, "number");
      return workFor(web, request, request.query.commissionerId, "read-file", async (work) => {
        const found = await cardNumbered(work, number);
        if (!found) throw new HttpAnswer(404, words.unknownNumber);
        return found;
      });
    },
  );
};

/** The card to print, for whoever is with her: it tells nothing of why she holds it. */
const openPrint = (web: Web): void => {
  web.app.get("/api/entitlements/:id/card.pdf", { schema: { params: z.object({ id: z.string() }) } }, async (request, reply) => {
    const { id } = request.params;
    if (!looksLikeId(id)) throw notFound();
    const paper = await workOn(
      web,
      request,
      "listen",
      (work) => entitlementIsHere(work, id),
      (work) => cardPaperOf(work, id),
    );
    return reply
      .header("cache-control", "no-store")
      .header("content-disposition", 'inline; filename="carte.pdf"')
      .type("application/pdf")
      .send(await printCard(paper));
  });
};

const cardPaperOf = async (work: Work, id: string): Promise<CardPaper> => {
  const entitlement = await findEntitlement(work, id);
  const page = entitlement && (await showPage(work, entitlement, false));
  if (!page?.to || page.number === null || page.renewalOpensOn === null || !mayDo(page.state, "print")) throw refuse(words.noCard);
  const service = await ownCommissioner(work);
  const reader = work.actor.kind === "staff" ? work.actor.staffId : undefined;
  work.audit({ action: "print card", objectKind: "person", objectId: page.personId });
  return {
    printedName: page.printedName,
    personName: page.personName,
    number: page.number,
    until: dayInWords(day(page.to)),
    renewFrom: dayInWords(day(page.renewalOpensOn)),
    service: service.name,
    phone: service.phone,
    color: service.color,
    isDemonstration: page.isDemonstration,
    printedBy: reader === undefined ? "" : ((await staffNames(work)).get(reader) ?? ""),
    printedOn: dayInWords(dayOf(work.now)),
    printedAt: work.now,
  };
};

const readOfPerson = async (work: Work, personId: string, isPlugged: boolean): Promise<EntitlementsShown> => {
  const person = await findPerson(work, personId);
  if (!person) throw notFound();
  const held = await entitlementsOf(work, personId);
  const isAlive = new Set(held.filter((each) => !["lapsed", "stopped"].includes(each.state)).map((each) => each.model.id as string));
  work.audit({ action: "read file", objectKind: "person", objectId: personId, purpose: "cards" });
  return {
    personId,
    isNamed: person.kind === "identified",
    isPlugged,
    entitlements: await showEntitlements(work, held),
    models: (await modelsOf(work)).filter((model) => !model.retiredAt && !isAlive.has(model.id)).map(modelShown),
  };
};

const readPage = async (work: Work, id: string, isPlugged: boolean): Promise<EntitlementPageShown> => {
  const entitlement = await findEntitlement(work, id);
  const page = entitlement && (await showPage(work, entitlement, isPlugged));
  if (!page) throw notFound();
  work.audit({ action: "read file", objectKind: "person", objectId: page.personId, purpose: "cards" });
  return page;
};

const readToLookAt = async (work: Work) => {
  const found = await entitlementsToLookAt(work, addDays(dayOf(work.now), renewalDays));
  const persons = await findPersons(
    work,
    found.map((each) => each.personId),
  );
  const { name } = await ownCommissioner(work);
  return (await showEntitlements(work, found)).map((each) => {
    const person = persons.get(each.personId);
    return { ...each, personName: person ? displayName(person) : "", commissionerName: name };
  });
};

const openGestures = (web: Web, isPlugged: boolean): void => {
  openDeed(web, {
    path: "/api/persons/:id/entitlements",
    body: RequestContract,
    answer: z.object({ id: z.string() }),
    deed: "listen",
    isHere: async (work, id) => (await findPerson(work, id)) !== undefined,
    act: async (work, personId, { modelId }) => {
      if (!looksLikeId(modelId)) throw notFound();
      const asked = await requestEntitlement(work, { personId, modelId });
      if (asked.kind === "not-found") throw notFound();
      if (asked.kind === "no-name") throw refuse(words.noName);
      if (asked.kind === "retired") throw refuse(words.retired);
      if (asked.kind === "already") throw refuse(words.already);
      return { id: asked.id };
    },
  });
  const gesture = <Body>(path: string, body: z.ZodType<Body>, act: (work: Work, id: string, body: Body) => Promise<void>): void => {
    openDeed(web, {
      path: `/api/entitlements/:id/${path}`,
      body,
      answer: EntitlementPageContract,
      deed: "listen",
      isHere: entitlementIsHere,
      act: async (work, id, given) => {
        await act(work, id, given);
        return readPage(work, id, isPlugged);
      },
    });
  };
  gesture("decide", DecideContract, async (work, id, { note }) => {
    refuseUndone(await decideEntitlement(work, { id, note }));
  });
  gesture("issue", IssueContract, async (work, id, { from }) => {
    const issued = await issueEntitlement(work, { id, from: from === undefined ? undefined : day(from) });
    if (issued.kind === "wrong-day") throw refuse(words.wrongDay, "from");
    refuseUndone(issued.kind);
  });
  gesture("settle", SettleContract, async (work, id, given) => {
    refuseUndone(await settleRenewalByHand(work, { id, ...given }));
  });
  gesture("undo-renewal", NothingContract, async (work, id) => {
    refuseUndone(await undoRenewal(work, id));
  });
  gesture("replace", ReplaceContract, async (work, id, { because }) => {
    refuseUndone((await replaceCard(work, { id, because })).kind);
  });
  gesture("stop", StopContract, async (work, id, given) => {
    refuseUndone(await stopEntitlement(work, { id, ...given }));
  });
  gesture("resume", NothingContract, async (work, id) => {
    refuseUndone(await resumeEntitlement(work, id));
  });
};

/** What a gesture that may ask a register came to, before the register is asked: nothing to ask, or a check to make. */
type Planned = { readonly kind: "done" } | { readonly kind: "ask"; readonly checkId: string };

/**
 * Vérifier et renouveler : planned in one transaction, the register asked in none, settled with its answer in another. The same key plans
 * once and never calls twice.
 */
const openAskingGestures = (web: Web, registers: Registers | undefined): void => {
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
      throw refuse(words.tooEarly(dayInWords(begun.opensOn)));
    refuseUndone(begun.kind);
    return { kind: "done" };
  });
};

const dayInWords = (on: Day): string => dayInFrench(on, "fr");
