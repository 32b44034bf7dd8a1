import type { ReactElement } from "react";
import type { BriefTyped } from "./brief.ts";
import { useSaid } from "./desk/words.ts";
import { themes } from "./taxonomy.ts";

/** Two minutes: what was asked, and whether it was answered. The house plans what comes next. */
export const BriefFields = (props: {
  readonly typed: BriefTyped;
  readonly onType: (change: Partial<BriefTyped>) => void;
  /** A demand was noted already: nothing need be typed again. */
  readonly hasDemand: boolean;
  readonly wrong: readonly string[];
}): ReactElement => {
  const { closing } = useSaid();
  const { brief: words } = closing;
  const { typed, onType } = props;
  const invalid = (field: string) => (props.wrong.includes(`brief-${field}`) ? { "aria-invalid": true } : {});
  return (
    <>
      {props.hasDemand ? null : (
        <>
          <label htmlFor="brief-words">
            <strong>{words.words}</strong>
          </label>
          <input
            className="input"
            id="brief-words"
            autoComplete="off"
            maxLength={1000}
            value={typed.words}
            aria-keyshortcuts="D"
            {...invalid("words")}
            onChange={(event) => {
              onType({ words: event.target.value });
            }}
          />
          <label className="visually-hidden" htmlFor="brief-theme">
            {words.theme}
          </label>
          <select
            className="input"
            id="brief-theme"
            value={typed.theme}
            {...invalid("theme")}
            onChange={(event) => {
              onType({ theme: event.target.value });
            }}
          >
            <option value="">{words.theme}</option>
            {themes.map((theme) => (
              <option key={theme.id} value={theme.id}>
                {theme.label}
              </option>
            ))}
          </select>
        </>
      )}
      <fieldset className="answered" id="brief-answered" tabIndex={-1}>
        <legend>{words.answered}</legend>
        {(["yes", "no"] as const).map((answer) => (
          <label key={answer} className="filter">
            <input
              type="radio"
              name="brief-answered"
              value={answer}
              checked={typed.answered === answer}
              onChange={() => {
                onType({ answered: answer });
              }}
            />
            {words[answer]}
          </label>
        ))}
      </fieldset>
    </>
  );
};
