import { requestsFromCredit, type Reliability } from "#engines/turns";

/** Compte au tour, as the ledger holds it: credit in units, and how many requests it was offered. */
export interface TurnAccount {
  readonly providerId: string;
  readonly name: string;
  readonly creditUnits: number;
  readonly received: number;
}

/** Part : what a provider received of a pool, beside what it was due. */
export interface TurnShare {
  readonly providerId: string;
  readonly name: string;
  readonly received: number;
  /** Requests due, to a tenth: received + credit. */
  readonly fair: number;
  /** All the requests of the pool. */
  readonly total: number;
  /** From 0 to 1, for the bars. */
  readonly receivedShare: number;
  readonly fairShare: number;
}

/** The bars of « Pourquoi eux ? ». Due = received + credit, so the figures equal the ledger to the unit. */
export const turnShares = (accounts: readonly TurnAccount[]): readonly TurnShare[] => {
  const total = accounts.reduce((sum, account) => sum + account.received, 0);
  return accounts.map(({ providerId, name, creditUnits, received }) => {
    const fair = Math.max(0, received + requestsFromCredit(creditUnits));
    return {
      providerId,
      name,
      received,
      fair: Math.round(fair * 10) / 10,
      total,
      receivedShare: total === 0 ? 0 : received / total,
      fairShare: total === 0 ? 0 : Math.min(1, fair / total),
    };
  });
};

/** Fiabilité en phrase: what the page says of the weight; nothing to say while nobody is judged. */
export const isJudged = (reliability: Reliability): boolean => reliability.outOf >= 10;
