/** What may stand in the list: known by its need, whatever the words that led to it this time. */
interface Suggested {
  readonly need: string;
}

/**
 * Which suggestions are shown, and in which order, once a new reading arrives. What is shown already keeps its place among what is still
 * proposed, so that the first one is not another between the eye and the key. While the keyboard is in the list, nothing leaves and nothing
 * moves: what is new only fills the places left.
 * @param settled needs that a human has just answered: they go at once, whatever arrives
 */
export const arrange = <One extends Suggested>(
  before: readonly One[],
  arrived: readonly One[],
  now: { readonly settled: ReadonlySet<string>; readonly isHeld: boolean; readonly atMost: number },
): One[] => {
  const proposed = arrived.filter(({ need }) => !now.settled.has(need)).slice(0, now.atMost);
  const still = before.filter(({ need }) => !now.settled.has(need) && (now.isHeld || proposed.some((each) => each.need === need)));
  const fresh = proposed.filter(({ need }) => !still.some((each) => each.need === need));
  return [...still.map((each) => proposed.find(({ need }) => need === each.need) ?? each), ...fresh].slice(0, now.atMost);
};

/** Where an arrow leads in the list, without going round: one must feel the ends. */
export const movedTo = (key: string, at: number, count: number): number | undefined => {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
};

/** Said aloud only when there was nothing and now there is: the rest is seen, and would interrupt. */
export const isWorthSaying = (before: number, now: number): boolean => before === 0 && now > 0;
