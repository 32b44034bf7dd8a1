import { isDominated, THRESHOLD } from "#engines/numbers";
import type { Departement } from "./departement.ts";
import { personsIn, type CellTally } from "./tally.ts";

/** Lieu publié : a département; or what is left of a region; or what is left of France. Together they hold everybody once. */
export interface PlaceCell {
  readonly level: "departement" | "region" | "france";
  readonly code: string;
  readonly name: string;
  readonly persons: number;
  /** Départements counted here because they cannot be shown alone. */
  readonly includes: readonly string[];
}

/** Persons of a group of départements, and which ones. `isLoose`: one of them may hold 11 persons or more, or some persons have none. */
interface Group {
  readonly members: readonly Departement[];
  readonly byContributor: Readonly<Record<string, number>>;
  readonly isLoose: boolean;
}

/**
 * Découpage publiable : each département that may be shown alone; the others together by region; what is still too small, or is the work
 * of one organisation, with the rest of France. Nobody is counted twice and nobody is left out, so nothing can be found by subtraction.
 * A group is shown when it holds 11 persons, when no organisation dominates it (85 %), and when its sum does not tell how many there are
 * in one of its départements.
 */
export const placeCells = (tallies: readonly CellTally[], list: readonly Departement[]): readonly PlaceCell[] => {
  const known = new Map(list.map((departement) => [departement.code, departement]));
  const counted = new Map(tallies.map((tally) => [tally.code, tally]));
  const alone = list
    .map((departement) => ({ members: [departement], byContributor: counted.get(departement.code)?.byContributor ?? {} }))
    .map((group) => ({ ...group, isLoose: personsIn(group) >= THRESHOLD }));
  const [shownAlone, hidden] = parted(alone, mayStandAlone);
  const regions = [...Map.groupBy(hidden, ({ members }) => members[0]?.region.code)].map(([, groups]) => merged(groups));
  const [shownTogether, rest] = parted(regions, mayBeShownTogether);
  const elsewhere = tallies
    .filter(({ code }) => code === undefined || !known.has(code))
    .map((tally): Group => ({ members: [], byContributor: tally.byContributor, isLoose: true }));
  return withSafeRest([...shownAlone, ...shownTogether], merged([...rest, ...elsewhere]));
};

const mayStandAlone = (group: Group): boolean => personsIn(group) >= THRESHOLD && !isDominated(Object.values(group.byContributor));

/** A sum of départements of 0 to 10 persons leaves each of them between 0 and 10 only if the others could hold it all. */
const mayBeShownTogether = (group: Group): boolean =>
  mayStandAlone(group) && (group.isLoose || (THRESHOLD - 1) * (group.members.length - 1) >= personsIn(group));

/** What is left must be safe too, were it empty: otherwise the smallest place shown goes with it, then the next. */
const withSafeRest = (shown: readonly Group[], rest: Group): readonly PlaceCell[] => {
  const isEmpty = rest.members.length === 0 && personsIn(rest) === 0;
  const sorted = shown.toSorted((a, b) => personsIn(b) - personsIn(a));
  if (isEmpty) return sorted.map(cellOf);
  if (mayBeShownTogether(rest) || sorted.length === 0) return [...sorted.map(cellOf), franceOf(rest, sorted.length === 0)];
  const smallest = sorted.at(-1);
  return withSafeRest(sorted.slice(0, -1), merged(smallest === undefined ? [rest] : [rest, smallest]));
};

const cellOf = (group: Group): PlaceCell => {
  const [first, ...others] = group.members;
  if (first === undefined) throw new Error("a place has at least one département");
  if (others.length === 0) return { level: "departement", code: first.code, name: first.name, persons: personsIn(group), includes: [] };
  return { level: "region", ...first.region, persons: personsIn(group), includes: namesOf(group) };
};

const franceOf = (group: Group, isAll: boolean): PlaceCell => ({
  level: "france",
  code: "FR",
  name: isAll ? "France" : "Reste de la France",
  persons: personsIn(group),
  includes: isAll ? [] : namesOf(group),
});

const namesOf = ({ members }: Group): string[] => members.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, "fr"));

const merged = (groups: readonly Group[]): Group => {
  const byContributor: Record<string, number> = {};
  for (const group of groups)
    for (const [contributor, persons] of Object.entries(group.byContributor))
      byContributor[contributor] = (byContributor[contributor] ?? 0) + persons;
  return { members: groups.flatMap(({ members }) => members), byContributor, isLoose: groups.some(({ isLoose }) => isLoose) };
};

const parted = <Item>(items: readonly Item[], isFirst: (item: Item) => boolean): readonly [readonly Item[], readonly Item[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];
