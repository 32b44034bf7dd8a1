import type { ReactElement } from "react";
import { Icon } from "../look/Icon.screen.tsx";

/** Imprimer la page, at its head, as the browser prints it. */
export const PrintButton = ({ label }: { readonly label: string }): ReactElement => (
  <button
    type="button"
    className="button"
    onClick={() => {
      window.print();
    }}
  >
    <Icon name="print" /> {label}
  </button>
);
