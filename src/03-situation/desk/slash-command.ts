/** Commande dans les notes : a line that begins with « /besoin », « /demande » or « /tache ». */
export interface SlashCommand {
  readonly form: "need" | "demand" | "task";
  /** What follows on the line: the text of the form. */
  readonly words: string;
  /** The whole line, as it stands in the notes. */
  readonly line: string;
}

const forms = { besoin: "need", demande: "demand", tache: "task", tâche: "task" } as const;
const command = /^\/(besoin|demande|t[aâ]che)(?=\s|$)[ \t]*(.*)$/iu;

/** The command of the line where the caret stands; nothing when it is a line like any other. */
export const commandAt = (text: string, caret: number): SlashCommand | undefined => {
  const from = text.lastIndexOf("\n", caret - 1) + 1;
  const next = text.indexOf("\n", caret);
  const line = text.slice(from, next === -1 ? undefined : next);
  const found = command.exec(line.normalize("NFC"));
  if (!found) return undefined;
  const name = (found[1] ?? "").toLowerCase() as keyof typeof forms;
  return { form: forms[name], words: (found[2] ?? "").trim(), line };
};

/** The notes without that line. Changed or gone meanwhile, it takes nothing away. */
export const withoutLine = (text: string, line: string): string => {
  const lines = text.split("\n");
  const at = lines.indexOf(line);
  return at === -1 ? text : lines.toSpliced(at, 1).join("\n");
};
