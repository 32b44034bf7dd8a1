import type { ReactElement } from "react";
import { useSaid } from "./desk/words.ts";
import { closedReasons, type ClosedReason } from "./situation.ts";

export interface ReasonGiven {
  readonly reason: ClosedReason | "";
  readonly note: string;
}

/** Why a situation closes. Going over what is open is offered to supervisors only, and asks for words. */
export const ClosingReason = (props: {
  readonly reason: ReasonGiven;
  readonly onReason: (given: ReasonGiven) => void;
  readonly mayCloseAnyway: boolean;
}): ReactElement => {
  const { closing: words, named } = useSaid();
  const { reason, onReason } = props;
  const offered = closedReasons.filter((each) => each !== "by-supervisor" || props.mayCloseAnyway);
  return (
    <>
      <label htmlFor="close-reason">{words.reason}</label>
      <select
        className="input"
        id="close-reason"
        value={reason.reason}
        onChange={(event) => {
          onReason({ ...reason, reason: event.target.value as ReasonGiven["reason"] });
        }}
      >
        <option value="">{words.chooseReason}</option>
        {offered.map((each) => (
          <option key={each} value={each}>
            {named.closedReasons[each]}
          </option>
        ))}
      </select>
      {reason.reason === "by-supervisor" ? (
        <>
          <label htmlFor="close-note">{words.note}</label>
          <input
            className="input"
            id="close-note"
            maxLength={1000}
            value={reason.note}
            onChange={(event) => {
              onReason({ ...reason, note: event.target.value });
            }}
          />
        </>
      ) : null}
    </>
  );
};
