import { HttpAnswer, notFound } from "#ground/server";
import { entitlementRefusals as words } from "./entitlement-refusals.words.ts";

/** Refus said in words: beside a field when one is wrong, else about the whole. */
export const refuse = (sentence: string, field?: string): HttpAnswer =>
  field === undefined ? new HttpAnswer(409, sentence) : new HttpAnswer(422, sentence, { fields: [{ field, sentence }] });

/** Throws what a gesture was refused for; what was done passes. */
export const refuseUndone = (answer: string): void => {
  if (answer === "not-found") throw notFound();
  if (answer === "not-allowed") throw new HttpAnswer(403, words.notAllowed);
  if (answer === "not-now") throw refuse(words.notNow);
  if (answer === "reason-missing") throw refuse(words.reasonMissing, "note");
  if (answer === "too-late") throw refuse(words.tooLate);
};
