import type { ReactElement, ReactNode } from "react";
import { french } from "./typography.ts";

/** Something to put right: the id of the field, and a whole sentence that says how. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/**
 * Résumé des erreurs : placed before the form, one link per field. It takes the focus by itself, in the browser as without JavaScript.
 * Without error it shows nothing. The title of the page begins with « Erreur : » (`PublicPage`, prop `hasErrors`).
 */
export const ErrorSummary = ({ errors }: { readonly errors: readonly FieldError[] }): ReactElement | null =>
  errors.length === 0 ? null : (
    <section className="error-summary" id="erreurs" role="alert" aria-labelledby="erreurs-titre" tabIndex={-1} autoFocus ref={takeFocus}>
      <h2 id="erreurs-titre">Il y a un problème</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li key={field + message}>
            <a href={`#${field}`}>{french(message)}</a>
          </li>
        ))}
      </ul>
    </section>
  );

const takeFocus = (element: HTMLElement | null): void => {
  element?.focus();
};

/** What every field says: its name, help before it is filled, and what to put right after. */
interface FieldProps {
  /** Name sent with the form; also the id, so that the error summary links to it. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

interface TypedProps extends FieldProps {
  readonly value?: string | undefined;
  readonly autoComplete?: string;
  readonly maxLength?: number;
}

interface TextFieldProps extends TypedProps {
  readonly type?: "text" | "tel" | "email" | "search" | "password" | "date" | "time";
  readonly inputMode?: "numeric" | "tel" | "email" | "text";
  /** A field as wide as what it awaits: a year is not an address. */
  readonly width?: "short" | "medium" | "full";
}

/** Champ de texte, with its label above, its hint, and its error in words. */
export const TextField = ({ name, label, hint, error, value, type = "text", width = "full", ...rest }: TextFieldProps): ReactElement => (
  <Field name={name} label={label} hint={hint} error={error}>
    <input
      className={`input ${width}`}
      id={name}
      name={name}
      type={type}
      defaultValue={value}
      {...described(name, hint, error)}
      {...rest}
    />
  </Field>
);

/** Zone de texte, for a few sentences. */
export const TextArea = ({ name, label, hint, error, value, rows = 4, ...rest }: TypedProps & { readonly rows?: number }): ReactElement => (
  <Field name={name} label={label} hint={hint} error={error}>
    <textarea className="input" id={name} name={name} rows={rows} defaultValue={value} {...described(name, hint, error)} {...rest} />
  </Field>
);

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceProps extends FieldProps {
  readonly choices: readonly Choice[];
}

/** Liste déroulante : only when the choices are many and known; otherwise large radios are easier. */
export const Select = ({
  name,
  label,
  hint,
  error,
  choices,
  value,
}: ChoiceProps & { readonly value?: string | undefined }): ReactElement => (
  <Field name={name} label={label} hint={hint} error={error}>
    <select className="input" id={name} name={name} defaultValue={value} {...described(name, hint, error)}>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {french(choice.label)}
        </option>
      ))}
    </select>
  </Field>
);

interface GroupProps extends ChoiceProps {
  /** The legend is the title of the page: one question per page. */
  readonly isPageTitle?: boolean;
}

/** Choix unique : large targets, nothing chosen beforehand unless the person already said it. */
export const RadioGroup = ({ value, ...group }: GroupProps & { readonly value?: string | undefined }): ReactElement => (
  <ChoiceGroup type="radio" chosen={value === undefined ? [] : [value]} {...group} />
);

/** Choix multiple : the same large targets; several answers may go together. */
export const CheckboxGroup = ({ values = [], ...group }: GroupProps & { readonly values?: readonly string[] }): ReactElement => (
  <ChoiceGroup type="checkbox" chosen={values} {...group} />
);

interface ChoiceGroupProps extends GroupProps {
  readonly type: "radio" | "checkbox";
  readonly chosen: readonly string[];
}

const ChoiceGroup = ({ name, label, hint, error, choices, type, chosen, isPageTitle = false }: ChoiceGroupProps): ReactElement => (
  <fieldset className={error ? "field wrong" : "field"} {...described(name, hint, error, "group")}>
    <legend className="label">{isPageTitle ? <h1>{french(label)}</h1> : french(label)}</legend>
    <Hint name={name} hint={hint} />
    <Mistake name={name} error={error} />
    <div className="choices">
      {choices.map((choice, position) => {
        // The first choice bears the name of the group: a link of the error summary lands on it.
        const id = position === 0 ? name : `${name}-${position + 1}`;
        return (
          <div className="choice" key={choice.value}>
            <input
              id={id}
              name={name}
              type={type}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              aria-describedby={choice.hint ? `${id}-aide` : undefined}
            />
            <label htmlFor={id}>{french(choice.label)}</label>
            <Hint name={id} hint={choice.hint} />
          </div>
        );
      })}
    </div>
  </fieldset>
);

const Field = ({ name, label, hint, error, children }: FieldProps & { readonly children: ReactNode }): ReactElement => (
  <div className={error ? "field wrong" : "field"}>
    <label className="label" htmlFor={name}>
      {french(label)}
    </label>
    <Hint name={name} hint={hint} />
    <Mistake name={name} error={error} />
    {children}
  </div>
);

const Hint = ({ name, hint }: { readonly name: string; readonly hint: string | undefined }): ReactElement | null =>
  hint ? (
    <p className="hint" id={`${name}-aide`}>
      {french(hint)}
    </p>
  ) : null;

const Mistake = ({ name, error }: { readonly name: string; readonly error: string | undefined }): ReactElement | null =>
  error ? (
    <p className="field-error" id={`${name}-erreur`}>
      <span className="visually-hidden">{french("Erreur : ")}</span>
      {french(error)}
    </p>
  ) : null;

/** Ties a field to its hint and its error. A group of radios may not carry `aria-invalid`: its error is described only. */
const described = (name: string, hint: string | undefined, error: string | undefined, kind: "field" | "group" = "field") => {
  const ids = [hint && `${name}-aide`, error && `${name}-erreur`].filter(Boolean).join(" ");
  return { ...(ids && { "aria-describedby": ids }), ...(error && kind === "field" && { "aria-invalid": true }) };
};

/** Valeur gardée d'une page à l'autre, so that nothing is asked twice (WCAG 3.3.7). */
export const Hidden = ({ name, value }: { readonly name: string; readonly value: string }): ReactElement => (
  <input type="hidden" name={name} value={value} />
);

type ButtonKind = "primary" | "secondary" | "danger" | "quiet";

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
  /** Tells several buttons of one form apart. */
  readonly name?: string;
  readonly value?: string;
  /** Sends the form elsewhere than its own address. */
  readonly formAction?: string;
}

/** Bouton d'envoi : never disabled; what is missing is said after it is pressed. */
export const Button = ({ children, kind = "primary", ...rest }: ButtonProps): ReactElement => (
  <button type="submit" className={`button ${kind}`} {...rest}>
    {children}
  </button>
);

interface ButtonLinkProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly kind?: ButtonKind;
}

/** Lien qui a l'air d'un bouton, for the next page or a telephone number (`tel:`). */
export const ButtonLink = ({ href, children, kind = "primary" }: ButtonLinkProps): ReactElement => (
  <a className={`button ${kind}`} href={href}>
    {children}
  </a>
);

interface FormProps {
  readonly action?: string;
  readonly method?: "get" | "post";
  readonly children: ReactNode;
}

/** Formulaire sans JavaScript : the server says what is missing, in our words rather than the browser's. */
export const Form = ({ method = "post", children, ...rest }: FormProps): ReactElement => (
  <form method={method} noValidate className="form" {...rest}>
    {children}
  </form>
);
