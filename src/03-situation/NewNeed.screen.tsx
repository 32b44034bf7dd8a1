import { useState, type ReactElement, type SyntheticEvent } from "react";
import { SaveOrCancel } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import type { DemandShown } from "./exchange.contract.ts";
import { NeedBox } from "./NeedBox.screen.tsx";

export interface NeedGiven {
  readonly need: string;
  readonly origin: "expressed" | "detected";
  readonly demandId?: string;
}

/** Noter un besoin : found by typing a few letters of its name, among labels grouped by theme. */
export const NewNeed = (props: {
  readonly demands: readonly DemandShown[];
  /** Letters typed before the form opened. */
  readonly typed?: string;
  readonly onSave: (given: NeedGiven) => Promise<boolean>;
  readonly onEnd: () => void;
}): ReactElement => {
  const { needs: words } = useSaid();
  const [need, setNeed] = useState("");
  const [origin, setOrigin] = useState<NeedGiven["origin"]>("detected");
  const [demandId, setDemandId] = useState("");
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (await props.onSave({ need, origin, ...(demandId === "" ? {} : { demandId }) })) props.onEnd();
  };
  return (
    <form className="stack" onSubmit={(event) => void save(event)} noValidate>
      <NeedBox typed={props.typed ?? ""} onChosen={setNeed} />
      <fieldset>
        <legend className="label">{words.origin}</legend>
        <div className="segments">
          {(["detected", "expressed"] as const).map((each) => (
            <button
              type="button"
              key={each}
              aria-pressed={origin === each}
              onClick={() => {
                setOrigin(each);
              }}
            >
              {words.origins[each]}
            </button>
          ))}
        </div>
      </fieldset>
      {props.demands.length === 0 ? null : (
        <div className="field">
          <label className="label" htmlFor="need-demand">
            {words.answers}
          </label>
          <select
            className="input"
            id="need-demand"
            value={demandId}
            onChange={(event) => {
              setDemandId(event.target.value);
            }}
          >
            <option value="">{words.answersNone}</option>
            {props.demands.map((demand) => (
              <option key={demand.id} value={demand.id}>
                {demand.words}
              </option>
            ))}
          </select>
        </div>
      )}
      <SaveOrCancel save={words.save} cancel={words.cancel} onCancel={props.onEnd} isCompact />
    </form>
  );
};
