import type { Work } from "#ground/server";
import { notesOf } from "./notes.store.ts";
import { readSuggestions } from "./read-suggestions.action.ts";
import { words } from "./words.source.ts";

/**
 * Danger sans réponse : whether the notes of an exchange, as they are kept, tell a danger that nobody has answered. The desk asks while one
 * types; this is for when it could not: another tab, a page loaded again, a reading that came too late.
 */
export const dangerWaits = async (work: Work, contactId: string): Promise<boolean> => {
  const { text } = await notesOf(work, contactId);
  if (text.trim() === "") return false;
  return (await readSuggestions(work, words(), { contactId, text }))?.danger.asks === true;
};
