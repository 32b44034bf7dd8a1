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
}): ReactElement => {
  const { closing: words } = useSaid();
  const { typed, onType, wrong } = props;
  const invalid = (field: string) => (wrong.includes(field) ? { "aria-invalid": true } : {});
  return (
    <>
      <label htmlFor="next-what">
        <strong>{words.nextAction}</strong>
        <span className="visually-hidden"> : {words.what}</span>
      </label>
      <input
        className="input"
        id="next-what"
        list="next-ideas"
        autoComplete="off"
        maxLength={200}
        value={typed.what}
        aria-keyshortcuts="X"
        {...invalid("what")}
        onChange={(event) => {
          onType({ ...typed, what: event.target.value });
        }}
      />
      <datalist id="next-ideas">
        {words.ideas.map((idea) => (
          <option key={idea} value={idea} />
        ))}
      </datalist>
      <label className="visually-hidden" htmlFor="next-date">
        {words.date}
      </label>
      <input
        className="input"
        id="next-date"
        type="date"
        value={typed.day}
        {...invalid("date")}
        onChange={(event) => {
          onType({ ...typed, day: event.target.value });
        }}
      />
      <label className="visually-hidden" htmlFor="next-time">
        {words.time}
      </label>
      <input
        className="input"
        id="next-time"
        type="time"
        value={typed.time}
        {...invalid("time")}
        onChange={(event) => {
          onType({ ...typed, time: event.target.value });
        }}
      />
      <label className="visually-hidden" htmlFor="next-who">
        {words.who}
      </label>
      <select
        className="input"
        id="next-who"
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
