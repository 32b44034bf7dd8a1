/** Argent pour les yeux : « 2 520 € », « 2 520,50 € », from whole cents. */
export const eurosFromCents = (cents: number, language: "fr" | "en"): string =>
  new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    style: "currency",
    currency: "EUR",
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  })
    .format(cents / 100)
    // U+202F is missing from our letters: the wider unbreakable space takes its place.
    .replaceAll("\u202f", "\u00a0");

/** Montant écrit : « 210 », « 210,50 », « 1 250 € » as whole cents; undefined when it is no amount. */
export const centsFromWritten = (written: string): number | undefined => {
  const bare = written.replaceAll(/[\s\u00a0\u202f€]/g, "").replace(",", ".");
  return /^\d{1,8}(\.\d{1,2})?$/.test(bare) ? Math.round(Number(bare) * 100) : undefined;
};
