import { useEffect, useState, type ReactElement } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { Domain, french, Icon, Link, navigate, useLanguage, usePlace, useResource, Waiting } from "#ground/screens";
import { isThemeId, themeLabel, themes } from "#situation";
import { benefitStates, type BenefitState } from "./benefit.ts";
import { CatalogueContract, type CatalogueShown } from "./catalogue.contract.ts";
import { catalogueWords, type CatalogueWords } from "./catalogue.words.ts";
import { TerritoryPick, useSettled, type PickedTerritory } from "./TerritoryPick.screen.tsx";
import { TypedLine, TypedSelect } from "./TypedField.screen.tsx";

const base = "/bureau/aides";
const pageLines = 50;

/** Le catalogue : filters that stay in the address, states with how many wait in each, and the list. */
export function Benefits(): ReactElement {
  const words = catalogueWords[useLanguage()];
  const asked = new URLSearchParams(usePlace().split("?")[1] ?? "");
  const query = new URLSearchParams(
    [...asked].filter(([name]) => ["territoire", "commune", "theme", "etat", "mots", "depuis"].includes(name)),
  );
  const catalogue = useResource(`/api/benefit-catalogue?${query.toString()}`, CatalogueContract, { live: ["benefit.changed"] });
  const [place, setPlace] = useState<PickedTerritory>();
  const change = (changes: Readonly<Record<string, string>>): void => {
    const next = new URLSearchParams(query);
    next.delete("depuis");
    for (const [name, value] of Object.entries(changes)) {
      if (value === "") next.delete(name);
      else next.set(name, value);
    }
    navigate(`${base}?${next.toString()}`, { replace: true });
  };
  return (
    <>
      <section className="panel stack" aria-label={words.words}>
        <Filters
          query={query}
          place={place}
          onPlace={(picked) => {
            setPlace(picked);
            change({
              commune: picked?.kind === "commune" ? picked.code : "",
              territoire: picked && picked.kind !== "commune" ? `${picked.kind}:${picked.code}` : "",
            });
          }}
          onChange={change}
        />
      </section>
      <Waiting for={catalogue}>
        {(found) => (
          <section className="panel" aria-labelledby="catalogue-found">
            <div className="panel-head">
              <h2 id="catalogue-found" aria-live="polite">
                {words.found(found.total)}
              </h2>
              <States
                counts={found.counts}
                chosen={query.get("etat") ?? ""}
                onChoose={(etat) => {
                  change({ etat });
                }}
              />
            </div>
            {found.total === 0 ? (
              <p className="empty">{query.size === 0 ? words.emptyCatalogue : words.empty}</p>
            ) : (
              <ul className="briefs">
                {found.benefits.map((benefit) => (
                  <Line key={benefit.id} benefit={benefit} />
                ))}
              </ul>
            )}
            <Pages
              total={found.total}
              from={Number(query.get("depuis") ?? 0)}
              onGo={(depuis) => {
                change({ depuis: depuis === 0 ? "" : String(depuis) });
              }}
            />
          </section>
        )}
      </Waiting>
    </>
  );
}

interface FiltersProps {
  readonly query: URLSearchParams;
  readonly place: PickedTerritory | undefined;
  readonly onPlace: (picked: PickedTerritory | undefined) => void;
  readonly onChange: (changes: Readonly<Record<string, string>>) => void;
}

function Filters({ query, place, onPlace, onChange }: FiltersProps): ReactElement {
  const words = catalogueWords[useLanguage()];
  const [typed, type] = useState(query.get("mots") ?? "");
  const settled = useSettled(typed.trim());
  useEffect(() => {
    if (settled !== (query.get("mots") ?? "")) onChange({ mots: settled });
    // Only what is typed leads: the address follows it.
  }, [settled]);
  return (
    <search className="fields">
      <TerritoryPick name="place" label={words.place} hint={words.placeHint} picked={place} onPick={onPlace} />
      <TypedSelect
        name="theme"
        label={words.theme}
        value={query.get("theme") ?? ""}
        onType={(theme) => {
          onChange({ theme });
        }}
        options={[{ value: "", label: words.anyTheme }, ...themes.map(({ id, label }) => ({ value: id, label }))]}
      />
      <TypedLine name="words" label={words.words} type="search" value={typed} onType={type} maxLength={100} />
    </search>
  );
}

const States = (props: {
  readonly counts: CatalogueShown["counts"];
  readonly chosen: string;
  readonly onChoose: (state: string) => void;
}): ReactElement => {
  const words = catalogueWords[useLanguage()];
  return (
    <ToggleButtonGroup
      aria-label={words.state}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.chosen === "" ? "all" : props.chosen]}
      onSelectionChange={([state]) => {
        props.onChoose(state === "all" || state === undefined ? "" : String(state));
      }}
    >
      <ToggleButton id="all">{words.anyState}</ToggleButton>
      {benefitStates.map((state) => (
        <ToggleButton key={state} id={state}>
          {words.states[state]} {props.counts[state]}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
};

const Line = ({ benefit }: { readonly benefit: CatalogueShown["benefits"][number] }): ReactElement => {
  const language = useLanguage();
  const words = catalogueWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "UTC" });
  return (
    <li className="brief">
      <div className="brief-head">
        <span className="row">
          {isThemeId(benefit.theme) && <Domain id={benefit.theme} />}
          <Link to={`${base}/${benefit.id}`}>{benefit.name}</Link>
        </span>
        <StateMark state={benefit.state} words={words} />
      </div>
      <div className="brief-said">
        <span>
          {french(
            [
              `${benefit.territory.name}${benefit.territory.detail === "" ? "" : `, ${benefit.territory.detail}`}`,
              themeLabel(benefit.theme),
              words.verifiedOn(day.format(new Date(`${benefit.verifiedOn}T00:00:00Z`))),
              ...(benefit.isKeptByMe ? [words.mine] : []),
              ...(benefit.isDemonstration ? [words.demonstration] : []),
            ].join(" · "),
          )}
        </span>
        {benefit.pending !== null && (
          <span className="state ask">
            <Icon name="pencil" /> {words.pending[benefit.pending]}
          </span>
        )}
      </div>
    </li>
  );
};

const marks = {
  draft: ["no", "pencil"],
  "to-review": ["ask", "eye"],
  published: ["ok", "done"],
  "to-verify": ["ask", "clock"],
  over: ["no", "dash"],
  withdrawn: ["no", "cross"],
} as const;

/** Glyph and word, then colour. */
export const StateMark = ({ state, words }: { readonly state: BenefitState; readonly words: CatalogueWords }): ReactElement => {
  const [look, icon] = marks[state];
  return (
    <span className={`state ${look}`}>
      <Icon name={icon} /> {words.states[state]}
    </span>
  );
};

const Pages = ({
  total,
  from,
  onGo,
}: {
  readonly total: number;
  readonly from: number;
  readonly onGo: (from: number) => void;
}): ReactElement | null => {
  const words = catalogueWords[useLanguage()];
  if (total <= pageLines) return null;
  return (
    <p className="actions">
      {from > 0 && (
        <button
          type="button"
          className="button"
          onClick={() => {
            onGo(Math.max(0, from - pageLines));
          }}
        >
          {words.before}
        </button>
      )}
      {from + pageLines < total && (
        <button
          type="button"
          className="button"
          onClick={() => {
            onGo(from + pageLines);
          }}
        >
          {words.more}
        </button>
      )}
    </p>
  );
};
