import type { ReactElement } from "react";
import { Icon, type IconName } from "#ground/screens";
import type { RightShown } from "./rights.contract.ts";

const glyphs: Readonly<Record<RightShown["state"], IconName>> = { acquired: "disc", uncertain: "half", excluded: "todo" };

/** ● ◐ ○ : the shape says the state; its word stands beside it. */
export const StateMark = ({ state }: { readonly state: RightShown["state"] }): ReactElement => (
  <span className="right-mark" data-state={state}>
    <Icon name={glyphs[state]} />
  </span>
);
