import { useState, type ReactElement } from "react";
import { useLanguage } from "#ground/screens";
import { NextActionsContract } from "#situation";
import { DayPanel } from "./DayPanel.screen.tsx";
import { dayWords } from "./day.words.ts";

/** Prochaines actions promised by tonight: mine, or those of the whole team. */
export function MyActions(): ReactElement {
  const words = dayWords[useLanguage()];
  const [owner, choose] = useState<"me" | "all">("me");
  return (
    <DayPanel
      title={words.actions}
      path={`/api/next-actions?owner=${owner}`}
      contract={NextActionsContract}
      live={["situation."]}
      empty={words.noAction}
      beside={
        <div className="segments" role="group" aria-label={words.actions}>
          {(["me", "all"] as const).map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={owner === each}
              onClick={() => {
                choose(each);
              }}
            >
              {each === "me" ? words.mine : words.everyone}
            </button>
          ))}
        </div>
      }
      line={(action) => ({
        key: action.situationId,
        name: action.personName,
        sentence: action.isMine ? action.what : words.by(action.what, action.ownerName),
        due: action.at,
        place: `/bureau/situations/${action.situationId}`,
      })}
    />
  );
}
