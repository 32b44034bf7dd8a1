import { useCallback, useState } from "react";
import type { ZodType } from "zod";
import { deskWords, send, useLanguage } from "#ground/screens";

export interface Problem {
  readonly sentence: string;
  readonly fields: readonly { readonly field: string; readonly message: string }[];
}

export interface Doing {
  /** Sends one write. @returns what came back, or undefined when it was refused or the line was cut: `problem` then says why. */
  readonly act: <Value>(path: string, body: object, contract: ZodType<Value>) => Promise<Value | undefined>;
  readonly problem: Problem | undefined;
}

/** The writes of one part of the screen, and what is to be said when one is refused. */
export const useDeed = (): Doing => {
  const { offline } = deskWords[useLanguage()];
  const [problem, setProblem] = useState<Problem>();
  const act = useCallback<Doing["act"]>(
    async (path, body, contract) => {
      const answer = await send(path, body, contract);
      if (answer.kind === "done") {
        setProblem(undefined);
        return answer.value;
      }
      if (answer.kind === "offline") setProblem({ sentence: offline, fields: [] });
      else setProblem({ sentence: answer.sentence, fields: answer.fields.map(({ field, sentence }) => ({ field, message: sentence })) });
      return undefined;
    },
    [offline],
  );
  return { act, problem };
};
