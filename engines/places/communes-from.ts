import type { Commune, Named } from "./commune.ts";
import { locator } from "./locator.ts";
import type { CommuneSources, EtalabCommune } from "./open-lists.ts";
import { townPoints } from "./town-points.ts";

/**
 * The communes of today, from four plain lists. Left out: the five districts of the Terres australes and Clipperton, where nobody lives
 * (no population is counted there). Communes déléguées, communes associées and municipal arrondissements are not communes: their codes lead to theirs.
 */
export const communesFrom = ({ communes, epci, departements, cities }: CommuneSources): Commune[] => {
  const today = communes.filter(({ type, population }) => type === "commune-actuelle" && population !== undefined);
  const epciOf = new Map<string, Named>(
    epci.flatMap(({ code, nom, membres }) => membres.map((member) => [member.code, { code, name: nom }])),
  );
  const departementOf = new Map(departements.map(({ code, nom }) => [code, { code, name: nom }]));
  const otherCodes = otherCodesOf(communes);
  const parts = partsOf(communes);
  const locate = locator(today, epciOf, townPoints(today, cities, otherCodes));
  return today.flatMap((commune) => {
    const located = locate(commune);
    const departement = departementOf.get(commune.departement);
    if (!departement) throw new Error(`commune ${commune.code} is in an unknown département, ${commune.departement}`);
    if (!located) throw new Error(`commune ${commune.code} has no point: no town is known in its département, ${commune.departement}`);
    const community = epciOf.get(commune.code);
    return {
      code: commune.code,
      name: commune.nom,
      departement,
      region: commune.region,
      ...(community ? { epci: community } : {}),
      postalCodes: commune.codesPostaux ?? [],
      population: commune.population ?? 0,
      ...located,
      otherCodes: otherCodes.get(commune.code) ?? [],
      ...(parts.has(commune.code) ? { parts: parts.get(commune.code) ?? [] } : {}),
    };
  });
};

/** By commune of today, the codes that lead to it. A code shared by two heirs (a commune cut in two) goes to the first. */
const otherCodesOf = (communes: readonly EtalabCommune[]): Map<string, string[]> => {
  const taken = new Set(communes.filter(({ type }) => type === "commune-actuelle").map(({ code }) => code));
  const found = new Map<string, string[]>();
  const lead = (from: string, to: string | undefined): void => {
    if (!to || taken.has(from)) return;
    taken.add(from);
    found.set(to, [...(found.get(to) ?? []), from]);
  };
  for (const part of communes) if (part.type !== "commune-actuelle") lead(part.code, part.chefLieu ?? part.commune);
  for (const commune of communes) for (const former of commune.anciensCodes ?? []) lead(former, commune.code);
  return found;
};

/** By commune of today, the communes déléguées and associées that bear another name than it. Arrondissements are typed by their number. */
const partsOf = (communes: readonly EtalabCommune[]): Map<string, Named[]> => {
  const nameOf = new Map(communes.filter(({ type }) => type === "commune-actuelle").map(({ code, nom }) => [code, nom]));
  const found = new Map<string, Named[]>();
  for (const { type, code, nom, chefLieu } of communes) {
    if (type !== "commune-deleguee" && type !== "commune-associee") continue;
    if (chefLieu === undefined || !nameOf.has(chefLieu) || nameOf.get(chefLieu) === nom) continue;
    found.set(chefLieu, [...(found.get(chefLieu) ?? []), { code, name: nom }]);
  }
  return found;
};
