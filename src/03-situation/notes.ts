/** Notes d'écoute : the words of an exchange as they were written down. Kept sealed for 90 days. */
export interface Notes {
  readonly text: string;
  /** Grows at each save; 0 before the first. */
  readonly revision: number;
  readonly savedAt: Date | undefined;
  /** Their 90 days are over: the text is gone. */
  readonly isPurged: boolean;
}

export const notesKeptDays = 90;

export const purgeAtOf = (firstSavedAt: Date): Date => new Date(firstSavedAt.getTime() + notesKeptDays * 86_400_000);

/** As long as a very long exchange; a text of a book is refused before it is sealed. */
export const notesMaxLength = 60_000;
