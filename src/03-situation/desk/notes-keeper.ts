import type { LocalCopy } from "./local-copy.ts";

/** One save on its way. Its key makes a repetition harmless: after a cut the same attempt is sent again before anything newer. */
export interface Attempt {
  readonly key: string;
  readonly text: string;
  readonly revision: number;
}

/** What stays on the computer until the server has acknowledged it. */
export interface KeptNotes {
  readonly text: string;
  readonly revision: number;
  readonly attempt?: Attempt;
}

export type SaveAnswer =
  | { readonly kind: "saved"; readonly revision: number; readonly savedAt: Date }
  | { readonly kind: "conflict"; readonly text: string; readonly revision: number }
  /** No network, or the session has ended: the same attempt is sent again later. */
  | { readonly kind: "cut" }
  /** The server cannot take it yet, and says why. */
  | { readonly kind: "refused"; readonly sentence: string };

export type NotesState =
  | { readonly kind: "unchanged" }
  | { readonly kind: "waiting" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "cut" }
  | { readonly kind: "refused"; readonly sentence: string }
  | { readonly kind: "conflict"; readonly theirs: string; readonly revision: number };

export interface KeeperDoors {
  readonly save: (attempt: Attempt) => Promise<SaveAnswer>;
  readonly copy: LocalCopy<KeptNotes>;
  readonly newKey: () => string;
  readonly shown: (text: string, state: NotesState) => void;
  /** Does something after so many milliseconds. @returns what cancels it */
  readonly later: (milliseconds: number, deed: () => void) => () => void;
}

const saveAfterMilliseconds = 2000;
const copyAfterMilliseconds = 300;
const retryAfterMilliseconds = 5000;

/** Gardien des notes : saves them within two seconds, keeps a sealed copy until then, and never overwrites what somebody else wrote. */
export interface NotesKeeper {
  /** Begins with what the server has; a copy left by a crash is taken up again. */
  start(server: { readonly text: string; readonly revision: number }): Promise<void>;
  write(text: string): void;
  /** The network is back, or somebody signed in again: tries at once. */
  retry(): void;
  /** The server has newer notes: shown if nothing is being written here. */
  hear(server: { readonly text: string; readonly revision: number }): void;
  /** Ends a conflict with the text that was decided. */
  settle(text: string): void;
  /** Writes the copy at once: the page is going away. */
  leave(): void;
}

export const makeNotesKeeper = (doors: KeeperDoors): NotesKeeper => {
  let text = "";
  let revision = 0;
  let state: NotesState = { kind: "unchanged" };
  let savedText = "";
  let attempt: Attempt | undefined;
  let isSending = false;
  let timer: (() => void) | undefined;
  let copyTimer: (() => void) | undefined;

  const show = (next: NotesState): void => {
    state = next;
    doors.shown(text, state);
  };
  const isDirty = (): boolean => text !== savedText || attempt !== undefined;
  const keepNow = (): void => {
    copyTimer?.();
    copyTimer = undefined;
    void (isDirty() ? doors.copy.keep({ text, revision, ...(attempt ? { attempt } : {}) }) : doors.copy.drop());
  };
  const schedule = (milliseconds: number): void => {
    timer ??= doors.later(milliseconds, () => {
      timer = undefined;
      void send();
    });
  };
  const unschedule = (): void => {
    timer?.();
    timer = undefined;
  };

  /** The server has everything: nothing stays on this computer. */
  const forget = (next: NotesState): void => {
    copyTimer?.();
    copyTimer = undefined;
    void doors.copy.drop();
    show(next);
  };

  const send = async (): Promise<void> => {
    if (isSending || state.kind === "conflict") return;
    if (!isDirty()) {
      forget({ kind: "unchanged" });
      return;
    }
    isSending = true;
    attempt ??= { key: doors.newKey(), text, revision };
    keepNow();
    const sent = attempt;
    const answer = await doors.save(sent);
    isSending = false;
    hearAnswer(sent, answer);
  };

  const hearAnswer = (sent: Attempt, answer: SaveAnswer): void => {
    if (answer.kind === "cut") {
      show({ kind: "cut" });
      schedule(retryAfterMilliseconds);
      return;
    }
    attempt = undefined;
    if (answer.kind === "saved") {
      hearSaved(sent, answer);
      return;
    }
    keepNow();
    if (answer.kind === "refused") show(answer);
    else if (answer.text === text) hearSaved({ ...sent, text }, { revision: answer.revision, savedAt: undefined });
    else show({ kind: "conflict", theirs: answer.text, revision: answer.revision });
  };

  const hearSaved = (sent: Attempt, answer: { readonly revision: number; readonly savedAt: Date | undefined }): void => {
    revision = answer.revision;
    savedText = sent.text;
    if (isDirty()) {
      keepNow();
      show({ kind: "waiting" });
      schedule(saveAfterMilliseconds);
      return;
    }
    forget(answer.savedAt ? { kind: "saved", at: answer.savedAt } : { kind: "unchanged" });
  };

  return {
    start: async (server) => {
      text = server.text;
      savedText = server.text;
      revision = server.revision;
      const kept = await doors.copy.read();
      if (!kept) return;
      if (kept.text === server.text && kept.attempt === undefined) return doors.copy.drop();
      text = kept.text;
      revision = kept.revision;
      attempt = kept.attempt;
      show({ kind: "waiting" });
      await send();
    },
    write: (written) => {
      text = written;
      if (state.kind === "conflict") {
        doors.shown(text, state);
        keepNow();
        return;
      }
      show(state.kind === "cut" || state.kind === "refused" ? state : { kind: "waiting" });
      copyTimer ??= doors.later(copyAfterMilliseconds, keepNow);
      schedule(saveAfterMilliseconds);
    },
    retry: () => {
      if (!isDirty()) return;
      unschedule();
      void send();
    },
    hear: (server) => {
      if (isSending || isDirty() || server.revision <= revision) return;
      text = server.text;
      savedText = server.text;
      revision = server.revision;
      show({ kind: "unchanged" });
    },
    settle: (decided) => {
      if (state.kind !== "conflict") return;
      revision = state.revision;
      savedText = state.theirs;
      text = decided;
      show({ kind: "waiting" });
      unschedule();
      keepNow();
      if (isDirty()) void send();
      else hearSaved({ key: "", text, revision }, { revision, savedAt: undefined });
    },
    leave: () => {
      keepNow();
      unschedule();
      if (isDirty()) void send();
    },
  };
};
