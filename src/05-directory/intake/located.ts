import { distanceMeters, isInFrance, plainName, type Commune, type Gazetteer, type Point } from "#engines/places";
import type { DeclaredPlace } from "./draft.ts";

/** Remarque sur un lieu : what was put right, said to whoever gave the file. */
export type PlaceRemark = "swapped" | "outside-france" | "half-a-point" | "far-from-commune" | "unknown-commune-code" | "no-place";

/** Lieu reconnu. */
export interface Located {
  readonly commune: Commune | undefined;
  readonly point: (Point & { readonly from: "source" | "commune" }) | undefined;
  readonly remarks: readonly PlaceRemark[];
}

/** No commune of mainland France reaches so far from its centre (Arles, the largest, 35 km); those of Guyane and of the islands of the Pacific do. */
const furthestMeters = 60_000;
const wideDepartements = new Set(["973", "987", "988"]);

/**
 * Géocoder : where it is. The point of the source is kept when it may be right; otherwise the centre of the commune stands for it, and that is said.
 */
export const locate = (declared: DeclaredPlace, gazetteer: Pick<Gazetteer, "byCode" | "byPostalCode">): Located => {
  const byCode = declared.communeCode === undefined ? undefined : gazetteer.byCode(declared.communeCode);
  const isUnknownCode = declared.communeCode !== undefined && byCode === undefined;
  const commune = byCode ?? communeByAddress(declared, gazetteer);
  const { point, remarks } = pointOf(declared, commune);
  const isNowhere = commune === undefined && point === undefined && hasAnyPlace(declared);
  return {
    commune,
    point,
    remarks: [...(isUnknownCode ? (["unknown-commune-code"] as const) : []), ...remarks, ...(isNowhere ? (["no-place"] as const) : [])],
  };
};

const hasAnyPlace = ({ postalCode, communeName, communeCode, latitude, longitude }: DeclaredPlace): boolean =>
  [postalCode, communeName, communeCode, latitude, longitude].some((value) => value !== undefined);

/** The commune of a postal code that bears the name written, or the only one that the code serves. */
const communeByAddress = ({ postalCode, communeName }: DeclaredPlace, gazetteer: Pick<Gazetteer, "byPostalCode">): Commune | undefined => {
  if (postalCode === undefined) return undefined;
  const served = gazetteer.byPostalCode(postalCode);
  if (served.length === 1) return served[0];
  const name = withoutCedex(communeName ?? "");
  return name === "" ? undefined : served.find((commune) => plainName(commune.name) === name);
};

const withoutCedex = (name: string): string =>
  plainName(name)
    .replace(/ cedex.*$/, "")
    .replace(/ \d.*$/, "");

const pointOf = ({ latitude, longitude }: DeclaredPlace, commune: Commune | undefined): Pick<Located, "point" | "remarks"> => {
  const center = commune && { ...commune.point, from: "commune" as const };
  if (latitude === undefined && longitude === undefined) return { point: center, remarks: [] };
  if (latitude === undefined || longitude === undefined) return { point: center, remarks: ["half-a-point"] };
  const given = { latitude, longitude };
  if (!isInFrance(given))
    return { point: center, remarks: [isInFrance({ latitude: longitude, longitude: latitude }) ? "swapped" : "outside-france"] };
  if (commune && isTooFar(given, commune)) return { point: center, remarks: ["far-from-commune"] };
  return { point: { ...given, from: "source" }, remarks: [] };
};

/** Says nothing of a commune whose own point is only a mean of its département. */
const isTooFar = (given: Point, commune: Commune): boolean =>
  commune.pointFrom !== "departement" &&
  commune.pointFrom !== "epci" &&
  !wideDepartements.has(commune.departement.code) &&
  distanceMeters(given, commune.point) > furthestMeters;
