import type { ReactElement } from "react";
import { domainDrawings, iconDrawings, type DomainId, type Drawing, type IconName } from "./icon-paths.ts";

/** Pictogramme : always beside a word, so that it is hidden from screen readers; with `label`, it speaks for itself. */
export const Icon = ({ name, label }: { readonly name: IconName; readonly label?: string }): ReactElement => (
  <Drawn drawing={iconDrawings[name]} label={label} />
);

/** Thème de vie, on its coloured tile. The theme's name is written beside it: colour and picture never stand alone. */
export const Domain = ({ id, label }: { readonly id: DomainId; readonly label?: string }): ReactElement => (
  <span className={`domain d-${id}`}>
    <Drawn drawing={domainDrawings[id]} label={label} />
  </span>
);

const Drawn = ({ drawing, label }: { readonly drawing: Drawing; readonly label: string | undefined }): ReactElement => (
  <svg className="icon" viewBox="0 0 24 24" focusable="false" {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}>
    <path d={drawing.strokes} />
    {drawing.full && <path className="full" d={drawing.full} />}
  </svg>
);
