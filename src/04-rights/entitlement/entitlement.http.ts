import { z } from "zod";
import { addDays, day, dayOf } from "#engines/calendar";
import { looksLikeId } from "#ground";
import {
  HttpAnswer,
  notFound,
  NothingContract,
  openDeed,
  openReading,
  ownCommissioner,
  workFor,
  workForEach,
  type Web,
  type Work,
} from "#ground/server";
import { displayName } from "#person";
import { findPerson, findPersons } from "#person/server";
import type { Registers } from "../register/api-particulier.source.ts";
import { openAskingGestures } from "./asking-gestures.http.ts";
import { cardNumbered, readCardNumber } from "./card.store.ts";
import { openCardPrint } from "./card-print.http.ts";
import { modelsOf } from "./card-model.store.ts";
import { decideEntitlement } from "./check-entitlement.action.ts";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";
import { readPage } from "./entitlement-page.http.ts";
import { modelShown, showEntitlements } from "./entitlement-shown.store.ts";
import {
  DecideContract,
  EntitlementPageContract,
  EntitlementsContract,
  IssueContract,
  LookAtContract,
  NumberContract,
  ReplaceContract,
  RequestContract,
  SettleContract,
  StopContract,
  type EntitlementsShown,
} from "./entitlement.contract.ts";
import { renewalDays } from "./entitlement.ts";
import { entitlementIsHere, entitlementsOf, entitlementsToLookAt } from "./entitlement.store.ts";
import { issueEntitlement, replaceCard } from "./issue-card.action.ts";
import { refuse, refuseUndone } from "./refused-gesture.http.ts";
import { settleRenewalByHand, undoRenewal } from "./renew-entitlement.action.ts";
import { requestEntitlement } from "./request-entitlement.action.ts";
import { resumeEntitlement, stopEntitlement } from "./stop-entitlement.action.ts";

/** Droits et cartes : asked for, checked, issued, renewed, replaced, stopped. */
export const openEntitlements = (web: Web, registers: Registers | undefined): void => {
  const isPlugged = registers !== undefined;
  openReadings(web, isPlugged);
  openCardPrint(web);
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
