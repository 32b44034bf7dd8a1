import { useState, type ReactElement } from "react";
import { Refused, useDeed } from "#ground/screens";
import { useSaid } from "./desk/words.ts";
import { InformAnswerContract } from "./referral.contract.ts";

/**
 * Donner ce contact : the telephone and the address of a service are given on the line, or sent by SMS. Nothing leaves about the person;
 * she is asked a week later whether it helped.
 */
export function GiveContact(props: { readonly needId: string; readonly serviceId: string; readonly onDone?: () => void }): ReactElement {
  const words = useSaid();
  const { act, problem } = useDeed();
  const [given, setGiven] = useState<"said" | "texted" | "not-texted">();
  const give = async (bySms: boolean): Promise<void> => {
    const done = await act(`/api/needs/${props.needId}/inform`, { serviceId: props.serviceId, bySms }, InformAnswerContract);
    if (!done) return;
    setGiven(done.wasTexted ? "texted" : bySms ? "not-texted" : "said");
    props.onDone?.();
  };
  if (given)
    return (
      <p className={given === "not-texted" ? "state ask" : "state ok"} role="status">
        {words.contactHanded[given]}
      </p>
    );
  return (
    <>
      <p className="actions">
        <button type="button" className="button compact" onClick={() => void give(false)}>
          {words.giveContact}
        </button>
        <button type="button" className="button quiet compact" onClick={() => void give(true)}>
          {words.textContact}
        </button>
      </p>
      <Refused sentence={problem?.sentence} />
    </>
  );
}
