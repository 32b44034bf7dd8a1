/**
 * Une demande, en unités de crédit. Credits are whole numbers of units, so that those of a pool sum to 0 exactly, for ever, with
 * no rounding to reconcile; they fit a 32-bit column. 720,720 is the smallest number that every whole number from 1 to 16
 * divides: the shares of a pool of up to 16 equal providers are exact. Beyond, a share is off by one unit at most.
 */
export const ONE_REQUEST = 720_720;

/** Poids : 1 is a full turn, 0.5 a turn out of two, for a provider who keeps too few of its promises. */
export type Weight = 1 | 0.5;

/** Crédit lisible : units as requests, for a page (360,360 units are 0.5 request). */
export const requestsFromCredit = (units: number): number => units / ONE_REQUEST;

/**
 * Parts : what each gains of one request, by weight. Their sum is ONE_REQUEST exactly: the units left by division go one by one to
 * those of lowest credit, then by name. As whoever is served falls to the lowest credit, these units go round and favour nobody.
 */
export const sharesOf = (
  providers: readonly { readonly provider: string; readonly credit: number; readonly weight: Weight }[],
): ReadonlyMap<string, number> => {
  const halves = providers.reduce((sum, { weight }) => sum + weight * 2, 0);
  const shares = new Map(providers.map(({ provider, weight }) => [provider, Math.floor((ONE_REQUEST * weight * 2) / halves)]));
  const left = ONE_REQUEST - [...shares.values()].reduce((sum, share) => sum + share, 0);
  const poorestFirst = providers.toSorted((a, b) => a.credit - b.credit || byText(a.provider, b.provider));
  for (const { provider } of poorestFirst.slice(0, left)) shares.set(provider, (shares.get(provider) ?? 0) + 1);
  return shares;
};

/** Order of code points: the same on every machine, whatever its language. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
