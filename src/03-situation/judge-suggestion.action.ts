import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { addNeed, needsOf } from "./need.store.ts";
import { findSituation, situationOfContact, tellChanged } from "./situation.store.ts";
import type { Machine } from "./suggestion.contract.ts";
import { keepVerdict, takeBackRefusal } from "./verdict.store.ts";

export interface NeedJudged {
  readonly contactId: string;
  readonly need: string;
  readonly confidence: number;
  readonly machine: Machine;
}

export type Judgement<Kept = unknown> =
  | ({ readonly kind: "judged" } & Kept)
  | { readonly kind: "no-person" }
  /** Reopened first, like for anything else that is added. */
  | { readonly kind: "closed" };

/** Garder : a suggestion becomes a need found by listening, that the person has not been told yet. */
export const keepSuggestion = async (work: Work, given: NeedJudged): Promise<Judgement<{ readonly needId: Id<"Need"> }>> => {
  const about = await openSituationAbout(work, given.contactId);
  if (about.kind !== "open") return about;
  const { situationId } = about;
  const wasNoted = (await needsOf(work, situationId)).some(({ need }) => need === given.need);
  const needId = await addNeed(work, { situationId, need: given.need, origin: "detected" });
  if (!wasNoted) await keepVerdict(work, { ...given, situationId, kind: "need", label: given.need, verdict: "kept", wasProposed: true });
  return { kind: "judged", needId };
};

/** Écarter : not proposed again in this situation. */
export const refuseSuggestion = async (work: Work, given: NeedJudged): Promise<Judgement> => {
  const about = await openSituationAbout(work, given.contactId);
  if (about.kind !== "open") return about;
  const { situationId } = about;
  await keepVerdict(work, { ...given, situationId, kind: "need", label: given.need, verdict: "refused", wasProposed: true });
  return { kind: "judged" };
};

/** Annuler : the refusal never was, and the need may be proposed again. */
export const takeBack = async (work: Work, contactId: string, need: string): Promise<void> => {
  const about = await situationOfContact(work, contactId);
  if ((await takeBackRefusal(work, contactId, need)) && about) await tellChanged(work, about.id);
};

const openSituationAbout = async (
  work: Work,
  contactId: string,
): Promise<
  { readonly kind: "open"; readonly situationId: Id<"Situation"> } | { readonly kind: "no-person" } | { readonly kind: "closed" }
> => {
  const about = await situationOfContact(work, contactId);
  if (!about) return { kind: "no-person" };
  const situation = await findSituation(work, about.id);
  return situation?.closedAt === undefined ? { kind: "open", situationId: about.id } : { kind: "closed" };
};
