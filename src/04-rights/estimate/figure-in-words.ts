import { eurosFromCents } from "#ground";

const numbers = {
  fr: new Intl.NumberFormat("fr-FR", { maximumFractionDigits: 4 }),
  en: new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 }),
};
const sums = {
  fr: new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
};

/** Chiffre d'une étape : « 690,00 €/mois », « 38 % », « 2 personnes ». A sum keeps its cents unless it is a round one. */
export const figureInWords = (value: number, unit: string, language: "fr" | "en"): string => {
  const isSum = unit.startsWith("€") && !Number.isInteger(value);
  const figure = (isSum ? sums : numbers)[language].format(value).replaceAll("\u202f", "\u00a0").replace(/^-/, "−");
  return unit === "" ? figure : `${figure}\u00a0${unit}`;
};

/** Ce qu'une étape compte : « 1 394,75 € », « − 193,55 € ». */
export const signedInWords = (cents: number, language: "fr" | "en"): string =>
  cents < 0 ? `−\u00a0${eurosFromCents(-cents, language)}` : eurosFromCents(cents, language);
