/**
 * Poids: what each likeness adds, in powers of ten of the odds (1 makes « they are one » ten times likelier). Round numbers set by reason and left there: the
 * shown sets served to understand errors, not to fit figures. Each may be wrong by a third without changing more than one pair in three hundred; what the
 * shown set counts for each stands in decisions/0013.
 */
export const weights = {
  /** Two records of one commune, before reading anything else of them. */
  sameCommune: 1,
  /** Another town of the same postal code: a neighbour, or a commune that merged, which changes its code and name but keeps this one. */
  samePostalCode: -0.3,
  /** Both are named after their town, and the towns differ: an association with a house in each. */
  eachItsTown: -1.2,
  /** An antenna in the next town is the commonest false twin. */
  otherCommune: -2,

  sameKind: 0.7,
  overlappingKinds: 0.4,
  /** A subprefecture and the France services desk in its hall share all but what they are. */
  otherKind: -4,
  keptKind: -0.5,
  oneMoves: -1.2,
  oneIsAntenna: -0.2,
  /** One of its kind in its commune for each of the two sources: in the shown set 400 such pairs of 406 are one. Several: each is less likely, see `rivals.ts`. */
  aloneOfItsKind: 0.5,

  /** All the words that tell one from another are the same. */
  sameName: 2,
  /** Those of the shorter name are all in the longer. */
  nameWithin: 1.2,
  /** Some are shared, each has its own. */
  nameShared: 0.5,
  /** Neither says more than their common kind and the commune: each is the one of its kind there. */
  bareNames: 0.8,
  /** The words of a name are found in the address of the other (« Espace Delahaye »). */
  nameInAddress: 0.6,
  /** « de la Gironde », « Ouest »: nothing, when the kind does not bring them together. */
  onlyWideWords: 0,
  otherName: -1.2,

  sameStreet: 2.5,
  sameStreetNoNumber: 1.5,
  /** One of them wrote the commune of its head office; or each town has its avenue de la Gare. */
  sameStreetElsewhere: 0.5,
  otherNumber: 0.2,
  partOfAddress: 0.3,
  /** Structures move: one in ten had another street three years later. */
  otherStreet: -0.8,

  /** Metres and weight, of the first distance not reached. Far apart weighs little: points are often the middle of the commune, or plainly wrong. */
  distances: [
    [60, 1.2],
    [250, 0.8],
    [1000, 0.2],
    [3000, -0.3],
    [10_000, -0.8],
  ] as readonly (readonly [meters: number, weight: number])[],
  farther: -1.2,
  /** The address is the same word for word: the point of one of them is wrong. Or both move, and one point is the depot, the other where it calls. */
  wrongPoint: -0.2,

  samePhone: 2,
  otherPhone: -0.3,
  sameMail: 2,
  sameMailHouse: 0.5,
  otherMail: -0.2,
  sameSiret: 3,
  /** One legal person, two establishments. */
  sameSiren: 0.3,
  otherSiren: -2,
} as const;

/** From these odds on (ten to one), a pair may be merged. */
export const doublonFrom = 1;
/** From these odds on, someone looks at it. */
export const incertainFrom = 0.3;
/** When neither name nor kind says that they are one, contacts and address must agree before someone is asked to look. */
export const unnamedFrom = 2;
/** Commune, street and point together: from here on two records stand at one place. */
export const samePlaceFrom = 2.4;
/** A source is trusted to tell its own structures apart: of two that resemble one record, the weaker is shown only when this little parts them. */
export const hesitation = 0.5;

/** Services of two records that are one structure: one structure offers several, so the theme alone never suffices. */
export const serviceWeights = {
  oneStructure: 0,
  uncertainStructure: -0.7,
  sameName: 1.2,
  nameShared: 0.5,
  otherName: -0.8,
  sameThemes: 0.7,
  themesShared: 0.3,
  otherThemes: -1.5,
  otherCommune: -1,
} as const;
