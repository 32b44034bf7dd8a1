import { useState, type ReactElement, type SyntheticEvent } from "react";
import { ErrorSummary, type FieldError, RadioGroup, SaveOrCancel, Select, send, useLanguage, useResource, Waiting } from "#ground/screens";
import { CallbackPromisedContract, SlotsContract, type CallbackView } from "./callback.contract.ts";
import { postponeReasons } from "./callback.ts";
import { slotOf } from "./callback-time.ts";
import { deskWords } from "./contact.words.ts";

const shown = 60;

interface Props {
  readonly callback: CallbackView;
  readonly now: Date;
  readonly onSettled: (sentence: string) => void;
}

/** Reporter un rappel, with the reason; or cancel it. Only slots where a place is left are offered. */
export function PostponeCallback({ callback, now, onSettled }: Props): ReactElement {
  const language = useLanguage();
  const words = deskWords[language];
  const slots = useResource(`/api/callbacks/slots?commissionerId=${callback.commissionerId}`, SlotsContract);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const save = async (form: FormData): Promise<void> => {
    const sent = await send(
      `/api/callbacks/${callback.id}/postpone`,
      { slotFrom: form.get("slotFrom"), because: form.get("because") },
      CallbackPromisedContract,
    );
    if (sent.kind === "done") onSettled(words.postponed(slotOf(sent.value, now, language)));
    if (sent.kind === "refused")
      setErrors([
        { field: sent.fields[0]?.field ?? "because", message: sent.fields[0]?.field === "because" ? words.because : sent.sentence },
      ]);
  };
  const cancel = async (): Promise<void> => {
    const sent = await send(`/api/callbacks/${callback.id}/cancel`, {});
    onSettled(sent.kind === "refused" ? sent.sentence : words.cancelled);
  };
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary errors={errors} />
      <Waiting for={slots}>
        {(value) =>
          value.slots.length === 0 ? (
            <p>{words.noSlot}</p>
          ) : (
            <Select
              name="slotFrom"
              label={words.slot}
              error={errors.find((error) => error.field === "slotFrom")?.message}
              choices={value.slots
                .slice(0, shown)
                .map((slot) => ({ value: slot.from, label: slotOf({ slotFrom: slot.from, slotUntil: slot.to }, now, language) }))}
            />
          )
        }
      </Waiting>
      <RadioGroup
        name="because"
        label={words.because}
        choices={postponeReasons.map((value) => ({ value, label: words.reasons[value] }))}
        error={errors.find((error) => error.field === "because")?.message}
      />
      <SaveOrCancel save={words.save} cancel={words.cancel} onCancel={() => void cancel()} isCompact />
    </form>
  );
}
