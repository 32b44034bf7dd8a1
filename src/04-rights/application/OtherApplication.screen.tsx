import { useState, type ReactElement, type SyntheticEvent } from "react";
import { rightIds } from "#engines/rules";
import { Refused, refusedAsAWhole, Select, TextField, useDeed, useLanguage } from "#ground/screens";
import { rightWords } from "../estimate/right.words.ts";
import { StartedContract } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";

/** Suivre une autre démarche : any of the sixteen rights, a local benefit or another right by its name. */
export const OtherApplication = (props: { readonly situationId: string; readonly onStarted: (said: string) => void }): ReactElement => {
  const language = useLanguage();
  const words = applicationWords[language];
  const { act, problem } = useDeed();
  const [turn, setTurn] = useState(0);
  const errorOf = (field: string): string | undefined => problem?.fields.find((each) => each.field.endsWith(field))?.message;
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    const right = text("right");
    const asked = right === "local" || right === "other" ? { kind: right, label: text("label") } : { kind: "computed", right };
    if (!(await act(`/api/situations/${props.situationId}/applications`, { asked }, StartedContract))) return;
    setTurn(turn + 1);
    props.onStarted(`${words.follow}.`);
  };
  return (
    <details className="panel">
      <summary>{words.other}</summary>
      <form key={turn} className="form" noValidate onSubmit={(event) => void save(event)}>
        <Select
          name="right"
          label={words.otherRight}
          choices={[
            ...rightIds.map((right) => ({ value: right, label: rightWords[language][right].name })),
            { value: "local", label: words.otherLocal },
            { value: "other", label: words.otherAny },
          ]}
        />
        <TextField name="label" label={words.otherLabel} maxLength={120} error={errorOf("label")} />
        <button type="submit" className="button">
          {words.otherSave}
        </button>
        <Refused sentence={refusedAsAWhole(problem)} />
      </form>
    </details>
  );
};
