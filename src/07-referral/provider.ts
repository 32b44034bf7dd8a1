import { dayOf, type Day } from "#engines/calendar";
import type { Cause, Excluded } from "#engines/turns";
import { zoneAnswer } from "#directory";
import type { Id } from "#ground";

/** Prestataire : who may be asked to call someone back, for which needs, where and until when. */
export interface Provider {
  readonly id: Id<"Provider">;
  readonly name: string;
  readonly serviceId: string | undefined;
  readonly mail: string;
  /** As people dial it, in pairs. */
  readonly phone: string;
  /** Codes of the taxonomy. */
  readonly needs: readonly string[];
  /** Codes of communes, of intercommunalities, of départements, or "france". */
  readonly zone: readonly string[];
  readonly approvedFrom: Day;
  readonly approvedUntil: Day;
  readonly pausedFrom: Day | undefined;
  /** Undefined with `pausedFrom`: until further notice. */
  readonly pausedUntil: Day | undefined;
  readonly capacity: "open" | "waitlist";
  /** The last full day; undefined with `waitlist`: until it says otherwise. */
  readonly capacityUntil: Day | undefined;
  /** An approval that its structure may not do without is ended, withdrawn or not begun: the directory says so, and only it. */
  readonly lacksApproval: boolean;
}

/** Lieu de la demande : where the person lives, and every code by which a zone may name it. */
export interface RequestPlace {
  readonly name: string;
  /** Commune, its former codes, intercommunality, département, country (`zoneCodesOf`). */
  readonly codes: ReadonlySet<string>;
  /** The zone of the pool: where providers take turns. */
  readonly departement: string;
}

/** Whether a zone names a place. An empty zone names none: a provider says where it goes. */
export const coversPlace = (zone: readonly string[], place: RequestPlace): boolean => zoneAnswer(zone, place.codes) === "named";

/** Why a provider may not be asked at this instant; undefined when it may. The first cause found is the one that is said. */
export const causeToExclude = (provider: Provider, place: RequestPlace, now: Date, alreadyAsked: readonly string[]): Cause | undefined => {
  const today = dayOf(now);
  if (!coversPlace(provider.zone, place)) return "outside-zone";
  if (today < provider.approvedFrom || today > provider.approvedUntil || provider.lacksApproval) return "not-approved";
  if (isPaused(provider, today)) return "paused";
  if (isFull(provider, today)) return "full";
  return alreadyAsked.includes(provider.id) ? "already-asked" : undefined;
};

/** Paused on that day, its first and last days included. */
export const isPaused = (provider: Pick<Provider, "pausedFrom" | "pausedUntil">, today: Day): boolean =>
  provider.pausedFrom !== undefined &&
  provider.pausedFrom <= today &&
  (provider.pausedUntil === undefined || today <= provider.pausedUntil);

/** Full on that day: it comes back by itself the day after the last one. */
export const isFull = (provider: Pick<Provider, "capacity" | "capacityUntil">, today: Day): boolean =>
  provider.capacity === "waitlist" && (provider.capacityUntil === undefined || today <= provider.capacityUntil);

/**
 * Sollicitables : among the providers of a need, those who may be asked now, and the others with the cause (invariant 6).
 * @param alreadyAsked those who had an offer for this same request since it was opened
 */
export const splitEligible = (
  providers: readonly Provider[],
  place: RequestPlace,
  now: Date,
  alreadyAsked: readonly string[] = [],
): { readonly eligible: readonly string[]; readonly excluded: readonly Excluded[] } => {
  const judged = providers.map((provider) => ({ provider: provider.id, because: causeToExclude(provider, place, now, alreadyAsked) }));
  return {
    eligible: judged.filter((each) => each.because === undefined).map((each) => each.provider),
    excluded: judged.flatMap(({ provider, because }) => (because === undefined ? [] : [{ provider, because }])),
  };
};
