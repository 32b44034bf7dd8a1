/** Réponses à un questionnaire : for each question, the choice, or what stands for « je ne sais pas » and « passer ». */
export type QuizAnswers = Readonly<Record<string, string>>;

export const doesNotKnow = "ne-sais-pas";
export const skipped = "passe";

/** A question, and the choices that count. */
export type Match = readonly [question: string, choices: readonly string[]];

/** Condition : at least so many of these answers. Written as data beside the questions, so that whoever writes a quiz reads it. */
export interface Condition {
  readonly atLeast: number;
  readonly among: readonly Match[];
}

export const anyOf = (...among: readonly Match[]): Condition => ({ atLeast: 1, among });
export const allOf = (...among: readonly Match[]): Condition => ({ atLeast: among.length, among });

/** The questions whose answers made it true. */
export const matchesIn = ({ among }: Condition, answers: QuizAnswers): readonly string[] =>
  among.filter(([question, choices]) => choices.includes(answers[question] ?? "")).map(([question]) => question);

export const holdsIn = (condition: Condition, answers: QuizAnswers): boolean => matchesIn(condition, answers).length >= condition.atLeast;
