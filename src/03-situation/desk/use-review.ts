import { useState } from "react";
import { send, useLanguage, useResource } from "#ground/screens";
import { LeakMarkedContract, LeakTakenBackContract, ReviewContract, type LeakType, type ReviewedText } from "../review.contract.ts";
import { reviewWords } from "../review.words.ts";

/** What was just done, so that it can be undone at once. */
type Last =
  { readonly kind: "settled"; readonly textId: string } | { readonly kind: "leak"; readonly leakId: string; readonly textId: string };

export interface Said {
  readonly sentence: string;
  readonly isProblem: boolean;
}

/** The sheet of the week in hand: where one is, what was done, and how to take it back. */
export const useReview = (commissionerId: string) => {
  const words = reviewWords[useLanguage()];
  const resource = useResource(`/api/review?commissionerId=${commissionerId}`, ReviewContract);
  const [shownId, show] = useState<string>();
  const [last, setLast] = useState<Last>();
  const [said, say] = useState<Said>({ sentence: "", isProblem: false });
  // What was just read or reopened, until the sheet is read again: keys are pressed faster than the server answers.
  const [settledHere, setSettledHere] = useState<ReadonlyMap<string, boolean>>(new Map());
  const texts: readonly ReviewedText[] =
    resource.state === "ready"
      ? resource.value.texts.map((each) => ({ ...each, isReviewed: settledHere.get(each.id) ?? each.isReviewed }))
      : [];
  const setSettled = (id: string, isReviewed: boolean): void => {
    setSettledHere((before) => new Map(before).set(id, isReviewed));
  };
  const waiting = texts.find((each) => !each.isReviewed);
  const shown = texts.find((each) => each.id === shownId) ?? waiting;

  /** Sends a deed, says what came of it, and reads the sheet again. */
  const act = async <Value>(sent: ReturnType<typeof send<Value>>, done: (value: Value) => string): Promise<Value | undefined> => {
    const answer = await sent;
    if (answer.kind === "done") {
      say({ sentence: done(answer.value), isProblem: false });
      resource.reload();
      return answer.value;
    }
    say({ sentence: answer.kind === "offline" ? words.offline : answer.sentence, isProblem: true });
    return undefined;
  };

  const step = (by: 1 | -1): void => {
    const next = texts[texts.findIndex((each) => each.id === shown?.id) + by];
    if (next) show(next.id);
  };
  return {
    resource,
    texts,
    shown,
    said,
    mayUndo: last !== undefined,
    show,
    step,
    refuse: (sentence: string) => {
      say({ sentence, isProblem: true });
    },
    settle: async (): Promise<void> => {
      if (!shown) return;
      const { id } = shown;
      const next =
        texts.find((each) => !each.isReviewed && each.place > shown.place) ?? texts.find((each) => !each.isReviewed && each.id !== id);
      setSettled(id, true);
      show(next?.id);
      if (await act(send(`/api/reviews/${id}/settle`, { isReviewed: true }), () => words.reviewed))
        setLast({ kind: "settled", textId: id });
      else setSettled(id, false);
    },
    mark: async (segment: string, type: LeakType): Promise<boolean> => {
      if (!shown) return false;
      const { id } = shown;
      const marked = await act(send(`/api/reviews/${id}/leaks`, { segment, type }, LeakMarkedContract), (value) =>
        words.masked(value.texts),
      );
      if (!marked) return false;
      show(id);
      setLast({ kind: "leak", leakId: marked.leakId, textId: id });
      return true;
    },
    takeBack: async (leakId: string): Promise<void> => {
      await act(send(`/api/leaks/${leakId}/take-back`, {}, LeakTakenBackContract), (value) => words.takenBack(value.kept));
      setLast(undefined);
    },
    undo: async (): Promise<void> => {
      if (!last) return;
      setLast(undefined);
      show(last.textId);
      if (last.kind === "settled") setSettled(last.textId, false);
      if (last.kind === "settled") await act(send(`/api/reviews/${last.textId}/settle`, { isReviewed: false }), () => words.reopened);
      else await act(send(`/api/leaks/${last.leakId}/take-back`, {}, LeakTakenBackContract), (value) => words.takenBack(value.kept));
    },
  };
};
