import type { ReactElement } from "react";
import { useSaid } from "./desk/words.ts";
import type { NextActionTyped } from "./next-action.ts";

/** Prochaine action : what, day, hour, who. Typed first, the calendar of the browser after. */
export const NextActionFields = (props: {
  readonly typed: NextActionTyped;
  readonly onType: (typed: NextActionTyped) => void;
  readonly staff: readonly { readonly id: string; readonly name: string }[];
  readonly me: string;
  readonly wrong: readonly string[];
  /** Two such groups may stand on one screen: what their fields are called there. */
  readonly place?: string;
  /** The field that takes the keyboard when the group appears. */
  readonly focusOn?: "what" | "date";
}): ReactElement => {
  const { closing: words } = useSaid();
  const { place = "next", focusOn } = props;
  const { typed, onType, wrong } = props;
  const invalid = (field: string) => (wrong.includes(field) ? { "aria-invalid": true } : {});
  return (
    <>
      <label htmlFor={`${place}-what`}>
        <strong>{words.nextAction}</strong>
        <span className="visually-hidden"> : {words.what}</span>
      </label>
      <input
        className="input"
        id={`${place}-what`}
        list={`${place}-ideas`}
        autoComplete="off"
        maxLength={200}
        placeholder={words.what}
        value={typed.what}
        {...(place === "next" ? { "aria-keyshortcuts": "X" } : {})}
        autoFocus={focusOn === "what"}
        {...invalid("what")}
        onChange={(event) => {
          onType({ ...typed, what: event.target.value });
        }}
      />
      <datalist id={`${place}-ideas`}>
        {words.ideas.map((idea) => (
          <option key={idea} value={idea} />
        ))}
      </datalist>
      <label className="visually-hidden" htmlFor={`${place}-date`}>
        {words.date}
      </label>
      <input
        className="input"
        id={`${place}-date`}
        type="date"
        autoFocus={focusOn === "date"}
        value={typed.day}
        {...invalid("date")}
        onChange={(event) => {
          onType({ ...typed, day: event.target.value });
        }}
      />
      <label className="visually-hidden" htmlFor={`${place}-time`}>
        {words.time}
      </label>
      <input
        className="input"
        id={`${place}-time`}
        type="time"
        value={typed.time}
        {...invalid("time")}
        onChange={(event) => {
          onType({ ...typed, time: event.target.value });
        }}
      />
      <label className="visually-hidden" htmlFor={`${place}-who`}>
        {words.who}
      </label>
      <select
        className="input"
        id={`${place}-who`}
        value={typed.ownerId}
        onChange={(event) => {
          onType({ ...typed, ownerId: event.target.value });
        }}
      >
        {props.staff.map((each) => (
          <option key={each.id} value={each.id}>
            {each.id === props.me ? words.me : each.name}
          </option>
        ))}
      </select>
    </>
  );
};
