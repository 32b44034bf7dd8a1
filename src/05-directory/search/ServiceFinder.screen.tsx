import { useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { ask, deskWords, french, useLanguage, useResource, useShortcuts, Waiting } from "#ground/screens";
import { isFiltered, noFilter, pageSize, searchPath, type Asked } from "./finder-asked.ts";
import { FinderFields, readForm } from "./FinderFields.screen.tsx";
import { GapButton } from "../gap/GapButton.screen.tsx";
import { FinderPages } from "./FinderPages.screen.tsx";
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

/** Recherche de services du bureau : « / » goes to the search, arrows walk through the results, 1 to 9 open one. */
export const ServiceFinder = ({ commissionerId, need = "", place, actions, needsPlace = false }: ServiceFinderProps): ReactElement => {
  const language = useLanguage();
  const words = searchWords[language].finder;
  const [asked, setAsked] = useState<Asked>({ ...noFilter, need, words: "", place, radius: "15" });
  // The fields keep what is typed in them: they are made anew when the place, or the filters, change without them.
  const [resets, setResets] = useState(0);
  const [pages, setPages] = useState<readonly string[]>([]);
  const [choices, setChoices] = useState<readonly PlaceShown[]>([]);
  const [problem, setProblem] = useState("");
  const path = searchPath(asked, pages.at(-1));
  const isComplete = path !== "" && (asked.place !== undefined || !needsPlace);
  const found = useResource(isComplete ? path : "", SearchContract);
  const box = useRef<HTMLElement>(null);
  useOpening(box);

  const search = async (form: HTMLFormElement): Promise<void> => {
    const typed = readForm(form);
    const next = { ...asked, ...typed.asked };
    setChoices([]);
    setProblem("");
    setPages([]);
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
      <FinderFields key={`${asked.place?.code ?? "nowhere"} ${resets}`} asked={asked} onSearch={search} />
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
              <FoundServices answer={answer} firstRank={pages.length * pageSize + 1} {...(actions ? { actions } : {})} />
              <FinderPages
                next={answer.next}
                pages={pages}
                onPages={(next) => {
                  setPages(next);
                  box.current?.scrollIntoView();
                }}
              />
              {answer.total === 0 && isFiltered(asked) && (
                <button
                  type="button"
                  className="button compact"
                  onClick={() => {
                    setAsked({ ...asked, ...noFilter });
                    setResets(resets + 1);
                  }}
                >
                  {words.noFilter}
                </button>
              )}
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
