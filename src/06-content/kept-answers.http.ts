import { notFound, openDeed, openReading, NothingContract, type Web, type Work } from "#ground/server";
import { findPerson } from "#person/server";
import { isNeedId, needLabel } from "#situation";
import { ForgottenContract, KeptAnswersContract, type KeptAnswersView } from "./kept-answers.contract.ts";
import { forgetAnswers, keptAnswersOf, ownerOfAnswers, type KeptAnswers } from "./kept-answers.store.ts";
import { findQuiz } from "./quizzes.ts";

/** Opens to the desk what a person let us keep, and the way to erase it when she asks. */
export const openKeptAnswers = (web: Web): void => {
  openReading(web, {
    path: "/api/persons/:id/quiz-answers",
    answer: KeptAnswersContract,
    // Not whoever may read a file: she was told that the team who listens reads them, and nobody else.
    deed: "listen",
    isHere: async (work, id) => (await findPerson(work, id)) !== undefined,
    read: async (work, personId) => ({ kept: (await readBy(work, personId)).map(viewOf) }),
  });
  openDeed(web, {
    path: "/api/quiz-answers/:id/forget",
    answer: ForgottenContract,
    body: NothingContract,
    deed: "listen",
    isHere: async (work, id) => (await ownerOfAnswers(work, id)) !== undefined,
    act: async (work, id) => {
      if (!(await forgetAnswers(work, id))) throw notFound();
      return { done: true as const };
    },
  });
};

const readBy = async (work: Work, personId: string): Promise<readonly KeptAnswers[]> => {
  const kept = await keptAnswersOf(work, personId);
  if (kept.length > 0) work.audit({ action: "read quiz answers", objectKind: "person", objectId: personId, purpose: "listening" });
  return kept;
};

const viewOf = ({ id, quiz, agreedAt, said }: KeptAnswers): KeptAnswersView => ({
  id,
  quiz: findQuiz(quiz)?.title ?? quiz,
  agreedAt: agreedAt.toISOString(),
  lines: said.lines,
  ...(said.word === undefined ? {} : { word: said.word }),
  // A need that left the taxonomy since is not proposed any more.
  toCheck: said.toCheck.filter(isNeedId).map((need) => ({ need, label: needLabel(need) })),
  tellsDanger: said.dangers.length > 0,
});
