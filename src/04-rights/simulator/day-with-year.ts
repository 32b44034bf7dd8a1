/** « 1er avril 2026 », « 20 novembre 2026 »: a day with its year, as it stands beside a scale. */
export const dayWithYear = (day: string): string => {
  const written = new Intl.DateTimeFormat("fr-FR", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T12:00:00Z`),
  );
  return written.replace(/^1 /, "1er ");
};
