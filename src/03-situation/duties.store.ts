import type { Duties } from "#ground/server";
import { purgeNotes } from "./notes.store.ts";

/** What this room does by itself: every hour it destroys the raw words whose 90 days are over. */
export const situationDuties: Duties = {
  jobs: [],
  subscribers: [],
  rounds: [
    {
      name: "purge-notes",
      everyMinutes: 60,
      run: async (work) => {
        await purgeNotes(work);
      },
    },
  ],
};
