import { useCallback, useRef, useState } from "react";
import type { ZodType } from "zod";
import { send, type Answer } from "./answers.ts";
import { deskWords } from "./desk.words.ts";
import { useLanguage } from "./language.ts";
import type { Problem } from "./problem.ts";

export interface Doing {
  /**
   * Sends one write. @returns what came back, or undefined when it was refused or the line was cut: `problem` then says why. Pressed twice,
   * it is sent once: the second press answers undefined, and nothing is said.
   */
  readonly act: <Value>(path: string, body: object, contract: ZodType<Value>) => Promise<Value | undefined>;
  /** The same, when nothing comes back but that it was done. */
  readonly done: (path: string, body: object) => Promise<boolean>;
  /** What went wrong with the last one. */
  readonly problem: Problem | undefined;
  /** Its sentence; empty when nothing went wrong. */
  readonly sentence: string;
}

/**
 * The writes of one part of the screen, one after the other in the order in which they were asked, and what is to be said when one is refused.
 * @param onDone told after each one that was done: most often, to read again
 */
export const useDeed = (onDone?: () => void): Doing => {
  const { notSaved } = deskWords[useLanguage()];
  const [problem, setProblem] = useState<Problem>();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const underWay = useRef("");
  const write = useCallback(
    async <Value>(path: string, body: object, contract?: ZodType<Value>): Promise<Answer<Value> | undefined> => {
      const asked = `${path} ${JSON.stringify(body)}`;
      if (underWay.current === asked) return undefined;
      underWay.current = asked;
      const sent = last.current.then(() => send(path, body, contract));
      // One that broke must not hold back those that follow.
      last.current = sent.catch(() => undefined);
      const answer = await sent.finally(() => {
        if (underWay.current === asked) underWay.current = "";
      });
      if (answer.kind === "done") setProblem(undefined);
      else if (answer.kind === "offline") setProblem({ sentence: notSaved, fields: [] });
      else setProblem({ sentence: answer.sentence, fields: answer.fields.map(({ field, sentence }) => ({ field, message: sentence })) });
      if (answer.kind === "done") onDone?.();
      return answer;
    },
    [notSaved, onDone],
  );
  const act = useCallback<Doing["act"]>(
    async (path, body, contract) => {
      const answer = await write(path, body, contract);
      return answer?.kind === "done" ? answer.value : undefined;
    },
    [write],
  );
  const done = useCallback<Doing["done"]>(async (path, body) => (await write(path, body))?.kind === "done", [write]);
  return { act, done, problem, sentence: problem?.sentence ?? "" };
};
