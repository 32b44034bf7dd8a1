import { dayOf, type Day } from "#engines/calendar";
import type { Work } from "#ground/server";
import type { ThemeId } from "#situation";
import { benefitRefusals as words } from "./benefit-refusals.words.ts";
import { addStatement, countsByTerritory } from "./coverage.store.ts";
import { territoryKey, type Territory } from "./territory.ts";
import type { Territories } from "./territory.source.ts";

export type CoverageAnswer = { readonly kind: "done" } | { readonly kind: "refused"; readonly field: string; readonly sentence: string };

/**
 * Dire ce que l'on a regardé : the list is complete for this territory and theme, or there is nothing. Refused when the catalogue says
 * the contrary at that moment: what is told to people must not rest on a slip. Saying it again replaces what was said.
 */
export const stateCoverage = async (
  work: Work,
  territories: Territories,
  given: {
    readonly territory: Territory;
    readonly theme: ThemeId;
    readonly said: "complete" | "nothing" | "taken-back";
    readonly withInside: boolean;
    readonly lookedOn: Day;
  },
): Promise<CoverageAnswer> => {
  const territory = territories.find(given.territory);
  if (!territory) return { kind: "refused", field: "territory", sentence: words.unknownTerritory };
  const today = dayOf(work.now);
  if (given.lookedOn > today) return { kind: "refused", field: "lookedOn", sentence: words.verifiedLater };
  const counts = await countsByTerritory(work, today, { territory });
  const isThereAny = counts.some(({ theme, count }) => theme === given.theme && count > 0);
  if (given.said === "nothing" && isThereAny) return { kind: "refused", field: "said", sentence: words.thereIsSome };
  if (given.said === "complete" && !isThereAny) return { kind: "refused", field: "said", sentence: words.thereIsNone };
  await addStatement(work, { ...given, territory });
  work.audit({ action: "state coverage", objectKind: "territory", objectId: `${territoryKey(territory)} ${given.theme}` });
  return { kind: "done" };
};
