const whole = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR", maximumFractionDigits: 0 });
const withCents = new Intl.NumberFormat("fr-FR", { style: "currency", currency: "EUR" });

/** « 150 € », « 12,50 € ». @param cents whole cents */
export const eurosText = (cents: number): string => (cents % 100 === 0 ? whole : withCents).format(cents / 100);
