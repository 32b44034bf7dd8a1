import { useState, type ReactElement, type SyntheticEvent } from "react";
import { errorIn, french, type Problem, Refused, refusedAsAWhole, SaveOrCancel, TextField, useLanguage } from "#ground/screens";
import { Choose } from "../desk/Choose.screen.tsx";
import { birthCountries } from "./birth-country.ts";
import { isCountry, neededBy } from "./civil-identity.ts";
import type { RegistersShown } from "./register.contract.ts";
import { registerWords } from "./register.words.ts";
import type { Register } from "./register.ts";

export interface Place {
  readonly code: string;
  readonly name: string;
}
export type FindPlaces = (typed: string) => Promise<readonly Place[]>;

interface Props {
  readonly register: Register;
  readonly known: RegistersShown["identity"];
  readonly findPlaces: FindPlaces;
  readonly problem: Problem | undefined;
  readonly isAsking: boolean;
  readonly onSend: (identity: object) => void;
  readonly onCancel: () => void;
}

/** Identité donnée au registre : what her file knows is there already; the rest is asked once. */
export const IdentityForm = (props: Props): ReactElement => {
  const words = registerWords[useLanguage()];
  const [place, choose] = useState({ code: props.known.birthPlace, name: props.known.birthPlaceName });
  const isSeeker = neededBy(props.register).includes("jobSeekerNumber");
  const send = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string): string | undefined => {
      const value = form.get(name);
      return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
    };
    const identity = isSeeker
      ? { jobSeekerNumber: text("jobSeekerNumber") }
      : {
          birthName: text("birthName"),
          firstNames: text("firstNames"),
          birthDate: text("birthDate"),
          sex: text("sex"),
          birthPlace: place.code === "" ? undefined : place.code,
        };
    props.onSend(Object.fromEntries(Object.entries(identity).filter(([, value]) => value !== undefined)));
  };
  const errorOf = (field: string): string | undefined => errorIn(props.problem, field);
  return (
    <form className="stack" noValidate autoComplete="off" onSubmit={send} aria-label={words.identity.title}>
      <h3>{words.identity.title}</h3>
      <p className="hint">{french(words.identity.why)}</p>
      {isSeeker ? (
        <TextField
          name="jobSeekerNumber"
          label={words.identity.jobSeekerNumber}
          hint={words.identity.jobSeekerNumberHint}
          value={props.known.jobSeekerNumber}
          error={errorOf("jobSeekerNumber")}
          width="medium"
        />
      ) : (
        <Civil known={props.known} errorOf={errorOf} place={place} choose={choose} findPlaces={props.findPlaces} />
      )}
      <Refused sentence={refusedAsAWhole(props.problem)} />
      <SaveOrCancel save={words.send} cancel={words.cancel} onCancel={props.onCancel} />
      <p className="status-line when-said" role="status">
        {props.isAsking ? french(words.waiting) : ""}
      </p>
    </form>
  );
};

interface CivilProps {
  readonly known: RegistersShown["identity"];
  readonly errorOf: (field: string) => string | undefined;
  readonly place: Place;
  readonly choose: (place: Place) => void;
  readonly findPlaces: FindPlaces;
}

const Civil = ({ known, errorOf, place, choose, findPlaces }: CivilProps): ReactElement => {
  const { identity: words } = registerWords[useLanguage()];
  return (
    <>
      <TextField name="birthName" label={words.birthName} value={known.birthName} error={errorOf("birthName")} maxLength={80} />
      <TextField
        name="firstNames"
        label={words.firstNames}
        hint={words.firstNamesHint}
        value={known.firstNames}
        error={errorOf("firstNames")}
        maxLength={80}
      />
      <TextField name="birthDate" label={words.birthDate} type="date" width="medium" value={known.birthDate} error={errorOf("birthDate")} />
      <fieldset className={errorOf("sex") === undefined ? "field" : "field wrong"}>
        <legend className="label">{words.sex}</legend>
        {errorOf("sex") === undefined ? null : <p className="field-error">{errorOf("sex")}</p>}
        <div className="row">
          {(["F", "M"] as const).map((sex) => (
            <label key={sex} className="tick">
              <input type="radio" name="sex" value={sex} defaultChecked={known.sex === sex} /> {words.sexes[sex]}
            </label>
          ))}
        </div>
      </fieldset>
      <BirthPlace place={place} choose={choose} findPlaces={findPlaces} error={errorOf("birthPlace")} />
    </>
  );
};

const BirthPlace = ({
  place,
  choose,
  findPlaces,
  error,
}: Pick<CivilProps, "place" | "choose" | "findPlaces"> & { readonly error: string | undefined }): ReactElement => {
  const { identity: words } = registerWords[useLanguage()];
  const [isAbroad, setAbroad] = useState(isCountry(place.code));
  return (
    <fieldset className={error === undefined ? "field" : "field wrong"}>
      <legend className="label">{words.where}</legend>
      {error === undefined ? null : <p className="field-error">{error}</p>}
      <div className="segments" role="group" aria-label={words.where}>
        {([false, true] as const).map((abroad) => (
          <button
            key={String(abroad)}
            type="button"
            aria-pressed={isAbroad === abroad}
            onClick={() => {
              setAbroad(abroad);
              choose({ code: "", name: "" });
            }}
          >
            {abroad ? words.abroad : words.inFrance}
          </button>
        ))}
      </div>
      {isAbroad ? (
        <Choose
          id="birthCountry"
          label={words.country}
          value={place.code}
          choices={[{ value: "", label: words.chooseCountry }, ...birthCountries.map(({ code, name }) => ({ value: code, label: name }))]}
          onChoose={(code) => {
            choose({ code, name: code });
          }}
        />
      ) : (
        <BirthCommune place={place} choose={choose} findPlaces={findPlaces} />
      )}
    </fieldset>
  );
};

const BirthCommune = ({ place, choose, findPlaces }: Pick<CivilProps, "place" | "choose" | "findPlaces">): ReactElement => {
  const { identity: words } = registerWords[useLanguage()];
  const [typed, type] = useState("");
  const [choices, setChoices] = useState<readonly Place[]>();
  const search = async (): Promise<void> => {
    const asked = typed.trim();
    if (asked === "") return;
    // A code is taken as it is: districts of the three large towns are no communes, and registers want them.
    if (/^(\d{2}|2[ABab])\d{3}$/.test(asked)) {
      choose({ code: asked.toUpperCase(), name: asked.toUpperCase() });
      setChoices(undefined);
      return;
    }
    const found = await findPlaces(asked);
    const [only] = found;
    if (found.length === 1 && only) choose(only);
    setChoices(found.length === 1 ? undefined : found);
  };
  return (
    <div className="field">
      <label className="label" htmlFor="birth-commune">
        {words.commune}
      </label>
      <p className="hint" id="birth-commune-aide">
        {french(words.communeHint)}
      </p>
      <div className="combo-line">
        <input
          className="input"
          id="birth-commune"
          aria-describedby="birth-commune-aide"
          maxLength={120}
          value={typed}
          onChange={(event) => {
            type(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            void search();
          }}
        />
        <button type="button" className="button compact" onClick={() => void search()}>
          {words.find}
        </button>
      </div>
      <p className="status-line when-said" role="status">
        {choices?.length === 0 ? words.noCommune : place.code === "" ? "" : words.chosen(place.name === "" ? place.code : place.name)}
      </p>
      {choices === undefined || choices.length === 0 ? null : (
        <fieldset>
          <legend className="label">{words.whichCommune}</legend>
          <div className="actions">
            {choices.map((choice) => (
              <button
                type="button"
                key={choice.code}
                className="button compact"
                onClick={() => {
                  choose(choice);
                  setChoices(undefined);
                }}
              >
                {`${choice.name} (${choice.code.slice(0, 2)})`}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
};
