/** Lieu déclaré : what a source says of where something is, before we check it. */
export interface DeclaredPlace {
  readonly street: string | undefined;
  readonly extra: string | undefined;
  readonly postalCode: string | undefined;
  readonly communeName: string | undefined;
  readonly communeCode: string | undefined;
  readonly latitude: number | undefined;
  readonly longitude: number | undefined;
}

interface Draft {
  /** Its identifier at the source. */
  readonly key: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly place: DeclaredPlace;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  readonly openingHours: string | undefined;
  readonly sourceUrl: string | undefined;
  readonly updatedOn: string;
}

/** Structure lue : in our words, its codes checked, its place not yet. */
export interface StructureDraft extends Draft {
  readonly kind: "structure";
  readonly siret: string | undefined;
  readonly website: string | undefined;
  readonly accessibilityUrl: string | undefined;
  readonly networks: readonly string[];
}

/**
 * Ce que le format national ne dit pas : given by a mapping only. A field that the mapping names and that the line leaves empty is null: the
 * source says nothing more of it. A field that the mapping does not name is absent: what was written by hand stays.
 */
export interface Extension {
  readonly age_from?: number | null;
  readonly age_to?: number | null;
  readonly languages?: readonly string[];
  readonly alert?: string | null;
  readonly alert_until?: string | null;
  readonly checked_on?: string | null;
  readonly nature?: "service" | "initiative";
}

/** Service lu. */
export interface ServiceDraft extends Draft {
  readonly kind: "service";
  readonly structureKey: string;
  readonly serviceKind: string | undefined;
  readonly themes: readonly string[];
  readonly publics: readonly string[];
  readonly publicsDetails: string | undefined;
  readonly conditions: string | undefined;
  readonly cost: string | undefined;
  readonly costDetails: string | undefined;
  readonly accessModes: readonly string[];
  readonly mobilisationModes: readonly string[];
  readonly mobilisableBy: readonly string[];
  readonly mobilisationDetails: string | undefined;
  readonly mobilisationUrl: string | undefined;
  readonly zone: readonly string[] | undefined;
  readonly weeklyHours: number | undefined;
  readonly weeks: number | undefined;
  readonly extension?: Extension;
}
