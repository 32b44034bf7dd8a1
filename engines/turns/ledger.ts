import { byText } from "./credit.ts";
import type { Decision } from "./decision.ts";
import type { Standing } from "./standing.ts";

/**
 * Comptes d'après : the pool once the decision is written. Only a turn changes it: a named choice, and a request that nobody could
 * serve, leave it as it was. Whoever took part for the first time is added.
 * @param offeredAt when the offer was made to the one chosen
 */
export const standingsAfter = (standings: readonly Standing[], decision: Decision, offeredAt: Date): readonly Standing[] => {
  if (decision.mode !== "turn") return standings;
  const before = new Map(standings.map((standing) => [standing.provider, standing]));
  const moved = decision.entries.map(({ provider, weight, creditAfter }) => ({
    provider,
    credit: creditAfter,
    weight,
    lastServedAt: provider === decision.chosen ? offeredAt : before.get(provider)?.lastServedAt,
  }));
  const after = new Map([...before, ...moved.map((standing) => [standing.provider, standing] as const)]);
  return [...after.values()].toSorted((a, b) => byText(a.provider, b.provider));
};
