import { makeGazetteer, type Commune } from "#engines/places";

const commune = (code: string, name: string, postalCode: string, departement: readonly [string, string], population: number): Commune => ({
  code,
  name,
  departement: { code: departement[0], name: departement[1] },
  region: "75",
  postalCodes: [postalCode],
  population,
  point: { latitude: 46, longitude: 2 },
  pointFrom: "town",
  otherCodes: [],
});

/** A few communes, like names among them. */
export const communesOfTest = makeGazetteer([
  commune("23096", "Guéret", "23000", ["23", "Creuse"], 13_000),
  commune("92051", "Neuilly-sur-Seine", "92200", ["92", "Hauts-de-Seine"], 60_000),
  commune("93049", "Neuilly-Plaisance", "93360", ["93", "Seine-Saint-Denis"], 21_000),
]);

/** Every commune of France, for tests that need a whole département. */
export { gazetteer as everyCommune } from "../../src/05-directory/record/gazetteer.source.ts";
