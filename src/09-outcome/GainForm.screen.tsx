import { useState, type ReactElement, type SyntheticEvent } from "react";
import { centsFromWritten } from "#ground";
import { Refused, refusedAsAWhole, SaveOrCancel, Select, TextField, useDeed, useLanguage } from "#ground/screens";
import { outcomeDeskWords } from "./desk.words.ts";
import { gainBases, gainKinds, gainPeriods, isInEuros, type GainKind } from "./gain.ts";
import { IdContract } from "./outcome.contract.ts";
import { Segments } from "./OutcomeForm.screen.tsx";

const isKind = (value: string): value is GainKind => (gainKinds as readonly string[]).includes(value);

/** Noter un gain : what, in a few words; an amount when it is counted in euros; and how it is known. */
export const GainForm = (props: { readonly situationId: string; readonly onEnd: (isSaved: boolean) => void }): ReactElement => {
  const words = outcomeDeskWords[useLanguage()];
  const { act, problem } = useDeed();
  const [kind, setKind] = useState<string>("money");
  const [basis, setBasis] = useState<string>("declared");
  const counted = isKind(kind) && isInEuros(kind);
  const errorOf = (field: string): string | undefined => problem?.fields.find((each) => each.field.startsWith(field))?.message;
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const amount = counted ? { cents: centsFromWritten(text("amount")) ?? 0, period: text("period") } : null;
    const body = { kind, basis, label: text("label"), amount };
    if (await act(`/api/situations/${props.situationId}/gains`, body, IdContract)) props.onEnd(true);
  };
  return (
    <form className="stack" noValidate onSubmit={(event) => void save(event)}>
      <Segments
        legend={words.what}
        choices={gainKinds.map((value) => ({ value, label: words.kinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField name="label" label={words.label} hint={words.labelHint} maxLength={200} error={errorOf("label")} />
      {counted && (
        <div className="fields">
          <TextField name="amount" label={words.amount} inputMode="numeric" width="short" error={errorOf("amount")} />
          <Select
            name="period"
            label={words.period}
            choices={gainPeriods.map((value) => ({ value, label: words.periods[value] }))}
            value="month"
          />
        </div>
      )}
      <Segments
        legend={words.basis}
        choices={gainBases.map((value) => ({ value, label: words.bases[value] }))}
        value={basis}
        onChange={setBasis}
      />
      <SaveOrCancel
        save={words.save}
        cancel={words.cancel}
        onCancel={() => {
          props.onEnd(false);
        }}
      />
      <Refused sentence={refusedAsAWhole(problem)} />
    </form>
  );
};
