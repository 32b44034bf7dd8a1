import { monthOf, previousMonth } from "#engines/calendar";
import { inCommissioner, type Duties, type Ground, type GroundEvent, type Round, type Subscriber, type Work } from "#ground/server";
import { closeMonth } from "./close-month.action.ts";
import { isDueForClosing } from "./edition.ts";
import { monthsOpen } from "./facts.store.ts";
import { keepFacts, situationOfReferral } from "./keep-facts.action.ts";

/** Greffier : whenever something is confirmed or withdrawn, the facts of that situation are written again, whole. */
const recorder = (topic: string, situationOf: (work: Work, ids: GroundEvent["ids"]) => Promise<string | undefined>): Subscriber => ({
  topic,
  name: `observatory.${topic}`,
  hear: async (ground: Ground, event: GroundEvent) => {
    await inCommissioner(ground, { kind: "system", commissionerId: event.commissionerId }, async (work) => {
      const situationId = await situationOf(work, event.ids);
      if (situationId !== undefined) await keepFacts(work, situationId);
    });
  },
});

const told = (_: Work, ids: GroundEvent["ids"]): Promise<string | undefined> => Promise.resolve(ids["situationId"]);

const ofReferral = (work: Work, ids: GroundEvent["ids"]): Promise<string | undefined> =>
  ids["referralId"] === undefined ? told(work, ids) : situationOfReferral(work, ids["referralId"]);

/**
 * Ronde de clôture : from the third of the month, closes what is over, the oldest first. It runs once a commissioner; all but the first
 * find the month closed. A refusal stops the months after it, and is logged with its reasons.
 */
const closing: Round = {
  name: "observatory.close",
  everyMinutes: 60,
  run: async (work) => {
    for (const month of await monthsOpen(work, previousMonth(monthOf(work.now)))) {
      if (!isDueForClosing(month, work.now)) return;
      const answer = await closeMonth(work.ground, month);
      if (answer.kind === "refused") {
        work.ground.log.error({ round: closing.name, month, reasons: answer.reasons });
        return;
      }
    }
  },
};

export const observatoryDuties: Duties = {
  jobs: [],
  subscribers: [
    recorder("situation.changed", told),
    recorder("situation.closed", told),
    recorder("right.not-used", told),
    recorder("referral.closed", ofReferral),
    recorder("outcome.recorded", ofReferral),
  ],
  rounds: [closing],
};
