import type { FollowUpSummaries } from "#contact/server";
import type { Work } from "#ground/server";
import { findPerson } from "#person/server";
import { summaryPageWords } from "./summary-page.words.ts";
import { setShared, sharedSummaryOf } from "./summary.store.ts";
import { summarySections } from "./summary.ts";

const words = summaryPageWords.fr;

/** Someone who may be watched has nothing shown online, whatever she said before. */
const shownTo = async (work: Work, personId: string) =>
  (await findPerson(work, personId))?.isProtected === false ? sharedSummaryOf(work, personId) : undefined;

/** Résumés montrés dans un suivi : what she agreed to read again, and takes off as she wishes. */
export const followUpSummaries: FollowUpSummaries = {
  read: async (work, personId) => {
    const kept = await shownTo(work, personId);
    if (!kept) return undefined;
    const { lines, word } = kept.text;
    return {
      writtenOn: kept.writtenAt,
      blocks: [
        ...summarySections
          .filter((section) => lines[section].length > 0)
          .map((section) => ({ title: words.sections[section], lines: lines[section] })),
        ...(word === "" ? [] : [{ title: words.word, lines: [word] }]),
      ],
    };
  },
  hide: async (work, personId) => {
    const kept = await sharedSummaryOf(work, personId);
    if (!kept) return;
    await setShared(work, kept.id, false);
    work.audit({ action: "unshare summary", objectKind: "person", objectId: personId, purpose: "request" });
  },
};
