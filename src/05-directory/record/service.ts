import type { Day } from "#engines/calendar";
import type { Id } from "#ground";
import type { AccessMode, Cost, MobilisationMode, Mobiliser, Network, Public, ServiceKind } from "./code-lists.ts";

/** Adresse : as the source wrote it, with the commune that we recognised. */
export interface Address {
  readonly street: string | undefined;
  readonly extra: string | undefined;
  readonly postalCode: string | undefined;
  readonly communeName: string | undefined;
  /** INSEE code. */
  readonly communeCode: string | undefined;
}

/** Point d'un service, and how we know it: a commune's centre is « environ ». */
export interface ServicePoint {
  readonly latitude: number;
  readonly longitude: number;
  readonly from: "source" | "structure" | "commune";
}

/** Source : who gave the data, and under which licence. */
export interface Source {
  readonly id: string;
  readonly name: string;
  readonly licence: string;
  readonly url: string | undefined;
  /** Invented, for the demonstration. */
  readonly isDemonstration: boolean;
}

/** Structure : who offers services. */
export interface Structure {
  readonly id: Id<"Structure">;
  readonly name: string;
  readonly siret: string | undefined;
  readonly website: string | undefined;
  readonly accessibilityUrl: string | undefined;
  readonly networks: readonly Network[];
}

/** Avertissement : what must be known before coming. Without a day it stays until somebody takes it away. */
export interface ServiceAlert {
  readonly text: string;
  readonly until: Day | undefined;
}

/** Vérification : who looked, and when: the structure itself, or our staff. */
export interface ServiceCheck {
  readonly on: Day;
  readonly by: "structure" | "staff";
}

/** Nature : an initiative is an offer that is no right and no public service: a café between generations, a theatre workshop, company by night. */
export const serviceNatures = ["service", "initiative"] as const;
export type ServiceNature = (typeof serviceNatures)[number];

/** Service : one help that a structure offers to people. Telephone, mail and hours are those of its structure when it has none of its own. */
export interface Service {
  readonly id: Id<"Service">;
  readonly name: string;
  readonly description: string | undefined;
  readonly kind: ServiceKind | undefined;
  /** Codes of the national format (`code-lists.ts`). */
  readonly themes: readonly string[];
  readonly publics: readonly Public[];
  readonly publicsDetails: string | undefined;
  readonly conditions: string | undefined;
  readonly cost: Cost | undefined;
  readonly costDetails: string | undefined;
  readonly accessModes: readonly AccessMode[];
  readonly mobilisationModes: readonly MobilisationMode[];
  readonly mobilisableBy: readonly Mobiliser[];
  readonly mobilisationDetails: string | undefined;
  readonly mobilisationUrl: string | undefined;
  /** Codes of communes, départements, EPCI or countries, or "france". Undefined: no restriction is known. */
  readonly zone: readonly string[] | undefined;
  readonly address: Address;
  readonly point: ServicePoint | undefined;
  readonly phone: string | undefined;
  readonly mail: string | undefined;
  /** As OpenStreetMap writes them; kept as given. */
  readonly openingHours: string | undefined;
  readonly weeklyHours: number | undefined;
  readonly weeks: number | undefined;
  readonly sourceUrl: string | undefined;
  readonly updatedOn: Day;
  /** Ages at which one may come, both included. Undefined: no limit is known on that side. */
  readonly ageFrom: number | undefined;
  readonly ageTo: number | undefined;
  /** Codes of ISO 639-1, and "lsf" for the French sign language. Empty: nothing is said of it. */
  readonly languages: readonly string[];
  /** A temporary closure or another warning, until its last day. */
  readonly alert: ServiceAlert | undefined;
  /** Somebody asked, and nothing had moved. */
  readonly checked: ServiceCheck | undefined;
  readonly nature: ServiceNature;
  /** The service that stands for this one, when several sources describe it. */
  readonly foldedInto: Id<"Service"> | undefined;
  /** The source no longer lists it since then. */
  readonly goneAt: Date | undefined;
  readonly structure: Structure;
  readonly source: Source;
}
