import type { DangerReader } from "#contact/server";
import type { Duties, Web } from "#ground/server";
import { onCallbackCancelled } from "./follow-cancellation.action.ts";
import { openKeptAnswers } from "./kept-answers.http.ts";
import { purgeAnswers } from "./kept-answers.store.ts";
import { openQuizzes } from "./quiz.http.ts";
import { openSheets } from "./sheet.http.ts";

export { keepQuiz, type QuizToKeep } from "./keep-quiz.action.ts";
export { quizEnclosures } from "./quiz-enclosure.action.ts";
export { sheetSummary } from "./summary-lines.store.ts";
export { forgetAnswers, keptAnswersOf, type KeptAnswers } from "./kept-answers.store.ts";

/** Opens the pages and the interface of this room. Who reads a danger in her own words is given by whoever starts the server. */
export const openContentRoom = (web: Web, given: { readonly dangerIn: DangerReader }): void => {
  openQuizzes(web, given.dangerIn);
  openSheets(web);
  openKeptAnswers(web);
};

/** What this room does by itself: it erases answers when the call is cancelled, and, every hour, those whose 90 days are over. */
export const contentDuties: Duties = {
  jobs: [],
  subscribers: [onCallbackCancelled],
  rounds: [
    {
      name: "content.purge",
      everyMinutes: 60,
      run: async (work) => {
        await purgeAnswers(work);
      },
    },
  ],
};
