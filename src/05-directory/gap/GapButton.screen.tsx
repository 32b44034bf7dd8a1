import { useState, type ReactElement } from "react";
import { deskWords, french, Icon, newKey, send, useLanguage } from "#ground/screens";
import { searchWords } from "../record/search.words.ts";
import { GapRecordedContract } from "./gap.contract.ts";

interface GapButtonProps {
  readonly commissionerId: string;
  readonly need: string | undefined;
  readonly communeCode: string | undefined;
  readonly radiusMeters: number;
  readonly nearestMeters?: number;
}

/** Signaler un manque ici : kept with the need and the commune, never with a person. Pressed twice after a cut, it counts once. */
export const GapButton = ({ commissionerId, need, communeCode, radiusMeters, nearestMeters }: GapButtonProps): ReactElement => {
  const language = useLanguage();
  const words = searchWords[language].finder;
  const [said, say] = useState("");
  // Another need or another place is another gap: its own key.
  const about = `${need ?? ""} ${communeCode ?? ""} ${radiusMeters}`;
  const [held, hold] = useState({ about, key: newKey() });
  const report = async (): Promise<void> => {
    if (need === undefined || communeCode === undefined) {
      say(words.gapNeedsPlace);
      return;
    }
    const key = held.about === about ? held.key : newKey();
    hold({ about, key });
    const body = {
      commissionerId,
      need,
      communeCode,
      radiusMeters,
      ...(nearestMeters === undefined ? {} : { nearestMeters: Math.round(nearestMeters) }),
    };
    const answer = await send("/api/gaps", body, GapRecordedContract, { key });
    if (answer.kind === "offline") say(deskWords[language].offline);
    else if (answer.kind === "refused") say(answer.sentence);
    else say(answer.value.isNewReport ? words.gapReported : words.gapDone(answer.value.timesIn30Days));
  };
  return (
    <div className="row wrap">
      <button type="button" className="button compact" onClick={() => void report()}>
        <Icon name="flag" /> {words.gap}
      </button>
      <span role="status" className="small">
        {french(said)}
      </span>
    </div>
  );
};
