import { useState, type ReactElement, type SyntheticEvent } from "react";
import { z } from "zod";
import {
  errorIn,
  errorsIn,
  ErrorSummary,
  french,
  Icon,
  Refused,
  SaveOrCancel,
  TextField,
  useDeed,
  useLanguage,
  useResource,
  Waiting,
} from "#ground/screens";
import { Choose } from "../desk/Choose.screen.tsx";
import { questionSaid } from "../register/question-said.ts";
import { registerWords } from "../register/register.words.ts";
import { registers } from "../register/register.ts";
import { issuerRoles } from "./card-model.ts";
import { CardModelsContract, type CardModelShown } from "./entitlement.contract.ts";
import { entitlementWords } from "./entitlement.words.ts";

/** Modèles de cartes et de droits of a service: what it gives, for how long, on which condition, and who issues. For supervisors. */
export const CardModels = (props: { readonly commissionerId: string }): ReactElement => {
  const { models: words } = entitlementWords[useLanguage()];
  const shown = useResource(`/api/card-models?commissionerId=${props.commissionerId}`, CardModelsContract, { live: ["card-model."] });
  const [editing, edit] = useState<string>();
  const [isSaved, setSaved] = useState(false);
  const end = (saved: boolean): void => {
    edit(undefined);
    setSaved(saved);
    if (saved) shown.reload();
  };
  return (
    <section className="panel stack" aria-label={words.title}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <button
          type="button"
          className="button compact"
          aria-expanded={editing === "new"}
          onClick={() => {
            setSaved(false);
            edit("new");
          }}
        >
          <Icon name="plus" /> {words.add}
        </button>
      </div>
      <p className="muted small">{french(words.intro)}</p>
      <p role="status" className="status-line when-said">
        {isSaved ? words.saved : ""}
      </p>
      {editing === "new" ? <ModelForm commissionerId={props.commissionerId} onEnd={end} /> : null}
      <Waiting for={shown}>
        {({ models }) =>
          models.length === 0 ? (
            <p className="empty">{french(words.empty)}</p>
          ) : (
            <ul className="stack">
              {models.map((model) => (
                <li key={model.id} className="panel">
                  {editing === model.id ? (
                    <ModelForm commissionerId={props.commissionerId} model={model} onEnd={end} />
                  ) : (
                    <Line
                      model={model}
                      onEdit={() => {
                        setSaved(false);
                        edit(model.id);
                      }}
                      reload={shown.reload}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Waiting>
    </section>
  );
};

const Line = (props: { readonly model: CardModelShown; readonly onEdit: () => void; readonly reload: () => void }): ReactElement => {
  const language = useLanguage();
  const { models: words } = entitlementWords[language];
  const { model } = props;
  const { done, sentence } = useDeed(props.reload);
  const condition =
    model.register === null ? words.noCondition : questionSaid({ register: model.register, atMost: model.atMost }, language);
  return (
    <div className="stack">
      <div className="row between wrap">
        <strong>{model.name}</strong>
        <span className={model.isRetired ? "state no" : "state ok"}>
          <Icon name={model.isRetired ? "dash" : "done"} /> {model.isRetired ? words.retired : words.given}
        </span>
      </div>
      <p className="small">{french([words.monthsOf(model.months), condition, model.isCard ? words.card : words.right].join(" · "))}</p>
      <p className="tiny">
        {french(
          [
            `« ${model.printedName} »`,
            model.issuers.map((role) => words.roles[role]).join(", "),
            model.isDemonstration ? words.demonstration : undefined,
          ]
            .filter(Boolean)
            .join(" · "),
        )}
      </p>
      <div className="actions">
        {model.isRetired ? null : (
          <button type="button" className="button compact" aria-label={`${words.edit} ${model.name}`} onClick={props.onEdit}>
            <Icon name="pencil" /> {words.edit}
          </button>
        )}
        <button
          type="button"
          className="button quiet compact"
          aria-label={`${model.isRetired ? words.again : words.retire} ${model.name}`}
          onClick={() => void done(`/api/card-models/${model.id}/retire`, { isRetired: !model.isRetired })}
        >
          {model.isRetired ? words.again : words.retire}
        </button>
      </div>
      <Refused sentence={sentence} />
    </div>
  );
};

const KeptContract = z.object({ id: z.string() });
const numberIn = (typed: string): number => Number(typed.replaceAll(/[^\d]/g, "")) || 0;

/** Everything that decides: the server says what is wrong, nothing is checked twice. */
const ModelForm = (props: {
  readonly commissionerId: string;
  readonly model?: CardModelShown;
  readonly onEnd: (isSaved: boolean) => void;
}): ReactElement => {
  const language = useLanguage();
  const all = entitlementWords[language];
  const words = all.models;
  const { model } = props;
  const { act, problem } = useDeed();
  const [register, choose] = useState<string>(model?.register ?? "");
  const errorOf = (field: string): string | undefined => errorIn(problem, field);
  const save = async (event: SyntheticEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string => {
      const value = form.get(name);
      return typeof value === "string" ? value.trim() : "";
    };
    const body = {
      name: text("name"),
      printedName: text("printedName"),
      months: numberIn(text("months")),
      register: register === "" ? null : register,
      atMost: register === "quotient_familial" ? numberIn(text("atMost")) : null,
      issuers: form.getAll("issuers"),
    };
    const kept = model
      ? await act(`/api/card-models/${model.id}`, body, KeptContract)
      : await act("/api/card-models", { ...body, commissionerId: props.commissionerId, isCard: text("what") !== "right" }, KeptContract);
    if (kept) props.onEnd(true);
  };
  return (
    <form className="form" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary errors={errorsIn(problem, "name")} />
      {model === undefined ? null : <p className="hint">{french(words.running)}</p>}
      <div className="fields">
        <TextField name="name" label={words.name} value={model?.name} maxLength={80} error={errorOf("name")} />
        <TextField
          name="printedName"
          label={words.printedName}
          hint={words.printedNameHint}
          value={model?.printedName}
          maxLength={40}
          error={errorOf("printedName")}
        />
        <TextField
          name="months"
          label={words.months}
          inputMode="numeric"
          width="short"
          value={String(model?.months ?? 3)}
          error={errorOf("months")}
        />
      </div>
      <Choose
        id="model-register"
        label={words.condition}
        value={register}
        choices={[
          { value: "", label: words.noCondition },
          ...registers.map((value) => ({ value, label: registerWords[language].registers[value] })),
        ]}
        onChoose={choose}
      />
      {register === "quotient_familial" ? (
        <TextField
          name="atMost"
          label={words.atMost}
          inputMode="numeric"
          width="short"
          value={model?.atMost == null ? undefined : String(model.atMost)}
          error={errorOf("atMost")}
        />
      ) : null}
      {model === undefined ? <What /> : null}
      <fieldset className={errorOf("issuers") === undefined ? "field" : "field wrong"} id="issuers">
        <legend className="label">{words.issuers}</legend>
        {errorOf("issuers") === undefined ? null : <p className="field-error">{errorOf("issuers")}</p>}
        {issuerRoles.map((role) => (
          <label key={role} className="tick">
            <input type="checkbox" name="issuers" value={role} defaultChecked={model?.issuers.includes(role) ?? true} /> {words.roles[role]}
          </label>
        ))}
      </fieldset>
      <SaveOrCancel
        save={words.save}
        cancel={all.cancel}
        onCancel={() => {
          props.onEnd(false);
        }}
      />
    </form>
  );
};

/** A card has a number; a right has none. Chosen once: what was issued stays what it is. */
const What = (): ReactElement => {
  const { models: words } = entitlementWords[useLanguage()];
  return (
    <fieldset className="field">
      <legend className="label">{words.what}</legend>
      {(["card", "right"] as const).map((value) => (
        <label key={value} className="tick">
          <input type="radio" name="what" value={value} defaultChecked={value === "card"} /> {words[value]}
        </label>
      ))}
    </fieldset>
  );
};
