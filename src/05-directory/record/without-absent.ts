/** JSON has no « undefined »: what is absent is left out, at every depth. */
export const withoutAbsent = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]: [string, unknown]) => [name, isPlain(inner) ? withoutAbsent(inner) : inner]),
  );
const isPlain = (value: unknown): value is object => typeof value === "object" && value !== null && !Array.isArray(value);
