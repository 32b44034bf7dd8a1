import type { ReactElement, SyntheticEvent } from "react";
import { z } from "zod";
import { errorIn, errorsIn, ErrorSummary, SaveOrCancel, Select, TextField, useDeed } from "#ground/screens";
import { themes } from "#situation";
import { useSaid } from "./desk/words.ts";
import type { ProviderShown } from "./provider.contract.ts";

/** Whatever comes back, an identifier or « done », it was kept. */
const KeptContract = z.object({});
const parts = (text: string): string[] => text.split(/[\s,;]+/).filter((part) => part !== "");

/** Prestataire : everything that decides whether it may be asked. Nothing is checked twice: the server says what is wrong. */
export const ProviderForm = (props: {
  readonly commissionerId: string;
  readonly provider?: ProviderShown;
  readonly onEnd: (isSaved: boolean) => void;
}): ReactElement => {
  const { providers: words } = useSaid();
  const { act, problem } = useDeed();
  const { provider } = props;
  const errorOf = (field: string): string | undefined => errorIn(problem, field);
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const body = readForm(new FormData(event.currentTarget));
    const kept = provider
      ? await act(`/api/providers/${provider.id}`, { ...body, serviceId: provider.serviceId }, KeptContract)
      : await act("/api/providers", { ...body, commissionerId: props.commissionerId }, KeptContract);
    if (kept) props.onEnd(true);
  };
  const text = (
    name: keyof ProviderShown,
    label: string,
    value: string,
    more: { type?: "date" | "email" | "tel"; hint?: string } = {},
  ): ReactElement => <TextField name={name} label={label} value={value} error={errorOf(name)} {...more} />;
  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary errors={errorsIn(problem, "name")} />
      <div className="fields">
        {text("name", words.name, provider?.name ?? "")}
        {text("mail", words.mail, provider?.mail ?? "", { type: "email", hint: words.mailHint })}
        {text("phone", words.phone, provider?.phone ?? "", { type: "tel" })}
        {text("zone", words.zone, provider?.zone.join(", ") ?? "", { hint: words.zoneHint })}
        {text("approvedFrom", words.approvedFrom, provider?.approvedFrom ?? "", { type: "date" })}
        {text("approvedUntil", words.approvedUntil, provider?.approvedUntil ?? "", { type: "date" })}
        {text("pausedFrom", words.pausedFrom, provider?.pausedFrom ?? "", { type: "date" })}
        {text("pausedUntil", words.pausedUntil, provider?.pausedUntil ?? "", { type: "date" })}
        <Select
          name="capacity"
          label={words.capacity}
          value={provider?.capacity ?? "open"}
          choices={[
            { value: "open", label: words.open },
            { value: "waitlist", label: words.waitlist },
          ]}
        />
        {text("capacityUntil", words.capacityUntil, provider?.capacityUntil ?? "", { type: "date" })}
      </div>
      <Needs chosen={provider?.needs ?? []} error={errorOf("needs")} />
      <SaveOrCancel
        save={words.save}
        cancel={words.cancel}
        onCancel={() => {
          props.onEnd(false);
        }}
      />
    </form>
  );
};

/** The needs of the taxonomy, by theme. */
const Needs = ({ chosen, error }: { readonly chosen: readonly string[]; readonly error: string | undefined }): ReactElement => {
  const { providers: words } = useSaid();
  return (
    <fieldset className={error === undefined ? "field" : "field wrong"} id="needs">
      <legend className="label">{words.needs}</legend>
      {error !== undefined && <p className="field-error">{error}</p>}
      {themes.map((theme) => (
        <details key={theme.id} open={theme.needs.some((need) => chosen.includes(need.id))}>
          <summary>{theme.label}</summary>
          {theme.needs.map((need) => (
            <label key={need.id} className="tick">
              <input type="checkbox" name="needs" value={need.id} defaultChecked={chosen.includes(need.id)} /> {need.label}
            </label>
          ))}
        </details>
      ))}
    </fieldset>
  );
};

const readForm = (form: FormData) => {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  const dayOrNone = (name: string): string | null => (text(name) === "" ? null : text(name));
  return {
    name: text("name"),
    mail: text("mail"),
    phone: text("phone"),
    needs: form.getAll("needs"),
    zone: parts(text("zone")),
    approvedFrom: text("approvedFrom"),
    approvedUntil: text("approvedUntil"),
    pausedFrom: dayOrNone("pausedFrom"),
    pausedUntil: dayOrNone("pausedUntil"),
    capacity: text("capacity"),
    capacityUntil: dayOrNone("capacityUntil"),
  };
};
