import type { ReactElement } from "react";
import { french } from "#ground/screens";

/** Liste déroulante that the rest of the screen follows as it changes: for choices that are many and known. */
export const Choose = (props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
}): ReactElement => (
  <div className="field">
    <label className="label" htmlFor={props.id}>
      {french(props.label)}
    </label>
    <select
      className="input"
      id={props.id}
      name={props.id}
      value={props.value}
      onChange={(event) => {
        props.onChoose(event.target.value);
      }}
    >
      {props.choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {french(choice.label)}
        </option>
      ))}
    </select>
  </div>
);
