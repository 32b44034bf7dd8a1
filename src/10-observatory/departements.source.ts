import { createRequire } from "node:module";
import { z } from "zod";
import type { Departement } from "./departement.ts";

const load = createRequire(import.meta.url);
const list = (name: string): unknown => load(`@etalab/decoupage-administratif/data/${name}.json`);

const Departements = z.array(z.object({ code: z.string(), nom: z.string(), region: z.string() }));
const Regions = z.array(z.object({ code: z.string(), nom: z.string() }));
let loaded: readonly Departement[] | undefined;

/** Départements de France, with their regions: read from the package of open data the first time someone asks. */
export const departements = (): readonly Departement[] => (loaded ??= read());

const read = (): readonly Departement[] => {
  const regions = new Map(Regions.parse(list("regions")).map(({ code, nom }) => [code, nom]));
  return Departements.parse(list("departements")).map(({ code, nom, region }) => ({
    code,
    name: nom,
    region: { code: region, name: regions.get(region) ?? nom },
  }));
};
