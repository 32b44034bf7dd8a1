import { attachPerson } from "#contact/server";
import type { Id } from "#ground";
import type { Work } from "#ground/server";
import { addPerson } from "#person/server";
import { pairsIn } from "./danger-told.ts";
import { flagUrgency, type Flag } from "./flag-urgency.action.ts";
import { openExchange } from "./open-exchange.action.ts";
import type { Machine } from "./suggestion.contract.ts";
import type { UrgencyLevel, UrgencyMotive } from "./urgency.ts";
import { keepVerdict } from "./verdict.store.ts";

export interface DangerAnswer {
  readonly contactId: string;
  /** What the human says: 3 is yes, 0 is no. */
  readonly level: UrgencyLevel;
  readonly motives: readonly UrgencyMotive[];
  /** What the machine had shown, when it is the one that asked. */
  readonly asked?: {
    readonly motives: readonly UrgencyMotive[];
    readonly words: readonly string[];
    readonly confidence: number;
    readonly machine: Machine;
  };
}

/**
 * Répondre à la question du danger, from the desk of an exchange. Above zero the urgency is flagged as always; a no to the machine leaves the
 * level that a human had set, is traced, and is not asked again for these words. Nobody waits for a name: when nobody knows yet who calls,
 * an anonymous file is opened, so that supervisors are told now.
 */
export const answerDanger = async (work: Work, given: DangerAnswer): Promise<Flag> => {
  const situationId = await situationToFlag(work, given);
  if (situationId === undefined) {
    // Nobody is known yet and the answer is no: there is no situation to write it in, only the log.
    if (given.level > 0) return { kind: "not-found" };
    work.audit({ action: "answer danger no", objectKind: "contact", objectId: given.contactId });
    return { kind: "flagged" };
  }
  if (given.level > 0 || given.asked === undefined) {
    const flag = await flagUrgency(work, { situationId, level: given.level, motives: given.motives });
    if (flag.kind !== "flagged") return flag;
  }
  if (given.asked) await traceVerdict(work, situationId, given, given.asked);
  return { kind: "flagged" };
};

/** The situation of the exchange; without one, a yes opens it for somebody anonymous. */
const situationToFlag = async (work: Work, given: DangerAnswer): Promise<Id<"Situation"> | undefined> => {
  const opened = await openExchange(work, given.contactId);
  if (!opened || opened.situationId !== undefined || given.level === 0 || opened.contact.endedAt !== undefined) return opened?.situationId;
  await attachPerson(work, given.contactId, await addPerson(work, {}));
  return (await openExchange(work, given.contactId))?.situationId;
};

const traceVerdict = (work: Work, situationId: string, given: DangerAnswer, asked: NonNullable<DangerAnswer["asked"]>): Promise<void> => {
  const isYes = given.level === 3;
  if (!isYes) work.audit({ action: "answer danger no", objectKind: "situation", objectId: situationId, purpose: asked.motives.join(" ") });
  return keepVerdict(work, {
    contactId: given.contactId,
    situationId,
    kind: "danger",
    label: asked.motives[0] ?? "danger",
    verdict: isYes ? "kept" : "refused",
    confidence: asked.confidence,
    machine: asked.machine,
    wasProposed: true,
    pairs: isYes ? [] : asked.words.flatMap((words) => pairsIn(words)),
  });
};
