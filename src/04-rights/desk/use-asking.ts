import { useState } from "react";
import type { ZodType } from "zod";
import { newKey, send, useLanguage, type Problem } from "#ground/screens";
import { registerWords } from "../register/register.words.ts";

/** What must come first: her consent, her identity, a name; or no register is plugged in. */
export type Need = "consent" | "identity" | "name" | "register";
const needs: readonly string[] = ["consent", "identity", "name", "register"] satisfies readonly Need[];
const isNeed = (value: unknown): value is Need => typeof value === "string" && needs.includes(value);

export interface Asking<Value> {
  /** A register is being asked: up to ten seconds. */
  readonly isAsking: boolean;
  readonly need: Need | undefined;
  readonly problem: Problem | undefined;
  /** Sends the gesture, with what was just said; what is missing comes back as a need. */
  readonly ask: (more?: object) => Promise<Value | undefined>;
  readonly giveUp: () => void;
}

/** Geste qui peut interroger un registre : sent once, then again with what was missing. */
export const useAsking = <Value>(path: string, body: object, contract: ZodType<Value>): Asking<Value> => {
  const words = registerWords[useLanguage()];
  const [isAsking, setAsking] = useState(false);
  const [need, setNeed] = useState<Need>();
  const [problem, setProblem] = useState<Problem>();
  const ask = async (more: object = {}): Promise<Value | undefined> => {
    // One call at a time: pressed twice, the second press does nothing.
    if (isAsking) return undefined;
    setAsking(true);
    const sent = await send(path, { ...body, ...more }, contract, { key: newKey() });
    setAsking(false);
    if (sent.kind === "done") {
      setNeed(undefined);
      setProblem(undefined);
      return sent.value;
    }
    if (sent.kind === "offline") {
      setProblem({ sentence: words.offline, fields: [] });
      return undefined;
    }
    const asked = sent.details["needs"];
    setNeed(isNeed(asked) ? asked : undefined);
    // What is still missing the first time is a question, not a mistake.
    const isQuestion = isNeed(asked) && asked !== "name" && !("identity" in more);
    setProblem(
      isQuestion
        ? undefined
        : {
            sentence: sent.sentence,
            fields: sent.fields.map(({ field, sentence }) => ({ field: field.replace(/^identity\./, ""), message: sentence })),
          },
    );
    return undefined;
  };
  return {
    isAsking,
    need,
    problem,
    ask,
    giveUp: () => {
      setNeed(undefined);
      setProblem(undefined);
    },
  };
};
