import type { ReactElement, ReactNode } from "react";
import { Icon, useLanguage } from "#ground/screens";
import { themes } from "#situation";
import { publics } from "../record/code-lists.ts";
import { codeWords } from "../record/code-lists.words.ts";
import { languageName, searchWords } from "../record/search.words.ts";
import type { Asked } from "./finder-asked.ts";
import { offeredLanguages } from "./offered-languages.ts";

export const readForm = (form: HTMLFormElement): { readonly where: string; readonly asked: Omit<Asked, "place"> } => {
  const data = new FormData(form);
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    where: text("where"),
    asked: {
      need: text("need"),
      words: text("words"),
      radius: text("radius") || "15",
      isOpen: data.has("open"),
      isFree: data.has("free"),
      isWalkIn: data.has("walk-in"),
      isRemote: data.has("remote"),
      isInitiative: data.has("initiative"),
      public: text("public"),
      language: text("language"),
      age: text("age"),
      order: text("order"),
    },
  };
};

interface FinderFieldsProps {
  readonly asked: Asked;
  readonly onSearch: (form: HTMLFormElement) => Promise<void>;
}

/** Champs de la recherche. A box that is ticked searches at once; words and place wait for « Chercher ». */
export const FinderFields = ({ asked, onSearch }: FinderFieldsProps): ReactElement => {
  const words = searchWords[useLanguage()].finder;
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void onSearch(event.currentTarget);
        }}
        onChange={(event) => {
          if (event.target instanceof HTMLInputElement && event.target.type === "checkbox") void onSearch(event.currentTarget);
        }}
      >
        <div className="search-bar">
          <Field id="finder-need" label={words.what}>
            <NeedSelect chosen={asked.need} />
          </Field>
          <Field id="finder-words" label={words.orWords}>
            <input
              className="input"
              id="finder-words"
              name="words"
              type="search"
              defaultValue={asked.words}
              maxLength={120}
              aria-keyshortcuts="/"
              data-finder
            />
          </Field>
          <Field id="finder-where" label={words.where}>
            <input
              className="input"
              id="finder-where"
              name="where"
              type="text"
              defaultValue={asked.place?.name ?? ""}
              maxLength={120}
              autoComplete="off"
            />
          </Field>
          <button type="submit" className="button primary">
            <Icon name="search" /> {words.search}
          </button>
        </div>
        <Filters asked={asked} />
        <MoreFilters asked={asked} />
      </form>
    </search>
  );
};

const NeedSelect = ({ chosen }: { readonly chosen: string }): ReactElement => (
  <select className="input" id="finder-need" name="need" defaultValue={chosen}>
    <option value="">–</option>
    {themes.map((theme) => (
      <optgroup key={theme.id} label={theme.label}>
        {theme.needs.map((need) => (
          <option key={need.id} value={need.id}>
            {need.label}
          </option>
        ))}
      </optgroup>
    ))}
  </select>
);

const Filters = ({ asked }: { readonly asked: Asked }): ReactElement => {
  const words = searchWords[useLanguage()].finder;
  const boxes: readonly (readonly [name: string, label: string, isOn: boolean])[] = [
    ["open", words.open, asked.isOpen],
    ["free", words.free, asked.isFree],
    ["walk-in", words.walkIn, asked.isWalkIn],
    ["remote", words.remote, asked.isRemote],
    ["initiative", words.initiative, asked.isInitiative],
  ];
  return (
    <div className="filters" role="group" aria-label={words.filters}>
      {boxes.map(([name, label, isOn]) => (
        <label className="filter" key={name}>
          <input name={name} type="checkbox" defaultChecked={isOn} /> {label}
        </label>
      ))}
      <label className="filter">
        {words.radius}
        <select className="input short" name="radius" defaultValue={asked.radius}>
          {[5, 15, 30, 60].map((kilometers) => (
            <option key={kilometers} value={kilometers}>
              {words.radiusOf(kilometers)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

/** Asked for less often: folded away, and open when something in it was chosen. */
const MoreFilters = ({ asked }: { readonly asked: Asked }): ReactElement => {
  const language = useLanguage();
  const words = searchWords[language].finder;
  const isUsed = asked.public !== "" || asked.language !== "" || asked.age !== "" || asked.order !== "";
  return (
    <details open={isUsed}>
      <summary>{words.moreFilters}</summary>
      <div className="search-bar">
        <Field id="finder-public" label={words.publics}>
          <select className="input" id="finder-public" name="public" defaultValue={asked.public}>
            <option value="">{words.anyPublic}</option>
            {publics
              .filter((code) => code !== "tous-publics")
              .map((code) => (
                <option key={code} value={code}>
                  {codeWords.public(code)}
                </option>
              ))}
          </select>
        </Field>
        <Field id="finder-age" label={words.age}>
          <input className="input short" id="finder-age" name="age" inputMode="numeric" maxLength={3} defaultValue={asked.age} />
        </Field>
        <Field id="finder-language" label={words.language}>
          <select className="input" id="finder-language" name="language" defaultValue={asked.language}>
            <option value="">{words.anyLanguage}</option>
            {offeredLanguages.map((code) => (
              <option key={code} value={code}>
                {languageName(code, language)}
              </option>
            ))}
          </select>
        </Field>
        <Field id="finder-order" label={words.order}>
          <select className="input" id="finder-order" name="order" defaultValue={asked.order}>
            <option value="">{words.orders.best}</option>
            <option value="distance">{words.orders.distance}</option>
          </select>
        </Field>
      </div>
    </details>
  );
};

const Field = ({ id, label, children }: { readonly id: string; readonly label: string; readonly children: ReactNode }): ReactElement => (
  <div className="field">
    <label className="label" htmlFor={id}>
      {label}
    </label>
    {children}
  </div>
);
