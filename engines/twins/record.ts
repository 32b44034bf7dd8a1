import type { Point } from "#engines/places";

/**
 * Fiche: a structure (or a place that receives people) as one source describes it. All but the name may be unknown: what is not known
 * speaks neither for nor against.
 */
export interface TwinRecord {
  /** Unique among all the records compared. */
  readonly id: string;
  /** Who describes it. Two records of one source are never paired: a source is trusted to tell its own structures apart. */
  readonly source: string;
  readonly name: string;
  /** Number and street, with what stands around it. */
  readonly street?: string;
  readonly postalCode?: string;
  readonly communeName?: string;
  /** INSEE code of the commune. */
  readonly communeCode?: string;
  readonly point?: Point;
  readonly phone?: string;
  readonly mail?: string;
  readonly siret?: string;
  readonly website?: string;
  /** What kind of institution it is, as its source says it (« mission_locale »); read from the name when it is not said. */
  readonly kind?: string;
}
