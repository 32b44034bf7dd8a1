import { useState, type ReactElement, type SyntheticEvent } from "react";
import { CheckboxGroup, ErrorSummary, Select, send, TextField, useLanguage, useResource, Waiting, type FieldError } from "#ground/screens";
import { accessNeeds, populations } from "./person.ts";
import { PersonContract, type PersonFile } from "./person.contract.ts";
import { personWords } from "./person.words.ts";

interface Props {
  readonly personId: string;
  readonly onSaved: () => void;
}

/** Corriger un dossier : what she says of herself, and what makes it safe to reach her. */
export function EditPerson({ personId, onSaved }: Props): ReactElement {
  const file = useResource(`/api/persons/${personId}?purpose=follow-up`, PersonContract);
  return <Waiting for={file}>{(person) => <Fields person={person} onSaved={onSaved} />}</Waiting>;
}

const textIn = (form: FormData, name: string): string | null => {
  const value = form.get(name);
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
};

const editIn = (form: FormData) => ({
  firstName: textIn(form, "firstName"),
  lastName: textIn(form, "lastName"),
  birthDate: textIn(form, "birthDate"),
  communeCode: textIn(form, "communeCode"),
  language: textIn(form, "language") ?? "fr",
  accessNeeds: form.getAll("accessNeeds"),
  isProtected: form.has("isProtected"),
});

const Fields = ({ person, onSaved }: { readonly person: PersonFile; readonly onSaved: () => void }): ReactElement => {
  const words = personWords[useLanguage()];
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const errorOf = (field: string): string | undefined => errors.find((error) => error.field === field)?.message;
  const save = async (form: FormData): Promise<void> => {
    const population = textIn(form, "population");
    // Sent only when it was changed: what the service's list says stays marked as coming from it.
    const changed = population === (person.population ?? null) ? {} : { population };
    const sent = await send(`/api/persons/${person.id}`, { ...editIn(form), ...changed });
    if (sent.kind === "done") onSaved();
    if (sent.kind === "refused")
      setErrors(
        sent.fields.length > 0
          ? sent.fields.map(({ field, sentence }) => ({ field, message: sentence }))
          : [{ field: "firstName", message: sent.sentence }],
      );
  };
  return (
    <form
      className="form panel in-lines"
      noValidate
      onSubmit={(event: SyntheticEvent<HTMLFormElement>) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <ErrorSummary errors={errors} />
      <div className="fields">
        <TextField
          name="firstName"
          label={words.firstName}
          value={person.firstName}
          width="medium"
          maxLength={80}
          error={errorOf("firstName")}
        />
        <TextField
          name="lastName"
          label={words.lastName}
          value={person.lastName}
          width="medium"
          maxLength={80}
          error={errorOf("lastName")}
        />
        <TextField
          name="birthDate"
          type="date"
          label={words.birthDate}
          value={person.birthDate}
          width="medium"
          error={errorOf("birthDate")}
        />
        <TextField
          name="communeCode"
          label={words.commune}
          hint={words.communeHint}
          value={person.communeCode}
          width="short"
          maxLength={5}
          error={errorOf("communeCode")}
        />
        <Select
          name="population"
          label={words.population}
          hint={person.populationFrom === "entitlement" ? words.populationFromList : undefined}
          value={person.population ?? ""}
          choices={[{ value: "", label: words.unknown }, ...populations.map((value) => ({ value, label: words.populations[value] }))]}
        />
        <Select
          name="language"
          label={words.language}
          value={person.language}
          choices={[...new Set([person.language, ...Object.keys(words.languages)])].map((value) => ({
            value,
            label: (words.languages as Readonly<Record<string, string>>)[value] ?? value,
          }))}
        />
      </div>
      <CheckboxGroup
        name="accessNeeds"
        label={words.accessNeeds}
        values={person.accessNeeds}
        choices={accessNeeds.map((value) => ({ value, label: words.needs[value] }))}
      />
      <CheckboxGroup
        name="isProtected"
        label={words.isProtected}
        values={person.isProtected ? ["yes"] : []}
        choices={[{ value: "yes", label: words.protectedBand, hint: words.isProtectedHint }]}
      />
      <button type="submit" className="button primary">
        {words.save}
      </button>
    </form>
  );
};
