import { useCallback, useEffect, useState } from "react";
import type { ZodType } from "zod";
import { ask, signedOutEvent } from "./answers.ts";
import { deskWords } from "./desk.words.ts";
import { useLanguage } from "./language.ts";
import { useLive } from "./live.ts";

export const signedInEvent = "tu:signed-in";

export type Resource<Value> =
  | { readonly state: "loading"; readonly reload: () => void }
  | { readonly state: "ready"; readonly value: Value; readonly reload: () => void }
  | { readonly state: "failed"; readonly status: number | undefined; readonly sentence: string; readonly reload: () => void };

/**
 * Reads a resource, and reads it again when one of the `live` topics is told, or after signing in again. While it is read
 * again the last value stays on the screen. An empty path reads nothing.
 */
export const useResource = <Value>(
  path: string,
  contract: ZodType<Value>,
  options: { readonly live?: readonly string[] } = {},
): Resource<Value> => {
  const language = useLanguage();
  const [held, hold] = useState<{
    readonly path: string;
    readonly value?: Value;
    readonly failure?: { status: number | undefined; sentence: string };
  }>({ path: "" });
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => {
    setTurn((before) => before + 1);
  }, []);
  useLive(options.live ?? [], reload);
  useEffect(() => {
    window.addEventListener(signedInEvent, reload);
    window.addEventListener("online", reload);
    return () => {
      window.removeEventListener(signedInEvent, reload);
      window.removeEventListener("online", reload);
    };
  }, [reload]);
  useEffect(() => {
    if (path === "") return undefined;
    let isCurrent = true;
    void ask(path, contract).then((answer) => {
      if (!isCurrent) return;
      if (answer.kind === "done") hold({ path, value: answer.value });
      else {
        const failure =
          answer.kind === "refused"
            ? { status: answer.status, sentence: answer.sentence }
            : { status: undefined, sentence: deskWords[language].offline };
        hold((before) => (before.path === path && before.value !== undefined ? before : { path, failure }));
      }
    });
    return () => {
      isCurrent = false;
    };
    // The contract is a constant of its module: only the address and the turn decide.
  }, [path, turn, language]);
  if (held.path !== path || path === "") return { state: "loading", reload };
  if (held.value !== undefined) return { state: "ready", value: held.value, reload };
  if (held.failure) return { state: "failed", ...held.failure, reload };
  return { state: "loading", reload };
};

export { signedOutEvent };
