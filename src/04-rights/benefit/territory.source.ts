import { createRequire } from "node:module";
import { plainName, type Commune, type Gazetteer } from "#engines/places";
import { levelsOf, type Territory } from "./territory.ts";

const load = createRequire(import.meta.url);

interface Listed {
  readonly code: string;
  readonly nom: string;
}
interface ListedEpci extends Listed {
  readonly membres: readonly { readonly code: string }[];
}
interface ListedDepartement extends Listed {
  readonly region: string;
}

const list = (name: string): unknown => load(`@etalab/decoupage-administratif/data/${name}.json`);

/** What we ask of the list of communes. */
export type Places = Pick<Gazetteer, "byCode" | "search">;

/** Territoire nommé: its name, and what tells it from its namesakes. */
export interface NamedTerritory extends Territory {
  readonly name: string;
  /** « Isère (38), 38500 » for a commune; the département of an EPCI. */
  readonly detail: string;
}

/** Territoires de France : communes, EPCI, départements and regions by code or by name. */
export interface Territories {
  /** The territory of today: a former commune gives the one it was merged into. Undefined when the official code does not know it. */
  find(territory: Territory): NamedTerritory | undefined;
  /** By name, whatever the level, the likeliest first; communes by postal code too. */
  search(typed: string): readonly NamedTerritory[];
  readonly departements: readonly (NamedTerritory & { readonly region: string })[];
  readonly regions: readonly NamedTerritory[];
  /** Those a commune is made of, with their names, from the nearest. */
  levels(commune: Commune): readonly NamedTerritory[];
}

let loaded: { readonly places: Places; readonly territories: Territories } | undefined;

/** Read once a process from the packages of open data. @param places the list of communes, given by whoever starts the server */
export const territoriesOf = (places: Places): Territories => {
  if (loaded?.places !== places) loaded = { places, territories: read(places) };
  return loaded.territories;
};

const mostFound = 12;

const read = (places: Places): Territories => {
  const regionNames = new Map((list("regions") as readonly Listed[]).map(({ code, nom }) => [code, nom]));
  const regions = [...regionNames].map(([code, name]): NamedTerritory => ({ kind: "region", code, name, detail: "" }));
  const departements = (list("departements") as readonly ListedDepartement[]).map(({ code, nom, region }) => ({
    kind: "departement" as const,
    code,
    name: `${nom} (${code})`,
    detail: regionNames.get(region) ?? "",
    region,
  }));
  const epci = (list("epci") as readonly ListedEpci[]).map(({ code, nom, membres }): NamedTerritory => {
    const departement = places.byCode(membres[0]?.code ?? "")?.departement;
    return { kind: "epci", code, name: nom, detail: departement ? `${departement.name} (${departement.code})` : "" };
  });
  const listed = [...departements, ...regions, ...epci];
  const byKey = new Map(listed.map((each) => [`${each.kind}:${each.code}`, each]));
  const plain = listed.map((each) => ({ each, name: ` ${plainName(each.name)} ` }));
  const find: Territories["find"] = ({ kind, code }) => {
    if (kind !== "commune") return byKey.get(`${kind}:${code}`);
    const commune = places.byCode(code);
    return commune && named(commune);
  };
  return {
    find,
    search: (typed) => {
      const asked = plainName(typed);
      if (asked === "") return [];
      const wider =
        asked.length < 2 ? [] : plain.filter(({ each, name }) => name.includes(` ${asked}`) || each.code === asked.toUpperCase());
      return [
        ...wider
          .toSorted((a, b) => a.name.length - b.name.length)
          .slice(0, mostFound / 2)
          .map(({ each }) => each),
        ...places.search(typed, { limit: mostFound / 2 }).map(named),
      ];
    },
    departements,
    regions,
    levels: (commune) => levelsOf(commune).map((level) => find(level) ?? { ...level, name: level.code, detail: "" }),
  };
};

const named = (commune: Commune): NamedTerritory => ({
  kind: "commune",
  code: commune.code,
  name: commune.name,
  detail: `${commune.departement.name} (${commune.departement.code})${commune.postalCodes[0] === undefined ? "" : `, ${commune.postalCodes[0]}`}`,
});
