import { setTimeout as pause } from "node:timers/promises";
import type { PlugIn } from "#ground/server";
import { modelAnswerSchema, readModelAnswer, type ModelReading } from "./language-model.contract.ts";
import { modelInstructions, textMarks } from "./language-model.words.ts";

/** Pourquoi le modèle n'a rien lu : too long, nobody there, an answer that is not one, or a no. */
export type ModelFailure = "slow" | "down" | "broken" | "refused";
export type ModelAnswer = { readonly kind: "read"; readonly reading: ModelReading } | { readonly kind: ModelFailure };

/** Modèle branché : a language model outside the house. It is given masked text, and nothing else. */
export interface LanguageModel {
  readonly name: string;
  read(maskedText: string): Promise<ModelAnswer>;
}

/** Ten seconds for all of it, a second try included; an answer of 64 kB at most. */
const limits = { milliseconds: 10_000, bytes: 64 * 1024 };
const pauseMilliseconds = 200;

/** @param limitMilliseconds for tests, which do not wait ten seconds */
export const makeLanguageModel = (plugIn: PlugIn, limitMilliseconds = limits.milliseconds): LanguageModel => {
  let way: Way = { address: withoutSlash(plugIn.url), isClosed: true };
  return {
    name: plugIn.model,
    read: async (maskedText) => {
      const signal = AbortSignal.timeout(limitMilliseconds);
      try {
        const first = await ask(plugIn, way, maskedText, signal);
        const next = nextWay(first, way);
        if (!next) return answerOf(first);
        await pause(next === way ? pauseMilliseconds : 0, undefined, { signal });
        const second = await ask(plugIn, next, maskedText, signal);
        // What this server would not take is not tried again for the next text.
        if (second.status !== first.status) way = next;
        return answerOf(second);
      } catch (error) {
        if (signal.aborted) return { kind: "slow" };
        throw error;
      }
    },
  };
};

/** How a server wants to be asked: found out once, since they differ. */
interface Way {
  readonly address: string;
  /** Whether the shape of the answer is told to the server, which then holds its model to it. */
  readonly isClosed: boolean;
}

/** 0 when nobody answered; no body when it was too long. */
interface Received {
  readonly status: number;
  readonly body: string | undefined;
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, "").replace(/\/chat\/completions$/, "");

const ask = async (plugIn: PlugIn, way: Way, maskedText: string, signal: AbortSignal): Promise<Received> => {
  try {
    const response = await fetch(`${way.address}/chat/completions`, {
      method: "POST",
      headers: { "content-type": "application/json", ...(plugIn.key === undefined ? {} : { authorization: `Bearer ${plugIn.key}` }) },
      body: JSON.stringify(questionOf(plugIn.model, maskedText, way.isClosed)),
      signal,
      // What people confide, and the key, go to the address that the administrator wrote, and to no other.
      redirect: "manual",
    });
    if (response.ok) return { status: response.status, body: await bodyOf(response) };
    await response.body?.cancel();
    return { status: response.status, body: undefined };
  } catch (error) {
    if (signal.aborted) throw error;
    return { status: 0, body: undefined };
  }
};

const questionOf = (model: string, maskedText: string, isClosed: boolean) => ({
  model,
  temperature: 0,
  stream: false,
  messages: [
    { role: "system", content: modelInstructions },
    { role: "user", content: `${textMarks.open}\n${withoutMarks(maskedText)}\n${textMarks.close}` },
  ],
  ...(isClosed
    ? { response_format: { type: "json_schema", json_schema: { name: "lecture", strict: true, schema: modelAnswerSchema } } }
    : {}),
});

const withoutMarks = (text: string): string => text.replaceAll(textMarks.open, " ").replaceAll(textMarks.close, " ");

/** Reads no further than the limit: what sends more is cut. */
const bodyOf = async (response: Response): Promise<string | undefined> => {
  const decoder = new TextDecoder();
  let [text, bytes] = ["", 0];
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > limits.bytes) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
};

const mayPass = (status: number): boolean => status === 0 || status === 408 || status === 429 || status >= 500;

/** A second try, if one may help: later, at /v1, or without telling the shape of the answer. */
const nextWay = ({ status }: Received, way: Way): Way | undefined => {
  if (status === 404 && !/\/v\d+$/.test(way.address)) return { ...way, address: `${way.address}/v1` };
  if (way.isClosed && [400, 404, 415, 422, 501].includes(status)) return { ...way, isClosed: false };
  return mayPass(status) ? way : undefined;
};

const answerOf = ({ status, body }: Received): ModelAnswer => {
  if (mayPass(status)) return { kind: "down" };
  if (status < 200 || status >= 300) return { kind: "refused" };
  const reading = body === undefined ? undefined : readModelAnswer(body);
  return reading ? { kind: "read", reading } : { kind: "broken" };
};
