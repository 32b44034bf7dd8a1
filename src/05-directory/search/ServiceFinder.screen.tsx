import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { ask, deskWords, french, Icon, useLanguage, useResource, useShortcuts, Waiting } from "#ground/screens";
import { themes } from "#situation";
import { GapButton } from "../gap/GapButton.screen.tsx";
import { FoundServices, nearestOf } from "./NearbyServices.screen.tsx";
import { searchWords } from "../record/search.words.ts";
import { PlacesContract, type PlaceShown } from "../record/place.contract.ts";
import { SearchContract, type FoundShown } from "./search.contract.ts";

interface ServiceFinderProps {
  readonly commissionerId: string;
  readonly need?: string;
  readonly place?: { readonly code: string; readonly name: string };
  readonly actions?: (found: FoundShown) => ReactNode;
  /** Beside a call, services of the whole country are only noise: nothing is shown before a place is known. */
  readonly needsPlace?: boolean;
}

interface Asked {
  readonly need: string;
  readonly words: string;
  readonly place: { readonly code: string; readonly name: string } | undefined;
  readonly radius: string;
  readonly isFree: boolean;
  readonly isRemote: boolean;
}

const pathOf = ({ need, words, place, radius, isFree, isRemote }: Asked): string => {
  if (need === "" && words.trim() === "") return "";
  const query = new URLSearchParams({ rayon: radius, nombre: "20" });
  if (need !== "") query.set("besoin", need);
  if (words.trim() !== "") query.set("mots", words.trim());
  if (place) query.set("commune", place.code);
  if (isFree) query.set("frais", "gratuit");
  if (isRemote) query.set("mode", "a-distance");
  return `/api/services?${query.toString()}`;
};

/** Recherche de services du bureau : « / » goes to the search, arrows walk through the results, 1 to 9 open one. */
export const ServiceFinder = ({ commissionerId, need = "", place, actions, needsPlace = false }: ServiceFinderProps): ReactElement => {
  const language = useLanguage();
  const words = searchWords[language].finder;
  const [asked, setAsked] = useState<Asked>({ need, words: "", place, radius: "15", isFree: false, isRemote: false });
  const [choices, setChoices] = useState<readonly PlaceShown[]>([]);
  const [problem, setProblem] = useState("");
  const isComplete = pathOf(asked) !== "" && (asked.place !== undefined || !needsPlace);
  const found = useResource(isComplete ? pathOf(asked) : "", SearchContract);
  const box = useRef<HTMLElement>(null);
  useOpening(box);

  const search = async (form: HTMLFormElement): Promise<void> => {
    const typed = readForm(form);
    const next = { ...asked, ...typed.asked };
    setChoices([]);
    setProblem("");
    if (typed.where === (asked.place?.name ?? "")) {
      setAsked(next);
      return;
    }
    if (typed.where === "") {
      setAsked({ ...next, place: undefined });
      return;
    }
    const answer = await ask(`/api/places?q=${encodeURIComponent(typed.where)}`, PlacesContract);
    if (answer.kind !== "done") setProblem(answer.kind === "refused" ? answer.sentence : deskWords[language].offline);
    else if (answer.value.exact) setAsked({ ...next, place: answer.value.exact });
    else if (answer.value.places.length === 0) setProblem(words.unknownPlace);
    else {
      setAsked({ ...next, place: undefined });
      setChoices(answer.value.places);
    }
  };

  return (
    <section className="panel" ref={box} aria-label={words.title} onKeyDown={walk}>
      <div className="panel-head">
        <h2>{words.title}</h2>
        <span className="tiny shortcut-hint">{words.keys}</span>
      </div>
      <SearchFields key={asked.place?.code ?? "nowhere"} asked={asked} onSearch={search} />
      {problem !== "" && (
        <p className="field-error" role="alert">
          {french(problem)}
        </p>
      )}
      <ChoosePlace
        choices={choices}
        onChoose={(chosen) => {
          setChoices([]);
          setAsked({ ...asked, place: chosen });
        }}
      />
      {isComplete && choices.length === 0 && (
        <Waiting for={found}>
          {(answer) => (
            <>
              <FoundServices answer={answer} {...(actions ? { actions } : {})} />
              <GapButton
                commissionerId={commissionerId}
                need={asked.need === "" ? undefined : asked.need}
                communeCode={asked.place?.code}
                radiusMeters={Number(asked.radius) * 1000}
                {...nearestOf(answer)}
              />
            </>
          )}
        </Waiting>
      )}
    </section>
  );
};

const readForm = (form: HTMLFormElement) => {
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
      isFree: data.has("free"),
      isRemote: data.has("remote"),
    },
  };
};

const SearchFields = ({
  asked,
  onSearch,
}: {
  readonly asked: Asked;
  readonly onSearch: (form: HTMLFormElement) => Promise<void>;
}): ReactElement => {
  const words = searchWords[useLanguage()].finder;
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void onSearch(event.currentTarget);
        }}
      >
        <div className="search-bar">
          <Field id="finder-need" label={words.what}>
            <select className="input" id="finder-need" name="need" defaultValue={asked.need}>
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
        <div className="filters">
          <label className="filter">
            {words.radius}
            <select className="input short" name="radius" defaultValue={asked.radius}>
              {[5, 15, 30, 60].map((kilometers) => (
                <option key={kilometers} value={kilometers}>
                  {kilometers} km
                </option>
              ))}
            </select>
          </label>
          <label className="filter">
            <input name="free" type="checkbox" defaultChecked={asked.isFree} /> {words.free}
          </label>
          <label className="filter">
            <input name="remote" type="checkbox" defaultChecked={asked.isRemote} /> {words.remote}
          </label>
        </div>
      </form>
    </search>
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

const ChoosePlace = ({
  choices,
  onChoose,
}: {
  readonly choices: readonly PlaceShown[];
  readonly onChoose: (place: PlaceShown) => void;
}): ReactElement | null => {
  const words = searchWords[useLanguage()].finder;
  if (choices.length === 0) return null;
  return (
    <fieldset>
      <legend>{words.choosePlace}</legend>
      <ul className="services">
        {choices.map((place) => (
          <li key={place.code}>
            <button
              type="button"
              className="button compact"
              data-walk
              onClick={() => {
                onChoose(place);
              }}
            >
              {place.name} {place.postalCodes[0]} ({place.departement.name})
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

/** « / » and the figures 1 to 9. */
const useOpening = (box: { readonly current: HTMLElement | null }): void => {
  const open = (rank: number) => (): void => {
    box.current?.querySelector<HTMLElement>(`[data-rank="${rank}"]`)?.click();
  };
  const figures = Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8, 9].map((rank) => [String(rank), open(rank)]));
  useShortcuts({
    ...figures,
    "/": () => {
      box.current?.querySelector<HTMLElement>("[data-finder]")?.focus();
    },
  });
};

/** Arrows go from one result to the next, without leaving the list; in a field they keep their own meaning. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const target = event.target as HTMLElement;
  if (/^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName) && !(event.key === "ArrowDown" && target.tagName === "INPUT")) return;
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-rank], [data-walk]")];
  const next = stops[stops.indexOf(target) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
