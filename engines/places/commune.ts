import type { Point } from "./point.ts";

/** A code and the name people know it by. */
export type Named = { readonly code: string; readonly name: string };

/**
 * Provenance du point: how well we know where a commune is. `town` is its own point; the others are means, further and further away,
 * and a screen that shows a distance should say « environ » for them.
 */
export type PointFrom = "town" | "postal-code" | "epci" | "departement";

/**
 * Commune: the place where a person lives or a service is offered, as it exists today.
 * Département and postal codes always travel with the name, so that two like names (Neuilly-sur-Seine, Neuilly-Plaisance) cannot be confused.
 */
export type Commune = {
  /** INSEE code, five characters (`23096`, `2A004`, `97411`). It is not the postal code. */
  readonly code: string;
  readonly name: string;
  /** For an overseas collectivity, the collectivity itself (987, Polynésie française). */
  readonly departement: Named;
  /** INSEE code of the region. */
  readonly region: string;
  /** Intercommunality with its own taxes; a few islands and the overseas collectivities have none. */
  readonly epci?: Named;
  readonly postalCodes: readonly string[];
  readonly population: number;
  readonly point: Point;
  readonly pointFrom: PointFrom;
  /** Codes that people and old files still use for it: former communes, communes déléguées or associées, municipal arrondissements. */
  readonly otherCodes: readonly string[];
  /** Names that people still use for it, with their codes: communes déléguées and associées (« Annecy-le-Vieux » of Annecy). */
  readonly parts?: readonly Named[];
};

/** Commune trouvée: by its own name, or by the name of a former commune that it now holds, which a screen must then show. */
export type FoundCommune = Commune & { readonly foundAs?: string };
