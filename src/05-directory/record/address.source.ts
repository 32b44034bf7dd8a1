import type { Point } from "#engines/places";

/** Adresse demandée : what a source wrote of where something is. `key` is the asker's own, and comes back with the answer. */
export interface AddressAsked {
  readonly key: string;
  readonly street: string | undefined;
  readonly postalCode: string | undefined;
  readonly communeName: string | undefined;
  /** INSEE code, when known: an answer elsewhere is refused. */
  readonly communeCode: string | undefined;
}

/** Why an address keeps its commune's centre. */
export type NotLocated =
  /** No street was given: nothing was asked. */
  | "no-street"
  | "not-found"
  /** The service was not sure enough. */
  | "low-score"
  /** It only knew the commune. */
  | "commune-only"
  | "other-commune"
  /** It did not answer, or not as agreed: to be asked again. */
  | "unavailable";

/** Adresse trouvée : its point with the score of the service, or the centre of its commune (« environ ») and why, or nothing at all. */
export type AddressFound = { readonly key: string } & (
  | {
      readonly kind: "address";
      readonly point: Point;
      /** From 0 to 1, as the service gave it. */
      readonly score: number;
      readonly precision: "number" | "street" | "locality";
      /** The address as the service writes it. */
      readonly label: string;
      readonly communeCode: string;
    }
  | { readonly kind: "commune"; readonly point: Point; readonly communeCode: string; readonly because: NotLocated }
  | { readonly kind: "nowhere"; readonly because: NotLocated }
);

/** One answer for each address asked, in the same order. Never throws for what the foreign service does. */
export type Geocode = (asked: readonly AddressAsked[]) => Promise<readonly AddressFound[]>;
