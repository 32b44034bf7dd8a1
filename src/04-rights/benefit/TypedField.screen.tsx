import type { ReactElement, ReactNode } from "react";
import { french } from "#ground/screens";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly children?: ReactNode;
}

/** A label, its help, what to put right, and what is typed in. */
const Field = ({ name, label, hint, error, children }: FieldProps): ReactElement => (
  <div className={error === undefined ? "field" : "field wrong"}>
    <label className="label" htmlFor={name}>
      {french(label)}
    </label>
    {hint !== undefined && (
      <p className="hint" id={`${name}-hint`}>
        {french(hint)}
      </p>
    )}
    {error !== undefined && (
      <p className="field-error" id={`${name}-error`}>
        {french(error)}
      </p>
    )}
    {children}
  </div>
);

const described = ({ name, hint, error }: FieldProps) => {
  const ids = [hint === undefined ? "" : `${name}-hint`, error === undefined ? "" : `${name}-error`].filter((id) => id !== "").join(" ");
  return { ...(ids === "" ? {} : { "aria-describedby": ids }), ...(error === undefined ? {} : { "aria-invalid": true }) };
};

interface TypedProps extends FieldProps {
  readonly value: string;
  readonly onType: (value: string) => void;
}

export const TypedLine = ({
  width = "",
  type = "text",
  maxLength,
  value,
  onType,
  ...field
}: TypedProps & {
  readonly width?: "short" | "medium" | "";
  readonly type?: "text" | "date" | "search";
  readonly maxLength?: number;
}): ReactElement => (
  <Field {...field}>
    <input
      className={`input ${width}`}
      id={field.name}
      type={type}
      value={value}
      maxLength={maxLength}
      onChange={(event) => {
        onType(event.target.value);
      }}
      {...described(field)}
    />
  </Field>
);

export const TypedArea = ({ rows = 3, value, onType, ...field }: TypedProps & { readonly rows?: number }): ReactElement => (
  <Field {...field}>
    <textarea
      className="input"
      id={field.name}
      rows={rows}
      value={value}
      onChange={(event) => {
        onType(event.target.value);
      }}
      {...described(field)}
    />
  </Field>
);

interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

export const TypedSelect = ({
  value,
  onType,
  options,
  ...field
}: TypedProps & { readonly options: readonly Option<string>[] }): ReactElement => (
  <Field {...field}>
    <select
      className="input"
      id={field.name}
      value={value}
      onChange={(event) => {
        onType(event.target.value);
      }}
      {...described(field)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {french(option.label)}
        </option>
      ))}
    </select>
  </Field>
);

export const TypedCheck = (props: {
  readonly name: string;
  readonly label: string;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}): ReactElement => (
  <div className="choice">
    <input
      id={props.name}
      type="checkbox"
      checked={props.isOn}
      onChange={(event) => {
        props.onSwitch(event.target.checked);
      }}
    />
    <label htmlFor={props.name}>{french(props.label)}</label>
  </div>
);

/** Several choices that may go together. */
export const TypedChecks = <Value extends string>(props: {
  readonly name: string;
  readonly label: string;
  readonly values: readonly Value[];
  readonly options: readonly Option<Value>[];
  readonly onType: (values: Value[]) => void;
}): ReactElement => (
  <fieldset className="field in-lines">
    <legend className="label">{french(props.label)}</legend>
    <div className="choices">
      {props.options.map(({ value, label }) => (
        <TypedCheck
          key={value}
          name={`${props.name}-${value}`}
          label={label}
          isOn={props.values.includes(value)}
          onSwitch={(isOn) => {
            props.onType(isOn ? [...props.values, value] : props.values.filter((each) => each !== value));
          }}
        />
      ))}
    </div>
  </fieldset>
);
