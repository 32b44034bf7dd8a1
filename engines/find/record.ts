import type { Day } from "#engines/calendar";
import type { Point } from "#engines/places";

/** Fiche à trouver: what the index must know of a service or an initiative. Texts and lists are read once; only `body` is kept as given. */
export interface FindRecord {
  readonly id: string;
  readonly name: string;
  readonly structureName: string;
  /** Its words are found too, after those of the names. */
  readonly description?: string;
  readonly themes: readonly string[];
  /** None, or « tous-publics » among them: everyone. */
  readonly publics: readonly string[];
  /** Spoken there; none: nothing is known. */
  readonly languages: readonly string[];
  /** Whole years, both included; absent: no bound is known. */
  readonly ageFrom?: number;
  readonly ageTo?: number;
  readonly cost?: string;
  /** « a-distance », « en-presentiel ». */
  readonly accessModes: readonly string[];
  /** One may come without an appointment. */
  readonly walkIn: boolean;
  readonly nature: "service" | "initiative";
  /** Codes of the places that it serves; absent or empty: no restriction is known. */
  readonly zone?: readonly string[];
  readonly point?: Point;
  /** The point is that of the commune, not of the door. */
  readonly isApproximate: boolean;
  readonly updatedOn: Day;
  /** From, to, from, to … in minutes since Monday 0 h, sorted, `to` excluded; absent: not known. The `WeekHours` of engines/hours are such a list. */
  readonly hours?: ArrayLike<number>;
  /** Whether the hours hold on public holidays; absent: not known. */
  readonly holidays?: "open" | "closed";
  /** JSON of the card, ready to send: given back as it came. */
  readonly body: Uint8Array;
}
