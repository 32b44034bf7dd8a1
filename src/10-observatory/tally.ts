/** Décompte du mois : true numbers of persons, before anything is protected. It never leaves the closing. */
export interface Tally {
  readonly persons: number;
  readonly situations: number;
  readonly contributors: number;
  readonly isDemonstration: boolean;
  /** Persons whose situations hold more than one theme of life. */
  readonly severalThemes: number;
  /** Persons with a need that they had not said. */
  readonly somethingDetected: number;
  readonly needs: readonly NeedTally[];
  readonly emotions: readonly EmotionTally[];
  /** A person counts in one place and one population: the first, when her situations say two. */
  readonly departements: readonly CellTally[];
  readonly populations: readonly CellTally[];
  /** Persons with a referral that ended, and those for whom one ended in a way that is known. */
  readonly referred: number;
  readonly outcomeKnown: number;
  /** Persons for whom nobody could be found, in all and by need. */
  readonly withoutSolution: number;
  readonly withoutSolutionByNeed: readonly { readonly need: string; readonly persons: number }[];
}

export interface NeedTally {
  readonly need: string;
  readonly persons: number;
  /** Those who said it themselves, at least once; the others had it found by listening or by a register. */
  readonly expressed: number;
}

export interface EmotionTally {
  readonly emotion: string;
  readonly persons: number;
  /** Those in whom it was heard strong: « beaucoup » or « débordant ». */
  readonly strong: number;
}

/** Persons of a place or of a population, by contributor. `code` is undefined when nobody said it. */
export interface CellTally {
  readonly code: string | undefined;
  readonly byContributor: Readonly<Record<string, number>>;
}

export const personsIn = ({ byContributor }: Pick<CellTally, "byContributor">): number =>
  Object.values(byContributor).reduce((sum, persons) => sum + persons, 0);
