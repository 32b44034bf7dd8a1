import type { LabelledText } from "./labelled-text.ts";
import type { Entity, EntityType } from "./mask.ts";
import { registers, type Register, type UrgencyLevel, type Vocabulary } from "./vocabulary.ts";

/** Why a line of the corpus is refused: the writer reads it. */
export interface CorpusFault {
  readonly file: string;
  readonly line: number;
  readonly sentence: string;
}

/**
 * Corpus : the texts that we wrote, two lines each, so that a social worker reads and mends them.
 *
 *     @ oral | loyer dettes | peur honte | 2 expulsion | finances logement
 *     Le commandement de payer est là, {NOM:Belhadj} qu'il s'appelle l'huissier.
 *
 * Register, needs (the main one first), emotions, urgency and its motives, fragilities; `-` for none. What names somebody is marked.
 * @returns the texts of all files in their order, and every line that could not be read
 */
export const readCorpus = (
  files: readonly { readonly name: string; readonly text: string }[],
  vocabulary: Vocabulary,
): { readonly texts: LabelledText[]; readonly faults: CorpusFault[] } => {
  const texts: LabelledText[] = [];
  const faults: CorpusFault[] = [];
  for (const { name, text } of files) {
    let labels: Labels | undefined;
    for (const [index, line] of text.split(/\r?\n/).entries()) {
      if (line.trim() === "" || line.startsWith("#")) continue;
      const at = { file: name, line: index + 1 };
      if (line.startsWith("@")) {
        const read = readLabels(line.slice(1), vocabulary);
        if (typeof read === "string") faults.push({ ...at, sentence: read });
        labels = typeof read === "string" ? undefined : read;
        continue;
      }
      if (labels) texts.push({ id: `${name}:${String(index + 1)}`, ...labels, ...readMarks(line) });
      else faults.push({ ...at, sentence: "Ce texte n’a pas d’étiquettes : une ligne qui commence par @ doit le précéder." });
      labels = undefined;
    }
  }
  return { texts, faults };
};

type Labels = Omit<LabelledText, "id" | "text" | "entities">;

const shortRegisters: Readonly<Record<string, Register>> = { note: "note_conseiller", courrier: "courrier_formel" };

const readLabels = (written: string, vocabulary: Vocabulary): Labels | string => {
  const parts = written.split("|").map((part) => part.trim());
  const [register = "", needs = "", feelings = "", urgency = "", frail = ""] = parts;
  if (parts.length !== 5) return "Il faut cinq parties : registre | besoins | émotions | urgence et motifs | fragilités.";
  const long = shortRegisters[register] ?? register;
  if (!(registers as readonly string[]).includes(long)) return `Le registre « ${register} » n’existe pas.`;
  const [level = "", ...motives] = listed(urgency);
  if (!/^[0-3]$/.test(level)) return `L’urgence va de 0 à 3, pas « ${level} ».`;
  const unknown =
    listed(needs).find((need) => !Object.hasOwn(vocabulary.themeOfNeed, need)) ??
    listed(feelings).find((emotion) => !vocabulary.emotions.includes(emotion)) ??
    motives.find((motive) => !vocabulary.motives.includes(motive)) ??
    listed(frail).find((fragility) => !vocabulary.fragilities.includes(fragility));
  if (unknown !== undefined) return `« ${unknown} » n’est pas dans la taxonomie.`;
  if (Number(level) >= 2 && motives.length === 0) return "Une urgence de 2 ou 3 dit son motif.";
  return {
    register: long as Register,
    needs: listed(needs),
    emotions: listed(feelings),
    urgency: Number(level) as UrgencyLevel,
    motives,
    fragilities: listed(frail),
  };
};

const listed = (written: string): string[] => (written === "-" ? [] : written.split(/[\s,]+/).filter((word) => word !== ""));

/** Takes the marks out of a text and keeps where they stood. */
const readMarks = (marked: string): { readonly text: string; readonly entities: Entity[] } => {
  const entities: Entity[] = [];
  let text = "";
  let from = 0;
  for (const mark of marked.matchAll(/\{([A-Z_]+):([^{}]+)\}/g)) {
    const [whole, type = "", words = ""] = mark;
    text += marked.slice(from, mark.index);
    entities.push({ type: type as EntityType, start: text.length, end: text.length + words.length, text: words });
    text += words;
    from = mark.index + whole.length;
  }
  return { text: text + marked.slice(from), entities };
};
