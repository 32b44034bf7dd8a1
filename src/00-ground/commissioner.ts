import type { Id } from "./id.ts";

/** Heures d'ouverture : for each ISO weekday (1 = Monday), the spans open, in Paris time. */
export type OpeningHours = Readonly<
  Record<"1" | "2" | "3" | "4" | "5" | "6" | "7", readonly { readonly from: string; readonly to: string }[]>
>;

export const commissionerKinds = [
  "mutual",
  "insurer",
  "pension",
  "company",
  "town",
  "department",
  "region",
  "social-landlord",
  "state",
  "association",
] as const;
export type CommissionerKind = (typeof commissionerKinds)[number];

/** Donneur d'ordre : who pays for a listening service, and in whose colours it answers. */
export interface Commissioner {
  readonly id: Id<"Commissioner">;
  readonly slug: string;
  readonly kind: CommissionerKind;
  readonly name: string;
  /** `#rrggbb`, at 4.5:1 or more with white. */
  readonly color: string;
  readonly hasLogo: boolean;
  /** As people dial it, in pairs. */
  readonly phone: string;
  readonly phonePrice: string;
  readonly host: string | undefined;
  readonly openingHours: OpeningHours;
  /** How long a provider has to call back. */
  readonly promise: { readonly kind: "elapsed"; readonly hours: number } | { readonly kind: "working-days"; readonly days: number };
  /** How many people can be called back in the same quarter of an hour. */
  readonly callbackPlaces: number;
  readonly retentionMonths: number;
  /** Whether the machine may ask a human about danger when the notes seem to tell one. */
  readonly asksAboutDanger: boolean;
  readonly isDemonstration: boolean;
}
