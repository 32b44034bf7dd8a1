import type { Contact } from "#contact";
import { findContact, finishExchange } from "#contact/server";
import type { Work } from "#ground/server";
import { touchPerson } from "#person/server";
import { chooseNextAction, type Choice } from "./choose-next-action.action.ts";
import { afterBrief, missingForClosing, type Missing } from "./closing.ts";
import { closeSituation, type Closing, type Objector } from "./close-situation.action.ts";
import { addDemand, answerDemand, demandsOf } from "./demand.store.ts";
import { askForMasking } from "./mask-notes.action.ts";
import { isOpenNeed, toldOf, type Need } from "./need.ts";
import { needsOf } from "./need.store.ts";
import { nextActionHolds, type ClosedReason, type Situation } from "./situation.ts";
import { findSituation, situationOfContact } from "./situation.store.ts";
import { situationWords } from "./situation.words.ts";
import type { ThemeId } from "./taxonomy.ts";

export type ExchangeClosing =
  | { readonly kind: "closed" }
  | { readonly kind: "not-found" }
  | { readonly kind: "missing"; readonly missing: readonly Missing[] }
  | { readonly kind: "next-action-refused"; readonly because: Exclude<Choice["kind"], "chosen"> }
  | { readonly kind: "situation-refused"; readonly closing: Exclude<Closing, { readonly kind: "closed" }> };

export interface ExchangeToClose {
  readonly contactId: string;
  readonly nextAction?: { readonly what: string; readonly at: Date; readonly ownerId: string };
  /** Deux minutes : a demand, answered or not; no next action is typed, the house plans it. */
  readonly brief?: { readonly answered: "yes" | "no"; readonly demand?: { readonly words: string; readonly theme: ThemeId } };
  /** Closes the situation too: closing an exchange and closing a situation are two things. */
  readonly situation?: { readonly reason: ClosedReason; readonly note?: string };
}

/**
 * Clore l'échange : asks that nothing found be hidden from the person, and that the situation have a next action or close.
 * An exchange that is about nobody's situation simply ends. Refused, it writes nothing: each step is the last to write when it refuses.
 */
export const closeExchange = async (work: Work, given: ExchangeToClose, objectors: readonly Objector[]): Promise<ExchangeClosing> => {
  const contact = await findContact(work, given.contactId);
  if (!contact) return { kind: "not-found" };
  const about = await situationOfContact(work, given.contactId);
  const situation = about && (await findSituation(work, about.id));
  if (situation && situation.closedAt === undefined) {
    const missing = missingForClosing({
      // A supervisor who goes over what is open answers for it with a reason.
      needs: given.situation?.reason === "by-supervisor" ? [] : (await needsOf(work, situation.id)).map(asChecked),
      nextActionHolds: given.nextAction !== undefined || nextActionHolds(situation.nextAction, work.now),
      situationCloses: given.situation !== undefined,
      ...(given.brief
        ? { brief: { hasDemand: given.brief.demand !== undefined || (await asked(work, situation.id, contact)).length > 0 } }
        : {}),
    });
    if (missing.length > 0) return { kind: "missing", missing };
    const refused = given.situation
      ? await closeIt(work, situation.id, given.situation, objectors)
      : await chooseIt(work, situation.id, given.nextAction ?? plannedAfter(work, situation, given.brief));
    if (refused) return refused;
    if (given.brief) await noteBrief(work, situation.id, contact, given.brief);
  }
  await finishExchange(work, given.contactId);
  await askForMasking(work, given.contactId);
  if (about) await touchPerson(work, about.personId);
  work.audit({ action: "close exchange", objectKind: "contact", objectId: given.contactId });
  return { kind: "closed" };
};

const asChecked = (need: Need) => ({ id: need.id, need: need.need, isOpen: isOpenNeed(need), told: toldOf(need) });

/** The demands made during this exchange. */
const asked = async (work: Work, situationId: string, contact: Contact) =>
  (await demandsOf(work, situationId)).filter((demand) => demand.notedAt.getTime() >= contact.startedAt.getTime());

/** What the house plans; a next action that a human chose before still holds. */
const plannedAfter = (work: Work, situation: Situation, brief: ExchangeToClose["brief"]): ExchangeToClose["nextAction"] => {
  if (!brief || nextActionHolds(situation.nextAction, work.now)) return undefined;
  const ownerId = work.actor.kind === "staff" ? work.actor.staffId : situation.referentId;
  return { what: situationWords.fr.afterBrief[brief.answered], at: afterBrief(brief.answered, work.now), ownerId };
};

const noteBrief = async (
  work: Work,
  situationId: string,
  contact: Contact,
  brief: NonNullable<ExchangeToClose["brief"]>,
): Promise<void> => {
  if (brief.demand) await addDemand(work, { situationId, ...brief.demand });
  for (const demand of await asked(work, situationId, contact))
    if (demand.answered === undefined) await answerDemand(work, demand.id, brief.answered);
};

const closeIt = async (work: Work, situationId: string, how: NonNullable<ExchangeToClose["situation"]>, objectors: readonly Objector[]) => {
  const closing = await closeSituation(work, { situationId, ...how }, objectors);
  return closing.kind === "closed" ? undefined : ({ kind: "situation-refused", closing } as const);
};

const chooseIt = async (work: Work, situationId: string, next: ExchangeToClose["nextAction"]) => {
  if (!next) return undefined;
  const choice = await chooseNextAction(work, { situationId, ...next });
  return choice.kind === "chosen" ? undefined : ({ kind: "next-action-refused", because: choice.kind } as const);
};
