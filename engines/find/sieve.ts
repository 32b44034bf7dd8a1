import type { FindAsked } from "./asked.ts";
import type { InternedLists } from "./interned-lists.ts";
import { anyAge, isAlive, isInitiative, isWalkIn, type Rows, type SharedLists } from "./rows.ts";

/** What a zone says of the place asked for. */
export const zoneSays = { elsewhere: 0, named: 1, open: 2 } as const;

/** For each list of zones, what it says of a place. */
export const zonesSeenFrom = (zones: InternedLists, codes: ReadonlySet<string>): Uint8Array => {
  const says = zones.countsOf(codes).map((count) => (count > 0 ? zoneSays.named : zoneSays.elsewhere));
  says[0] = zoneSays.open;
  return says;
};

/** Tamis : whether a row meets all that is asked save place and opening. Each list shared by many rows is judged once, before. */
export const makeSieve = (
  rows: Rows,
  shared: SharedLists,
  asked: FindAsked,
  themesMet: Uint8Array | undefined,
): ((row: number) => boolean) => {
  const { flags, themes, publics, languages, accessModes, costs, agesFrom, agesTo } = rows;
  const mayServe = asked.publics?.length ? publicsServed(shared.publics, asked.publics) : undefined;
  const speak = asked.languages?.length ? shared.languages.countsOf(new Set(asked.languages)) : undefined;
  const have = asked.accessMode === undefined ? undefined : shared.accessModes.countsOf([asked.accessMode]);
  const ask = asked.cost === undefined ? undefined : shared.costs.countsOf([asked.cost]);
  const age = asked.age;
  const looked = isAlive | (asked.walkIn === true ? isWalkIn : 0) | (asked.nature === undefined ? 0 : isInitiative);
  const wanted = looked & ~(asked.nature === "service" ? isInitiative : 0);
  return (row) => {
    if (((flags[row] as number) & looked) !== wanted) return false;
    if (themesMet && themesMet[themes[row] as number] === 0) return false;
    if (mayServe && mayServe[publics[row] as number] === 0) return false;
    if (speak && speak[languages[row] as number] === 0) return false;
    if (have && have[accessModes[row] as number] === 0) return false;
    if (ask && ask[costs[row] as number] === 0) return false;
    if (age === undefined) return true;
    const [from, to] = [agesFrom[row] as number, agesTo[row] as number];
    return (from === anyAge || age >= from) && (to === anyAge || age < to + 1);
  };
};

/** « tous-publics », or nothing said, serves anybody. */
const publicsServed = (lists: InternedLists, publics: readonly string[]): Uint8Array => {
  const served = lists.countsOf(new Set([...publics, "tous-publics"]));
  served[0] = 1;
  return served;
};
