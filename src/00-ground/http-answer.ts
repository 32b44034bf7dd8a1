import { webWords } from "./web.words.ts";

const words = webWords.fr;

/** An answer other than success, thrown by handlers and by what they call: status and sentence, nothing else. */
export class HttpAnswer extends Error {
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  constructor(status: number, sentence: string, details: Readonly<Record<string, unknown>> = {}) {
    super(sentence);
    this.status = status;
    this.details = details;
  }
}

/** What does not exist, and what belongs to another commissioner: the same answer. */
export const notFound = (): HttpAnswer => new HttpAnswer(404, words.notFoundTitle);

/** The same key came with another content: the sender is mistaken, and nothing was done. */
export const keyReused = (): HttpAnswer => new HttpAnswer(409, words.keyReused);
