import type { CommissionerKind, OpeningHours } from "#ground";

const week = [{ from: "09:00", to: "19:00" }] as const;

/** Les deux services de la démonstration. Both listen to the three départements, so that neither dominates a figure. */
export const plannedCommissioners = [
  {
    slug: "mutuelle-des-alpes",
    kind: "mutual",
    name: "Mutuelle des Alpes",
    color: "#7a1f5c",
    phone: "04 65 71 20 30",
    openingHours: { 1: week, 2: week, 3: week, 4: week, 5: week, 6: [{ from: "09:00", to: "13:00" }], 7: [] },
    promise: { kind: "elapsed", hours: 48 },
    callbackPlaces: 3,
  },
  {
    slug: "caisse-retraite-ouest",
    kind: "pension",
    name: "Caisse Retraite Ouest",
    color: "#0b5c6b",
    phone: "02 61 91 40 50",
    openingHours: { 1: week, 2: week, 3: week, 4: week, 5: week, 6: [], 7: [] },
    promise: { kind: "elapsed", hours: 48 },
    callbackPlaces: 3,
  },
] as const satisfies readonly PlannedCommissioner[];

export type CommissionerSlug = (typeof plannedCommissioners)[number]["slug"];

export interface PlannedCommissioner {
  readonly slug: string;
  readonly kind: CommissionerKind;
  readonly name: string;
  readonly color: string;
  readonly phone: string;
  readonly openingHours: OpeningHours;
  readonly promise: { readonly kind: "elapsed"; readonly hours: number };
  readonly callbackPlaces: number;
}
