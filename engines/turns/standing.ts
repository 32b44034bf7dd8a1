import type { Weight } from "./credit.ts";

/**
 * Compte d'un prestataire : where a provider stands in one pool (commissioner, category, zone).
 * `credit` is in units (ONE_REQUEST is one): above 0, offers are owed to it; below, it has had more than its part.
 */
export type Standing = {
  readonly provider: string;
  readonly credit: number;
  readonly weight: Weight;
  readonly lastServedAt: Date | undefined;
};

/** Nouveau venu : joins with nothing owed and nothing due; it does not make up for the time before it came. */
export const newcomer = (provider: string): Standing => ({ provider, credit: 0, weight: 1, lastServedAt: undefined });
