type Language = "fr" | "en";

const days = {
  fr: new Intl.DateTimeFormat("fr-FR", { timeZone: "Europe/Paris", day: "numeric", month: "long", year: "numeric" }),
  en: new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Paris", day: "numeric", month: "long", year: "numeric" }),
};

/** « 1er avril 2026 », from a day AAAA-MM-JJ or an instant. */
export const dayInWords = (when: string, language: Language): string => {
  const said = days[language].format(new Date(when.length === 10 ? `${when}T12:00:00Z` : when));
  return language === "fr" ? said.replace(/^1 /, "1er ") : said;
};
