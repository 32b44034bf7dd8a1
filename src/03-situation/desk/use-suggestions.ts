import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { send, useDeed } from "#ground/screens";
import type { ExchangeShown } from "../exchange.contract.ts";
import { SuggestionsContract, type DangerShown, type Machine, type NeedProposed, type SuggestionsShown } from "../suggestion.contract.ts";
import { suggestionsAtMost } from "../suggestion-limits.ts";
import { makeNotesReader, type NotesReader } from "./notes-reader.ts";
import { arrange } from "./suggestion-order.ts";

export interface SuggestionsInHand {
  /** The notes as they stand. */
  readonly hear: (text: string) => void;
  /** Reads what was just typed, without waiting for the pause. @returns whether a danger waits for an answer */
  readonly settle: () => Promise<boolean>;
  readonly language: SuggestionsShown["language"] | undefined;
  /** Who proposes, when it is not the house alone: a model plugged in, or the house in its place. */
  readonly by: { readonly path: "plug-in" | "fallback"; readonly model: string } | undefined;
  readonly shown: readonly NeedProposed[];
  readonly emotions: SuggestionsShown["emotions"];
  /** A danger that somebody must answer. */
  readonly danger: DangerShown | undefined;
  /** What is reading, once it has read. */
  readonly machine: Machine | undefined;
  readonly lastRefused: NeedProposed | undefined;
  readonly problem: string;
  readonly keep: (suggestion: NeedProposed) => Promise<void>;
  readonly refuse: (suggestion: NeedProposed) => Promise<void>;
  readonly takeBack: () => Promise<void>;
  /** The keyboard is in the list, or has left it. */
  readonly hold: (isHeld: boolean) => void;
  /** The question of danger was answered. */
  readonly dangerAnswered: () => void;
}

const settleAtMostMilliseconds = 2000;

/** What the machine proposes while this exchange lasts. It stays in this page: nothing of it is kept, counted or sent. */
export const useSuggestions = (exchange: ExchangeShown, reload: () => void): SuggestionsInHand => {
  const contactId = exchange.contact.id;
  const isOver = exchange.contact.endedAt !== undefined;
  const [reading, setReading] = useState<SuggestionsShown>();
  const [shown, setShown] = useState<readonly NeedProposed[]>([]);
  const [asked, setAsked] = useState<DangerShown>();
  const [lastRefused, setLastRefused] = useState<NeedProposed>();
  const { done: act, sentence: problem } = useDeed(reload);
  const settled = useRef(new Set<string>());
  const isHeld = useRef(false);
  const isAsked = useRef(false);
  const reader = useRef<NotesReader>(undefined);
  const show = useCallback((arrived: readonly NeedProposed[]) => {
    setShown((before) => arrange(before, arrived, { settled: settled.current, isHeld: isHeld.current, atMost: suggestionsAtMost }));
  }, []);
  useEffect(() => {
    const mine = makeNotesReader({
      ask: async (text) => {
        const answer = await send(`/api/exchanges/${contactId}/suggestions`, { text }, SuggestionsContract);
        return answer.kind === "done" ? answer.value : undefined;
      },
      askFurther: async (text) => {
        const answer = await send(`/api/exchanges/${contactId}/suggestions/plug-in`, { text }, SuggestionsContract);
        return answer.kind === "done" ? answer.value : undefined;
      },
      read: (read) => {
        setReading(read);
        show(read?.suggestions ?? []);
        if (read?.danger.asks !== true) return;
        // Once asked, the question stays until somebody answers, whatever becomes of the text.
        isAsked.current = true;
        setAsked(read.danger);
      },
      later: (milliseconds, deed) => {
        const timer = setTimeout(deed, milliseconds);
        return () => {
          clearTimeout(timer);
        };
      },
    });
    reader.current = mine;
    return () => {
      mine.leave();
    };
  }, [contactId, show]);
  const machine = useMemo(
    () => reading && { path: reading.path === "plug-in" ? reading.versions.model : "house", ...reading.versions },
    [reading],
  );
  const hear = useCallback(
    (text: string) => {
      if (!isOver) reader.current?.hear(text);
    },
    [isOver],
  );

  const judge = async (suggestion: NeedProposed, how: "keep" | "refuse"): Promise<void> => {
    if (!machine || settled.current.has(suggestion.need)) return;
    settled.current.add(suggestion.need);
    setShown((before) => before.filter(({ need }) => need !== suggestion.need));
    if (how === "refuse") setLastRefused(suggestion);
    const { need, confidence } = suggestion;
    const isDone = await act(`/api/exchanges/${contactId}/suggestions/${how}`, { need, confidence, machine });
    // What the server did not take is proposed again: it must not look taken.
    if (!isDone) {
      settled.current.delete(need);
      setLastRefused(undefined);
    }
    void reader.current?.again();
  };
  return {
    hear,
    settle: async () => {
      if (!isOver) await Promise.race([reader.current?.settle(), new Promise((late) => setTimeout(late, settleAtMostMilliseconds))]);
      // Flagged meanwhile, from another tab or by a colleague: it is answered, and no question is shown any more.
      return isAsked.current && exchange.situation?.urgency.level !== 3;
    },
    language: reading?.language,
    by: reading === undefined || reading.path === "house" ? undefined : { path: reading.path, model: reading.versions.model },
    shown: exchange.situation?.closedAt === undefined ? shown : [],
    emotions: reading?.emotions ?? [],
    danger: asked,
    machine,
    lastRefused,
    problem,
    keep: (suggestion) => judge(suggestion, "keep"),
    refuse: (suggestion) => judge(suggestion, "refuse"),
    takeBack: async () => {
      if (!lastRefused) return;
      const { need } = lastRefused;
      setLastRefused(undefined);
      if (await act(`/api/exchanges/${contactId}/suggestions/take-back`, { need })) settled.current.delete(need);
      void reader.current?.again();
    },
    hold: (is) => {
      isHeld.current = is;
    },
    dangerAnswered: () => {
      isAsked.current = false;
      setAsked(undefined);
      void reader.current?.again();
    },
  };
};
