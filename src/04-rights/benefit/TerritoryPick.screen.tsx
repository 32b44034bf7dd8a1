import { useEffect, useState, type ReactElement } from "react";
import { french, Icon, useLanguage, useResource, Waiting } from "#ground/screens";
import type { z } from "zod";
import { TerritoriesContract } from "./catalogue.contract.ts";
import { catalogueWords } from "./catalogue.words.ts";
import type { TerritoryKind } from "./territory.ts";
import { TypedLine } from "./TypedField.screen.tsx";

export type PickedTerritory = z.infer<typeof TerritoriesContract>[number];

interface PickProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly picked: PickedTerritory | undefined;
  readonly onPick: (territory: PickedTerritory | undefined) => void;
  /** Only these levels, when not all. */
  readonly kinds?: readonly TerritoryKind[] | undefined;
}

/** Choisir un territoire : typed, then chosen among its namesakes, each with its level, its département and its postal code. */
export function TerritoryPick({ picked, onPick, kinds, ...field }: PickProps): ReactElement {
  const words = catalogueWords[useLanguage()];
  const [typed, type] = useState("");
  if (picked)
    return (
      <div className={field.error === undefined ? "field" : "field wrong"}>
        <p className="label" id={`${field.name}-label`}>
          {french(field.label)}
        </p>
        {field.error !== undefined && <p className="field-error">{french(field.error)}</p>}
        <p className="row wrap">
          <TerritoryName territory={picked} />
          <button
            type="button"
            className="button compact"
            id={field.name}
            onClick={() => {
              onPick(undefined);
            }}
          >
            {words.change} <span className="visually-hidden">{field.label}</span>
          </button>
        </p>
      </div>
    );
  return (
    <div className="stack">
      <TypedLine {...field} type="search" value={typed} onType={type} maxLength={80} />
      <Found typed={typed} kinds={kinds} onPick={onPick} />
    </div>
  );
}

function Found({ typed, kinds, onPick }: { readonly typed: string } & Pick<PickProps, "kinds" | "onPick">): ReactElement | null {
  const words = catalogueWords[useLanguage()];
  const asked = useSettled(typed.trim());
  const found = useResource(asked.length < 2 ? "" : `/api/territories?q=${encodeURIComponent(asked)}`, TerritoriesContract);
  if (asked.length < 2) return null;
  return (
    <Waiting for={found}>
      {(all) => {
        const fitting = all.filter(({ kind }) => kinds === undefined || kinds.includes(kind));
        return fitting.length === 0 ? (
          <p className="muted" role="status">
            {words.noPlace}
          </p>
        ) : (
          <ul className="results" aria-label={words.place}>
            {fitting.map((territory) => (
              <li key={`${territory.kind}:${territory.code}`}>
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => {
                    onPick(territory);
                  }}
                >
                  <TerritoryName territory={territory} />
                </button>
              </li>
            ))}
          </ul>
        );
      }}
    </Waiting>
  );
}

/** « Guéret, Creuse (23), 23000 · Commune »: never a name alone. */
export function TerritoryName({ territory }: { readonly territory: PickedTerritory }): ReactElement {
  const words = catalogueWords[useLanguage()];
  return (
    <span>
      <Icon name={territory.kind === "commune" ? "pin" : "map"} /> <strong>{territory.name}</strong>
      {territory.detail === "" ? "" : `, ${territory.detail}`} <span className="muted">· {words.kinds[territory.kind]}</span>
    </span>
  );
}

/** What is typed, once the hand rests. */
export const useSettled = (typed: string): string => {
  const [settled, settle] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(typed);
    }, 200);
    return () => {
      clearTimeout(timer);
    };
  }, [typed]);
  return settled;
};
