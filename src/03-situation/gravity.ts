import type { Analysis, Suggestion } from "#engines/words";
import { themeOf, isNeedId } from "./taxonomy.ts";
import type { UrgencyLevel } from "./urgency.ts";

/** Gravité d'un texte : what decides whether it may ever be quoted. */
export interface Gravity {
  readonly urgency: UrgencyLevel;
  readonly speaksOfViolence: boolean;
  readonly isOfMinor: boolean;
}

/** What humans noted around a text. */
export interface HumanWord {
  readonly urgency: UrgencyLevel;
  readonly motives: readonly string[];
  readonly needs: readonly string[];
  readonly fragilities: readonly string[];
  /** Whether the person is under 18, where her age is known. */
  readonly isMinor: boolean;
}

/** From which confidence a need or a fragility that the machine reads keeps a text silent: one chance in three is enough. */
const chanceEnough = 0.33;

/**
 * Says how grave a text is: the gravest of what humans noted, what the machine reads, and a few plain words. A text kept silent for nothing
 * costs little; a quotation that finds somebody again cannot be taken back.
 */
export const gravityOf = (
  text: string,
  read: Pick<Analysis, "urgency" | "motives" | "needs" | "fragilities">,
  noted: HumanWord,
): Gravity => {
  const motives = new Set([...noted.motives, ...read.motives.map(({ id }) => id)]);
  const needs = [...noted.needs, ...likely(read.needs)];
  const fragilities = [...noted.fragilities, ...likely(read.fragilities)];
  return {
    urgency: Math.max(noted.urgency, read.urgency) as UrgencyLevel,
    speaksOfViolence:
      motives.has("violence") ||
      fragilities.includes("violences") ||
      needs.some((need) => isNeedId(need) && themeOf(need) === "securite") ||
      violence.test(text),
    isOfMinor: noted.isMinor || motives.has("danger_enfant") || needs.includes("maltraitance") || minor.test(text),
  };
};

const likely = (found: readonly Pick<Suggestion, "id" | "confidence">[]): string[] =>
  found.filter(({ confidence }) => confidence >= chanceEnough).map(({ id }) => id);

const violence =
  /(?<!\p{L})(?:frapp\p{L}*|tap(?:e|ent|ait|aient|ée?s?) (?:dessus|sur (?:moi|elle|lui))|me tape|coups|gifl\p{L}*|viol(?:s|e|é|ée|er|eur|ence|ences|ent|ente|ents|entes)?|étrangl\p{L}*|tabass\p{L}*|cogn\p{L}*|battue?s?|menac\p{L}*|agress\p{L}*|harc[eè]l\p{L}*)(?!\p{L})/iu;
const minor =
  /(?<!\p{L})(?:mineure?s?|coll[eé]gienn?e?s?|lyc[eé]enn?e?s?|j['’]ai (?:1[0-7]|[1-9]|onze|douze|treize|quatorze|quinze|seize|dix-sept) ans)(?!\p{L})/iu;
