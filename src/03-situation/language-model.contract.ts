import { z } from "zod";
import { emotions } from "./emotion.ts";
import { fragilities } from "./fragility.ts";
import { needIds } from "./taxonomy.ts";
import { urgencyLevels, urgencyMotives } from "./urgency.ts";

/** What a model says it found, and the words of the text that it gives for it. Nothing of it is believed yet. */
export interface Found {
  readonly id: string;
  readonly words: string;
}

/** Ce que le modèle dit avoir lu : its shape is right; whether it stands in the text is for `joined-reading.ts` to see. */
export interface ModelReading {
  readonly urgency: (typeof urgencyLevels)[number];
  readonly motives: readonly Found[];
  readonly needs: readonly Found[];
  readonly emotions: readonly Found[];
  readonly fragilities: readonly Found[];
}

const FoundContract = z.array(z.object({ id: z.string().max(80), mots: z.string().max(400) })).max(60);

/** The envelope that OpenAI-compatible servers put around an answer. */
const EnvelopeContract = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })]).rest(z.unknown()),
});

/** The French keys that the instructions ask for. */
const ReadingContract = z
  .object({
    urgence: z.literal(urgencyLevels),
    urgence_motifs: FoundContract,
    besoins: FoundContract,
    emotions: FoundContract,
    fragilites: FoundContract,
  })
  .transform((said): ModelReading => ({
    urgency: said.urgence,
    motives: known(said.urgence_motifs, urgencyMotives),
    needs: known(said.besoins, needIds),
    emotions: known(said.emotions, emotions),
    fragilities: known(said.fragilites, fragilities),
  }));

/** What is outside our lists is dropped alone: one invented word must not cost the rest of an answer. */
const known = (found: z.infer<typeof FoundContract>, ids: readonly string[]): Found[] =>
  found.filter(({ id }) => ids.includes(id)).map(({ id, mots }) => ({ id, words: mots }));

/** Reads the body of an answer. `undefined` when it is not what was asked for: half a JSON, another level, a call to a tool. */
export const readModelAnswer = (body: string): ModelReading | undefined => {
  const envelope = EnvelopeContract.safeParse(parsed(body));
  if (!envelope.success) return undefined;
  const reading = ReadingContract.safeParse(parsed(withoutTalk(envelope.data.choices[0].message.content)));
  return reading.success ? reading.data : undefined;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A server that does not know closed JSON lets its model think aloud, or put three backticks around. */
const withoutTalk = (content: string): string => {
  const said = content.slice(content.lastIndexOf("</think>") + 1);
  return said.slice(said.indexOf("{"), said.lastIndexOf("}") + 1);
};

const listOf = (ids: readonly string[]) => ({
  type: "array",
  items: {
    type: "object",
    properties: { id: { type: "string", enum: ids }, mots: { type: "string" } },
    required: ["id", "mots"],
    additionalProperties: false,
  },
});

/** The same shape, said to servers that hold their model to it. Limits of length are left out: several servers refuse them. */
export const modelAnswerSchema = {
  type: "object",
  properties: {
    urgence: { type: "integer", enum: urgencyLevels },
    urgence_motifs: listOf(urgencyMotives),
    besoins: listOf(needIds),
    emotions: listOf(emotions),
    fragilites: listOf(fragilities),
  },
  required: ["urgence", "urgence_motifs", "besoins", "emotions", "fragilites"],
  additionalProperties: false,
} as const;
