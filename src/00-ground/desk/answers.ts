import type { ZodType } from "zod";
import { deskWords } from "./desk.words.ts";
import { readLanguage } from "./language.ts";

/** What a read or a write of the desk gives back. Being offline or signed out is part of a working day, not an exception. */
export type Answer<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | {
      readonly kind: "refused";
      readonly status: number;
      readonly sentence: string;
      readonly fields: readonly { readonly field: string; readonly sentence: string }[];
      readonly details: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: "offline" };

/** Dispatched on `window` when the session has ended, so that the desk offers to sign in again without leaving the page. */
export const signedOutEvent = "tu:signed-out";

const limitMilliseconds = 20_000;

/** Reads from the server; the contract checks what comes back. */
export const ask = <Value>(path: string, contract: ZodType<Value>): Promise<Answer<Value>> => exchange(path, { method: "GET" }, contract);

/** A key for one write: give the same one to repeat it safely after a cut. */
export const newKey = (): string => crypto.randomUUID();

/**
 * Sends a write. The idempotency key makes a repetition harmless: give `key` to repeat the same write, otherwise one is drawn.
 * @param body plain values, sent as JSON; or a file in a FormData
 */
export const send = <Value = unknown>(
  path: string,
  body: unknown,
  contract?: ZodType<Value>,
  options: { readonly key?: string; readonly method?: "POST" | "PUT" | "DELETE" } = {},
): Promise<Answer<Value>> => {
  const isForm = body instanceof FormData;
  return exchange(
    path,
    {
      method: options.method ?? "POST",
      headers: { "idempotency-key": options.key ?? newKey(), ...(isForm ? {} : { "content-type": "application/json" }) },
      body: isForm ? body : JSON.stringify(body ?? {}),
    },
    contract,
  );
};

const exchange = async <Value>(path: string, request: RequestInit, contract?: ZodType<Value>): Promise<Answer<Value>> => {
  let response: Response;
  let content: unknown;
  try {
    response = await fetch(path, { ...request, credentials: "same-origin", signal: AbortSignal.timeout(limitMilliseconds) });
    content = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  } catch {
    return { kind: "offline" };
  }
  if (response.status === 401) window.dispatchEvent(new Event(signedOutEvent));
  if (!response.ok) return refusal(response.status, content);
  return { kind: "done", value: contract ? contract.parse(content) : (content as Value) };
};

const refusal = (status: number, content: unknown): Answer<never> => {
  const details = typeof content === "object" && content !== null ? (content as Record<string, unknown>) : {};
  const fields = Array.isArray(details["fields"]) ? (details["fields"] as { field: string; sentence: string }[]) : [];
  const sentence = typeof details["sentence"] === "string" ? details["sentence"] : deskWords[readLanguage()].failed;
  return { kind: "refused", status, sentence, fields, details };
};
