import { z } from "zod";
import type { Analysis, Entity, Masked, Suggestion } from "#engines/words";
import { CommandRefused, type Run } from "./command.ts";

/** A line of JSON that asks for a reading: unknown keys are left aside. */
const AskedContract = z.object({
  id: z.union([z.string(), z.number()]),
  texte: z.string(),
  contexte: z.object({ noms: z.array(z.string()).optional() }).nullish(),
});
export interface Asked {
  readonly id: string | number;
  readonly text: string;
  readonly names: readonly string[];
}

/** Each line as it comes; an empty one is passed over. Throws the sentence that names the line. */
export async function* askedLines(run: Run): AsyncGenerator<Asked> {
  let number = 0;
  for await (const line of run.lines()) {
    number += 1;
    if (line.trim() === "") continue;
    const { id, texte, contexte } = readLine(line, number, AskedContract);
    yield { id, text: texte, names: contexte?.noms ?? [] };
  }
}

/** One line of JSON under a contract, or the sentence that says which line and which key. */
export const readLine = <Value>(line: string, number: number, contract: z.ZodType<Value>): Value => {
  const where = `Ligne ${String(number)}`;
  let json: unknown;
  try {
    json = JSON.parse(line.replace(/^\uFEFF/, ""));
  } catch {
    throw new CommandRefused(`${where} : ce n’est pas du JSON.`);
  }
  const read = contract.safeParse(json);
  if (read.success) return read.data;
  const key = read.error.issues[0]?.path.join(".") ?? "";
  throw new CommandRefused(`${where} : « ${key === "" ? "la ligne" : key} » manque, ou n’a pas la forme attendue.`);
};

const shownEntity = ({ type, start, end, text }: Entity) => ({ type, debut: start, fin: end, texte: text });
export const shownMasked = (id: Asked["id"], masked: Masked) => ({
  id,
  texte_masque: masked.text,
  entites: masked.entities.map(shownEntity),
});

const ids = (suggestions: readonly Suggestion[]): string[] => suggestions.map((each) => each.id);
const because = ({ id, confidence, words, start, end }: Suggestion) => ({
  id,
  confiance: Math.round(confidence * 1000) / 1000,
  mots: words,
  debut: start,
  fin: end,
});

/** The shape that others read: French keys, and under `raisons` the words that led to each suggestion. */
export const shownAnalysis = (id: Asked["id"], analysis: Analysis) => ({
  ...shownMasked(id, analysis.masked),
  themes: analysis.themes,
  besoins: ids(analysis.needs),
  emotions: ids(analysis.emotions),
  urgence: analysis.urgency,
  urgence_motifs: ids(analysis.motives),
  fragilites: ids(analysis.fragilities),
  langue: analysis.language === "french" ? "fr" : analysis.language === "other" ? "autre" : "trop_court",
  raisons: {
    besoins: analysis.needs.map(because),
    emotions: analysis.emotions.map(because),
    urgence_motifs: analysis.motives.map(because),
    fragilites: analysis.fragilities.map(because),
  },
});
