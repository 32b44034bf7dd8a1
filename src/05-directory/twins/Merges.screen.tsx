import { useState, type ReactElement } from "react";
import { french, useDeed, useLanguage, useResource, Waiting } from "#ground/screens";
import { MergesContract, type MergeShown } from "./twins.contract.ts";
import { twinWords } from "./twins.words.ts";

/** Fusions récentes : what was merged these last thirty days, by whom and why, and how to split it. Read when it is opened. */
export function Merges(): ReactElement {
  const words = twinWords[useLanguage()];
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="panel"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{french(words.merges)}</summary>
      {isOpen ? (
        <div className="stack">
          <p className="muted">{french(words.mergesLead)}</p>
          <MergesFrom after="" />
        </div>
      ) : null}
    </details>
  );
}

/** One page, then the next under it. */
function MergesFrom(props: { readonly after: string }): ReactElement {
  const words = twinWords[useLanguage()];
  const page = useResource(`/api/merges${props.after === "" ? "" : `?after=${props.after}`}`, MergesContract);
  const [isFollowed, follow] = useState(false);
  const deed = useDeed(page.reload);
  return (
    <Waiting for={page}>
      {({ merges, next }) => (
        <>
          {deed.sentence === "" ? null : (
            <p className="field-error" role="alert">
              {deed.sentence}
            </p>
          )}
          {merges.length === 0 ? (
            <p className="empty">{french(words.noMerge)}</p>
          ) : (
            <ul className="briefs">
              {merges.map((merge) => (
                <MergeLine
                  key={`${merge.pairId ?? ""} ${merge.decidedAt} ${merge.members[0]?.id ?? ""}`}
                  merge={merge}
                  onSplit={() => void deed.done(`/api/twin-pairs/${merge.pairId ?? ""}/undo`, {})}
                />
              ))}
            </ul>
          )}
          {next === undefined ? null : isFollowed ? (
            <MergesFrom after={next} />
          ) : (
            <button
              type="button"
              className="button"
              onClick={() => {
                follow(true);
              }}
            >
              {words.more}
            </button>
          )}
        </>
      )}
    </Waiting>
  );
}

function MergeLine(props: { readonly merge: MergeShown; readonly onSplit: () => void }): ReactElement {
  const { merge } = props;
  const language = useLanguage();
  const words = twinWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", {
    dateStyle: "medium",
    timeStyle: "short",
    timeZone: "Europe/Paris",
  });
  const who = merge.by === "machine" ? words.machine : (merge.staffName ?? words.someone);
  const reasons = merge.evidence.filter(({ weight }) => weight > 0).map(({ of }) => words.evidence[of][0]);
  const names = merge.members.map(({ name, sourceName }) => `${name} (${sourceName})`).join(` ${words.and} `);
  return (
    <li className="brief">
      <div className="brief-head">
        <strong>{french(names)}</strong>
        <span className="tiny">{words.by(who, day.format(new Date(merge.decidedAt)))}</span>
      </div>
      <div className="brief-said">
        <span>
          {words.level[merge.level]} {french(words.because(reasons))}
        </span>
        {merge.isUndone ? (
          <span className="tiny">{words.isSplit}</span>
        ) : merge.pairId === undefined ? null : (
          <button type="button" className="button compact" onClick={props.onSplit}>
            {words.split} <span className="visually-hidden">{names}</span>
          </button>
        )}
      </div>
    </li>
  );
}
