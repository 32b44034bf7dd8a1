/** Who answers best to each danger for somebody's life or body. A motive without a number is pressing, and not that. */
const numbersByMotive: Readonly<Record<string, readonly string[]>> = {
  suicide: ["3114", "15"],
  violence: ["17", "3919"],
  danger_enfant: ["119", "17"],
  danger_vulnerable: ["3977", "17"],
  sante_vitale: ["15"],
  rue: ["115"],
};

/** Numéros pour un danger, the best one first; none when what was seen names no danger that we know. */
export const numbersFor = (motives: readonly string[]): readonly string[] => [
  ...new Set(Object.entries(numbersByMotive).flatMap(([motive, numbers]) => (motives.includes(motive) ? numbers : []))),
];
