import { useState, type ReactElement, type SyntheticEvent } from "react";
import { dayOf } from "#engines/calendar";
import { rightIds } from "#engines/rules";
import {
  ErrorSummary,
  french,
  Icon,
  Link,
  navigate,
  send,
  useLanguage,
  useNow,
  useResource,
  Waiting,
  type FieldError,
} from "#ground/screens";
import { themes } from "#situation";
import { activities, amountPeriods, tenures } from "./benefit.contract.ts";
import { answerFor } from "./benefit.ts";
import { CatalogueBenefitContract, WrittenContract, type CatalogueBenefitShown } from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";
import { conditionsInWords, conditionWords } from "./condition.words.ts";
import { localBenefitsWords } from "./local-benefits.words.ts";
import { TerritoryPick, type PickedTerritory } from "./TerritoryPick.screen.tsx";
import {
  conditionsSoFar,
  nothingTyped,
  readTyped,
  typedConditions,
  typedFrom,
  type TypedBenefit,
  type TypedCondition,
} from "./typed-benefit.ts";
import { TypedArea, TypedCheck, TypedChecks, TypedLine, TypedSelect } from "./TypedField.screen.tsx";
import { typicalHouseholds, type TypicalHousehold } from "./typical-households.ts";

/** Écrire une aide, or take up one that exists. */
export function BenefitForm({ id }: { readonly id: string | undefined }): ReactElement {
  return id === undefined ? <Writing benefit={undefined} /> : <Existing id={id} />;
}

function Existing({ id }: { readonly id: string }): ReactElement {
  const benefit = useResource(`/api/benefit-catalogue/${id}`, CatalogueBenefitContract);
  return <Waiting for={benefit}>{(found) => <Writing benefit={found} />}</Waiting>;
}

function Writing({ benefit }: { readonly benefit: CatalogueBenefitShown | undefined }): ReactElement {
  const words = catalogueWords[useLanguage()];
  const today = dayOf(useNow(3600));
  const last = benefit?.versions[0];
  const [typed, type] = useState<TypedBenefit>(() => (last ? typedFrom(last.content, today) : nothingTyped(today)));
  const [place, setPlace] = useState<PickedTerritory | undefined>(last?.territory);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [sentence, say] = useState("");
  const set = (change: Partial<TypedBenefit>): void => {
    type((before) => ({ ...before, ...change }));
  };
  const save = async (isToSend: boolean): Promise<void> => {
    const read = readTyped(typed);
    if (read.kind === "wrong") {
      setErrors(read.errors);
      say("");
      return;
    }
    const written = await (benefit && last
      ? send(`/api/benefit-catalogue/${benefit.id}/write`, { content: read.content, seen: last.writtenAt }, WrittenContract)
      : send("/api/benefit-catalogue", read.content, WrittenContract));
    if (written.kind !== "done") {
      setErrors(
        written.kind === "refused"
          ? written.fields.map(({ field, sentence: message }) => ({ field: field.replace(/^.*\./, ""), message }))
          : [],
      );
      say(written.kind === "refused" ? written.sentence : words.offline);
      return;
    }
    if (isToSend) {
      const sent = await send(`/api/benefit-catalogue/${written.value.id}/send`, {});
      // What was written is kept; the page of the benefit says where it stands.
      if (sent.kind === "offline") say(words.offline);
    }
    navigate(`/bureau/aides/${written.value.id}`);
  };
  const error = (field: string): { readonly error?: string } => {
    const found = errors.find((each) => each.field === field)?.message;
    return found === undefined ? {} : { error: found };
  };
  const line = (
    field: "name" | "body" | "phone" | "mail" | "hours" | "sourceUrl" | "amount",
    label: string,
    more: { hint?: string; maxLength?: number; width?: "short" | "medium" } = {},
  ) => (
    <TypedLine
      name={field}
      label={label}
      value={typed[field]}
      onType={(value) => {
        set({ [field]: value });
      }}
      {...more}
      {...error(field)}
    />
  );
  const { form, fields } = words;
  return (
    <>
      <div className="page-head">
        <h1>{benefit && last ? form.editTitle(last.content.name) : form.newTitle}</h1>
        <Link className="button" to={benefit ? `/bureau/aides/${benefit.id}` : "/bureau/aides"}>
          <Icon name="arrow-left" /> {words.back}
        </Link>
      </div>
      <ErrorSummary key={errors.map(({ message }) => message).join()} errors={errors} />
      {sentence !== "" && errors.length === 0 && (
        <p className="notice careful" role="alert">
          {sentence}
        </p>
      )}
      <div className="with-aside">
        <form
          className="stack"
          noValidate
          onSubmit={(event: SyntheticEvent) => {
            event.preventDefault();
            void save(false);
          }}
        >
          <section className="panel stack" aria-labelledby="part-what">
            <h2 id="part-what">{form.what}</h2>
            {line("name", fields.name, { maxLength: 120 })}
            <TypedSelect
              name="theme"
              label={fields.theme}
              value={typed.theme}
              onType={(theme) => {
                set({ theme });
              }}
              options={[{ value: "", label: "" }, ...themes.map(({ id, label }) => ({ value: id, label }))]}
              {...error("theme")}
            />
            <TypedArea
              name="gives"
              label={fields.gives}
              hint={form.givesHint}
              rows={4}
              value={typed.gives}
              onType={(gives) => {
                set({ gives });
              }}
              {...error("gives")}
            />
            <div className="fields">
              {line("amount", `${fields.amount} (€)`, { hint: form.amountHint, width: "short" })}
              <TypedSelect
                name="period"
                label={form.period}
                value={typed.period}
                onType={(period) => {
                  set({ period });
                }}
                options={amountPeriods.map((value) => ({ value, label: form.periods[value] }))}
              />
            </div>
            <TypedCheck
              name="isAtMost"
              label={form.isAtMost}
              isOn={typed.isAtMost}
              onSwitch={(isAtMost) => {
                set({ isAtMost });
              }}
            />
          </section>
          <section className="panel stack" aria-labelledby="part-where">
            <h2 id="part-where">{form.where}</h2>
            <TerritoryPick
              name="territory"
              label={fields.territory}
              hint={words.placeHint}
              picked={place}
              onPick={(picked) => {
                setPlace(picked);
                set({ territory: picked && { kind: picked.kind, code: picked.code } });
              }}
              {...error("territory")}
            />
          </section>
          <section className="panel stack" aria-labelledby="part-who">
            <h2 id="part-who">{form.who}</h2>
            <p className="hint">{french(form.whoHint)}</p>
            {typedConditions.map((name) => (
              <ConditionField
                key={name}
                name={name}
                typed={typed}
                set={set}
                error={errors.find(({ field }) => field === `condition-${name}`)?.message}
              />
            ))}
            <TypedArea
              name="otherConditions"
              label={fields.otherConditions}
              hint={form.otherHint}
              rows={2}
              value={typed.otherConditions}
              onType={(otherConditions) => {
                set({ otherConditions });
              }}
              {...error("otherConditions")}
            />
          </section>
          <section className="panel stack" aria-labelledby="part-ask">
            <h2 id="part-ask">{form.ask}</h2>
            {line("body", fields.body, { maxLength: 160 })}
            <div className="fields">
              {line("phone", fields.phone, { maxLength: 30 })}
              {line("mail", fields.mail, { maxLength: 120 })}
            </div>
            <TypedArea
              name="address"
              label={fields.address}
              rows={2}
              value={typed.address}
              onType={(address) => {
                set({ address });
              }}
              {...error("address")}
            />
            {line("hours", fields.hours, { maxLength: 300 })}
            <TypedArea
              name="bring"
              label={fields.bring}
              hint={form.bringHint}
              value={typed.bring}
              onType={(bring) => {
                set({ bring });
              }}
              {...error("bring")}
            />
          </section>
          <section className="panel stack" aria-labelledby="part-checked">
            <h2 id="part-checked">{form.checked}</h2>
            {line("sourceUrl", fields.source, { hint: form.sourceHint, maxLength: 500 })}
            <div className="fields">
              <TypedLine
                name="verifiedOn"
                label={fields.verifiedOn}
                type="date"
                value={typed.verifiedOn}
                onType={(verifiedOn) => {
                  set({ verifiedOn });
                }}
                {...error("verifiedOn")}
              />
              <TypedLine
                name="startsOn"
                label={fields.startsOn}
                hint={form.startsHint}
                type="date"
                value={typed.startsOn}
                onType={(startsOn) => {
                  set({ startsOn });
                }}
                {...error("startsOn")}
              />
              <TypedLine
                name="endsOn"
                label={fields.endsOn}
                hint={form.endsHint}
                type="date"
                value={typed.endsOn}
                onType={(endsOn) => {
                  set({ endsOn });
                }}
                {...error("endsOn")}
              />
            </div>
          </section>
          <p className="actions">
            <button type="button" className="button primary" onClick={() => void save(true)}>
              {form.saveAndSend}
            </button>
            <button type="submit" className="button">
              {form.save}
            </button>
          </p>
        </form>
        <Preview typed={typed} />
      </div>
    </>
  );
}

interface ConditionProps {
  readonly name: TypedCondition;
  readonly typed: TypedBenefit;
  readonly set: (change: Partial<TypedBenefit>) => void;
  readonly error: string | undefined;
}

/** One condition: chosen or not, and what it asks once it is. */
function ConditionField({ name, typed, set, error }: ConditionProps): ReactElement {
  const { form } = catalogueWords[useLanguage()];
  const isOn = typed.chosen.includes(name);
  return (
    <div className={error === undefined ? "field" : "field wrong"}>
      {error !== undefined && <p className="field-error">{french(error)}</p>}
      <TypedCheck
        name={`condition-${name}`}
        label={form.conditions[name]}
        isOn={isOn}
        onSwitch={(chosen) => {
          set({ chosen: chosen ? [...typed.chosen, name] : typed.chosen.filter((each) => each !== name) });
        }}
      />
      {isOn && <ConditionDetail name={name} typed={typed} set={set} />}
    </div>
  );
}

function ConditionDetail({ name, typed, set }: Omit<ConditionProps, "error">): ReactElement | null {
  const { form } = catalogueWords[useLanguage()];
  const short = (
    field:
      | "ageFrom"
      | "ageTo"
      | "childAgeFrom"
      | "childAgeTo"
      | "personPercent"
      | "childPercent"
      | "children"
      | "perUnit"
      | "quotient"
      | "months",
    label: string,
  ) => (
    <TypedLine
      name={field}
      label={label}
      width="short"
      value={typed[field]}
      onType={(value) => {
        set({ [field]: value });
      }}
      maxLength={9}
    />
  );
  switch (name) {
    case "age":
      return (
        <div className="row wrap top">
          {short("ageFrom", form.from)}
          {short("ageTo", form.to)}
        </div>
      );
    case "child-age":
      return (
        <div className="row wrap top">
          {short("childAgeFrom", form.from)}
          {short("childAgeTo", form.to)}
        </div>
      );
    case "children":
      return short("children", form.count);
    case "disability:person":
      return short("personPercent", form.percent);
    case "disability:child":
      return short("childPercent", form.percent);
    case "resources:consumption-unit":
      return short("perUnit", form.euros);
    case "resources:quotient":
      return short("quotient", form.euros);
    case "residence":
      return short("months", form.months);
    case "activity":
      return (
        <TypedChecks
          name="activity"
          label={form.anyOf}
          values={typed.activities}
          onType={(values) => {
            set({ activities: values });
          }}
          options={activities.map((value) => ({ value, label: form.activities[value] }))}
        />
      );
    case "housing":
      return (
        <TypedChecks
          name="tenure"
          label={form.anyOf}
          values={typed.tenures}
          onType={(values) => {
            set({ tenures: values });
          }}
          options={tenures.map((value) => ({ value, label: form.tenures[value] }))}
        />
      );
    case "receives":
      return (
        <TypedChecks
          name="receives"
          label={form.anyOf}
          values={typed.receives}
          onType={(receives) => {
            set({ receives });
          }}
          options={rightIds.map((value) => ({ value, label: conditionWords.fr.rights[value] }))}
        />
      );
    case "minor-child":
    case "alone-with-children":
      return null;
  }
}

/** Who may have it, in the words that people will read, and what six households would be told. */
function Preview({ typed }: { readonly typed: TypedBenefit }): ReactElement {
  const { form } = catalogueWords[useLanguage()];
  const conditions = conditionsSoFar(typed);
  const benefit = { conditions: [...conditions], territory: typed.territory ?? ({ kind: "commune", code: "" } as const) };
  return (
    <aside className="stack">
      <section className="panel stack" aria-labelledby="preview-who">
        <h2 id="preview-who">{form.seen}</h2>
        <p lang="fr" aria-live="polite">
          <strong>{french(localBenefitsWords.fr.who)} : </strong>
          {french(conditions.length === 0 ? form.everyone : conditionsInWords(conditions))}
        </p>
      </section>
      <section className="panel" aria-labelledby="preview-try">
        <h2 id="preview-try">{form.tryIt}</h2>
        <ul className="rows">
          {(Object.keys(typicalHouseholds) as TypicalHousehold[]).map((name) => {
            const answer = answerFor(benefit, typicalHouseholds[name]);
            return (
              <li key={name} className="wrap">
                <span>{french(form.households[name])}</span>
                <span className={`state ${looks[answer.kind][0]}`}>
                  <Icon name={looks[answer.kind][1]} /> {form.answers[answer.kind]}
                </span>
              </li>
            );
          })}
        </ul>
      </section>
    </aside>
  );
}

const looks = { "may-have": ["ok", "done"], not: ["no", "dash"], "to-check": ["ask", "half"] } as const;
