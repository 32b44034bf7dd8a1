import type { ReactElement } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { useSaid } from "./desk/words.ts";
import type { ListeningMode } from "./mode.ts";

/** « 2 minutes | Écoute »: what is written stays, whichever is chosen. */
export const ModeSegment = (props: { readonly mode: ListeningMode; readonly onMode: (mode: ListeningMode) => void }): ReactElement => {
  const { mode: words } = useSaid();
  return (
    <ToggleButtonGroup
      className="react-aria-ToggleButtonGroup segments"
      aria-label={words.name}
      disallowEmptySelection
      selectedKeys={[props.mode]}
      onSelectionChange={(chosen) => {
        props.onMode(chosen.has("brief") ? "brief" : "listening");
      }}
    >
      <ToggleButton id="brief">{words.brief}</ToggleButton>
      <ToggleButton id="listening">{words.listening}</ToggleButton>
    </ToggleButtonGroup>
  );
};
