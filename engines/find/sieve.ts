import type { FindAsked } from "./asked.ts";
import type { InternedLists } from "./interned-lists.ts";
import { anyAge, isAlive, isInitiative, isWalkIn, slot, stride, type Rows, type SharedLists } from "./rows.ts";

/** What a zone says of the place asked for. */
export const zoneSays = { elsewhere: 0, named: 1, open: 2 } as const;

/** For each list of zones, what it says of a place. */
export const zonesSeenFrom = (zones: InternedLists, codes: ReadonlySet<string>): Uint8Array => {
  const says = new Uint8Array(zones.count);
  for (const zone of zonesServed(zones, codes)) says[zone] = zone === 0 ? zoneSays.open : zoneSays.named;
  return says;
};

/** The lists of zones that do not exclude a place: the empty one first. */
export const zonesServed = (zones: InternedLists, codes: ReadonlySet<string>): ReadonlySet<number> =>
  new Set([0, ...[...codes].flatMap((code) => zones.having(code))]);

/** Tamis : whether a row meets all that is asked save place and opening. Each list shared by many rows is judged once, before. */
export const makeSieve = (
  rows: Rows,
  shared: SharedLists,
  asked: FindAsked,
  themesMet: Uint8Array | undefined,
): ((row: number) => boolean) => {
  const { near, languages, accessModes, costs } = rows;
  const mayServe = asked.publics?.length ? publicsServed(shared.publics, asked.publics) : undefined;
  const speak = asked.languages?.length ? shared.languages.countsOf(new Set(asked.languages)) : undefined;
  const have = asked.accessMode === undefined ? undefined : shared.accessModes.countsOf([asked.accessMode]);
  const ask = asked.cost === undefined ? undefined : shared.costs.countsOf([asked.cost]);
  const age = asked.age;
  const looked = isAlive | (asked.walkIn === true ? isWalkIn : 0) | (asked.nature === undefined ? 0 : isInitiative);
  const wanted = looked & ~(asked.nature === "service" ? isInitiative : 0);
  return (row) => {
    const from = row * stride;
    const bits = near[from] as number;
    if ((bits & looked) !== wanted) return false;
    if (themesMet && themesMet[near[from + slot.themes] as number] === 0) return false;
    if (mayServe && mayServe[near[from + slot.publics] as number] === 0) return false;
    if (age !== undefined && !isBetween(age, (bits >> 8) & 255, (bits >> 16) & 255)) return false;
    if (speak && speak[languages[row] as number] === 0) return false;
    if (have && have[accessModes[row] as number] === 0) return false;
    return !ask || ask[costs[row] as number] !== 0;
  };
};

const isBetween = (age: number, from: number, to: number): boolean => (from === anyAge || age >= from) && (to === anyAge || age < to + 1);

/** « tous-publics », or nothing said, serves anybody. */
const publicsServed = (lists: InternedLists, publics: readonly string[]): Uint8Array => {
  const served = lists.countsOf(new Set([...publics, "tous-publics"]));
  served[0] = 1;
  return served;
};
