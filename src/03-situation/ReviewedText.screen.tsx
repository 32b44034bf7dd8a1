import { useEffect, useRef, useState, type ReactElement } from "react";
import { french, useLanguage, useShortcuts } from "#ground/screens";
import type { useReview } from "./desk/use-review.ts";
import { piecesOf, segmentOf, type Chosen } from "./markable.ts";
import { MarkableText } from "./MarkableText.screen.tsx";
import { leakTypes, type LeakType, type ReviewedText } from "./review.contract.ts";
import { reviewWords } from "./review.words.ts";

/** One text of the sheet: read it, mark what leaks, or say that nothing does. */
export function ReviewedTextPanel(props: {
  readonly review: ReturnType<typeof useReview>;
  readonly text: ReviewedText;
  readonly isFocused: boolean;
}): ReactElement {
  const { review, text } = props;
  const words = reviewWords[useLanguage()];
  const pieces = piecesOf(text.text);
  const [chosen, choose] = useState<Chosen>();
  const [type, setType] = useState<LeakType>("NOM");
  const segment = segmentOf(text.text, pieces, chosen);
  const panel = useRef<HTMLElement>(null);
  const { isFocused } = props;
  useEffect(() => {
    if (isFocused) panel.current?.querySelector<HTMLElement>("[role=listbox]")?.focus({ preventScroll: true });
  }, [isFocused]);
  const mark = async (): Promise<void> => {
    if (segment === "") review.refuse(words.refusals.noSegment);
    else if (await review.mark(segment, type)) choose(undefined);
  };
  useShortcuts({
    r: () => void review.settle(),
    m: () => void mark(),
    u: () => void review.undo(),
    j: () => {
      review.step(1);
    },
    k: () => {
      review.step(-1);
    },
    ...Object.fromEntries(
      leakTypes.map((each, at) => [
        String(at + 1),
        () => {
          setType(each);
        },
      ]),
    ),
  });
  return (
    <section className="panel review" aria-labelledby="review-text" ref={panel}>
      <div className="panel-head">
        <h2 id="review-text">{words.place(text.place, review.texts.length)}</h2>
        {text.isReviewed ? <span className="state ok">{words.reviewedBefore}</span> : null}
      </div>
      <p className="hint">{french(words.howTo)}</p>
      <MarkableText key={text.text} pieces={pieces} chosen={chosen} onChoose={choose} />
      <div className="review-side">
        <p className="chosen" aria-live="polite">
          {segment === "" ? words.nothingChosen : french(words.chosen(segment))}
        </p>
        {segment === "" ? null : <Types type={type} onChoose={setType} />}
        <div className="actions">
          {segment === "" ? null : (
            <button type="button" className="button primary" onClick={() => void mark()}>
              {words.maskEverywhere} <kbd className="key">M</kbd>
            </button>
          )}
          <button type="button" className={segment === "" ? "button primary" : "button"} onClick={() => void review.settle()}>
            {text.leaks.length > 0 ? words.nothingMore : words.nothing} <kbd className="key">R</kbd>
          </button>
        </div>
      </div>
      <Marked text={text} onTakeBack={(leakId) => void review.takeBack(leakId)} />
    </section>
  );
}

/** What the chosen words are. Shown once words are chosen: until then there is one thing to do, reading. */
const Types = (props: { readonly type: LeakType; readonly onChoose: (type: LeakType) => void }): ReactElement => {
  const words = reviewWords[useLanguage()];
  return (
    <fieldset className="review-types">
      <legend className="label">{words.type}</legend>
      <div className="choices">
        {leakTypes.map((each, at) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name="leak-type"
              value={each}
              checked={props.type === each}
              onChange={() => {
                props.onChoose(each);
              }}
            />
            <span>
              {words.types[each]} <kbd className="key">{at + 1}</kbd>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

/** The leaks already masked in this text, each of which can be taken back for a day. */
const Marked = (props: { readonly text: ReviewedText; readonly onTakeBack: (leakId: string) => void }): ReactElement | null => {
  const words = reviewWords[useLanguage()];
  if (props.text.leaks.length === 0) return null;
  return (
    <div className="marked">
      <h3>{words.marked}</h3>
      <ul className="row wrap">
        {props.text.leaks.map((leak) => (
          <li key={leak.id} className="row">
            <span>{words.types[leak.type]}</span>
            {leak.mayUndo ? (
              <button
                type="button"
                className="button compact quiet"
                aria-label={words.undoLeak(words.types[leak.type])}
                onClick={() => {
                  props.onTakeBack(leak.id);
                }}
              >
                {words.undo}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
};
