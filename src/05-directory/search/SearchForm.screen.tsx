import type { ReactElement, ReactNode } from "react";
import { Button, Form, french, Icon, Select, TextField } from "#ground/screens";
import { themes } from "#situation";
import { publics } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { directoryWords } from "../record/directory.words.ts";
import { languageName } from "../record/search.words.ts";
import { offeredLanguages } from "./offered-languages.ts";

const words = directoryWords.fr;

/** What is in the form. */
export interface SearchTypedHere {
  readonly need: string;
  readonly words: string;
  readonly where: string;
  readonly radius: number;
  readonly isOpen: boolean;
  readonly isFree: boolean;
  readonly isWalkIn: boolean;
  readonly isRemote: boolean;
  readonly isInitiative: boolean;
  readonly public: string;
  readonly language: string;
  readonly age: string;
  readonly order: string;
  /** Shown inside the page of somebody else. */
  readonly isFramed: boolean;
}

/** Formulaire de l'annuaire : sent as an address, so that « Précédent » and a bookmark bring the same list back. */
export const SearchForm = ({ typed, prefix }: { readonly typed: SearchTypedHere; readonly prefix: string }): ReactElement => (
  <search>
    <Form method="get" action={`${prefix}/annuaire#resultats`}>
      {typed.isFramed && <input type="hidden" name="cadre" value="oui" />}
      <NeedField chosen={typed.need} />
      <TextField name="mots" label={words.words} hint={words.wordsHint} value={typed.words} type="search" maxLength={120} />
      <TextField name="ou" label={words.where} hint={words.whereHint} value={typed.where} autoComplete="postal-code" maxLength={120} />
      <Filters typed={typed} />
      <More typed={typed} />
      <Button>
        <Icon name="search" /> {words.search}
      </Button>
    </Form>
  </search>
);

const NeedField = ({ chosen }: { readonly chosen: string }): ReactElement => (
  <div className="field">
    <label className="label" htmlFor="besoin">
      {french(words.need)}
    </label>
    <select className="input" id="besoin" name="besoin" defaultValue={chosen}>
      <option value="">{words.anyNeed}</option>
      {themes.map((theme) => (
        <optgroup key={theme.id} label={french(theme.label)}>
          {theme.needs.map((need) => (
            <option key={need.id} value={need.id}>
              {french(need.label)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  </div>
);

const Filters = ({ typed }: { readonly typed: SearchTypedHere }): ReactElement => (
  <fieldset className="field">
    <legend className="label">{words.filters}</legend>
    <div className="choices narrow">
      <Filter name="ouvert" label={words.open} isOn={typed.isOpen} />
      <Filter name="gratuit" label={words.free} isOn={typed.isFree} />
      <Filter name="sansrdv" label={words.walkIn} isOn={typed.isWalkIn} />
      <Filter name="distance" label={words.remote} isOn={typed.isRemote} />
      <Filter name="activites" label={words.initiative} isOn={typed.isInitiative} />
    </div>
  </fieldset>
);

const Filter = ({ name, label, isOn }: { readonly name: string; readonly label: string; readonly isOn: boolean }): ReactElement => (
  <div className="choice">
    <input id={name} name={name} type="checkbox" value="oui" defaultChecked={isOn} />
    <label htmlFor={name}>{french(label)}</label>
  </div>
);

/** Asked for less often: folded away, and open when something in it was chosen. */
const More = ({ typed }: { readonly typed: SearchTypedHere }): ReactElement => (
  <Fold
    title={words.moreFilters}
    isOpen={typed.public !== "" || typed.language !== "" || typed.age !== "" || typed.order !== "" || typed.radius !== 15}
  >
    <Select
      name="rayon"
      label={words.radius}
      value={String(typed.radius)}
      choices={[5, 15, 30, 60].map((kilometers) => ({ value: String(kilometers), label: words.radiusOf(kilometers) }))}
    />
    <Select
      name="public"
      label={words.public}
      value={typed.public}
      choices={[
        { value: "", label: words.anyPublic },
        ...publics.filter((code) => code !== "tous-publics").map((code) => ({ value: code, label: codeWords.public(code) })),
      ]}
    />
    <TextField name="age" label={words.age} value={typed.age} inputMode="numeric" width="short" maxLength={3} />
    <Select
      name="langue"
      label={words.language}
      value={typed.language}
      choices={[
        { value: "", label: words.anyLanguage },
        ...offeredLanguages.map((code) => ({ value: code, label: languageName(code, "fr") })),
      ]}
    />
    <Select
      name="ordre"
      label={words.order}
      value={typed.order}
      choices={[
        { value: "", label: words.orders.best },
        { value: "distance", label: words.orders.distance },
      ]}
    />
  </Fold>
);

const Fold = ({
  title,
  isOpen,
  children,
}: {
  readonly title: string;
  readonly isOpen: boolean;
  readonly children: ReactNode;
}): ReactElement => (
  <details open={isOpen}>
    <summary>{french(title)}</summary>
    <div className="stack">{children}</div>
  </details>
);
