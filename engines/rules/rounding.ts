/** Arrondi à l'euro : cents brought to whole euros, half a euro upwards. */
export const toEuro = (cents: number): number => Math.round(cents / 100) * 100;

/** Arrondi au centime. */
export const toCent = (cents: number): number => Math.round(cents);
