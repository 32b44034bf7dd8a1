import { HttpAnswer, notFound } from "#ground/server";
import type { Choice } from "./choose-next-action.action.ts";
import type { Closing } from "./close-situation.action.ts";
import { exchangeWords } from "./exchange.words.ts";

const words = exchangeWords.fr.refusals;
const field = (name: string, sentence: string): HttpAnswer => new HttpAnswer(422, sentence, { fields: [{ field: name, sentence }] });

/** What is answered when a next action cannot be kept. */
export const refusalOfChoice = (because: Exclude<Choice["kind"], "chosen">): HttpAnswer => {
  if (because === "past") return field("at", words.past);
  if (because === "unknown-owner") return field("ownerId", words.unknownOwner);
  return because === "closed" ? new HttpAnswer(409, words.alreadyClosed) : notFound();
};

/** What is answered when a situation cannot close: the list of what is open comes with it. */
export const refusalOfClosing = (closing: Exclude<Closing, { readonly kind: "closed" }>): HttpAnswer => {
  if (closing.kind === "still-open") return new HttpAnswer(409, words.stillOpen, { objections: closing.objections });
  if (closing.kind === "reason-missing") return field("note", words.supervisorReason);
  if (closing.kind === "not-allowed") return new HttpAnswer(403, words.notAllowed);
  return closing.kind === "already-closed" ? new HttpAnswer(409, words.alreadyClosed) : notFound();
};
