import { useEffect, useRef, useState, type ReactElement } from "react";
import { french, send, useLanguage, useResource, useShortcuts, Waiting } from "#ground/screens";
import { TwinPairPanel } from "./TwinPairPanel.screen.tsx";
import type { TwinAnswer } from "./twin.ts";
import { DecidedContract, TwinBenchContract, type TwinBenchShown, type TwinPairShown } from "./twins.contract.ts";
import { twinWords } from "./twins.words.ts";

/** Établi des doublons : one pair after the other, each answered with one key. */
export function TwinBench(): ReactElement {
  const bench = useResource("/api/twin-pairs", TwinBenchContract);
  return <Waiting for={bench}>{(value) => <Bench bench={value} onReload={bench.reload} />}</Waiting>;
}

interface Answered {
  readonly pair: TwinPairShown;
  readonly as: TwinAnswer;
}
interface Said {
  readonly sentence: string;
  readonly isProblem: boolean;
}

/** What was answered here, in its order: the next pair shows at once, while the answer leaves behind it. */
const useAnswers = (bench: TwinBenchShown, onReload: () => void) => {
  const words = twinWords[useLanguage()];
  const [answered, setAnswered] = useState<readonly Answered[]>([]);
  // What was undone is shown again first, even when the list was read anew since.
  const [returned, setReturned] = useState<readonly TwinPairShown[]>([]);
  // Answered by somebody else meanwhile: neither shown again nor counted.
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [said, say] = useState<Said>({ sentence: "", isProblem: false });
  const leaving = useRef<Promise<unknown>>(Promise.resolve());
  const isSettled = new Set([...answered.map(({ pair }) => pair.id), ...taken]);
  const shown = [...returned, ...bench.pairs].find(({ id }) => !isSettled.has(id));
  const [waiting, setWaiting] = useState(bench.waiting);
  useEffect(() => {
    setWaiting(bench.waiting);
  }, [bench]);
  const isDry = shown === undefined && waiting > 0;
  useEffect(() => {
    // The answers on their way are waited for: the next pairs are read after them.
    if (isDry) void leaving.current.then(onReload);
  }, [isDry, onReload]);

  const ask = (path: string, body: object) => {
    const asked = leaving.current.then(() => send(path, body, DecidedContract));
    leaving.current = asked.catch(() => undefined);
    return asked;
  };
  const takeBack = (id: string): void => {
    setAnswered((before) => before.filter(({ pair }) => pair.id !== id));
  };
  const answer = async (as: TwinAnswer): Promise<void> => {
    if (!shown?.answers.includes(as)) return;
    setAnswered((before) => [...before, { pair: shown, as }]);
    setWaiting((before) => before - 1);
    say({ sentence: words.said[as], isProblem: false });
    const reply = await ask(`/api/twin-pairs/${shown.id}/decide`, { as });
    if (reply.kind === "done") return;
    takeBack(shown.id);
    const isTaken = reply.kind === "refused" && (reply.status === 409 || reply.status === 404);
    if (isTaken) setTaken((before) => [...before, shown.id]);
    else setWaiting((before) => before + 1);
    say({ sentence: reply.kind === "offline" ? words.offline : reply.sentence, isProblem: true });
  };
  const undo = async (): Promise<void> => {
    const last = answered.at(-1);
    if (!last) {
      say({ sentence: words.nothingToUndo, isProblem: false });
      return;
    }
    takeBack(last.pair.id);
    setReturned((before) => [last.pair, ...before]);
    setWaiting((before) => before + 1);
    say({ sentence: words.undone, isProblem: false });
    const reply = await ask(`/api/twin-pairs/${last.pair.id}/undo`, {});
    if (reply.kind === "done") return;
    setAnswered((before) => [...before, last]);
    setWaiting((before) => before - 1);
    say({ sentence: reply.kind === "offline" ? words.offline : reply.sentence, isProblem: true });
  };
  return { shown, done: answered.length, waiting, said, answer, undo };
};

function Bench(props: { readonly bench: TwinBenchShown; readonly onReload: () => void }): ReactElement {
  const words = twinWords[useLanguage()];
  const { shown, done, waiting, said, answer, undo } = useAnswers(props.bench, props.onReload);
  const same: TwinAnswer = shown?.level === "service" ? "service" : "structure";
  useShortcuts({
    m: () => void answer(same),
    l: () => void answer("place"),
    d: () => void answer("apart"),
    p: () => void answer("left"),
    z: () => void undo(),
  });
  const all = done + waiting;
  const coming = words.toCompare(props.bench.toCompare);
  return (
    <div className="stack">
      {all === 0 ? null : (
        <div className="review-head">
          <p>
            <strong>{words.progress(done, all)}</strong>
          </p>
          <progress value={done} max={all} aria-label={words.progressName} />
          {done === 0 ? null : (
            <button type="button" className="button compact" onClick={() => void undo()}>
              {words.undo} <kbd className="key">Z</kbd>
            </button>
          )}
        </div>
      )}
      {coming === "" ? null : <p className="muted">{french(coming)}</p>}
      <p className={said.isProblem ? "field-error" : "status-line"} role={said.isProblem ? "alert" : "status"}>
        {french(said.sentence)}
      </p>
      {shown ? (
        <TwinPairPanel pair={shown} onAnswer={(as) => void answer(as)} />
      ) : waiting > 0 ? null : (
        <section className="panel empty">
          <h2>{french(done === 0 ? words.none : words.allDone)}</h2>
          <p>{french(done === 0 ? words.noneWhy : words.allDoneWhy(done))}</p>
        </section>
      )}
    </div>
  );
}
