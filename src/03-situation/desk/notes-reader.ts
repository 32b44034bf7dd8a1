import type { SuggestionsShown } from "../suggestion.contract.ts";

export interface ReaderDoors {
  /** @returns nothing when the server could not be asked: what is shown stays */
  readonly ask: (text: string) => Promise<SuggestionsShown | undefined>;
  /** Asks a model outside the house, when there is one: seconds later, or never. */
  readonly askFurther?: (text: string) => Promise<SuggestionsShown | undefined>;
  readonly read: (reading: SuggestionsShown | undefined) => void;
  /** Does something after so many milliseconds. @returns what cancels it */
  readonly later: (milliseconds: number, deed: () => void) => () => void;
}

export const pauseMilliseconds = 1500;

/** Lecteur des notes : asks what they may hold once typing has paused, and never shows an answer to a text or a state that is past. */
export interface NotesReader {
  /** The notes as they stand now. */
  hear(text: string): void;
  /** Reads again at once: a human has just answered something. What was asked before no longer counts. */
  again(): Promise<void>;
  /** Reads what has not been read yet, without waiting for the pause. */
  settle(): Promise<void>;
  leave(): void;
}

export const makeNotesReader = (doors: ReaderDoors): NotesReader => {
  let heard = "";
  let readText = "";
  let turn = 0;
  let cancel: (() => void) | undefined;
  /** What the model outside last answered, to which text: it is asked again with other words only. */
  let further: { readonly text: string; readonly reading: SuggestionsShown } | undefined;
  let underWay: Promise<void> = Promise.resolve();

  const unschedule = (): void => {
    cancel?.();
    cancel = undefined;
  };
  const read = (): Promise<void> => {
    unschedule();
    const mine = ++turn;
    const text = heard;
    if (text.trim() === "") {
      readText = text;
      further = undefined;
      doors.read(undefined);
      return Promise.resolve();
    }
    underWay = doors.ask(text).then((reading) => {
      if (mine !== turn || reading === undefined) return;
      readText = text;
      doors.read(further ? beside(reading, further.reading) : reading);
      if (reading.plugIn !== undefined && further?.text !== text) void readFurther(mine, text);
    });
    return underWay;
  };
  const readFurther = async (mine: number, text: string): Promise<void> => {
    const reading = await doors.askFurther?.(text);
    if (mine !== turn || reading === undefined) return;
    further = reading.path === "house" ? undefined : { text, reading };
    doors.read(reading);
  };
  return {
    hear: (text) => {
      if (text === heard) return;
      heard = text;
      unschedule();
      cancel = doors.later(pauseMilliseconds, () => void read());
    },
    again: read,
    settle: async () => {
      await underWay;
      if (heard !== readText) await read();
    },
    leave: () => {
      turn++;
      unschedule();
    },
  };
};

/**
 * What is shown while the model outside reads again: what it last proposed, so that the list does not come and go; or the house, still
 * said to stand in for it. Danger and language are never late: the house tells them at once.
 */
const beside = (house: SuggestionsShown, outside: SuggestionsShown): SuggestionsShown =>
  outside.path === "plug-in"
    ? { ...outside, danger: house.danger, language: house.language }
    : { ...house, path: outside.path, ...(outside.because === undefined ? {} : { because: outside.because }) };
