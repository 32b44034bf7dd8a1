import { useState, type ReactElement } from "react";
import { french, useLanguage, Waiting } from "#ground/screens";
import { useReview } from "./desk/use-review.ts";
import type { ReviewShown } from "./review.contract.ts";
import { reviewWords } from "./review.words.ts";
import { ReviewedTextPanel } from "./ReviewedText.screen.tsx";
import { VerdictCounts } from "./VerdictCounts.screen.tsx";

/** Relecture : the sheet of masked texts of the week, one after the other, and what corrections tell. */
export function Review(props: { readonly commissionerId: string }): ReactElement {
  const words = reviewWords[useLanguage()];
  const review = useReview(props.commissionerId);
  return (
    <div className="stack">
      <p className="muted">{french(words.lead)}</p>
      <Waiting for={review.resource}>
        {(sheet) => (
          <>
            <Sheet sheet={sheet} review={review} />
            <VerdictCounts counts={sheet.verdicts} />
          </>
        )}
      </Waiting>
    </div>
  );
}

function Sheet(props: { readonly sheet: ReviewShown; readonly review: ReturnType<typeof useReview> }): ReactElement {
  const { sheet, review } = props;
  const language = useLanguage();
  const words = reviewWords[language];
  const [first] = useState(review.shown?.id);
  if (sheet.texts.length === 0) return <Nothing title={words.none} why={words.noneWhy} />;
  const done = review.texts.filter((each) => each.isReviewed).length;
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "long", timeZone: "UTC" });
  return (
    <>
      <div className="review-head">
        <p>
          {words.week(day.format(new Date(`${sheet.week}T00:00:00Z`)))} · <strong>{words.progress(done, sheet.texts.length)}</strong>
        </p>
        <progress value={done} max={sheet.texts.length} aria-label={words.progressName} />
        <div className="row wrap">
          <button
            type="button"
            className="button compact"
            onClick={() => {
              review.step(-1);
            }}
          >
            {words.previous} <kbd className="key">K</kbd>
          </button>
          <button
            type="button"
            className="button compact"
            onClick={() => {
              review.step(1);
            }}
          >
            {words.next} <kbd className="key">J</kbd>
          </button>
        </div>
      </div>
      <div className="row wrap review-said">
        <p className={review.said.isProblem ? "field-error" : "status-line"} role={review.said.isProblem ? "alert" : "status"}>
          {french(review.said.sentence)}
        </p>
        {review.mayUndo ? (
          <button type="button" className="button compact" onClick={() => void review.undo()}>
            {words.undo} <kbd className="key">U</kbd>
          </button>
        ) : null}
      </div>
      {review.shown ? (
        <ReviewedTextPanel key={review.shown.id} review={review} text={review.shown} isFocused={review.shown.id !== first} />
      ) : (
        <Nothing title={words.done} why={words.doneWhy(sheet.texts.reduce((count, each) => count + each.leaks.length, 0))}>
          <button
            type="button"
            className="button"
            onClick={() => {
              review.show(sheet.texts[0]?.id);
            }}
          >
            {words.again}
          </button>
        </Nothing>
      )}
    </>
  );
}

const Nothing = (props: { readonly title: string; readonly why: string; readonly children?: ReactElement }): ReactElement => (
  <section className="panel empty">
    <h2>{french(props.title)}</h2>
    <p>{french(props.why)}</p>
    {props.children}
  </section>
);
