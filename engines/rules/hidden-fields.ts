import type { Household, PartialHousehold } from "./household.ts";

/** The way to a piece of a household, in our own shape. */
export type Way = readonly (string | number)[];

/** Ce qui peut manquer : every piece of a household that may be unknown, whole ones and their parts. */
export const hideable = ({ housing, received, taxIncomesCents, persons }: Household): readonly Way[] => [
  ["union"],
  ["isRecentlyAlone"],
  ...wholeAndParts("housing", housing),
  ...wholeAndParts("received", received),
  ...wholeAndParts("taxIncomesCents", taxIncomesCents),
  ...persons.flatMap((person, at): Way[] => [
    ...Object.keys(person)
      .filter((name) => name !== "id" && name !== "role" && name !== "nationality")
      .map((name) => ["persons", at, name]),
    ...Object.keys(person.yearlyIncomes).map((name) => ["persons", at, "yearlyIncomes", name]),
    ...person.incomes.flatMap((_, income) =>
      ["netCents", "grossCents", "taxableCents"].map((name) => ["persons", at, "incomes", income, name]),
    ),
  ]),
];

const wholeAndParts = (name: string, piece: object): readonly Way[] => [[name], ...Object.keys(piece).map((part) => [name, part])];

/** Le même foyer dont on ne sait pas tout : these pieces become null. For properties and measures. */
export const hide = (household: Household, ways: readonly Way[]): PartialHousehold => {
  const hidden: unknown = structuredClone(household);
  for (const way of ways) {
    const piece = way.slice(0, -1).reduce<unknown>((inside, name) => (isPiece(inside) ? inside[name] : undefined), hidden);
    const last = way.at(-1);
    if (isPiece(piece) && last !== undefined) piece[last] = null;
  }
  return hidden as PartialHousehold;
};

const isPiece = (value: unknown): value is Record<string | number, unknown> => typeof value === "object" && value !== null;
