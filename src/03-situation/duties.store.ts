import type { Duties } from "#ground/server";
import { textConsentSubscribers, watchTextConsent } from "./follow-objection.action.ts";
import { purgeUndo } from "./leak.store.ts";
import { askForMissingMasks, maskNotesJob } from "./mask-notes.action.ts";
import { purgeNotes } from "./notes.store.ts";
import { drawReview } from "./review.store.ts";

/**
 * What this room does by itself. Raw words go at day 90 whatever happens to the rest, so that round stands alone; masking has its own, that
 * catches up the exchanges nobody closed; objections are followed at once, and looked for again each hour.
 */
export const situationDuties: Duties = {
  jobs: [maskNotesJob],
  subscribers: textConsentSubscribers,
  rounds: [
    {
      name: "purge-notes",
      everyMinutes: 60,
      run: async (work) => {
        await purgeNotes(work);
      },
    },
    { name: "mask-notes", everyMinutes: 15, run: askForMissingMasks },
    { name: "watch-text-consent", everyMinutes: 60, run: watchTextConsent },
    {
      name: "draw-review",
      everyMinutes: 60,
      run: async (work) => {
        await drawReview(work);
        await purgeUndo(work);
      },
    },
  ],
};
