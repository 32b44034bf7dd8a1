import { addDays, dayOf } from "#engines/calendar";
import type { Commune } from "#engines/places";
import type { PlannedService } from "./directory-plan.ts";
import { initiativeWords, type InitiativeWords } from "./initiatives.words.ts";
import { fictionalPhone, rangeOf } from "./telephone.ts";

/** Ten offers that are no right, checked by those who hold them: in the directory like the others. */
export const planInitiatives = (now: Date, homes: readonly Commune[]): readonly PlannedService[] => {
  const byCode = new Map(homes.map((commune) => [commune.code, commune]));
  return initiativeWords.map((words, at) => {
    const commune = byCode.get(words.communeCode);
    if (!commune) throw new Error(`commune ${words.communeCode} is not among the homes`);
    return initiativeOf(words, commune, now, at);
  });
};

const initiativeOf = (words: InitiativeWords, commune: Commune, now: Date, at: number): PlannedService => {
  const [ageFrom, ageTo] = words.ages ?? [];
  const checkedOn = addDays(dayOf(now), -(3 + at * 4));
  return {
    key: `initiative-${words.key}`,
    structureName: words.structure,
    name: words.name,
    description: words.description,
    nature: "initiative",
    themes: words.themes,
    publics: words.publics,
    ...(ageFrom === undefined ? {} : { ageFrom }),
    ...(ageTo === undefined ? {} : { ageTo }),
    languages: words.languages ?? [],
    cost: words.price === undefined ? "gratuit" : "payant",
    ...(words.price === undefined ? {} : { costDetails: words.price }),
    accessModes: words.accessModes ?? ["en-presentiel"],
    mobilisationModes: ["telephoner"],
    mobilisableBy: ["usagers", "professionnels"],
    zone: [commune.departement.code],
    street: `${3 + at * 5} rue des Cerisiers`,
    postalCode: commune.postalCodes[0] ?? "",
    communeName: commune.name,
    communeCode: commune.code,
    // A few streets away from the town's point, each in its own direction.
    point: { latitude: commune.point.latitude + 0.0007 * (at - 5), longitude: commune.point.longitude + 0.0011 * (5 - at) },
    phone: fictionalPhone(rangeOf(commune.departement.code), 5003 + at * 7),
    mail: `bonjour@${words.key}.example`,
    openingHours: words.hours,
    ...(words.alert === undefined ? {} : { alert: { text: words.alert } }),
    checked: { on: checkedOn, by: "structure" },
    updatedOn: addDays(checkedOn, -60),
  };
};
