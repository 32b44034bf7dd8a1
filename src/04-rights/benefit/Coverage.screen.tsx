import { useState, type ReactElement } from "react";
import { dayOf } from "#engines/calendar";
import { Domain, french, Icon, useDeed, useLanguage, useNow, useResource, Waiting } from "#ground/screens";
import { isThemeId, themeLabel, themes } from "#situation";
import {
  CoverageTableContract,
  TerritoryCoverageContract,
  type CoverageTableShown,
  type TerritoryCoverageShown,
} from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";
import { territoryKey } from "./territory.ts";
import { TerritoryPick, type PickedTerritory } from "./TerritoryPick.screen.tsx";
import { TypedCheck, TypedSelect } from "./TypedField.screen.tsx";

/** Couverture : where somebody looked, by département and theme, and what may be said of one territory. */
export function Coverage(): ReactElement {
  const words = catalogueWords[useLanguage()];
  const [region, setRegion] = useState<string>();
  const [picked, pick] = useState<PickedTerritory>();
  const table = useResource(`/api/benefit-coverage${region === undefined ? "" : `?region=${region}`}`, CoverageTableContract, {
    live: ["benefit.changed"],
  });
  return (
    <>
      <section className="panel stack" aria-labelledby="one-title">
        <h2 id="one-title">{words.coverage.one}</h2>
        <TerritoryPick name="one-territory" label={words.place} hint={words.coverage.oneHint} picked={picked} onPick={pick} />
        {picked && <OneTerritory key={territoryKey(picked)} territory={picked} onSaid={table.reload} />}
      </section>
      <section className="panel stack" aria-labelledby="table-title">
        <div className="panel-head">
          <h2 id="table-title">{words.coverage.table}</h2>
          <Legend />
        </div>
        <ThemeKey />
        <p className="muted">{french(words.coverage.lead)}</p>
        <Waiting for={table}>
          {(found) => (
            <>
              <TypedSelect
                name="region"
                label={words.coverage.region}
                value={found.region}
                onType={setRegion}
                options={[
                  { value: "", label: words.coverage.anyRegion },
                  ...found.regions.map(({ code, name }) => ({ value: code, label: name })),
                ]}
              />
              <CoverageTable
                found={found}
                onPick={(territory) => {
                  pick(territory);
                  document.getElementById("one-title")?.scrollIntoView({ block: "start" });
                }}
              />
            </>
          )}
        </Waiting>
      </section>
    </>
  );
}

const marks = { catalogued: ["ok", "list"], "not-offered": ["no", "dash"], "not-looked": ["ask", "todo"] } as const;
type CellState = CoverageTableShown["rows"][number]["cells"][number]["state"];

const Legend = (): ReactElement => {
  const { states } = catalogueWords[useLanguage()].coverage;
  return (
    <p className="row wrap">
      {(Object.keys(marks) as CellState[]).map((state) => (
        <span key={state} className={`state ${marks[state][0]}`}>
          <Icon name={marks[state][1]} /> {states[state]}
        </span>
      ))}
    </p>
  );
};

/** Which picture stands for which theme: pictures alone say nothing. */
const ThemeKey = (): ReactElement => (
  <ul className="row wrap small">
    {themes.map(({ id, label }) => (
      <li key={id} className="row">
        <Domain id={id} /> {french(label)}
      </li>
    ))}
  </ul>
);

const CoverageTable = ({
  found,
  onPick,
}: {
  readonly found: CoverageTableShown;
  readonly onPick: (territory: PickedTerritory) => void;
}): ReactElement => {
  const { coverage } = catalogueWords[useLanguage()];
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={coverage.departement}>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{coverage.departement}</th>
            {themes.map(({ id, label }) => (
              <th scope="col" key={id}>
                <Domain id={id} label={label} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.rows.map(({ territory, cells }) => (
            <tr key={territory.code}>
              <th scope="row">
                <button
                  type="button"
                  className="button quiet compact"
                  onClick={() => {
                    onPick(territory);
                  }}
                >
                  {territory.name}
                </button>
              </th>
              {cells.map((cell) => (
                <td key={cell.theme}>
                  <span className={`state ${marks[cell.state][0]}`}>
                    <Icon
                      name={marks[cell.state][1]}
                      label={coverage.cell(territory.name, themeLabel(cell.theme), coverage.states[cell.state])}
                    />
                    {cell.count > 0 ? cell.count : ""}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

function OneTerritory({ territory, onSaid }: { readonly territory: PickedTerritory; readonly onSaid: () => void }): ReactElement {
  const words = catalogueWords[useLanguage()];
  const today = dayOf(useNow(3600));
  const [withInside, setWithInside] = useState(false);
  const [said, say] = useState("");
  const shown = useResource(`/api/benefit-coverage/territory?territoire=${territoryKey(territory)}`, TerritoryCoverageContract);
  const doing = useDeed(() => {
    shown.reload();
    onSaid();
  });
  const state = (theme: string, what: "complete" | "nothing" | "taken-back"): void => {
    say("");
    void doing
      .done("/api/benefit-coverage", {
        territory: { kind: territory.kind, code: territory.code },
        theme,
        said: what,
        withInside: withInside && territory.kind !== "commune",
        lookedOn: today,
      })
      .then((isDone) => {
        if (isDone && what !== "taken-back") say(words.coverage.done);
      });
  };
  return (
    <div className="stack">
      {territory.kind !== "commune" && (
        <TypedCheck name="with-inside" label={words.coverage.withInside} isOn={withInside} onSwitch={setWithInside} />
      )}
      <p className={doing.sentence === "" ? "status-line" : "field-error"} role={doing.sentence === "" ? "status" : "alert"}>
        {french(doing.sentence === "" ? said : doing.sentence)}
      </p>
      <Waiting for={shown}>{(found) => <Themes found={found} onState={state} />}</Waiting>
    </div>
  );
}

const Themes = ({
  found,
  onState,
}: {
  readonly found: TerritoryCoverageShown;
  readonly onState: (theme: string, said: "complete" | "nothing" | "taken-back") => void;
}): ReactElement => {
  const language = useLanguage();
  const { coverage } = catalogueWords[language];
  const day = new Intl.DateTimeFormat(language === "fr" ? "fr-FR" : "en-GB", { dateStyle: "medium", timeZone: "UTC" });
  return (
    <ul className="briefs">
      {found.themes.map(({ theme, count, statement, told }) => (
        <li key={theme} className="brief">
          <div className="brief-head">
            <span className="row">
              {isThemeId(theme) && <Domain id={theme} />}
              <strong>{french(themeLabel(theme))}</strong>
            </span>
            <span className="tiny">{coverage.count(count)}</span>
          </div>
          <div className="brief-said">
            <span>
              {statement
                ? french(
                    [
                      coverage.said[statement.said](day.format(new Date(`${statement.lookedOn}T00:00:00Z`)), statement.byName),
                      ...(statement.withInside ? [coverage.inside] : []),
                      ...(statement.isBelieved ? [] : [coverage.tooOld]),
                    ].join(" · "),
                  )
                : coverage.states["not-looked"]}
              {told && (
                <>
                  <br />
                  {french(coverage.told[told.kind])}
                </>
              )}
            </span>
            <span className="actions">
              <button
                type="button"
                className="button compact"
                onClick={() => {
                  onState(theme, count > 0 ? "complete" : "nothing");
                }}
              >
                {coverage.say[count > 0 ? "complete" : "nothing"]} <span className="visually-hidden">{themeLabel(theme)}</span>
              </button>
              {statement && (
                <button
                  type="button"
                  className="button quiet compact"
                  onClick={() => {
                    onState(theme, "taken-back");
                  }}
                >
                  {coverage.takeBack} <span className="visually-hidden">{themeLabel(theme)}</span>
                </button>
              )}
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
};
