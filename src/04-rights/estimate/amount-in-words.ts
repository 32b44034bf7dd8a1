import { eurosFromCents } from "#ground";

type Language = "fr" | "en";

const down = (cents: number): number => Math.floor(cents / 100) * 100;
const up = (cents: number): number => Math.ceil(cents / 100) * 100;
const bare = (cents: number): string => eurosFromCents(cents, "fr").replace(/\u00a0€$/, "");

/** Montant, in whole euros: an estimate has no cents. */
export const amountInWords = (cents: number, language: Language = "fr"): string => eurosFromCents(Math.round(cents / 100) * 100, language);

/** Fourchette : « 160 à 230 € »; one amount when both ends are the same euro. */
export const rangeInWords = (lowCents: number, highCents: number, language: Language = "fr"): string => {
  if (Math.round(lowCents / 100) === Math.round(highCents / 100)) return amountInWords(highCents, language);
  const [low, high] = [down(lowCents), up(highCents)];
  return language === "fr"
    ? `${bare(low)} à ${eurosFromCents(high, "fr")}`
    : `${eurosFromCents(low, "en")} to ${eurosFromCents(high, "en")}`;
};
