import { useState, type ReactElement, type SyntheticEvent } from "react";
import { french, Icon, Refused, SaveOrCancel, useDeed, useLanguage } from "#ground/screens";
import { useReturn } from "./desk/return-focus.ts";
import { timeSaid, useSaid } from "./desk/words.ts";
import type { DemandShown, SituationShown } from "./exchange.contract.ts";
import { themeLabel, themes } from "./taxonomy.ts";

/** Ce qui est demandé : the person's own words, behind a bar of ink. */
export const Demands = (props: {
  readonly situation: SituationShown;
  readonly isAdding: boolean;
  readonly onAdding: (isAdding: boolean) => void;
  readonly reload: () => void;
  /** What is typed already, when it was asked for from the notes. */
  readonly typed?: string;
  readonly onSaved?: () => void;
}): ReactElement => {
  const { demands: words } = useSaid();
  const { panel, opener, goBack } = useReturn();
  const { done: act, sentence: problem } = useDeed(props.reload);
  const { demands } = props.situation;
  return (
    <section className="panel" ref={panel} aria-label={words.title}>
      <div className="panel-head">
        <h2 className="row">
          <Icon name="speech" /> {words.title}
        </h2>
        <button
          type="button"
          ref={opener}
          className="button compact"
          aria-expanded={props.isAdding}
          aria-keyshortcuts="D"
          onClick={() => {
            props.onAdding(!props.isAdding);
          }}
        >
          <Icon name="plus" />
          {words.add}
        </button>
      </div>
      {props.isAdding ? (
        <NewDemand
          key={props.typed}
          typed={props.typed ?? ""}
          onSave={async (given) => {
            const isSaved = await act(`/api/situations/${props.situation.id}/demands`, given);
            if (isSaved) props.onSaved?.();
            return isSaved;
          }}
          onEnd={() => {
            goBack();
            props.onAdding(false);
          }}
        />
      ) : null}
      {demands.length === 0 && !props.isAdding ? <p className="muted small">{words.none}</p> : null}
      {demands.map((demand) => (
        <Asked key={demand.id} demand={demand} act={act} />
      ))}
      <Refused sentence={problem} />
    </section>
  );
};

const Asked = ({
  demand,
  act,
}: {
  readonly demand: DemandShown;
  readonly act: (path: string, body: object) => Promise<boolean>;
}): ReactElement => {
  const { demands: words } = useSaid();
  const language = useLanguage();
  return (
    <div className="demand">
      <q>{french(`« ${demand.words} »`)}</q>
      <div className="tiny row wrap">
        <span>
          {themeLabel(demand.theme)} · {timeSaid(demand.notedAt, language)}
          {demand.answered === undefined ? "" : ` · ${words.answered[demand.answered]}`}
        </span>
        {demand.answered === "yes" ? null : (
          <button
            type="button"
            className="button quiet compact"
            onClick={() => void act(`/api/demands/${demand.id}/answer`, { answered: "yes" })}
          >
            {words.markAnswered}
          </button>
        )}
        <button type="button" className="button quiet compact" onClick={() => void act(`/api/demands/${demand.id}/withdraw`, {})}>
          {words.withdraw}
        </button>
      </div>
    </div>
  );
};

const NewDemand = (props: {
  readonly typed: string;
  readonly onSave: (given: { readonly theme: string; readonly words: string }) => Promise<boolean>;
  readonly onEnd: () => void;
}): ReactElement => {
  const { demands: words } = useSaid();
  const [said, setSaid] = useState(props.typed);
  const [theme, setTheme] = useState("");
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (await props.onSave({ theme, words: said })) props.onEnd();
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <div className="field">
        <label className="label" htmlFor="demand-words">
          {words.words}
        </label>
        <textarea
          className="input"
          id="demand-words"
          rows={2}
          value={said}
          autoFocus={props.typed === ""}
          onChange={(event) => {
            setSaid(event.target.value);
          }}
        />
      </div>
      <div className="field">
        <label className="label" htmlFor="demand-theme">
          {words.theme}
        </label>
        <select
          className="input"
          id="demand-theme"
          autoFocus={props.typed !== ""}
          value={theme}
          onChange={(event) => {
            setTheme(event.target.value);
          }}
        >
          <option value="">{words.chooseTheme}</option>
          {themes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.label}
            </option>
          ))}
        </select>
      </div>
      <SaveOrCancel save={words.save} cancel={words.cancel} onCancel={props.onEnd} isCompact />
    </form>
  );
};
