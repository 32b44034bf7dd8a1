import { addMonths, compareDays, type Day } from "#engines/calendar";
import type { ThemeId } from "#situation";
import { isSame, type Territory } from "./territory.ts";

/** How long one may say « we looked ». */
export const lookedForMonths = 12;

/**
 * Constat : somebody looked on a day, and what stands in the catalogue for this territory and theme is all there is; when nothing stands
 * there, nothing is offered. It speaks of what this territory itself offers, and of what lies inside it only when it says so.
 */
export interface CoverageStatement {
  readonly territory: Territory;
  readonly theme: ThemeId;
  /** The smaller territories inside it were looked at too. */
  readonly withInside: boolean;
  readonly lookedOn: Day;
}

/**
 * Ce que le silence veut dire : some benefits are there; nobody offers any; or we have not looked everywhere yet, and who was not looked at.
 * « Rien n'est proposé ici » is said only when every level was looked at, less than twelve months ago.
 */
export type Coverage =
  | { readonly kind: "catalogued"; readonly isComplete: boolean; readonly lookedOn?: Day }
  | { readonly kind: "not-offered"; readonly lookedOn: Day }
  | { readonly kind: "not-catalogued"; readonly levels: readonly Territory[] };

export const isStillBelieved = ({ lookedOn }: Pick<CoverageStatement, "lookedOn">, today: Day): boolean =>
  compareDays(today, addMonths(lookedOn, lookedForMonths)) < 0;

/**
 * @param levels those of the commune, from the nearest to the widest
 * @param found how many benefits of the theme are offered there now
 */
export const coverageOf = (asked: {
  readonly levels: readonly Territory[];
  readonly theme: ThemeId;
  readonly statements: readonly CoverageStatement[];
  readonly found: number;
  readonly today: Day;
}): Coverage => {
  const believed = asked.statements.filter((each) => each.theme === asked.theme && isStillBelieved(each, asked.today));
  const days = asked.levels.map((_, at) => lookedAt(asked.levels, at, believed));
  const notLooked = asked.levels.filter((_, at) => days[at] === undefined);
  // The oldest look is the one to be told: the answer is as old as it.
  const oldest = days.filter((each) => each !== undefined).toSorted(compareDays)[0];
  const isComplete = notLooked.length === 0;
  if (asked.found > 0) return { kind: "catalogued", isComplete, ...(isComplete && oldest !== undefined ? { lookedOn: oldest } : {}) };
  return isComplete && oldest !== undefined ? { kind: "not-offered", lookedOn: oldest } : { kind: "not-catalogued", levels: notLooked };
};

/** The newest day on which a level was looked at, by itself or with a wider one. */
const lookedAt = (levels: readonly Territory[], at: number, statements: readonly CoverageStatement[]): Day | undefined => {
  const [level, ...wider] = levels.slice(at);
  return statements
    .filter(
      ({ territory, withInside }) => (level && isSame(territory, level)) || (withInside && wider.some((each) => isSame(territory, each))),
    )
    .map(({ lookedOn }) => lookedOn)
    .toSorted(compareDays)
    .at(-1);
};
