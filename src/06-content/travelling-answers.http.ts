import { z } from "zod";
import { readField, signField, type Ground } from "#ground/server";
import type { QuizAnswers } from "./condition.ts";
import { findQuiz } from "./quizzes.ts";
import type { Quiz } from "./quiz.ts";

type Signing = Pick<Ground, "keys" | "clock">;

const AnswersContract = z.record(z.string().max(40), z.string().max(600));
const EnclosedContract = z.object({ quiz: z.string(), answers: AnswersContract });

const hoursBetweenPages = 3;
/** Longer than the form for a callback takes, whatever she stops at meanwhile. */
const hoursOnTheWay = 24;
const pages = (quiz: Quiz, commissionerId: string): string => `quiz answers ${quiz.id} ${commissionerId}`;
const enclosed = (commissionerId: string): string => `quiz enclosed ${commissionerId}`;
const inHours = (ground: Signing, hours: number): Date => new Date(ground.clock().getTime() + hours * 3_600_000);

/** Signs the answers given so far, for one quiz of one service: they travel in a hidden field, and nothing is kept here. */
export const signAnswers = (ground: Signing, quiz: Quiz, commissionerId: string, answers: QuizAnswers): string =>
  signField(ground.keys.tokens, pages(quiz, commissionerId), answers, inHours(ground, hoursBetweenPages));

export const readAnswers = (ground: Signing, quiz: Quiz, commissionerId: string, signed: string): QuizAnswers | undefined => {
  const read = AnswersContract.safeParse(readField(ground.keys.tokens, pages(quiz, commissionerId), signed, ground.clock()));
  return read.success ? read.data : undefined;
};

/** Signs them apart, once she has said yes: only these may be kept with a callback. */
export const signEnclosed = (ground: Signing, quiz: Quiz, commissionerId: string, answers: QuizAnswers): string =>
  signField(ground.keys.tokens, enclosed(commissionerId), { quiz: quiz.id, answers }, inHours(ground, hoursOnTheWay));

export const readEnclosed = (
  key: Buffer,
  commissionerId: string,
  signed: string,
  now: Date,
): { readonly quiz: Quiz; readonly answers: QuizAnswers } | undefined => {
  const read = EnclosedContract.safeParse(readField(key, enclosed(commissionerId), signed, now));
  const quiz = read.success ? findQuiz(read.data.quiz) : undefined;
  return quiz && read.success ? { quiz, answers: read.data.answers } : undefined;
};
