import { useCallback, useRef, useState } from "react";
import { send } from "#ground/screens";
import { useSaid } from "./words.ts";

export interface Doing {
  /** Sends one deed, then reads the exchange again. @returns whether it was done. */
  readonly act: (path: string, body: object) => Promise<boolean>;
  /** What went wrong with the last one; empty when nothing did. */
  readonly problem: string;
}

/** The deeds of a part of the screen, one after the other in the order in which they were asked, with what is to be said when one fails. */
export const useDeed = (reload: () => void): Doing => {
  const { failed } = useSaid();
  const [problem, setProblem] = useState("");
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const act = useCallback(
    async (path: string, body: object): Promise<boolean> => {
      const sent = last.current.then(() => send(path, body));
      last.current = sent;
      const answer = await sent;
      setProblem(answer.kind === "offline" ? failed.offline : answer.kind === "refused" ? answer.sentence : "");
      if (answer.kind === "done") reload();
      return answer.kind === "done";
    },
    [failed.offline, reload],
  );
  return { act, problem };
};
