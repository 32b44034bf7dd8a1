import type { Commune } from "#engines/places";
import type { AccessNeed, Population } from "#person";
import type { Chance } from "#engines/chance";
import type { CommissionerSlug } from "./commissioners.ts";
import { plannedDepartements, type DepartementCode } from "./homes.ts";
import { firstNames, lastNames } from "./names.words.ts";
import { fictionalPhone, rangeOf } from "./telephone.ts";

/** Personne inventée. Without a name, she is anonymous. */
export interface PlannedPerson {
  readonly commissioner: CommissionerSlug;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly birthDate: string | undefined;
  readonly communeCode: string;
  readonly population: Population;
  readonly phone: string | undefined;
  /** A couple, or a family: the telephone is also somebody else's. */
  readonly isPhoneShared: boolean;
  readonly mail: string | undefined;
  readonly mayText: boolean;
  readonly isProtected: boolean;
  readonly accessNeeds: readonly AccessNeed[];
}

/** Both services listen to all groups, in shares that differ: none of them makes more than 85 % of a published figure. */
const populationsOf: Readonly<Record<CommissionerSlug, readonly (readonly [Population, number])[]>> = {
  "mutuelle-des-alpes": [
    ["actif_prive", 38],
    ["actif_public", 12],
    ["retraite", 26],
    ["demandeur_emploi", 13],
    ["etudiant", 5],
    ["autre", 6],
  ],
  "caisse-retraite-ouest": [
    ["actif_prive", 24],
    ["actif_public", 8],
    ["retraite", 46],
    ["demandeur_emploi", 11],
    ["etudiant", 4],
    ["autre", 7],
  ],
};

const ages: Readonly<Record<Population, readonly [youngest: number, oldest: number]>> = {
  actif_prive: [24, 62],
  actif_public: [25, 63],
  retraite: [62, 92],
  demandeur_emploi: [20, 61],
  etudiant: [18, 26],
  autre: [19, 66],
};

const specialAccess: readonly AccessNeed[] = ["phone-only", "no-internet", "easy-to-read", "interpreter", "sign-language", "wheelchair"];

/** Draws people one after the other, and remembers which telephones were given. */
export const peopleFrom = (chance: Chance, year: number, homes: readonly Commune[]) => {
  const communes = new Map(
    plannedDepartements.map(({ code }) => [
      code,
      homes.filter((commune) => commune.departement.code === code).map((commune) => [commune, commune.population] as const),
    ]),
  );
  let given = 0;
  const phoneFor = (departement: string): string => {
    given += 1;
    // A mobile three times out of four. 7 and 10,000 have no common divisor: no number comes twice before all have come.
    return fictionalPhone(chance.happens(0.75) ? "06 39 98" : rangeOf(departement), 3 + given * 7);
  };

  /**
   * @param wish.near someone who lives under the same roof, and has the same name and telephone
   * @param wish.departement where she must live; she is then named, and can be called  @param wish.communeCode a commune of it
   */
  const draw = (
    commissioner: CommissionerSlug,
    wish: {
      readonly near?: PlannedPerson | undefined;
      readonly departement?: DepartementCode;
      readonly communeCode?: string | undefined;
    } = {},
  ): PlannedPerson => {
    const { near } = wish;
    const population = chance.weighted(populationsOf[commissioner]);
    const departement = wish.departement ?? chance.weighted(plannedDepartements.map(({ code, weight }) => [code, weight] as const));
    const commune = chance.weighted(communes.get(departement) ?? []);
    const isAnonymous = near === undefined && wish.departement === undefined && chance.happens(0.07);
    const firstName = chance.pick(firstNames);
    const lastName = chance.pick(lastNames);
    const [youngest, oldest] = ages[population];
    const isProtected = near === undefined && wish.departement === undefined && chance.happens(0.015);
    const phone = isAnonymous && chance.happens(0.5) ? undefined : phoneFor(departement);
    return {
      commissioner,
      firstName: isAnonymous ? undefined : firstName,
      lastName: isAnonymous ? undefined : (near?.lastName ?? lastName),
      birthDate: isAnonymous || chance.happens(0.3) ? undefined : birthDate(chance, year, youngest, oldest),
      communeCode: wish.communeCode ?? near?.communeCode ?? commune.code,
      population,
      phone: near?.phone ?? phone,
      isPhoneShared: near !== undefined,
      mail: isAnonymous || chance.happens(0.7) ? undefined : mailOf(firstName, near?.lastName ?? lastName),
      mayText: chance.happens(0.4) && !isProtected,
      isProtected,
      accessNeeds: chance.happens(0.12) ? [chance.pick(specialAccess)] : [],
    };
  };
  return { draw };
};

const birthDate = (chance: Chance, year: number, youngest: number, oldest: number): string =>
  `${year - chance.between(youngest, oldest)}-${two(chance.between(1, 12))}-${two(chance.between(1, 28))}`;

const two = (value: number): string => String(value).padStart(2, "0");

const mailOf = (firstName: string, lastName: string): string => `${plain(firstName)}.${plain(lastName)}@courriel.example`;

const plain = (name: string): string =>
  name
    .normalize("NFD")
    .replace(/[^A-Za-z]/g, "")
    .toLowerCase();
