import { z } from "zod";
import { mayDo } from "#ground";
import { HttpAnswer, notFound, openDeed, openReading, staffOfCommissioner, type Web, type Work } from "#ground/server";
import { findPerson } from "#person/server";
import { findReferral } from "#referral/server";
import { findSituation } from "#situation/server";
import { outcomeDeskWords } from "./desk.words.ts";
import { yearTotals } from "./gain.ts";
import { gainIsHere, gainsOf, recordGain, withdrawGain } from "./gain.store.ts";
import {
  DoneContract,
  GainBodyContract,
  GainsContract,
  IdContract,
  OutcomeBodyContract,
  OutcomesContract,
  type GainsShown,
  type OutcomesShown,
} from "./outcome.contract.ts";
import { outcomesOf } from "./outcome.store.ts";
import { verdictOf, wordsThatCount } from "./outcome.ts";
import { recordOutcome } from "./record-outcome.action.ts";

const words = outcomeDeskWords.fr.refusals;
const referralIsHere = async (work: Work, id: string): Promise<boolean> => (await findReferral(work, id)) !== undefined;
const may = (work: Work, deed: "hand-over" | "settle-dispute"): boolean => work.actor.kind === "staff" && mayDo(work.actor.roles, deed);

/** Résultats et gains, at the desk. */
export const openOutcomes = (web: Web): void => {
  openReading(web, {
    path: "/api/referrals/:id/outcomes",
    answer: OutcomesContract,
    deed: "read-file",
    isHere: referralIsHere,
    read: readOutcomes,
  });
  openDeed(web, {
    path: "/api/referrals/:id/outcomes",
    body: OutcomeBodyContract,
    answer: OutcomesContract,
    deed: "read-file",
    isHere: referralIsHere,
    act: async (work, referralId, body) => {
      // A quality auditor settles disputes without handing anything over; a counsellor notes what she heard without settling them.
      if (!may(work, "hand-over") && !(body.source === "counsellor" && may(work, "settle-dispute")))
        throw new HttpAnswer(403, words.notAllowed);
      const reason = body.reason === "" ? undefined : body.reason;
      const done = await recordOutcome(work, { ...body, referralId, reason, satisfaction: body.satisfaction ?? undefined });
      if (done.kind === "not-allowed") throw new HttpAnswer(403, words.notAllowed);
      if (done.kind === "not-found") throw notFound();
      return readOutcomes(work, referralId);
    },
  });
  openGains(web);
};

const readOutcomes = async (work: Work, referralId: string): Promise<OutcomesShown> => {
  const referral = await findReferral(work, referralId);
  if (!referral) throw notFound();
  const said = await outcomesOf(work, referralId);
  const names = new Map((await staffOfCommissioner(work, work.commissionerId)).map((staff) => [staff.id as string, staff.name]));
  work.audit({ action: "read outcomes", objectKind: "person", objectId: referral.personId, purpose: "outcome" });
  return {
    referralId,
    verdict: verdictOf(wordsThatCount(said, referral)) ?? null,
    maySettle: may(work, "settle-dispute"),
    words: said.map((outcome) => ({
      id: outcome.id,
      source: outcome.source,
      delivered: outcome.delivered,
      reason: outcome.reason ?? null,
      satisfaction: outcome.satisfaction ?? null,
      saidAt: outcome.saidAt.toISOString(),
      saidBy: outcome.saidBy === undefined ? null : (names.get(outcome.saidBy) ?? null),
    })),
  };
};

const openGains = (web: Web): void => {
  openReading(web, {
    path: "/api/persons/:id/gains",
    answer: GainsContract,
    deed: "read-file",
    isHere: async (work, id) => (await findPerson(work, id)) !== undefined,
    read: readGains,
  });
  openDeed(web, {
    path: "/api/situations/:id/gains",
    body: GainBodyContract,
    answer: IdContract,
    deed: "listen",
    isHere: async (work, id) => (await findSituation(work, id)) !== undefined,
    act: async (work, situationId, body) => {
      const situation = await findSituation(work, situationId);
      if (!situation) throw notFound();
      await checkReferral(work, situationId, body.referralId);
      const id = await recordGain(work, {
        ...body,
        personId: situation.personId,
        situationId,
        referralId: body.referralId ?? undefined,
        amount: body.amount ?? undefined,
      });
      return { id };
    },
  });
  openDeed(web, {
    path: "/api/gains/:id/withdraw",
    body: z.object({}),
    answer: DoneContract,
    deed: "listen",
    isHere: gainIsHere,
    act: async (work, id) => {
      if (!(await withdrawGain(work, id))) throw notFound();
      return { done: true as const };
    },
  });
};

/** A gain may be tied to a referral of the same situation only. */
const checkReferral = async (work: Work, situationId: string, referralId: string | null): Promise<void> => {
  if (referralId === null) return;
  const referral = await findReferral(work, referralId);
  if (referral?.situationId !== situationId)
    throw new HttpAnswer(422, words.otherSituation, { fields: [{ field: "referralId", sentence: words.otherSituation }] });
};

const readGains = async (work: Work, personId: string): Promise<GainsShown> => {
  const gains = await gainsOf(work, personId);
  const { money, avoidedCost } = yearTotals(gains);
  work.audit({ action: "read gains", objectKind: "person", objectId: personId, purpose: "outcome" });
  return {
    personId,
    perYear: { money: { ...money }, avoidedCost: { ...avoidedCost } },
    gains: gains.map((gain) => ({
      id: gain.id,
      situationId: gain.situationId,
      referralId: gain.referralId ?? null,
      kind: gain.kind,
      label: gain.label,
      amount: gain.amount ? { ...gain.amount } : null,
      basis: gain.basis,
      notedAt: gain.notedAt.toISOString(),
    })),
  };
};
