import type { Weight } from "./credit.ts";

/** Offre passée : was the promise kept? What counts as kept (called in time, refused at once…) is for the caller to say. */
export type PastOffer = { readonly kept: boolean };

/** Fiabilité : what a provider's page shows, and the way back. */
export type Reliability = {
  readonly weight: Weight;
  /** Among the last `outOf` offers, at most 50. */
  readonly kept: number;
  readonly outOf: number;
  /** How many offers kept in a row bring the weight back to 1; 0 when it is 1. */
  readonly offersToRecover: number;
};

const judgedOn = 50;
const tooFewToJudge = 10;

/**
 * Fiabilité : weight 1, or 0.5 while fewer than 80 % of the last 50 offers were kept. Under ten offers nobody is judged: one bad
 * week at the start must not halve a provider's turn.
 * @param lastOffers oldest first; only the last 50 count
 */
export const reliabilityOf = (lastOffers: readonly PastOffer[]): Reliability => {
  const last = lastOffers.slice(-judgedOn);
  const kept = last.filter((offer) => offer.kept).length;
  return { weight: weightOf(last), kept, outOf: last.length, offersToRecover: offersToRecover(last) };
};

/** Poids d'un prestataire, by the rule of `reliabilityOf`. */
export const weightOf = (lastOffers: readonly PastOffer[]): Weight => {
  const last = lastOffers.slice(-judgedOn);
  const kept = last.filter((offer) => offer.kept).length;
  return last.length >= tooFewToJudge && kept * 100 < last.length * 80 ? 0.5 : 1;
};

/** Retour à plein tour : how many offers, all kept, until the weight is 1 again. Never more than 40: by then 80 % of the last 50 are kept. */
export const offersToRecover = (lastOffers: readonly PastOffer[]): number => {
  let offers = lastOffers.slice(-judgedOn);
  let more = 0;
  for (; weightOf(offers) < 1; more += 1) offers = [...offers, { kept: true }];
  return more;
};
