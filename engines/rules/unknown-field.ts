import { fieldPath, type FieldPath } from "./field.ts";
import type { Housing, Income, PartialHousehold, PartialIncome, PartialPerson, Person, Received, YearlyIncomes } from "./household.ts";

type HouseholdKind = "union" | "isRecentlyAlone" | "housing" | "received" | "taxIncomesCents" | "oneTaxIncomeCents";
type PersonKind = Exclude<keyof Person, "id" | "role">;
type IncomeKind = Extract<keyof Income, "netCents" | "grossCents" | "taxableCents">;

/** Sorte de champ : what is unknown, wherever it stands. Those of children that are answered otherwise than those of adults begin with "child". */
export type FieldKind =
  | HouseholdKind
  | keyof Housing
  | keyof Received
  | PersonKind
  | IncomeKind
  | keyof YearlyIncomes
  | "childBirthDate"
  | "childActivity"
  | "childIncomes"
  | "childNetCents"
  /** Of what is not earned by working: benefits of unemployment, pensions, alimony. */
  | "pensionNetCents"
  | "childYearlyIncomes";

/** Champ inconnu : one answer that is not known yet, in the shape that enters. */
export interface UnknownField {
  readonly path: FieldPath;
  readonly kind: FieldKind;
  /** Index of the person, of her income, and key of the tax household; -1 and "" where there is none. */
  readonly person: number;
  readonly income: number;
  readonly key: string;
}

const householdNames: Readonly<Record<"union" | "isRecentlyAlone" | "housing" | "received", string>> = {
  union: "situation_familiale",
  isRecentlyAlone: "isolement_recent",
  housing: "logement",
  received: "prestations_percues",
};
const taxIncomesName = "foyers_fiscaux_rfr_n2";

const housingNames: Readonly<Record<keyof Housing, string>> = {
  occupancy: "statut",
  rentCents: "loyer",
  zone: "zone_apl",
  isFlatShare: "colocation",
  isSingleRoom: "chambre",
  sharesCosts: "participation_frais",
};

const receivedNames: Readonly<Record<keyof Received, string>> = {
  housingAidCents: "aide_logement",
  rsaCents: "rsa",
  afCents: "af",
  cfCents: "cf",
  asfCents: "asf",
  pajeCents: "paje_base",
  aspaCents: "aspa",
  aahCents: "aah",
  assCents: "ass",
  asiCents: "asi",
  mvaCents: "caah",
  primeActiviteCents: "prime_activite",
  aeehCents: "aeeh",
  arsCents: "ars",
  energyChequeCents: "cheque_energie",
};

const personNames: Readonly<Record<Exclude<PersonKind, "yearlyIncomes">, string>> = {
  birthDate: "date_naissance",
  nationality: "nationalite",
  activity: "activite",
  incomes: "revenus",
  unemployedSince: "date_debut_chomage",
  disabilityRate: "taux_incapacite",
  hasWorkRestriction: "rsdae",
  isDisabled: "handicap",
  isUnfitForWork: "inapte_travail",
  isPregnant: "enceinte",
  hasScholarship: "boursier",
  isInSharedCustody: "garde_alternee",
  hasWorkedForYouthRsa: "rsa_jeune_condition_heures",
  hasWorkedForAss: "ass_condition_activite_anterieure",
  livretACents: "livret_a",
  otherSavingsCents: "epargne_non_imposable",
};

const incomeNames: Readonly<Record<IncomeKind, string>> = { netCents: "net", grossCents: "brut", taxableCents: "imposable" };

const yearlyName: Readonly<Record<"yearlyIncomes", string>> = { yearlyIncomes: "revenus_annuels_n2" };
const yearlyNames: Readonly<Record<keyof YearlyIncomes, string>> = {
  salaryCents: "salaire_imposable",
  unemploymentCents: "chomage_imposable",
  retirementCents: "retraite_imposable",
  disabilityPensionCents: "pension_invalidite",
  alimonyCents: "pension_alimentaire_percue",
};

const ofChild: Partial<Readonly<Record<FieldKind, FieldKind>>> = {
  birthDate: "childBirthDate",
  activity: "childActivity",
  incomes: "childIncomes",
  netCents: "childNetCents",
  yearlyIncomes: "childYearlyIncomes",
};

/** Champs inconnus d'un foyer, in the order in which they are filled: what she earns now comes before what she earned two years ago. */
export const unknownFields = (household: PartialHousehold): readonly UnknownField[] => [
  ...household.persons.flatMap(unknownOfPerson),
  ...unknownOf(household, householdNames),
  ...(household.housing === null ? [] : unknownOf(household.housing, housingNames, householdNames.housing)),
  ...(household.received === null ? [] : unknownOf(household.received, receivedNames, householdNames.received)),
  ...unknownTaxIncomes(household),
];

const unknownOfPerson = (person: PartialPerson, index: number): readonly UnknownField[] => {
  const way = fieldPath("personnes", index);
  const found = [
    ...unknownOf(person, personNames, way),
    ...(person.incomes ?? []).flatMap((income, at) =>
      unknownOf(income, incomeNames, fieldPath(way, "revenus", at)).map((field) => ({
        ...field,
        income: at,
        kind: field.kind === "netCents" && !isEarned(income) ? "pensionNetCents" : field.kind,
      })),
    ),
    ...(person.yearlyIncomes === null
      ? unknownOf(person, yearlyName, way)
      : unknownOf(person.yearlyIncomes, yearlyNames, fieldPath(way, yearlyName.yearlyIncomes))),
  ];
  return found.map((field) => ({
    ...field,
    person: index,
    kind: person.role === "child" ? (ofChild[field.kind] ?? field.kind) : field.kind,
  }));
};

const isEarned = ({ kind }: PartialIncome): boolean => kind === "salary" || kind === "micro-business";

const unknownTaxIncomes = ({ taxIncomesCents }: PartialHousehold): readonly UnknownField[] =>
  taxIncomesCents === null
    ? [fieldAt(taxIncomesName, "taxIncomesCents")]
    : Object.keys(taxIncomesCents)
        .filter((key) => taxIncomesCents[key] === null)
        .map((key) => ({ ...fieldAt(fieldPath(taxIncomesName, key), "oneTaxIncomeCents"), key }));

/** The names of a piece that are null, under the way that leads to it. */
const unknownOf = <Kind extends FieldKind>(
  piece: Readonly<Partial<Record<Kind, unknown>>>,
  names: Readonly<Record<Kind, string>>,
  way?: FieldPath,
): readonly UnknownField[] =>
  (Object.keys(names) as Kind[])
    .filter((kind) => piece[kind] === null)
    .map((kind) => fieldAt(way === undefined ? names[kind] : fieldPath(way, names[kind]), kind));

const fieldAt = (path: FieldPath, kind: FieldKind): UnknownField => ({ path, kind, person: -1, income: -1, key: "" });
