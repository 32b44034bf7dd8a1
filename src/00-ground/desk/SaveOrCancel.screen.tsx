import type { ReactElement } from "react";

/** Enregistrer ou annuler, at the end of a form. */
export const SaveOrCancel = (props: {
  readonly save: string;
  readonly cancel: string;
  readonly onCancel: () => void;
  /** In a form of a line or two, among others. */
  readonly isCompact?: boolean;
}): ReactElement => {
  const size = props.isCompact === true ? " compact" : "";
  return (
    <div className="actions">
      <button type="submit" className={`button primary${size}`}>
        {props.save}
      </button>
      <button type="button" className={`button${size}`} onClick={props.onCancel}>
        {props.cancel}
      </button>
    </div>
  );
};
