import { useEffect, useRef, useState } from "react";
import { newKey, send, signedInEvent } from "#ground/screens";
import { NotesConflictContract, NotesSavedContract, type ExchangeShown } from "../exchange.contract.ts";
import { localCopy } from "./local-copy.ts";
import { makeNotesKeeper, type Attempt, type KeptNotes, type NotesKeeper, type NotesState, type SaveAnswer } from "./notes-keeper.ts";

export interface NotesInHand {
  readonly text: string;
  readonly state: NotesState;
  readonly write: (text: string) => void;
  readonly settle: (text: string) => void;
  readonly retry: () => void;
}

/** The notes of one exchange, from the first sign typed until the server has them. */
export const useNotes = (exchange: ExchangeShown): NotesInHand => {
  const { notes, draftKey, me, personId } = exchange;
  const contactId = exchange.contact.id;
  const [text, setText] = useState(notes.text);
  const [state, setState] = useState<NotesState>({ kind: "unchanged" });
  const keeper = useRef<NotesKeeper>(undefined);
  const first = useRef(notes);
  useEffect(() => {
    const mine = makeNotesKeeper({
      save: (attempt) => saveNotes(contactId, attempt),
      copy: localCopy<KeptNotes>(`notes ${me} ${contactId}`, draftKey),
      newKey,
      shown: (written, next) => {
        setText(written);
        setState(next);
      },
      later: (milliseconds, deed) => {
        const timer = setTimeout(deed, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
    });
    keeper.current = mine;
    void mine.start(first.current);
    return onReturn(mine);
  }, [contactId, draftKey, me]);
  useEffect(() => {
    keeper.current?.hear({ text: notes.text, revision: notes.revision });
  }, [notes.text, notes.revision]);
  useEffect(() => {
    // Notes typed before anybody was named could not be sealed: they leave as soon as somebody is.
    if (personId !== undefined) keeper.current?.retry();
  }, [personId]);
  return {
    text,
    state,
    write: (written) => keeper.current?.write(written),
    settle: (decided) => keeper.current?.settle(decided),
    retry: () => keeper.current?.retry(),
  };
};

/** Tries again when the network or the session is back; writes the copy when the page goes away. */
const onReturn = (keeper: NotesKeeper): (() => void) => {
  const retry = (): void => {
    keeper.retry();
  };
  const hide = (): void => {
    if (document.visibilityState === "hidden") keeper.leave();
  };
  window.addEventListener("online", retry);
  window.addEventListener(signedInEvent, retry);
  document.addEventListener("visibilitychange", hide);
  return () => {
    window.removeEventListener("online", retry);
    window.removeEventListener(signedInEvent, retry);
    document.removeEventListener("visibilitychange", hide);
    keeper.leave();
  };
};

const saveNotes = async (contactId: string, attempt: Attempt): Promise<SaveAnswer> => {
  const { key, text, revision } = attempt;
  const answer = await send(`/api/contacts/${contactId}/notes`, { text, revision }, NotesSavedContract, { key });
  if (answer.kind === "done") return { kind: "saved", revision: answer.value.revision, savedAt: new Date(answer.value.savedAt) };
  if (answer.kind === "offline" || answer.status === 401 || answer.status === 429 || answer.status >= 500) return { kind: "cut" };
  const conflict = NotesConflictContract.safeParse(answer.details);
  if (conflict.success) return { kind: "conflict", text: conflict.data.kept.text, revision: conflict.data.kept.revision };
  return { kind: "refused", sentence: answer.sentence };
};
