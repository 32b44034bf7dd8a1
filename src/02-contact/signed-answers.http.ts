import { readField, signField } from "#ground/server";
import { AnswersContract, type CallbackAnswers } from "./callback-answers.ts";

const hoursKept = 3;
const purpose = (commissionerId: string): string => `callback answers ${commissionerId}`;

/** Signs the answers for one service: nothing is kept here, nor on the person's device, and nobody else can have written them. */
export const signAnswers = (key: Buffer, commissionerId: string, answers: CallbackAnswers, now: Date): string =>
  signField(key, purpose(commissionerId), answers, new Date(now.getTime() + hoursKept * 3_600_000));

/** Reads them back; undefined when they were altered, are of another service, or three hours old. */
export const readAnswers = (key: Buffer, commissionerId: string, signed: string, now: Date): CallbackAnswers | undefined => {
  const read = readField(key, purpose(commissionerId), signed, now);
  return read === undefined ? undefined : AnswersContract.parse(read);
};
