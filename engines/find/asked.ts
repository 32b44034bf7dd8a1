import type { Day } from "#engines/calendar";
import type { Point } from "#engines/places";

/** Recherche : everything but the day is optional; what is given must all be met. */
export interface FindAsked {
  /** What meets one of them is found; meeting all counts more. */
  readonly themes?: readonly string[];
  /** The need that the themes come from: said in the reasons instead of the themes. */
  readonly need?: string;
  /** Typed words, errors included. */
  readonly words?: string;
  /** Where the person is, with every code by which a zone may name that place. */
  readonly near?: { readonly point: Point; readonly zoneCodes: ReadonlySet<string> };
  /** 15 km unless told. */
  readonly radiusMeters?: number;
  /** False: never go further than the radius. */
  readonly mayWiden?: boolean;
  readonly publics?: readonly string[];
  readonly languages?: readonly string[];
  /** Whole years. */
  readonly age?: number;
  readonly cost?: string;
  readonly accessMode?: string;
  readonly walkIn?: boolean;
  readonly nature?: "service" | "initiative";
  /** Open at that minute since Monday 0 h. */
  readonly openAt?: { readonly minuteOfWeek: number; readonly isHoliday: boolean };
  /** Today: what is fresh, and the draw of the day among equals. */
  readonly day: Day;
  /** « distance » forgets the fit: the nearest first, then what has no distance, by id. */
  readonly order?: "best" | "distance";
  /** 20 unless told. */
  readonly limit?: number;
  /** `next` of the page before. */
  readonly after?: string;
}

/** Réponse. */
export interface FindAnswer {
  readonly hits: readonly FindHit[];
  /** All that answer, on every page. */
  readonly total: number;
  /** What to give as `after` for the next page; absent on the last. */
  readonly next?: string;
  /** The radius that the answer holds for; absent without a place. */
  readonly radiusMeters?: number;
  /** The radius asked for, when nothing stood within it and the search went further. */
  readonly widenedFromMeters?: number;
  /** With `openAt`: how many were left out only because their hours are not known. */
  readonly unknownHours?: number;
}

/** Fiche trouvée. */
export interface FindHit {
  readonly id: string;
  readonly body: Uint8Array;
  /** Absent for what is done by telephone or on line, or when no point is known. */
  readonly distanceMeters?: number;
  readonly reasons: readonly FindReason[];
}

/** Pourquoi ce résultat : as data; the room puts it in words. */
export type FindReason =
  | { readonly kind: "need"; readonly need: string }
  | { readonly kind: "theme"; readonly theme: string }
  | { readonly kind: "words"; readonly isExact: boolean }
  | { readonly kind: "distance"; readonly meters: number; readonly isApproximate: boolean }
  | { readonly kind: "remote" }
  /** Its zone names the place asked for. */
  | { readonly kind: "zone" }
  /** Its publics name one of those asked for (what is for everyone gives no reason). */
  | { readonly kind: "public"; readonly public: string }
  | { readonly kind: "language"; readonly language: string }
  /** The age asked for stands within its bounds. */
  | { readonly kind: "age"; readonly from?: number; readonly to?: number }
  | { readonly kind: "cost"; readonly cost: string }
  | { readonly kind: "walk-in" }
  /** Open at the minute asked for, until that minute of the week. */
  | { readonly kind: "open"; readonly untilMinuteOfWeek: number };
