import type { ReactElement } from "react";
import { french } from "../look/typography.ts";

/** Refus : why a gesture was not done, said where it was made. Nothing when it was. */
export const Refused = ({ sentence }: { readonly sentence: string | undefined }): ReactElement | null =>
  sentence === undefined || sentence === "" ? null : (
    <p className="field-error" role="alert">
      {french(sentence)}
    </p>
  );
