import { useEffect, useRef, useState, type ReactElement, type SyntheticEvent } from "react";
import { centsFromWritten } from "#ground";
import { errorIn, RadioGroup, Refused, refusedAsAWhole, SaveOrCancel, Select, TextField, useDeed, useLanguage } from "#ground/screens";
import { DoneContract, type ApplicationShown } from "./application.contract.ts";
import { applicationWords } from "./application.words.ts";
import { paymentPeriods, paymentProofs, refusalReasons, waysOfAsking, type GestureKind } from "./application.ts";

type Typed = Readonly<Record<string, string>>;

const typedIn = (form: HTMLFormElement): Typed =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, typeof value === "string" ? value.trim() : ""]));

/** Un geste : what happened, when; how, to whom, why or how much. Nothing is disabled: what is missing is said once it is sent. */
export const GestureForm = (props: {
  readonly application: ApplicationShown;
  readonly kind: GestureKind;
  readonly today: string;
  readonly onEnd: (isSaved: boolean) => void;
}): ReactElement => {
  const { application, kind } = props;
  const words = applicationWords[useLanguage()];
  const { act, problem } = useDeed();
  const [wrongAmount, setWrongAmount] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("input, select")?.focus();
  }, []);
  const errorOf = (field: string): string | undefined => errorIn(problem, field);
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const typed = typedIn(event.currentTarget);
    const cents = centsFromWritten(typed["amount"] ?? "");
    setWrongAmount(cents === undefined && (typed["amount"] ?? "") !== "");
    if (cents === undefined && (typed["amount"] ?? "") !== "") return;
    if (await act(`/api/applications/${application.id}/gestures`, bodyOf(kind, typed, cents), DoneContract)) props.onEnd(true);
  };
  return (
    <form className="gesture form in-lines" noValidate ref={form} onSubmit={(event) => void save(event)} aria-label={words.gestures[kind]}>
      <div className="fields">
        <TextField name="on" type="date" label={words.on[kind]} value={props.today} width="medium" error={errorOf("on")} />
        <Fields application={application} kind={kind} errorOf={errorOf} wrongAmount={wrongAmount} />
        <TextField
          name="note"
          label={words.note}
          hint={kind === "refuse" ? undefined : words.noteHint}
          maxLength={500}
          error={errorOf("note")}
        />
      </div>
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

interface FieldsProps {
  readonly application: ApplicationShown;
  readonly kind: GestureKind;
  readonly errorOf: (field: string) => string | undefined;
  readonly wrongAmount: boolean;
}

const Fields = (props: FieldsProps): ReactElement | null => {
  const { kind, errorOf } = props;
  const words = applicationWords[useLanguage()];
  switch (kind) {
    case "ask":
      return (
        <>
          <Select
            name="how"
            label={words.how}
            choices={waysOfAsking.map((value) => ({ value, label: words.ways[value] }))}
            error={errorOf("how")}
          />
          <TextField name="toWhom" label={words.toWhom} hint={words.toWhomHint} maxLength={120} error={errorOf("toWhom")} />
        </>
      );
    case "appeal":
      return (
        <TextField
          name="toWhom"
          label={words.toWhom}
          maxLength={120}
          value={words.appealBodies[props.application.rule.appealTo]}
          error={errorOf("toWhom")}
        />
      );
    case "refuse":
      return (
        <Select
          name="reason"
          label={words.reason}
          choices={refusalReasons.map((value) => ({ value, label: words.reasons[value] }))}
          error={errorOf("reason")}
        />
      );
    case "grant":
      return (
        <>
          <Amount {...props} hint={words.amountHint} />
          <TextField name="from" type="date" label={words.from} width="medium" error={errorOf("from")} />
        </>
      );
    case "pay":
      return (
        <>
          <Amount {...props} hint={props.application.needsAmount ? words.amountPaidHint : words.amountFree} />
          <RadioGroup
            name="proof"
            label={words.proof}
            choices={paymentProofs.map((value) => ({ value, label: words.proofs[value] }))}
            error={errorOf("proof")}
          />
        </>
      );
    default:
      return null;
  }
};

/** « 210 », « 210,50 » : typed as it is written, with how often it comes. */
const Amount = ({ application, errorOf, wrongAmount, hint }: FieldsProps & { readonly hint: string }): ReactElement => {
  const words = applicationWords[useLanguage()];
  const known = application.amount;
  return (
    <>
      <TextField
        name="amount"
        label={words.amount}
        hint={hint}
        inputMode="text"
        width="short"
        value={known ? String(known.cents / 100).replace(".", ",") : undefined}
        error={wrongAmount ? words.amountBad : errorOf("amount")}
      />
      <Select
        name="period"
        label={words.period}
        choices={paymentPeriods.map((value) => ({ value, label: words.periods[value] }))}
        value={known?.period ?? application.usualPeriod}
      />
    </>
  );
};

const bodyOf = (kind: GestureKind, typed: Typed, cents: number | undefined): object => {
  const { on, note = "" } = typed;
  const amount = cents === undefined ? {} : { amount: { cents, period: typed["period"] } };
  switch (kind) {
    case "ask":
      return { kind, on, note, how: typed["how"], toWhom: typed["toWhom"] };
    case "appeal":
      return { kind, on, note, toWhom: typed["toWhom"] };
    case "refuse":
      return { kind, on, note, reason: typed["reason"] };
    case "grant":
      return { kind, on, note, ...amount, ...((typed["from"] ?? "") === "" ? {} : { from: typed["from"] }) };
    case "pay":
      return { kind, on, note, ...amount, proof: typed["proof"] ?? "" };
    default:
      return { kind, on, note };
  }
};
