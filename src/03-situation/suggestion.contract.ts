import { z } from "zod";
import { emotions } from "./emotion.ts";
import { exchangeWords } from "./exchange.words.ts";
import { notesMaxLength } from "./notes.ts";
import { needIds, themeIds } from "./taxonomy.ts";
import { urgencyLevels, urgencyMotives } from "./urgency.ts";

const words = exchangeWords.fr.refusals;
/** As the settings take the name of a model: no space, no accent. A verdict is kept for ever, and words said must find no place in it. */
const version = z.string().regex(/^[\w./:@+-]{1,80}$/);
const dated = z.string().regex(/^\d+(?:\.\d+){0,3}$/);
const confidence = z.number().min(0).max(1);

/** Which machine spoke: it comes back with what a human answered, so that a figure can be told from another. */
export const MachineContract = z.object({
  /** « house », or the name of the model plugged in. */
  path: version,
  model: version,
  taxonomy: dated,
  masking: dated,
});
export type Machine = z.infer<typeof MachineContract>;

export const SuggestContract = z.object({ text: z.string().max(notesMaxLength, words.notesTooLong) });

export const DangerToldContract = z.object({
  level: z.literal(urgencyLevels),
  confidence,
  motives: z.array(z.object({ motive: z.enum(urgencyMotives), words: z.string() })),
  /** Whether a human must answer: level 3, told by words that nobody has answered yet. */
  asks: z.boolean(),
  /** An address found in the notes, to read to the rescue. */
  place: z.string().optional(),
});
export type DangerShown = z.infer<typeof DangerToldContract>;

/** Propositions : what the machine reads in the notes. None of it is kept anywhere. */
export const SuggestionsContract = z.object({
  language: z.enum(["french", "other", "too-short"]),
  danger: DangerToldContract,
  suggestions: z.array(
    z.object({
      kind: z.literal("need"),
      need: z.enum(needIds),
      theme: z.enum(themeIds),
      label: z.string(),
      words: z.string(),
      start: z.int(),
      end: z.int(),
      confidence,
    }),
  ),
  emotions: z.array(z.object({ emotion: z.enum(emotions), words: z.string(), confidence })),
  versions: z.object({ model: z.string(), taxonomy: z.string(), masking: z.string() }),
  /** Who proposes: the house, a model plugged in, or the house because that model gave nothing. */
  path: z.enum(["house", "plug-in", "fallback"]),
  because: z.enum(["slow", "down", "broken", "refused"]).optional(),
  /** Name of the model outside the house that may be asked next, when one is plugged in. */
  plugIn: z.string().optional(),
});
export type SuggestionsShown = z.infer<typeof SuggestionsContract>;
export type NeedProposed = SuggestionsShown["suggestions"][number];

/** What was proposed and judged. */
export const ProposedContract = z.object({ confidence, machine: MachineContract });
export const JudgeNeedContract = ProposedContract.extend({ need: z.enum(needIds, words.need) });
export const TakeBackContract = z.object({ need: z.enum(needIds, words.need) });
export const KeptContract = z.object({ id: z.string() });

/** A human changed something by hand while a machine was reading: in which exchange, and which machine. */
export const AtWorkContract = z.object({ contactId: z.uuid(), machine: MachineContract });

export const AnswerDangerContract = z.object({
  level: z.literal(urgencyLevels),
  motives: z.array(z.enum(urgencyMotives)).max(urgencyMotives.length),
  /** Given when the machine asked: the words that were shown with the question. */
  asked: ProposedContract.extend({
    motives: z.array(z.enum(urgencyMotives)).max(urgencyMotives.length),
    words: z.array(z.string().max(2000)).max(20),
  }).optional(),
});
