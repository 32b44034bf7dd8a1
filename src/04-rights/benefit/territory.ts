import type { Commune } from "#engines/places";

/** Échelons : from the nearest to the widest. */
export const territoryKinds = ["commune", "epci", "departement", "region"] as const;
export type TerritoryKind = (typeof territoryKinds)[number];

/** Territoire : whose benefit it is, by its official code. A code alone is not enough: 84 is Vaucluse, and a region. */
export interface Territory {
  readonly kind: TerritoryKind;
  readonly code: string;
}

/** What a place is made of; the codes of communes merged into it lead to it. */
export type PlaceOfTerritories = Pick<Commune, "code" | "otherCodes" | "departement" | "region" | "epci">;

/** Les échelons d'une commune, from the nearest: a few islands and overseas collectivities have no EPCI. */
export const levelsOf = (commune: PlaceOfTerritories): readonly Territory[] => [
  { kind: "commune", code: commune.code },
  ...(commune.epci ? [{ kind: "epci", code: commune.epci.code } as const] : []),
  { kind: "departement", code: commune.departement.code },
  { kind: "region", code: commune.region },
];

/** Whether a commune lies in a territory. What was written for a commune that has since been merged holds for the one it became. */
export const isIn = (territory: Territory, commune: PlaceOfTerritories): boolean =>
  levelsOf(commune).some((level) => isSame(level, territory)) ||
  (territory.kind === "commune" && commune.otherCodes.includes(territory.code));

export const isSame = (one: Territory, other: Territory): boolean => one.kind === other.kind && one.code === other.code;

/** A territory in one word, for addresses and lists: "departement:38". */
export const territoryKey = ({ kind, code }: Territory): string => `${kind}:${code}`;

const shape = /^(commune|epci|departement|region):([0-9A-Z]{2,9})$/;

export const readTerritoryKey = (text: string): Territory | undefined => {
  const [, kind, code] = shape.exec(text) ?? [];
  return kind === undefined || code === undefined ? undefined : { kind: kind as TerritoryKind, code };
};
