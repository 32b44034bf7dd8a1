import { createReadStream } from "node:fs";
import { z } from "zod";
import { registers, type EntityType, type Gold } from "#engines/words";
import { CommandRefused } from "./command.ts";
import { linesOf } from "./lines-of.ts";
import { readLine } from "./words-lines.ts";

/** A labelled text, as `words/dev.jsonl` writes it. */
const GoldContract = z.object({
  id: z.string(),
  registre: z.enum(registers),
  texte: z.string(),
  themes: z.array(z.string()),
  besoins: z.array(z.string()),
  emotions: z.array(z.string()),
  urgence: z.literal([0, 1, 2, 3]),
  urgence_motifs: z.array(z.string()),
  fragilites: z.array(z.string()),
  entites: z.array(z.object({ type: z.string(), debut: z.int(), fin: z.int(), texte: z.string().optional() })),
  contexte: z.object({ noms: z.array(z.string()).optional() }).nullish(),
});

export type GoldWithNames = Gold & { readonly names: readonly string[] };

/** Reads a file of labelled texts, one JSON a line. */
export const readGold = async (file: string): Promise<GoldWithNames[]> => {
  const texts: GoldWithNames[] = [];
  let number = 0;
  try {
    for await (const line of linesOf(createReadStream(file))) {
      number += 1;
      if (line.trim() !== "") texts.push(goldOf(readLine(line, number, GoldContract)));
    }
  } catch (error) {
    if (error instanceof CommandRefused) throw error;
    throw new CommandRefused(`Le fichier ${file} ne peut pas être lu.`);
  }
  if (texts.length === 0) throw new CommandRefused(`Le fichier ${file} ne contient aucun texte étiqueté.`);
  return texts;
};

const goldOf = (line: z.infer<typeof GoldContract>): GoldWithNames => ({
  id: line.id,
  register: line.registre,
  text: line.texte,
  themes: line.themes,
  needs: line.besoins,
  emotions: line.emotions,
  urgency: line.urgence,
  motives: line.urgence_motifs,
  fragilities: line.fragilites,
  entities: line.entites.map(({ type, debut, fin }) => ({
    type: type as EntityType,
    start: debut,
    end: fin,
    text: line.texte.slice(debut, fin),
  })),
  names: line.contexte?.noms ?? [],
});
