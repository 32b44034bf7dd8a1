import type { DangerReader, Enclosures } from "#contact/server";
import type { Ground } from "#ground/server";
import { keepQuiz } from "./keep-quiz.action.ts";
import { agreementsOf, forgetAnswers } from "./kept-answers.store.ts";
import { quizPageWords } from "./quiz-page.words.ts";
import { readEnclosed } from "./travelling-answers.http.ts";

const words = quizPageWords.fr.keep;

/**
 * Réponses jointes à une demande de rappel : kept only with her yes and only once a callback is promised; taken back from her follow-up,
 * they are erased at once.
 */
export const quizEnclosures = (ground: Pick<Ground, "keys">, dangerIn: DangerReader): Enclosures => ({
  nameOf: (enclosed, commissionerId, now) => {
    const read = readEnclosed(ground.keys.tokens, commissionerId, enclosed, now);
    return read && words.enclosed(read.quiz.title);
  },
  keep: async (work, booked, enclosed) => {
    const read = readEnclosed(ground.keys.tokens, work.commissionerId, enclosed, work.now);
    if (read) await keepQuiz(work, { ...booked, ...read }, dangerIn);
  },
  keptFor: async (work, owner) =>
    (await agreementsOf(work, owner)).map(({ id, agreed_at }) => ({ id, name: words.agreement, agreedAt: agreed_at })),
  forget: async (work, owner, id) => ((await agreementsOf(work, owner)).some((kept) => kept.id === id) ? forgetAnswers(work, id) : false),
});
